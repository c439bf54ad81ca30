/** The workbook that an assessor fills in: each element with what they are shown and told, and the ratings. */
import type { EvidenceFile } from '../evidence/evidence';
import { isStrongestFor, strongestFirst } from '../evidence/strongest';
import { strongestMark } from '../matrix/evidenceCell';
import { cellLine, plainly } from '../matrix/notes';
import { headingRow, ratingTitles, standardRows } from '../matrix/sheetRows';
import { standardText } from '../plan/newRows';
import { assessmentOf } from '../portfolio/assessment';
import type { Portfolio } from '../portfolio/portfolio';
import type { PortfolioStandard } from '../portfolio/portfolioStandard';
import { displayTitle } from '../evidence/titleAndStanding';
import type { StandardNode } from '../standard/standard';
import type { SheetColumn, TableRow, TableSheet } from '../tables/sheet';
import { valueOf } from '../yaml/fields';
import type { RatedSheet } from './awardSheet';
import type { AssessmentColumn } from './columnNames';
import { assessmentTitles } from './columnNames';

const columns: readonly AssessmentColumn[] = [
  'ref',
  'element',
  'show',
  'tell',
  'self',
  'assessor',
  'comment',
];

export function assessmentSheet(portfolio: Portfolio): TableSheet {
  const choices = ratingTitles(portfolio);
  const looks: Readonly<Record<AssessmentColumn, Omit<SheetColumn, 'name'>>> = {
    ref: { width: 9, holds: 'exact', isKey: true },
    element: { width: 44, holds: 'text' },
    show: { width: 44, holds: 'text' },
    tell: { width: 34, holds: 'text' },
    self: { width: 18, holds: 'choice', choices },
    assessor: { width: 18, holds: 'choice', choices },
    comment: { width: 44, holds: 'text' },
    assessed: { width: 13, holds: 'date' },
  };
  const rows = portfolio.standards.flatMap((of) => [
    ...standardRows(of),
    ...of.roots.flatMap((root) => rowsOf(portfolio, root)),
  ]);
  return {
    name: 'Assessment',
    caption: 'Ratings by element of the standard',
    columns: columns.map((role) => ({ ...looks[role], name: assessmentTitles[role] })),
    rows,
  };
}

/** Of a node and all that is below it. */
function rowsOf(portfolio: Portfolio, node: StandardNode): readonly TableRow[] {
  const below = node.children.flatMap((child) => rowsOf(portfolio, child));
  if (!node.assessable) return node.inScope ? [headingRow(node), ...below] : [];
  // What does not apply, or is out of scope, is not assessed.
  const applies = node.inScope && portfolio.decision(node.id)?.applicable !== false;
  return applies ? [rowOf(portfolio, node), ...below] : below;
}

/** Where what is rated of each standard stands on the sheet of `assessmentSheet`. */
export function ratedSheets(
  portfolio: Portfolio,
): readonly { readonly of: PortfolioStandard; readonly rated: RatedSheet }[] {
  let row = 2;
  return portfolio.standards.map((of) => {
    row += standardRows(of).length;
    const roots = of.roots.flatMap((node) => {
      const rows = rowsOf(portfolio, node);
      const first = row;
      row += rows.length;
      return rows.some(({ kind }) => kind === 'entry') ? [{ node, first, last: row - 1 }] : [];
    });
    const rated = {
      element: columns.indexOf('element'),
      columns: { self: columns.indexOf('self'), assessor: columns.indexOf('assessor') },
      roots,
    };
    return { of, rated };
  });
}

function rowOf(portfolio: Portfolio, node: StandardNode): TableRow {
  const { self, assessor, comment } = assessmentOf(
    portfolio.standardOf(node.id).standard,
    portfolio.decision(node.id),
  );
  const { standard } = portfolio;
  const evidence = strongestFirst(standard, node.id, portfolio.evidenceFor(node.id)).filter(
    ({ status }) => valueOf(status) !== 'withdrawn',
  );
  const lines = (isTold: boolean): string =>
    evidence
      .filter((one) => isToldOf(one) === isTold)
      .map((one) => plainly(lineOf(one, isStrongestFor(standard, one, node.id))))
      .join('\n');
  const cells: Readonly<Record<AssessmentColumn, string>> = {
    ref: plainly(node.id),
    element: standardText(node),
    show: lines(false),
    tell: lines(true),
    self: plainly(self?.title ?? ''),
    assessor: plainly(assessor?.title ?? ''),
    comment: plainly(cellLine(comment ?? '')),
    assessed: '',
  };
  return { kind: 'entry', cells: columns.map((role) => cells[role]) };
}

/** What people say and what can be seen is told; all else is shown. */
const isToldOf = ({ kind }: EvidenceFile): boolean =>
  valueOf(kind) === 'testimony' || valueOf(kind) === 'observation';

function lineOf(evidence: EvidenceFile, isStrongest: boolean): string {
  const ref = valueOf(evidence.ref);
  const owner = isToldOf(evidence) ? valueOf(evidence.owner) : undefined;
  return cellLine(
    `${ref ? `${ref} ` : ''}${displayTitle(evidence)}${owner ? `: ${owner}` : ''}${isStrongest ? strongestMark : ''}`,
  );
}
