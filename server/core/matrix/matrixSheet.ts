/** A portfolio as an evidence matrix: a row for each element and piece of evidence, the strongest first. */
import type { EvidenceFile } from '../evidence/evidence';
import { kinds, statuses } from '../frontMatter/keys';
import { standardText } from '../plan/newRows';
import { assigneesOf } from '../portfolio/assignees';
import { assessmentOf } from '../portfolio/assessment';
import { attachmentTarget, leadsTo } from '../portfolio/targets';
import type { Portfolio } from '../portfolio/portfolio';
import { displayTitle } from '../evidence/titleAndStanding';
import type { StandardNode } from '../standard/standard';
import type { SheetColumn, TableRow, TableSheet } from '../tables/sheet';
import { compareNaturally } from '../text/naturalOrder';
import type { Span } from '../text/span';
import { encodeSegment, isWithin } from '../text/uri';
import { percentEncoded } from '../../words/addresses';
import { valueOf } from '../yaml/fields';
import type { MatrixColumn } from './columnNames';
import { columnTitles } from './columnNames';
import type { MatrixLayout } from './layouts';
import { headingRow, isInSheet, ratingTitles, standardRows } from './sheetRows';
import { strongestMark } from './evidenceCell';
import { cellLine, notesOf, plainly } from './notes';
import { isStrongestFor, strongestFirst } from '../evidence/strongest';
import { placeWords } from './whereToLook';

export interface MatrixOptions {
  readonly layout?: MatrixLayout;
  /** A column with the standard's guidance. */
  readonly hasGuidance?: boolean;
  /** How the portfolio's folder is reached from where the matrix lies: empty, or a path that ends with `/`, encoded. */
  readonly toRoot?: string;
}

const columnsOfLayout: Readonly<Record<MatrixLayout, readonly MatrixColumn[]>> = {
  matrix: [
    'ref',
    'element',
    'evidence',
    'esRef',
    'kind',
    'owner',
    'status',
    'date',
    'reviewBy',
    'where',
    'notes',
  ],
  soa: ['ref', 'element', 'applies', 'reason', 'rating', 'evidence', 'esRef', 'owner', 'reviewBy'],
};

export function matrixSheet(
  portfolio: Portfolio,
  { layout = 'matrix', hasGuidance = false, toRoot = '' }: MatrixOptions = {},
): TableSheet {
  const roles = columnsOfLayout[layout].flatMap((role): readonly MatrixColumn[] =>
    role === 'element' && hasGuidance ? [role, 'guidance'] : [role],
  );
  const rows: TableRow[] = [];
  const add = (node: StandardNode): void => {
    if (!isInSheet(portfolio, node)) return;
    if (node.assessable) rows.push(...elementRows(portfolio, node, roles, toRoot));
    else rows.push(headingRow(node));
    node.children.forEach(add);
  };
  for (const of of portfolio.standards) {
    rows.push(...standardRows(of));
    of.roots.forEach(add);
  }
  rows.push(...strangerRows(portfolio, roles, toRoot));
  return {
    name: layout === 'soa' ? 'Applicability' : 'Evidence matrix',
    caption: layout === 'soa' ? 'Statement of applicability' : 'Evidence by element of the standard',
    columns: roles.map((role): SheetColumn => ({ ...looksOf(portfolio)[role], name: columnTitles[role] })),
    hasFilters: true,
    rows,
  };
}

type Look = Omit<SheetColumn, 'name'>;

function looksOf(portfolio: Portfolio): Readonly<Record<MatrixColumn, Look>> {
  const text = (width: number): Look => ({ width, holds: 'text' });
  const date: Look = { width: 13, holds: 'date' };
  return {
    ref: { width: 9, holds: 'exact', isKey: true },
    // Read only: the IDs that are written have the name of their standard.
    standard: text(12),
    element: text(40),
    guidance: text(42),
    evidence: text(34),
    told: text(34),
    esRef: { width: 9, holds: 'exact' },
    toldRef: { width: 9, holds: 'exact' },
    kind: { width: 12, holds: 'choice', choices: Object.keys(kinds) },
    owner: text(18),
    status: { width: 11, holds: 'choice', choices: Object.keys(statuses) },
    date,
    reviewBy: date,
    where: text(44),
    notes: text(40),
    applies: { width: 9, holds: 'choice', choices: ['yes', 'no'] },
    reason: text(30),
    rating: { width: 16, holds: 'choice', choices: ratingTitles(portfolio) },
  };
}

type Cells = Partial<Record<MatrixColumn, string>>;

const rowOf = (roles: readonly MatrixColumn[], cells: Cells): TableRow => ({
  kind: 'entry',
  cells: roles.map((role) => cells[role] ?? ''),
});

function elementRows(
  portfolio: Portfolio,
  node: StandardNode,
  roles: readonly MatrixColumn[],
  toRoot: string,
): readonly TableRow[] {
  const decision = portfolio.decision(node.id);
  const applies = decision?.applicable ?? true;
  const { self, assessor } = assessmentOf(portfolio.standardOf(node.id).standard, decision);
  const reason = cellLine((decision && valueOf(decision.reason)) ?? '');
  const shared: Cells = {
    ref: asCell(node.id),
    element: node.inScope ? standardText(node) : `${standardText(node)} (out of scope)`,
    guidance: node.guidance.map((bullet) => `• ${asCell(cellLine(bullet))}`).join('\n'),
    applies: applies ? 'yes' : 'no',
    reason: asCell(reason),
    rating: asCell((assessor ?? self)?.title ?? ''),
  };
  const { standard } = portfolio;
  const evidence = strongestFirst(standard, node.id, inUse(portfolio.evidenceFor(node.id)));
  if (evidence.length === 0) {
    const missing: Cells = applies
      ? node.inScope
        ? { owner: asCell(cellLine(assigneesOf(portfolio, node).join('; '))) }
        : { status: 'out of scope' }
      : { status: 'not applicable', notes: asCell(reason === '' ? '' : `Does not apply: ${reason}`) };
    return [rowOf(roles, { ...shared, ...missing })];
  }
  return evidence.map((one) => {
    const isStrongest = isStrongestFor(standard, one, node.id);
    return rowOf(roles, { ...shared, ...evidenceCells(portfolio, one, isStrongest, toRoot) });
  });
}

/** What is not withdrawn, by ref and by title: where the files are says nothing to those who read a matrix. */
const inUse = (evidence: readonly EvidenceFile[]): readonly EvidenceFile[] =>
  evidence
    .filter(({ status }) => valueOf(status) !== 'withdrawn')
    .map((one) => ({ one, ref: valueOf(one.ref) ?? '', title: displayTitle(one) }))
    .sort(
      (left, right) =>
        Number(left.ref === '') - Number(right.ref === '') ||
        compareNaturally(left.ref, right.ref) ||
        compareNaturally(left.title, right.title),
    )
    .map(({ one }) => one);

/** Evidence for IDs that the standard does not have: not passed over in silence. */
function strangerRows(
  portfolio: Portfolio,
  roles: readonly MatrixColumn[],
  toRoot: string,
): readonly TableRow[] {
  const { nodes, retired, elementPattern, title } = portfolio.standard;
  const rows = inUse([...portfolio.evidence.values()]).flatMap((one) =>
    one.elements
      .filter(({ id }) => !nodes.has(id) && !retired.has(id) && elementPattern.matches(id))
      .map(({ id }) => rowOf(roles, { ref: asCell(id), ...evidenceCells(portfolio, one, false, toRoot) })),
  );
  if (rows.length === 0) return [];
  return [{ kind: 'heading', depth: 1, cells: [`Not in ${asCell(cellLine(title))}`] }, ...rows];
}

function evidenceCells(
  portfolio: Portfolio,
  evidence: EvidenceFile,
  isStrongest: boolean,
  toRoot: string,
): Cells {
  const plain = (text: string | undefined): string => asCell(cellLine(text ?? ''));
  return {
    evidence: plain(displayTitle(evidence)) + (isStrongest ? strongestMark : ''),
    esRef: plain(valueOf(evidence.ref)),
    kind: valueOf(evidence.kind) ?? '',
    owner: plain(valueOf(evidence.owner)),
    // No status means the same.
    status: valueOf(evidence.status) ?? (evidence.status.kind === 'absent' ? 'approved' : ''),
    date: valueOf(evidence.date) ?? '',
    reviewBy: valueOf(evidence.reviewBy) ?? '',
    where: (valueOf(evidence.attachments) ?? [])
      .map(({ text, span }) => placeCell(portfolio, evidence, text, span, toRoot))
      .join('\n'),
    notes: notesOf(evidence).split('\n').map(asCell).join('\n'),
  };
}

/** What is shown is the path from the portfolio's folder; it leads there from where the matrix lies. */
function placeCell(
  portfolio: Portfolio,
  evidence: EvidenceFile,
  text: string,
  span: Span,
  toRoot: string,
): string {
  const target = attachmentTarget(evidence.uri, text, span);
  if (!target) return linked(cellLine(text), text.trim());
  const meant = leadsTo(target, portfolio.exists);
  if (!meant || !isWithin(portfolio.root, meant.uri)) return asCell(cellLine(text));
  const path = portfolio.path(meant.uri);
  const address =
    path.split('/').map(encodeSegment).join('/') +
    meant.tail.toWellFormed().replace(/[^\w#=&.!,:;-]/gu, percentEncoded);
  return linked(cellLine(placeWords(path + meant.tail)), toRoot + address);
}

const linked = (shown: string, address: string): string =>
  /[\s<>()]/.test(address) ? asCell(shown) : `[${asCell(shown)}](${address})`;

/** A text as the Markdown of a cell that shows it as it is. Backslashes before a bar are taken care of where it is written. */
const asCell = (text: string): string =>
  text
    .split(/(\\+\|)/)
    .map((piece, at) => (at % 2 === 0 ? plainly(piece) : piece))
    .join('');
