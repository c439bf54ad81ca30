/** Ratings and the award as text for people. */
import type { Rater } from '../../core/portfolio/assessment';
import {
  assessmentOf,
  assessmentWords,
  awardStanding,
  awardWords,
  gapsOf,
  hasRatings,
  neededWords,
  ratingSummaryWords,
  ratingWords,
  summariseRatings,
} from '../../core/portfolio/assessment';
import { asOfWords } from '../../words/dates';
import type { Uri } from '../../core/text/span';
import type { Portfolio } from '../../core/portfolio/portfolio';
import type { PortfolioStandard } from '../../core/portfolio/portfolioStandard';
import { withManifest } from '../../core/portfolio/withManifest';
import type { StandardNode } from '../../core/standard/standard';
import { nameInList, shortWords, withThoseBelow } from '../../core/standard/standard';
import { fileName } from '../../core/text/uri';
import type { Style, Terminal } from '../output/terminal';
import { printable, wrap } from '../output/terminal';
import { count } from '../../words/counts';
import { capitalised } from '../../words/capitals';

const width = 88;

/** The self-assessment of a portfolio: group by group, against the award, and what stands between. */
export function assessmentAsText(portfolio: Portfolio, out: Terminal): string {
  const { standards, title } = portfolio;
  const day = asOfWords(portfolio.days);
  return [
    out.style('strong', printable(day === undefined ? title : `${title}, ${day}`)),
    ...standards.flatMap((of) => standardLines(of, out)),
  ].join('\n');
}

function standardLines(of: PortfolioStandard, out: Terminal): readonly string[] {
  const { standard, heading } = of;
  const head = heading === undefined ? [] : [out.style('strong', printable(heading))];
  if (standard.ratings.length === 0)
    return [printable(`${standard.title} has no ratings, so nothing can be rated.`), ''];
  const award = awardLines(of, out, true);
  return [
    ...head,
    ...(award.length > 0
      ? award
      : [printable(`${ratingSummaryWords(summariseRatings(of, of.roots, 'self'))}.`)]),
    '',
    ...of.roots.flatMap((root) => groupLines(of, root, 0, out)),
    '',
    ...(['self', 'assessor'] as const).flatMap((rater) => betweenLines(of, rater, out)),
  ];
}

/**
 * How the ratings stand against the award of a standard, a line for oneself and one for the assessor.
 * @param always also where nothing is rated yet
 */
export function awardLines(of: PortfolioStandard, out: Terminal, always = false): readonly string[] {
  return (['self', 'assessor'] as const).flatMap((rater) => {
    const isWanted = hasRatings(of, rater) || (always && rater === 'self');
    const standing = isWanted ? awardStanding(of, rater) : undefined;
    if (!standing) return [];
    const style: Style = standing.reached >= standing.needed ? 'good' : 'warning';
    const words = printable(`${nameOf(rater)}: ${awardWords(of.standard, standing)}; `);
    return [`${words}${out.style(style, neededWords(standing))}.`];
  });
}

const nameOf = (rater: Rater): string => (rater === 'self' ? 'Self-assessment' : 'The assessor');

/** Groups with what is rated below them; elements that are none are left to the list of what stands between. */
function groupLines(
  of: PortfolioStandard,
  node: StandardNode,
  depth: number,
  out: Terminal,
): readonly string[] {
  if (node.children.length === 0) return [];
  const counted = ratingSummaryWords(summariseRatings(of, [node], 'self'));
  const words = node.assessable ? `${ownRating(of, node)}; ${withThoseBelow(counted)}` : counted;
  const name = printable(`${'  '.repeat(depth)}${nameInList(node, 60)}`);
  return [
    `${depth === 0 ? out.style('strong', name) : name}  ${out.style('faint', printable(words))}`,
    ...node.children.flatMap((child) => groupLines(of, child, depth + 1, out)),
  ];
}

function ownRating(of: PortfolioStandard, { id }: StandardNode): string {
  const decision = of.decision(id);
  const { self } = assessmentOf(of.standard, decision);
  if (decision?.applicable === false) return 'not applicable';
  return self ? `rated ${ratingWords(self)}` : 'not rated';
}

function betweenLines(of: PortfolioStandard, rater: Rater, out: Terminal): readonly string[] {
  const standing = hasRatings(of, rater) ? awardStanding(of, rater) : undefined;
  if (!standing || standing.between.length === 0) return [];
  const { named, unnamed } = gapsOf(standing);
  const head =
    rater === 'self'
      ? 'What stands between you and the award'
      : 'What stands between the assessor’s ratings and the award';
  return [
    out.style('strong', head),
    ...named.map(({ element, rating }) => {
      const words = rating ? ratingWords(rating) : 'not rated';
      return `  ${printable(`${element.id}  ${shortWords(element, 60)}`)}  ${out.style(rating ? 'warning' : 'error', printable(words))}`;
    }),
    ...(unnamed > 0 ? [`  ${count(unnamed, 'element')} that the assessor has not rated`] : []),
    '',
  ];
}

/** One element: what the standard says, what is said of its rating, and what it can be rated. */
export function elementAsText(portfolio: Portfolio, id: string, out: Terminal): string {
  const { standard } = portfolio.standardOf(id);
  const node = standard.nodes.get(id);
  if (!node) return '';
  const decision = portfolio.decision(id);
  const given = assessmentOf(standard, decision);
  const words =
    decision?.applicable === false ? ['declared not applicable'] : assessmentWords(given).map(capitalised);
  return [
    out.style('strong', printable(`${id}${node.title ? `  ${node.title}` : ''}`)),
    ...wrap(node.text, width),
    '',
    ...(words.length > 0 ? words : ['Not rated.']).flatMap((part) => wrap(part, width)),
    '',
    ...standard.ratings.flatMap(({ id: name, title, description }) =>
      wrap(`${name}: ${description || title}`, width - 2).map(
        (line, at) => `${at === 0 ? '• ' : '  '}${line}`,
      ),
    ),
    '',
  ].join('\n');
}

/** What an element's rating has become, and what that makes of the award. */
export function writtenAsText(
  before: Portfolio,
  { uri, text }: { readonly uri: Uri; readonly text: string },
  id: string,
  out: Terminal,
): string {
  const { standard } = before.standardOf(id);
  const after = withManifest(before, uri, text);
  const words = assessmentWords(assessmentOf(standard, after.decision(id)));
  const node = standard.nodes.get(id);
  const name = node ? `${id}, “${shortWords(node)}”` : id;
  return [
    out.style('strong', printable(name)),
    ...(words.length > 0 ? words : ['not rated']).flatMap((part) =>
      wrap(capitalised(part), width - 2).map((line) => `  ${line}`),
    ),
    printable(`Written to ${fileName(uri)}.`),
    ...awardLines(after.standardOf(id), out),
    '',
  ].join('\n');
}
