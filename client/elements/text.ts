/** Coverage as Markdown for other places: links, and a summary for a report. Nothing here knows VS Code. */
import type { CoverageNode, EvidenceRow, PortfolioCoverage } from '../../server/lsp/protocol';
import { groupDescription, nodeLabel } from '../words/coverageLabels';
import { stateWords } from '../../server/words/states';
import { formatDate } from '../../server/words/dates';
import { count } from '../../server/words/counts';
import { capitalised } from '../../server/words/capitals';
import { elementsOf } from '../portfolios/elements';
import { againstEach, type AgainstStandard } from '../portfolios/standards';

/**
 * An element as a link to its evidence, the first item that counts before others; its ID and words alone where it
 * has none. `folder` is the URI of the folder in which the link will stand.
 */
export function elementLink(node: CoverageNode, rows: readonly EvidenceRow[], folder: string): string {
  const words = nodeLabel(node).replace(/…$/, '').trim();
  const evidence = rows.find(({ status, overdue }) => status === 'approved' && !overdue) ?? rows[0];
  return evidence ? link(words, evidence.uri, folder) : escapeWords(words);
}

/** A piece of evidence as a link. */
export function evidenceLink(evidence: EvidenceRow, folder: string): string {
  return link(evidence.title, evidence.uri, folder);
}

const link = (words: string, uri: string, folder: string): string =>
  `[${escapeWords(words)}](${relativeAddress(folder, uri)})`;

/** What a writer would escape by hand: a full stop in an ID is none of it. */
const escapeWords = (words: string): string => words.replace(/[\\`*_[\]<>]/g, '\\$&').replace(/\s+/g, ' ');

/** The way from a folder to a file, both as URIs of one origin: percent-encoded, with / between its parts. */
export function relativeAddress(folder: string, uri: string): string {
  const from = folder.replace(/\/+$/, '').split('/');
  const to = uri.split('/');
  let same = 0;
  while (same < from.length && same < to.length - 1 && from[same] === to[same]) same++;
  return [...from.slice(same).map(() => '..'), ...to.slice(same)].join('/');
}

/** States in which something is missing, or has been decided. */
const gapStates = ['missing', 'overdue', 'draft', 'not-applicable'] as const;

/** Whether a summary says what there is for an element. */
export const isGap = ({ state, items }: CoverageNode): boolean =>
  items !== 0 && gapStates.some((gap) => gap === state);

/**
 * The coverage of a portfolio for an e-mail or a report: what there is, and what is still to do.
 * @param evidence of the elements that are a gap, by their IDs
 */
export function coverageSummary(
  portfolio: PortfolioCoverage,
  evidence: ReadonlyMap<string, readonly EvidenceRow[]>,
): string {
  const { title, nodes, asOf } = portfolio;
  const day = asOf === undefined ? '' : `, as of ${formatDate(asOf)}`;
  const rows = nodes
    .filter((node) => node.summary !== undefined)
    .map(
      (node) => `| ${escapeCell(nodeLabel(node))} | ${node.summary ? groupDescription(node.summary) : ''} |`,
    );
  const table =
    rows.length === 0 ? [] : ['', `| ${nodes[0]?.level ?? ''} | Coverage |`, '| --- | --- |', ...rows];
  const elements = elementsOf([portfolio]).map(({ node }) => node);
  const gaps = gapStates.flatMap((state) => {
    const found = elements.filter((node) => node.state === state);
    if (found.length === 0) return [];
    const heading = `${state === 'not-applicable' ? 'Not applicable' : capitalised(stateWords[state])}: ${count(found.length, 'element')}`;
    return ['', `## ${heading}`, '', ...found.map((node) => summaryLine(node, evidence.get(node.id) ?? []))];
  });
  return [
    `# ${escapeWords(title)}: coverage`,
    '',
    ...againstEach(portfolio).map(
      (one) =>
        `${escapeWords(one.standardTitle)}, ${count(one.summary.total, 'element')}${day}: ${groupDescription(one.summary)}.`,
    ),
    ...againstEach(portfolio).flatMap(awardLines),
    ...table,
    ...gaps,
    '',
  ].join('\n');
}

function awardLines({ award, name, standardTitle }: AgainstStandard): readonly string[] {
  if (award === undefined) return [];
  const { self, assessor } = award;
  const theirs = assessor
    ? ['', `The assessor: ${escapeWords(assessor.words)}; ${assessor.neededWords}.`]
    : [];
  const of = name === undefined ? '' : ` against ${escapeWords(standardTitle)}`;
  return ['', `Self-assessment${of}: ${escapeWords(self.words)}; ${self.neededWords}.`, ...theirs];
}

function summaryLine(node: CoverageNode, rows: readonly EvidenceRow[]): string {
  const words = node.text === '' ? node.title : node.text;
  const evidence = rows.map(
    ({ title, reviewBy, overdue, owner }) =>
      `${title} (${[overdue && reviewBy !== null ? `review was due by ${formatDate(reviewBy)}` : '', owner ?? 'no owner'].filter((part) => part !== '').join(', ')})`,
  );
  const more = [node.state === 'not-applicable' ? (node.reason ?? '') : '', ...evidence].filter(
    (part) => part !== '',
  );
  return `- ${escapeWords(`${node.id} ${words}`)}${more.length > 0 ? ` – ${escapeWords(more.join('; '))}` : ''}`;
}

const escapeCell = (text: string): string => escapeWords(text).replaceAll('|', '\\|');
