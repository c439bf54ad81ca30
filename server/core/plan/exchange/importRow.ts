/** One row of a file from outside: what it is about. */
import { nearestWord } from '../../text/editDistance';
import { replacementOf } from '../../standard/retired';
import type { Lexicon, StandardNode } from '../../standard/standard';
import { shortWords } from '../../standard/standard';
import { wordingsOf } from '../../standard/wordings';
import { noValueOf } from '../../tables/noValue';
import { columnTitles } from '../columns';
import { nameMarkdown } from '../escapeMarkdown';
import type { ImportedColumn, ImportedRow, RowProblem } from './imported';
import type { PlanColumnRole } from '../model';
import { headingText } from '../newRows';
import { idIn, plainCell, withoutMarks } from '../plainCell';
import type { Reference } from '../references';
import { readReference } from '../references';
import { hasWordingOf, isLike, lettersOf } from '../wording';
import { unescapeMarkdown } from '../../../words/unescapeMarkdown';
import { capitalised } from '../../../words/capitals';

interface ReadRow {
  readonly rows: readonly ImportedRow[];
  readonly problems: readonly RowProblem[];
  /** Whole sentences for people. */
  readonly notes: readonly string[];
}

/** @param columns those of the import, to which one may be added for what stood beside an ID */
export function readRow(
  standard: Lexicon,
  columns: ImportedColumn[],
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
    notes: [],
  });
  const plain = (...rows: readonly ImportedRow[]): ReadRow => ({ rows, problems: [], notes: [] });

  const node = standard.nodes.get(id ?? '');
  if (node?.assessable) return plain(keep({ kind: 'action', id: node.id }));
  if (node && (others.length === 0 || (others.length === 1 && saysTitle(others[0] ?? '', node))))
    return plain(keep({ kind: 'group', node, isShared: false }, headingCells(node, refColumn)));
  if (isTotal(cells))
    return { rows: [], problems: [], notes: [`${capitalised(where)} was left out: it is a total.`] };
  const reference = node ? undefined : readReference(standard, ref);
  if (reference) return referred(standard, columns, cells, where, reference);
  if (id !== undefined) return kept(unknownId(standard, id, node), { kind: 'action', id });

  const groups = cells.flatMap((cell) => (cell === '' ? [] : [headingIn(standard, cell)]));
  if (groups.every((group) => group !== undefined))
    return plain(
      ...groups.map(({ node: group, text }) =>
        keep({ kind: 'group', node: group, isShared: groups.length > 1 }, cellsWith(text, refColumn)),
      ),
    );
  const work = (['action', 'responsibility', 'target', 'progress'] as const).filter(
    (role) => noValueOf(at(role)) === undefined,
  );
  if (work.length === 0 || others.length === 0) return plain(keep({ kind: 'remark' }));
  return kept(
    ref === ''
      ? 'It has no reference, so nobody can tell which element it is about. It stands in the plan as it came.'
      : 'Its reference is not one element’s ID. It stands in the plan as it came.',
    { kind: 'remark' },
  );
}

/** A row for each element that a reference names, with the words that stood beside the IDs where they belong. */
function referred(
  standard: Lexicon,
  columns: ImportedColumn[],
  cells: readonly string[],
  where: string,
  { ids, rest }: Reference,
): ReadRow {
  const own = [...cells];
  const columnOf = (role: PlanColumnRole): number => {
    const known = columns.findIndex((column) => column.role === role);
    return known < 0 ? columns.push({ name: columnTitles[role], role }) - 1 : known;
  };
  const write = (role: PlanColumnRole, text: string): void => {
    const at = columnOf(role);
    while (own.length <= at) own.push('');
    own[at] = text;
  };
  const elements = ids.map((id) => standard.nodes.get(id));
  const action = own[columns.findIndex(({ role }) => role === 'action')] ?? '';
  // “(a)” is a part of the element; words are what is to be done.
  if (/\p{L}{3,}/u.test(rest) && noValueOf(action) !== undefined) write('action', rest);
  else if (!elements.some((node) => node && (hasWordingOf(rest, node) || isWordingFor(rest, node)))) {
    const comments = own[columnOf('comments')] ?? '';
    const ref = own[columnOf('ref')] ?? '';
    write('comments', [comments, `Ref: ${ref}`].filter((line) => line !== '').join('\n'));
  }
  const rows = ids.map((id): ImportedRow => {
    const mine = [...own];
    mine[columnOf('ref')] = nameMarkdown(id);
    return { subject: { kind: 'action', id }, cells: mine, where };
  });
  const unknown = ids.filter((id) => standard.nodes.get(id)?.assessable !== true);
  return {
    rows,
    problems: unknown.map((id) => ({
      where,
      text: textOf(cells),
      reason: unknownId(standard, id, standard.nodes.get(id)),
      isLeftOut: false,
    })),
    notes:
      ids.length > 1
        ? [`${capitalised(where)} is about ${ids.length} elements (${ids.join(', ')}): a row for each.`]
        : [],
  };
}

/** The standard's words, whole, cut short or a little changed. */
const isWordingFor = (text: string, element: StandardNode): boolean => {
  const letters = lettersOf(text);
  return (
    wordingsOf(element).some(({ text: own, title }) => lettersOf(own || title).startsWith(letters)) ||
    isLike(text, element)
  );
};

/** `Total`, `Grand total: 12`. */
const isTotal = (cells: readonly string[]): boolean =>
  /^(?:grand |sub-? ?)?totals?(?: (?:number of )?(?:actions|rows))?\s*:?\s*\d*$/i.test(
    plainCell(cells.find((cell) => cell !== '') ?? ''),
  );

function unknownId(standard: Lexicon, id: string, group: StandardNode | undefined): string {
  if (group)
    return `${id} is a ${group.level.toLowerCase()}: an action is about an element. It stands in the plan as it came.`;
  const replaced = replacementOf(standard, id);
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
  standard: Lexicon,
  cell: string,
): { readonly node: StandardNode; readonly text: string } | undefined {
  const text = withoutMarks(cell);
  const [word = ''] = /^\S+/.exec(text) ?? [];
  const node = standard.nodes.get(unescapeMarkdown(word).replace(/[.:]$/, ''));
  if (!node || node.assessable || text.includes('\n')) return undefined;
  const title = text.slice(word.length);
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
const saysTitle = (text: string, node: StandardNode): boolean =>
  wordingsOf(node).some(({ title }) => {
    const wanted = new Set(wordsOf(title));
    return wordsOf(text).every((word) => wanted.has(word));
  });

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
