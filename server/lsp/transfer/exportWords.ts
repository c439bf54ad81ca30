/** What is in a file that goes out, and what is left out, in a few sentences: read before it is written. */
import { assessmentSheet } from '../../core/assessor/assessmentSheet';
import { dueIn } from '../../core/due/due';
import { dueSummary } from '../../core/due/words';
import { matrixSheet } from '../../core/matrix/matrixSheet';
import type { Portfolio } from '../../core/portfolio/portfolio';
import { whichPlan } from '../../core/portfolio/whichPlan';
import type { ReportOptions } from '../../core/report/report';
import { reportOf } from '../../core/report/report';
import type { TableSheet } from '../../core/tables/sheet';
import { standingOf } from '../../core/evidence/titleAndStanding';
import { count, listOf } from '../../words/counts';
import { totalOf } from '../../words/states';
import type { ExportWanted } from '../protocol';

/** @param past of a report */
export function exportWords(
  portfolio: Portfolio,
  wanted: ExportWanted,
  past: ReportOptions,
): readonly string[] {
  switch (wanted.what) {
    case 'matrix':
      return [...matrixWords(portfolio, wanted), ...leftOut(portfolio)];
    case 'assessment':
      return [...assessmentWords(portfolio), ...leftOut(portfolio)];
    case 'report':
      return reportWords(portfolio, past);
    case 'due':
      return [dueSummary(dueIn(portfolio))];
    case 'standard':
      return standardWords(portfolio);
    case 'plan':
      return planWords(portfolio);
  }
}

const rowsIn = ({ rows }: TableSheet): number => rows.filter(({ kind }) => kind === 'entry').length;

const sumOf = ({ standards }: Portfolio) => totalOf(standards.map((of) => of.summary()));

function matrixWords(
  portfolio: Portfolio,
  { layout, hasGuidance = false }: Extract<ExportWanted, { what: 'matrix' }>,
): readonly string[] {
  const { total, missing, notApplicable } = sumOf(portfolio);
  const used = [...portfolio.evidence.values()].filter(
    (one) => standingOf(one, portfolio.today) !== 'withdrawn',
  );
  const drafts = used.filter((one) => standingOf(one, portfolio.today) === 'draft').length;
  const rows = rowsIn(matrixSheet(portfolio, { layout, hasGuidance }));
  const parts = [
    ...(missing > 0 ? [`${missing} without evidence`] : []),
    ...(notApplicable > 0 ? [`${notApplicable} that ${doOrDoes(notApplicable)} not apply`] : []),
  ];
  return [
    `${count(rows, 'row')}: ${count(total, 'element')}${parts.length > 0 ? `, ${listOf(parts)}` : ''}.`,
    `${count(used.length, 'piece')} of evidence${drafts > 0 ? `, ${drafts} of them in draft or in review` : ''}.`,
  ];
}

function assessmentWords(portfolio: Portfolio): readonly string[] {
  const { total } = sumOf(portfolio);
  const rows = rowsIn(assessmentSheet(portfolio));
  const others = Math.max(0, total - rows);
  return [
    `${count(rows, 'row')}, one for each element that is assessed, with the ratings to choose from.`,
    ...(others > 0 ? [`Left out: ${count(others, 'element')} that ${doOrDoes(others)} not apply.`] : []),
  ];
}

/** What is withdrawn is in no sheet. */
function leftOut({ evidence, today }: Portfolio): readonly string[] {
  const withdrawn = [...evidence.values()].filter((one) => standingOf(one, today) === 'withdrawn').length;
  return withdrawn === 0 ? [] : [`Left out: ${count(withdrawn, 'withdrawn piece')} of evidence.`];
}

function reportWords(portfolio: Portfolio, past: ReportOptions): readonly string[] {
  const { subtitle, blocks } = reportOf(portfolio, past);
  const verdict = blocks.flatMap((block) => (block.kind === 'verdict' ? [block.text] : []));
  const { since, progress = [] } = past;
  return [
    `${subtitle}.`,
    ...verdict,
    since
      ? `With what has changed since ${since.name}.`
      : 'Left out: what has changed, as nothing is known of the past here.',
    ...(progress.length > 0 ? [`With the progress of ${count(progress.length, 'month')}.`] : []),
  ];
}

function standardWords(portfolio: Portfolio): readonly string[] {
  const { total } = sumOf(portfolio);
  return [
    `${count(total, 'element')}, with guidance, coverage and evidence.`,
    'A web page, which any browser prints.',
  ];
}

function planWords(portfolio: Portfolio): readonly string[] {
  const which = whichPlan(portfolio);
  const plan = which.kind === 'several' ? undefined : portfolio.plans.get(which.uri);
  const rows = (plan?.tables ?? []).reduce((sum, table) => sum + table.rows.length, 0);
  return plan === undefined ? [] : [`${count(rows, 'row')} of ${plan.title ?? 'the action plan'}.`];
}

const doOrDoes = (number: number): string => (number === 1 ? 'does' : 'do');
