/** One row of a file from outside: what it is about. */
import { nearestWord } from '../editDistance';
import type { Standard, StandardNode } from '../standard';
import { shortWords } from '../standard';
import type { ImportedColumn, ImportedRow, RowProblem } from './importPlan';
import type { PlanColumnRole } from './model';
import { headingText } from './newRows';
import { idIn } from './parse';
import { plainCell, withoutMarks } from './plainCell';

interface ReadRow {
  readonly rows: readonly ImportedRow[];
  readonly problems: readonly RowProblem[];
}

export function readRow(
  standard: Standard,
  columns: readonly ImportedColumn[],
  cells: readonly string[],
  where: string,
): ReadRow {
  const at = (role: PlanColumnRole): string =>
    cells[columns.findIndex((column) => column.role === role)] ?? '';
  const ref = at('ref');
  const id = idIn(ref);
  const others = cells.filter((cell) => cell !== '' && cell !== ref);
  const refColumn = columns.findIndex(({ role }) => role === 'ref');
  const keep = (subject: ImportedRow['subject'], own = cells): ImportedRow => ({
    subject,
    cells: own,
    where,
  });
  const kept = (reason: string, subject: ImportedRow['subject']): ReadRow => ({
    rows: [keep(subject)],
    problems: [{ where, text: textOf(cells), reason, isLeftOut: false }],
  });

  const node = id === undefined ? undefined : standard.nodes.get(id);
  if (node?.assessable) return { rows: [keep({ kind: 'action', id: node.id })], problems: [] };
  if (node && (others.length === 0 || (others.length === 1 && saysTitle(others[0] ?? '', node))))
    return {
      rows: [keep({ kind: 'group', node, isShared: false }, headingCells(node, refColumn))],
      problems: [],
    };
  if (id !== undefined) return kept(unknownId(standard, id, node), { kind: 'action', id });

  const groups = cells.flatMap((cell) => (cell === '' ? [] : [headingIn(standard, cell)]));
  if (groups.length > 0 && groups.every((group) => group !== undefined))
    return {
      rows: groups.map(({ node: group, text }) =>
        keep({ kind: 'group', node: group, isShared: groups.length > 1 }, cellsWith(text, refColumn)),
      ),
      problems: [],
    };
  if (headingIn(standard, ref)) return { rows: [keep({ kind: 'remark' })], problems: [] };
  const work = (['action', 'responsibility', 'target', 'progress'] as const).filter(
    (role) => at(role) !== '',
  );
  if (work.length === 0 || others.length === 0) return { rows: [keep({ kind: 'remark' })], problems: [] };
  return kept(
    ref === ''
      ? 'It has no reference, so nobody can tell which element it is about. It stands in the plan as it came.'
      : 'Its reference is not one element’s ID. It stands in the plan as it came.',
    { kind: 'remark' },
  );
}

function unknownId(standard: Standard, id: string, group: StandardNode | undefined): string {
  if (group)
    return `${id} is a ${group.level.toLowerCase()}: an action is about an element. It stands in the plan as it came.`;
  const replaced = standard.nodes.get(standard.retired.get(id) ?? '');
  const near =
    replaced ??
    standard.nodes.get(
      nearestWord(
        id,
        standard.elements.map((element) => element.id),
      ) ?? '',
    );
  const hint = near
    ? ` ${replaced ? 'It is now' : 'Did you mean'} ${near.id}, “${shortWords(near)}”${replaced ? '.' : '?'}`
    : '';
  return `${id} is not an element of ${standard.title}.${hint} It stands in the plan as it came.`;
}

/** `1.1 Customer Identification`: a group's ID and words behind it. */
export function headingIn(
  standard: Standard,
  cell: string,
): { readonly node: StandardNode; readonly text: string } | undefined {
  const text = withoutMarks(cell);
  const [word = ''] = /^\S+/.exec(text) ?? [];
  const node = standard.nodes.get(word.replace(/[.:]$/, ''));
  if (!node || node.assessable || text.includes('\n')) return undefined;
  const title = text.slice(word.length).replace(/^[\s:–—-]+/, '');
  // Plans cut the titles short; what somebody has added to one stays.
  return { node, text: saysTitle(title, node) ? headingText(node) : cell };
}

const headingCells = (node: StandardNode, refColumn: number): readonly string[] =>
  cellsWith(headingText(node), refColumn);

const cellsWith = (text: string, refColumn: number): readonly string[] => [
  ...Array<string>(Math.max(0, refColumn)).fill(''),
  text,
];

/** True for a title in other capitals, with `&` for “and”, or cut short. */
function saysTitle(text: string, { title }: StandardNode): boolean {
  const wanted = new Set(wordsOf(title));
  return wordsOf(text).every((word) => wanted.has(word));
}

const wordsOf = (text: string): readonly string[] =>
  plainCell(text)
    .replaceAll('&', ' and ')
    .replace(/(?<=\p{L})-(?=\p{L})/gu, '')
    .match(/[\p{L}\p{N}]+/gu) ?? [];

const longest = 80;

/** What a row says, on one line and cut short. */
export function textOf(cells: readonly string[]): string {
  const text = cells
    .filter((cell) => cell !== '')
    .join(' | ')
    .replace(/\s+/g, ' ');
  return text.length > longest ? `${text.slice(0, longest - 1)}…` : text;
}
