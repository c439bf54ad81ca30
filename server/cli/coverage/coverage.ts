/** `coverage`: the standard as a tree, with what each element rests on. */
import type { CoverageSummary, ElementState } from '../../words/states';
import { lacksEvidence, servingFor } from '../../core/portfolio/counterparts';
import type { Portfolio } from '../../core/portfolio/portfolio';
import { mayServeWords } from '../../words/relations';
import type { PortfolioStandard } from '../../core/portfolio/portfolioStandard';
import type { StandardNode } from '../../core/standard/standard';
import { nameInList, shortWords, withThoseBelow } from '../../core/standard/standard';
import type { ExitStatus, Surroundings } from '../command/surroundings';
import type { CoverageTold } from './command';
import { coverageAsJson } from '../check/outputs/json';
import { summaryAsOf } from '../check/outputs/text';
import { readFolder } from '../folder/portfolios';
import { complainOf } from '../folder/complain';
import { awardLines } from '../rate/ratingText';
import type { Style, Terminal } from '../output/terminal';
import { printable, terminal } from '../output/terminal';
import { count } from '../../words/counts';
import { restWords, stateWords } from '../../words/states';

export async function coverage(
  { folder, today, format }: CoverageTold,
  surroundings: Surroundings,
): Promise<ExitStatus> {
  const report = await readFolder(folder, today, surroundings);
  if (format === 'json') surroundings.write(coverageAsJson(report));
  else {
    const out = terminal(surroundings.isTerminal);
    surroundings.write(report.portfolios.map(({ portfolio }) => portfolioAsText(portfolio, out)).join('\n'));
  }
  return complainOf(report, folder, surroundings) ? 0 : 2;
}

const portfolioAsText = (portfolio: Portfolio, out: Terminal): string =>
  [
    out.style('strong', printable(portfolio.title)),
    ...portfolio.standards.flatMap((of) => standardAsText(portfolio, of, out)),
  ].join('\n');

function standardAsText(portfolio: Portfolio, of: PortfolioStandard, out: Terminal): readonly string[] {
  const { days, manifest } = portfolio;
  const { standard, heading } = of;
  const expiring = standard.elements.filter(({ id }) => of.coverage(id).expiresBeforeAssessment).length;
  return [
    ...(heading === undefined ? [] : [out.style('strong', printable(heading))]),
    `${summaryAsOf(of.summary(), days)}.`,
    ...awardLines(of, out),
    ...(expiring > 0 && manifest?.assessmentDate
      ? [
          `${count(expiring, 'element rests', 'elements rest')} on evidence that expires before the assessment on ${manifest.assessmentDate}.`,
        ]
      : []),
    '',
    ...of.roots.flatMap((root) => {
      const lines = nodeAsText({ portfolio, of }, root, 0, out);
      return lines.length === 0 ? [] : [...lines, ''];
    }),
  ];
}

/** A standard of a portfolio. */
interface Kept {
  readonly portfolio: Portfolio;
  readonly of: PortfolioStandard;
}

function nodeAsText(kept: Kept, node: StandardNode, depth: number, out: Terminal): readonly string[] {
  const { of } = kept;
  const indent = '  '.repeat(depth);
  const summary = of.summary([node]);
  // What is out of scope is counted above it, and named where somebody has evidence for it all the same.
  if (!node.inScope && !hasEvidence(of, node)) return [];
  const element = node.assessable ? [`${indent}${elementAsText(kept, node, out)}`] : [];
  if (node.assessable && node.children.length === 0) return element;
  const name = `${indent}${printable(nameInList(node, 60))}`;
  const below = node.children.flatMap((child) => nodeAsText(kept, child, depth + 1, out));
  if (depth === 0)
    return [...(node.assessable ? element : [out.style('strong', name)]), bar(summary, out), ...below];
  // An element that has others below it stands for itself, too.
  const [own] = element;
  const counted = out.style('faint', own === undefined ? share(summary) : withThoseBelow(share(summary)));
  return [own === undefined ? `${name}  ${counted}` : `${own}; ${counted}`, ...below];
}

const hasEvidence = (of: PortfolioStandard, node: StandardNode): boolean =>
  of.evidenceFor(node.id).length > 0 || node.children.some((child) => hasEvidence(of, child));

const marks: Readonly<Record<ElementState, readonly [mark: string, style: Style]>> = {
  evidenced: ['✓', 'good'],
  overdue: ['!', 'warning'],
  draft: ['…', 'information'],
  missing: ['✗', 'error'],
  'not-applicable': ['–', 'faint'],
  'out-of-scope': ['·', 'faint'],
};

function elementAsText({ portfolio, of }: Kept, element: StandardNode, out: Terminal): string {
  const { state, current, singleSource, expiresBeforeAssessment } = of.coverage(element.id);
  const [mark, style] = marks[state];
  const serving = lacksEvidence(portfolio, element) ? servingFor(portfolio, element) : [];
  const remarks = [
    ...(current > 1 ? [`${current} items`] : []),
    ...(singleSource ? ['single source'] : []),
    ...(expiresBeforeAssessment ? ['expires before the assessment'] : []),
    ...(serving.length > 0 ? [printable(mayServeWords(serving.map(({ node }) => node.id)))] : []),
  ];
  const remark = remarks.length > 0 ? out.style('faint', `, ${remarks.join(', ')}`) : '';
  return `${out.style(style, mark)} ${printable(`${element.id}  ${shortWords(element, 60)}`)}  ${out.style(style, stateWords[state])}${remark}`;
}

const barWidth = 30;

/** Full blocks for what is evidenced, of what is applicable; the figures stand beside it. */
function bar(summary: CoverageSummary, out: Terminal): string {
  const applicable = summary.total - summary.notApplicable;
  const filled = applicable === 0 ? 0 : Math.floor((summary.evidenced / applicable) * barWidth);
  return `${out.style('good', '█'.repeat(filled))}${out.style('faint', '░'.repeat(barWidth - filled))}  ${share(summary)}`;
}

const share = (summary: CoverageSummary): string =>
  [`${summary.evidenced} of ${summary.total - summary.notApplicable} evidenced`, ...restWords(summary)].join(
    ', ',
  );
