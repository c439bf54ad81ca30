/** The words of the Coverage view and the status bar. Nothing here knows VS Code. */
import type { Award, CoverageNode, CoverageSummary, EvidenceRow, Points } from '../../server/lsp/protocol';
import { changeExplained, changeInWords, changeSpoken, changesWithin } from './changeWords';
import { capitalised, lowerFirst } from '../../server/words/capitals';
import { count } from '../../server/words/counts';
import { gapWords, restWords, stateMeanings, stateWords } from '../../server/words/states';
import { asOfWords, formatDate } from '../../server/words/dates';
import { mayServeWords } from '../../server/words/relations';
import { escapeEveryMark } from '../../server/words/markdown';

/** `10 of 11 evidenced · 1 missing`: elements that do not apply are left out of the reckoning. */
export function groupDescription(summary: CoverageSummary): string {
  const applicable = summary.total - summary.notApplicable;
  if (applicable === 0) return summary.total === 0 ? 'no elements' : 'not applicable';
  const gaps = gapWords(summary);
  return [`${summary.evidenced} of ${applicable} evidenced`, ...gaps].join(' · ');
}

/**
 * What an element's row says beside its name: `evidenced · 2 items · rated compliant`, `missing`, `overdue`. What has
 * become of it since a base comes first: `lost · missing`.
 */
export function elementDescription(node: CoverageNode): string {
  if (node.state === undefined) return '';
  const words = stateWords[node.state];
  const items = node.state === 'evidenced' && node.current !== undefined ? [count(node.current, 'item')] : [];
  const points = node.points ? [pointsInWords(node.points)] : [];
  const change = node.change ? [changeInWords(node.change)] : [];
  const found = node.found === undefined ? [] : [`for “${node.found}”`];
  return [
    ...change,
    words,
    ...found,
    ...mayServe(node),
    ...toFind(node),
    ...items,
    ...points,
    ...ownRating(node),
  ].join(' · ');
}

/** `evidence for ISO:9.1.2 may serve`: what stands for its counterparts in other standards. */
const mayServe = ({ counterparts = [] }: CoverageNode): readonly string[] =>
  counterparts.length > 0 ? [mayServeWords(counterparts.map(({ id }) => id))] : [];

/** `Performance Officer`: who is to find evidence, where there is none that counts. */
const toFind = ({ state, assigned = [] }: CoverageNode): readonly string[] =>
  assigned.length > 0 && state !== 'evidenced' && state !== 'not-applicable' ? [assigned.join(', ')] : [];

/** `rated compliant`: the first of the words about a rating, where it is one's own. */
const ownRating = ({ rating }: CoverageNode): readonly string[] =>
  rating?.self === undefined ? [] : rating.words.slice(0, 1);

/** `2 of 4 points`: how much of an element's guidance is ticked in the evidence. */
export function pointsInWords({ addressed, total }: Points): string {
  return `${addressed} of ${count(total, 'point')}`;
}

/** What any node's row says beside its name: the state of an element, the counts of a group. */
export function nodeDescription(node: CoverageNode): string {
  const below = belowDescription(node);
  if (node.state === undefined) return below;
  return [elementDescription(node), ...(below === '' ? [] : [withThoseBelow(below)])].join(' · ');
}

/** What has changed below a node, and what it adds up to with all that is below; empty where nothing is. */
function belowDescription({ children, summary, shown }: CoverageNode): string {
  const changes = changesWithin(children);
  const counts = shown && summary ? shownDescription(shown, summary) : summary && groupDescription(summary);
  return [changes, counts ?? ''].filter((part) => part !== '').join(' · ');
}

/** `3 of 12 shown · 1 evidenced · 2 missing`: what a filter leaves of a group. */
export const shownDescription = (shown: CoverageSummary, { total }: CoverageSummary): string =>
  [`${shown.total} of ${total} shown`, ...countsThere(shown)].join(' · ');

/** An element that has others below it is one of those that are counted. */
const withThoseBelow = (counts: string): string => `with those below: ${counts}`;

/**
 * The name of a node's row: `1.1 Customer Identification`. An element without a title is called by what tells it from
 * its like, so that looking for words in the tree finds it: `3.2.4 information is accurate and complete`.
 */
export function nodeLabel(node: CoverageNode): string {
  const words = node.words ?? node.title;
  return node.label ?? (words === '' ? node.id : `${node.id} ${words}`);
}

/** The name of a node in a sentence: as its row has it, but the ID alone where the standard gives no title. */
export function nodeName(node: CoverageNode): string {
  return node.label ?? (hasOwnTitle(node) ? `${node.id} ${node.title}` : node.id);
}

/** A node has a title of its own unless it was made from the first words of its text. */
function hasOwnTitle({ title, text }: CoverageNode): boolean {
  return title !== '' && (text === '' || !text.startsWith(title.replace(/…$/, '')));
}

/** What a screen reader says for a node's row: the name in full words, then the state or the counts. */
export function nodeSpoken(node: CoverageNode): string {
  const words = node.text === '' ? node.title : node.text;
  const { change, ...plain } = node;
  const below = belowDescription(node);
  const own = [elementDescription(plain), ...(below === '' ? [] : [withThoseBelow(below)])].join(' · ');
  const rest = node.state === undefined ? nodeDescription(node) : own;
  const added = node.ratings && node.shown === undefined ? [`self-assessment: ${node.ratings.words}`] : [];
  const ratings = node.state === undefined ? added : otherRating(node);
  const changed = change ? [changeSpoken(change)] : [];
  return [`${node.level} ${node.id}`, words, ...changed, rest.replaceAll(' · ', ', '), ...ratings]
    .filter((part) => part !== '')
    .join(', ');
}

/** What is said of an element's rating beside one's own: the assessor's, and the comment. */
const otherRating = ({ rating }: CoverageNode): readonly string[] =>
  rating?.self === undefined ? (rating?.words ?? []) : rating.words.slice(1);

/** The row of a portfolio's award: its name, what stands beside it, its tooltip, and what a screen reader says. */
export function awardRow({ self, assessor }: Award): {
  readonly label: string;
  readonly description: string;
  readonly tooltip: string;
  readonly spoken: string;
} {
  // Where only the assessor has rated anything, one's own nought would be all that is seen.
  if (assessor && self.reached === 0 && self.between.every(({ rating }) => rating === undefined))
    return rowOfRater('The assessor’s ratings', assessor, []);
  const theirs = assessor === undefined ? [] : [`The assessor: ${assessor.words}; ${assessor.neededWords}`];
  return rowOfRater('Self-assessment', self, theirs);
}

function rowOfRater(
  label: string,
  row: Award['self'],
  theirs: readonly string[],
): ReturnType<typeof awardRow> {
  const facts = [capitalised(row.neededWords), ...theirs, 'Click to see what stands between'];
  return {
    label,
    description: `${row.share} · ${row.neededWords} · the award asks for ${row.percent} %`,
    tooltip: tooltip(label, [`${row.words}.`], facts),
    spoken: [`${label}: ${row.words}`, row.neededWords, ...theirs].join('; '),
  };
}

/** What a piece of evidence says beside its title: `strongest · approved · review by 1 March 2027`. */
export const evidenceDescription = (row: EvidenceRow): string =>
  `${row.strongest ? 'strongest · ' : ''}${row.sharedFrom === undefined ? '' : 'shared · '}${standingOf(row)}`;

function standingOf(row: EvidenceRow): string {
  const status = row.status === 'in-review' ? 'in review' : row.status;
  if (row.reviewBy === null) return status;
  const day = formatDate(row.reviewBy);
  return row.overdue ? `overdue · review was due by ${day}` : `${status} · review by ${day}`;
}

/** The tooltip of a piece of evidence. */
export function evidenceTooltip(row: EvidenceRow, path: string): string {
  const owner = row.owner === null ? 'Nobody is named as its owner' : `Kept by ${row.owner}`;
  return tooltip(row.title, [row.sharedFrom ?? path], [capitalised(evidenceDescription(row)), owner]);
}

/** `57 elements: 44 evidenced, 9 missing` */
export function statusText({ total, evidenced, missing }: CoverageSummary): string {
  return `${count(total, 'element')}: ${evidenced} evidenced, ${missing} missing`;
}

/** Every count that is not nought, in words: `44 evidenced`, `2 overdue`, `9 missing`, `1 not applicable`. */
export function countsInWords(summary: CoverageSummary): readonly string[] {
  const none = summary.evidenced === 0 ? ['0 evidenced'] : [];
  return [...none, ...countsThere(summary)];
}

function countsThere(summary: CoverageSummary): readonly string[] {
  const evidenced = summary.evidenced > 0 ? [`${summary.evidenced} evidenced`] : [];
  return [...evidenced, ...restWords(summary)];
}

/** The counts of a group as facts: under a filter, of what is on show. */
function groupFacts({ summary, shown }: CoverageNode): readonly string[] {
  if (summary === undefined) return [];
  return shown ? [`${shown.total} of ${summary.total} shown`, ...countsThere(shown)] : countsInWords(summary);
}

/** What is said, and of which day, where somebody has set the day to judge by: `9 missing · as of 12 May 2027`. */
export const onDay = (words: string, day: string | undefined): string =>
  [words, asOfWords({ asOf: day }) ?? ''].filter((part) => part !== '').join(' · ');

/** A tooltip as Markdown: a heading, paragraphs of text, and short facts below a line. Everything is escaped. */
export function tooltip(heading: string, paragraphs: readonly string[], facts: readonly string[]): string {
  const body = paragraphs.filter((text) => text !== '').map(escapeEveryMark);
  const list = facts.filter((text) => text !== '').map((fact) => `- ${escapeEveryMark(fact)}`);
  return [`**${escapeEveryMark(heading)}**`, ...body, list.join('\n')]
    .filter((part) => part !== '')
    .join('\n\n');
}

/** The tooltip of a node's row. */
export function nodeTooltip(node: CoverageNode): string {
  const heading = `${node.level} ${node.id}`;
  const text = node.text === '' ? node.title : node.text;
  if (node.state === undefined) {
    // Ratings are added up for all of a group.
    const isWhole = node.shown === undefined;
    const ratings = node.ratings && isWhole ? [`Self-assessment: ${node.ratings.words}`] : [];
    return tooltip(heading, [text], [...groupFacts(node), ...ratings]);
  }
  const [words, meaning] = [stateWords[node.state], stateMeanings[node.state]];
  const why = node.reason === undefined || node.reason === '' ? lowerFirst(meaning) : node.reason;
  const next = node.state === 'missing' ? ['Click to read what the standard says'] : [];
  const items =
    node.state === 'evidenced' && node.current === 1 ? ['Rests on a single piece of evidence'] : [];
  const points = node.points ? [`${pointsInWords(node.points)} of the guidance addressed`] : [];
  const rating = (node.rating?.words ?? []).map(capitalised);
  const serving = (node.counterparts ?? []).map(
    ({ id, title, asks }) => `Evidence for ${id} ${title}, which ${asks}, may serve`,
  );
  const change = node.change ? [changeExplained(node.change)] : [];
  const counts = groupFacts(node).join(', ');
  const below = counts === '' ? [] : [capitalised(withThoseBelow(counts))];
  const guidance = (node.guidance ?? []).map((point) => `- ${escapeEveryMark(point)}`).join('\n');
  return [
    tooltip(
      heading,
      [text],
      [
        ...change,
        `${capitalised(words)}: ${why}`,
        ...rating,
        ...points,
        ...items,
        ...below,
        ...serving,
        ...next,
      ],
    ),
    ...(guidance === '' ? [] : ['**Guidance**', guidance]),
  ].join('\n\n');
}
