/** What is to be said of a node of the standard: for hovers and for the documentation of completions. */
import type { MarkupContent } from 'vscode-languageserver-types';
import {
  assessmentOf,
  assessmentWords,
  hasRatings,
  ratingSummaryWords,
  summariseRatings,
} from '../../core/portfolio/assessment';
import { assigneesOf } from '../../core/portfolio/assignees';
import { counterpartsOf, lacksEvidence, servingFor } from '../../core/portfolio/counterparts';
import { summarise } from '../../core/portfolio/coverage';
import type { EvidenceFile } from '../../core/evidence/evidence';
import { valueOf } from '../../core/yaml/fields';
import {
  pointsFollowed,
  pointsInFile,
  pointsInPortfolio,
  pointsInWords,
} from '../../core/portfolio/guidance';
import { isOpen } from '../../core/plan/model';
import type { Portfolio } from '../../core/portfolio/portfolio';
import { strongestFirst } from '../../core/evidence/strongest';
import { displayTitle } from '../../core/evidence/titleAndStanding';
import type { StandardNode } from '../../core/standard/standard';
import { relatedWords } from '../../core/standard/related';
import { idAndTitle, nameInList, withThoseBelow } from '../../core/standard/standard';
import type { Markup } from './markup';
import { inLines, paragraphs } from './markup';
import { counterpartWords } from './counterparts';
import { dueWords } from './dueWords';
import { coverageWords, standingWords, summaryWords } from './wording';

/** More links than this would hide the guidance. */
const maximumLinks = 8;

/** What is said of a node's rating: an element's own, a group's added up; nothing where nothing is rated. */
export function ratingParts(portfolio: Portfolio, node: StandardNode): readonly string[] {
  const of = portfolio.standardOf(node.id);
  const own = node.assessable ? assessmentWords(assessmentOf(of.standard, of.decision(node.id))) : [];
  if (node.children.length === 0 || !hasRatings(of, 'self')) return own;
  const counted = ratingSummaryWords(summariseRatings(of, [node], 'self'));
  return node.assessable ? [...own, withThoseBelow(counted)] : [counted];
}

/** @param here the evidence file that is being read: the points of the guidance that it takes up are marked */
export function nodeMarkup(
  portfolio: Portfolio,
  node: StandardNode,
  markup: Markup,
  here?: EvidenceFile,
): MarkupContent {
  const { text, strong, emphasis } = markup;
  const { acknowledgement } = portfolio.standardOf(node.id).standard;
  const place = node.ancestors.map((above) => text(`${above.level} ${idAndTitle(above)}`)).join(' › ');
  return paragraphs(markup.kind, [
    place,
    `${strong(idAndTitle(node))}${node.text ? ` ${inLines(markup, node.text)}` : ''}`,
    ...node.introduction.map(text),
    ...guidanceMarkup(portfolio, node, markup, here),
    relatedMarkup(portfolio, node, markup),
    node.assessable && !portfolio.isLone ? coverageMarkup(portfolio, node, markup) : '',
    portfolio.isLone || (node.assessable && node.children.length === 0)
      ? ''
      : groupMarkup(portfolio, node, markup),
    counterpartsMarkup(portfolio, node, markup),
    assignedMarkup(portfolio, node, markup),
    ratingMarkup(portfolio, node, markup),
    actionsMarkup(portfolio, node, markup),
    acknowledgement ? emphasis(acknowledgement) : '',
  ]);
}

function guidanceMarkup(
  portfolio: Portfolio,
  node: StandardNode,
  { text, strong, bullet }: Markup,
  here: EvidenceFile | undefined,
): readonly string[] {
  if (node.guidance.length === 0) return [];
  const followed = here ? pointsFollowed(here, node) : [];
  const done = new Set(followed.filter(({ task }) => task.isDone).map(({ point }) => point));
  const inFile = here && pointsInFile(here, node);
  const inAll = pointsInPortfolio(portfolio, node);
  const words = [
    ...(inFile ? [`${pointsInWords(inFile)} here`] : []),
    ...(inAll && inAll.addressed !== inFile?.addressed ? [`${pointsInWords(inAll)} in all evidence`] : []),
  ];
  return [
    strong('Guidance'),
    node.guidance.map((line) => bullet(`${done.has(line) ? '✓ ' : ''}${text(line)}`)).join('\n'),
    words.length > 0 ? text(`${node.id}: ${words.join(', ')}`) : '',
  ];
}

/** Empty where the standard names nothing that is related. */
function relatedMarkup(portfolio: Portfolio, node: StandardNode, { text, strong }: Markup): string {
  const all = relatedWords(portfolio.standard, node);
  if (all.length === 0) return '';
  const more = all.length > maximumLinks ? [`and ${all.length - maximumLinks} more`] : [];
  return `${strong('Related:')} ${text([...all.slice(0, maximumLinks), ...more].join('; '))}`;
}

function coverageMarkup(portfolio: Portfolio, element: StandardNode, markup: Markup): string {
  const { text, strong, link, bullet } = markup;
  const coverage = portfolio.coverage(element.id);
  const decision = portfolio.decision(element.id);
  const reason = decision && !decision.applicable ? valueOf(decision.reason) : undefined;
  const evidence = strongestFirst(portfolio.standard, element.id, portfolio.evidenceFor(element.id)).filter(
    ({ status }) => valueOf(status) !== 'withdrawn',
  );
  const remarks = [
    coverageWords(coverage),
    ...(reason ? [reason] : []),
    ...(coverage.singleSource ? ['it rests on a single source'] : []),
    ...(coverage.expiresBeforeAssessment ? ['all of it expires before the assessment'] : []),
  ];
  const rows = evidence
    .slice(0, maximumLinks)
    .map((file) =>
      bullet(`${link(displayTitle(file), file.uri)} ${text(`(${standingWords(portfolio, file)})`)}`),
    );
  const more =
    evidence.length > maximumLinks ? [bullet(text(`and ${evidence.length - maximumLinks} more`))] : [];
  return [`${strong('Coverage here:')} ${text(remarks.join('; '))}`, ...rows, ...more].join('\n');
}

/** The parts of other standards that mappings pair with it; empty where there are none. */
function counterpartsMarkup(portfolio: Portfolio, node: StandardNode, markup: Markup): string {
  const { text, strong, bullet } = markup;
  const all = counterpartsOf(portfolio, node);
  if (all.length === 0) return '';
  const serves = lacksEvidence(portfolio, node) && servingFor(portfolio, node).length > 0;
  const rows = all
    .slice(0, maximumLinks)
    .map((one) => bullet(counterpartWords(portfolio, node, one, markup)));
  const more = all.length > maximumLinks ? [bullet(text(`and ${all.length - maximumLinks} more`))] : [];
  const heading = serves ? 'Counterparts, whose evidence may serve here:' : 'Counterparts:';
  return [strong(heading), ...rows, ...more].join('\n');
}

/** Who is to find evidence; empty where nobody is named. */
function assignedMarkup(portfolio: Portfolio, node: StandardNode, { text, strong }: Markup): string {
  const who = assigneesOf(portfolio, node);
  return who.length > 0 ? `${strong('To find evidence:')} ${text(who.join(', '))}` : '';
}

/** Empty where nothing is said of the element, and where the standard has no ratings. */
function ratingMarkup(portfolio: Portfolio, node: StandardNode, markup: Markup): string {
  const words = ratingParts(portfolio, node);
  return words.length > 0 ? `${markup.strong('Assessment here:')} ${markup.text(words.join('; '))}` : '';
}

/** What the action plan has open for an element, and whether anything was done; empty where it says nothing. */
function actionsMarkup(portfolio: Portfolio, node: StandardNode, { text, strong }: Markup): string {
  const actions = portfolio.actionsFor(node.id).map(({ action }) => action);
  if (actions.length === 0) return '';
  const open = actions.filter(isOpen);
  const words = open.slice(0, maximumLinks).map((action) => {
    const { responsibility, progress, state } = action;
    const stands = state.kind === 'known' ? state.word : (progress?.text ?? '');
    const parts = [responsibility?.text ?? '', stands, dueWords(action, portfolio.today) ?? ''];
    return parts.filter((part) => part !== '').join(', ') || 'open';
  });
  const done = actions.length - open.length;
  return `${strong('Action plan here:')} ${text([...words, ...(done > 0 ? [`${done} complete`] : [])].join('; '))}`;
}

function groupMarkup(portfolio: Portfolio, group: StandardNode, { text, strong, bullet }: Markup): string {
  const rows = group.children.map((child) =>
    bullet(`${text(nameInList(child))}: ${text(standingInWords(portfolio, child))}`),
  );
  const counted = summaryWords(summarise([group], (id) => portfolio.coverage(id)));
  const heading = group.assessable ? 'With those below:' : 'Coverage here:';
  return [`${strong(heading)} ${text(counted)}`, ...rows].join('\n');
}

/** How any node stands: an element by itself, a group by all below it, and what is both by both. */
function standingInWords(portfolio: Portfolio, node: StandardNode): string {
  const own = node.assessable ? coverageWords(portfolio.coverage(node.id)) : '';
  if (node.assessable && node.children.length === 0) return own;
  const counted = summaryWords(summarise([node], (id) => portfolio.coverage(id)));
  return node.assessable ? `${own}; ${withThoseBelow(counted)}` : counted;
}
