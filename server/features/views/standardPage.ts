/** A portfolio's standard as a page to read, with the coverage beside each element. */
import { relatedWords } from '../../core/standard/related';
import {
  awardStanding,
  awardWords,
  gapsOf,
  hasRatings,
  neededWords,
  ratingWords,
} from '../../core/portfolio/assessment';
import type { PairedNode } from '../../core/mapping/resolved';
import { counterpartsOf } from '../../core/portfolio/counterparts';
import { summarise } from '../../core/portfolio/coverage';
import { valueOf } from '../../core/yaml/fields';
import { pointsInPortfolio, pointsInWords } from '../../core/portfolio/guidance';
import type { Uri } from '../../core/text/span';
import type { Portfolio } from '../../core/portfolio/portfolio';
import { strongestFirst } from '../../core/evidence/strongest';
import type { PortfolioStandard } from '../../core/portfolio/portfolioStandard';
import type { EvidenceFile } from '../../core/evidence/evidence';
import { attachmentWords } from '../../core/portfolio/attachmentWords';
import { displayTitle } from '../../core/evidence/titleAndStanding';
import type { StandardNode } from '../../core/standard/standard';
import { shortWords, withThoseBelow } from '../../core/standard/standard';
import { relativePath } from '../../core/text/uri';
import { counterpartWords } from '../text/counterparts';
import { ratingParts } from '../text/elementMarkup';
import type { Markup } from '../text/markup';
import { inLines, markdown } from '../text/markup';
import { coverageWords, standingWords } from '../text/wording';
import { capitalised } from '../../words/capitals';
import { count } from '../../words/counts';
import { oneLine } from '../../words/oneLine';
import { restWords } from '../../words/states';
import { visible } from '../../words/visible';

export interface StandardPage {
  /** Markdown. */
  readonly text: string;
  /** The line, from 0, at which each ID of the standard has its heading. */
  readonly lines: Readonly<Record<string, number>>;
}

export interface StandardPageOptions {
  /**
   * The folder that a link starting with `/` leads out of. VS Code's Markdown preview follows no `file:` links;
   * those with `/` it takes from the first folder of the workspace. Absent: links are whole addresses.
   */
  readonly base?: Uri | undefined;
}

/** More links than this would hide the standard. */
const maximumLinks = 20;

export function standardPage(portfolio: Portfolio, { base }: StandardPageOptions = {}): StandardPage {
  const address = (uri: Uri): string =>
    base === undefined ? uri : `/${relativePath(base, uri).split('/').map(encodeURIComponent).join('/')}`;
  return page(portfolio, {
    markup: markdown,
    evidence: (element) => evidenceLines(portfolio, element, address),
    points: (element) => {
      const points = pointsInPortfolio(portfolio, element);
      return points ? ` ${markdown.text(`(${pointsInWords(points)})`)}` : '';
    },
    counterpart: (element, one) => counterpartWords(portfolio, element, one, markdown, address),
  });
}

/** The lines alone: what they cost does not grow with the portfolio. */
export const standardLines = (portfolio: Portfolio): StandardPage['lines'] =>
  page(portfolio, {
    markup: { ...markdown, text: placeholder, strong: placeholder, emphasis: placeholder },
    evidence: ({ id }) => new Array<string>(evidenceCount(portfolio.citations(id))).fill('-'),
    points: () => '',
    counterpart: () => '-',
  }).lines;

/** Every text is one line, whatever it says. */
const placeholder = (text: string): string => (text.trim() === '' ? '' : '-');

/** How the page is written, and what is told of evidence. None of it may change how many lines there are. */
interface Details {
  readonly markup: Markup;
  readonly evidence: (element: StandardNode) => readonly string[];
  readonly points: (element: StandardNode) => string;
  readonly counterpart: (element: StandardNode, one: PairedNode) => string;
}

function page(portfolio: Portfolio, details: Details): StandardPage {
  const { title, standards } = portfolio;
  const { text, emphasis } = details.markup;
  const lines: Record<string, number> = {};
  const parts: string[] = [];
  const add = (...paragraphs: readonly string[]): void => {
    for (const paragraph of paragraphs) if (paragraph !== '') parts.push(paragraph, '');
  };
  const addNode = (node: StandardNode): void => {
    lines[node.id] = parts.length;
    add(...(node.assessable ? elementParts(portfolio, node, details) : groupParts(portfolio, node, details)));
    node.children.forEach(addNode);
  };
  for (const of of standards) {
    const { standard, heading: name = standard.title } = of;
    add(
      `# ${text(name)}`,
      text(`With the evidence of ${title}: ${summaryWords(portfolio, of.roots)}.`),
      ...awardParts(of, details.markup),
      standard.acknowledgement ? emphasis(standard.acknowledgement) : '',
    );
    of.roots.forEach(addNode);
  }
  // A paragraph may be a list of several lines; places are counted in lines.
  return countLines(parts, lines);
}

function countLines(parts: readonly string[], places: Readonly<Record<string, number>>): StandardPage {
  const starts: number[] = [];
  let line = 0;
  for (const part of parts) {
    starts.push(line);
    line += part.split('\n').length;
  }
  const lines = Object.fromEntries(Object.entries(places).map(([id, part]) => [id, starts[part] ?? 0]));
  return { text: visible(parts.join('\n')), lines };
}

function groupParts(portfolio: Portfolio, node: StandardNode, details: Details): readonly string[] {
  const { markup } = details;
  const { text } = markup;
  return [
    heading(node, text(`${node.id} ${node.title}`.trim())),
    inLines(markup, node.text),
    ...node.introduction.map(text),
    text(`${capitalised(summaryWords(portfolio, [node]))}.`),
    ratingPart(portfolio, node, markup),
    bullets(node.guidance.map(text)),
    relatedPart(portfolio, node, markup),
    counterpartsPart(portfolio, node, details),
  ];
}

function elementParts(portfolio: Portfolio, node: StandardNode, details: Details): readonly string[] {
  const { text, strong } = details.markup;
  const decision = portfolio.decision(node.id);
  const reason = decision && !decision.applicable ? valueOf(decision.reason) : undefined;
  const evidence = details.evidence(node);
  const name = `${node.id} ${node.title}`.trim();
  return [
    heading(node, text(`${name}: ${coverageWords(portfolio.coverage(node.id))}`)),
    inLines(details.markup, node.text),
    ...node.introduction.map(text),
    node.children.length > 0 ? text(`${capitalised(withThoseBelow(summaryWords(portfolio, [node])))}.`) : '',
    reason ? `${strong('Why it is not applicable')}: ${text(reason)}` : '',
    ratingPart(portfolio, node, details.markup),
    node.guidance.length > 0 ? strong('Guidance') + details.points(node) : '',
    bullets(node.guidance.map(text)),
    relatedPart(portfolio, node, details.markup),
    evidence.length > 0 ? strong('Your evidence') : '',
    evidence.join('\n'),
    counterpartsPart(portfolio, node, details),
  ];
}

/** What the standard names as related, in a line; empty where that is nothing. */
function relatedPart(portfolio: Portfolio, node: StandardNode, { text, strong }: Markup): string {
  const words = relatedWords(portfolio.standard, node);
  return words.length > 0 ? `${strong('Related')}: ${text(words.join('; '))}` : '';
}

/** The parts of other standards that mappings pair with it, in a line; empty where there are none. */
function counterpartsPart(
  portfolio: Portfolio,
  node: StandardNode,
  { markup, counterpart }: Details,
): string {
  const all = counterpartsOf(portfolio, node).slice(0, maximumLinks);
  return all.length > 0
    ? `${markup.strong('Counterparts')}: ${all.map((one) => counterpart(node, one)).join('; ')}`
    : '';
}

/** How the ratings stand against the award, and what stands between; nothing where nothing is rated. */
function awardParts(of: PortfolioStandard, { text, strong }: Markup): readonly string[] {
  return (['self', 'assessor'] as const).flatMap((rater) => {
    const standing = hasRatings(of, rater) ? awardStanding(of, rater) : undefined;
    if (!standing) return [];
    const { named, unnamed } = gapsOf(standing);
    const name = rater === 'self' ? 'Self-assessment' : 'The assessor';
    return [
      `${strong(name)}: ${text(`${awardWords(of.standard, standing)}; ${neededWords(standing)}.`)}`,
      standing.between.length > 0 ? text('What stands between:') : '',
      bullets([
        ...named.map(({ element, rating }) =>
          text(`${element.id} ${shortWords(element)}: ${rating ? ratingWords(rating) : 'not rated'}`),
        ),
        ...(unnamed > 0 ? [text(`${count(unnamed, 'element')} that the assessor has not rated`)] : []),
      ]),
    ];
  });
}

function ratingPart(portfolio: Portfolio, node: StandardNode, { text, strong }: Markup): string {
  const words = ratingParts(portfolio, node).join('; ');
  return words === '' ? '' : `${strong('Assessment')}: ${text(words)}`;
}

function evidenceLines(
  portfolio: Portfolio,
  { id }: StandardNode,
  address: (uri: Uri) => string,
): readonly string[] {
  const { text, link, bullet } = markdown;
  const files = strongestFirst(portfolio.standard, id, portfolio.evidenceFor(id));
  const rows = files
    .slice(0, maximumLinks)
    .map((file) =>
      bullet(
        `${link(displayTitle(file), address(file.uri))} ${text(`(${evidenceWords(portfolio, file).join('; ')})`)}`,
      ),
    );
  return files.length > maximumLinks
    ? [...rows, bullet(text(`and ${files.length - maximumLinks} more`))]
    : rows;
}

/** How it stands, whose it is, what is attached, and that it will not last, each as a few words on one line. */
function evidenceWords(portfolio: Portfolio, file: EvidenceFile): readonly string[] {
  const { today, manifest, exists } = portfolio;
  const owner = oneLine(valueOf(file.owner) ?? '').trim();
  const attachments = attachmentWords(file, exists).map(oneLine);
  const [reviewBy, assessment] = [valueOf(file.reviewBy), manifest?.assessmentDate];
  const expires =
    reviewBy !== undefined && assessment !== undefined && reviewBy >= today && reviewBy < assessment;
  return [
    `${standingWords(portfolio, file)}${expires ? ', before the assessment' : ''}`,
    ...(owner === '' ? [] : [`owner: ${owner}`]),
    ...(attachments.length === 0 ? [] : [`attached: ${attachments.join(', ')}`]),
  ];
}

const evidenceCount = (files: number): number => Math.min(files, maximumLinks + 1);

/** Markdown knows six levels; the page's own title is the first. */
const heading = (node: StandardNode, words: string): string =>
  `${'#'.repeat(Math.min(node.ancestors.length + 2, 6))} ${words}`;

const bullets = (lines: readonly string[]): string => lines.map(markdown.bullet).join('\n');

/** `9 of 12 evidenced, 1 overdue, 2 missing`. */
function summaryWords(portfolio: Portfolio, nodes: readonly StandardNode[]): string {
  const summary = summarise(nodes, (id) => portfolio.coverage(id));
  const applicable = summary.total - summary.notApplicable;
  return [
    ...(applicable > 0 ? [`${summary.evidenced} of ${applicable} evidenced`] : []),
    ...restWords(summary),
  ].join(', ');
}
