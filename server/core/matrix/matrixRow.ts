/** The rows of one table of a matrix: which elements each is about, and the items of evidence in it. */
import type { Kind, Status } from '../frontMatter/keys';
import { headingIn } from '../plan/exchange/importRow';
import { readReference, referenceCell } from '../plan/references';
import { ambiguityOf } from '../standard/ambiguous';
import type { Lexicon } from '../standard/standard';
import type { GridRow } from '../tables/grid';
import { noValueOf } from '../tables/noValue';
import type { CivilDate } from '../text/civilDate';
import { oneLine } from '../../words/oneLine';
import type { MatrixColumn } from './columnNames';
import type { CellItem } from './evidenceCell';
import { withStandardNames } from './namedRefs';
import type { At, Columns, RowItem } from './rowItems';
import { evidenceIn, kindsIn, ownKind, refsIn, toldIn } from './rowItems';
import { dateIn, statusIn } from './values';
import type { Places } from './whereToLook';
import { leadsOut, placesIn, withPage } from './whereToLook';

/** An item of evidence as one row has it. */
export interface MatrixRow {
  readonly where: string;
  /** IDs of elements, those that the standard does not have included. */
  readonly elements: readonly string[];
  readonly title: string;
  readonly ref: string | undefined;
  readonly isStrongest: boolean;
  /** As a column for it says. */
  readonly kind: Kind | undefined;
  /** By the column in which the item stands, where shown and told have one each. */
  readonly columnKind: Kind | undefined;
  readonly owner: string;
  readonly status: Status | undefined;
  readonly date: CivilDate | undefined;
  readonly reviewBy: CivilDate | undefined;
  /** Addresses, and paths from the portfolio's folder. */
  readonly attachments: readonly string[];
  /** Lines of text. */
  readonly notes: readonly string[];
}

export interface RowProblem {
  /** `line 12`, or `sheet “Plan”, row 3`. */
  readonly where: string;
  /** What the row says, cut short. */
  readonly text: string;
  /** Whole sentences for people. */
  readonly reason: string;
}

/** A row without evidence says who is to find some. */
export interface SaidAssignment {
  readonly where: string;
  readonly id: string;
  /** Roles or persons, at least one. */
  readonly who: readonly string[];
}

/** A statement of applicability says that an element does not apply. */
export interface NotApplicable {
  readonly where: string;
  readonly id: string;
  /** On one line; empty where none is given. */
  readonly reason: string;
}

/** Where the reading of a table stands. */
interface State {
  /** Elements of the row before, for which a row without a reference goes on. */
  elements: readonly string[];
  readonly rows: MatrixRow[];
  readonly problems: RowProblem[];
  readonly notApplicable: NotApplicable[];
  readonly assigned: SaidAssignment[];
}

export function readMatrixRows(
  standard: Lexicon,
  columns: Columns,
  rows: readonly GridRow[],
  whereOf: (place: number) => string,
): Pick<State, 'rows' | 'problems' | 'notApplicable' | 'assigned'> {
  const state: State = { elements: [], rows: [], problems: [], notApplicable: [], assigned: [] };
  for (const { cells, place } of rows)
    if (cells.some((cell) => cell !== '')) readRow(standard, columns, cells, whereOf(place), state);
  return state;
}

function readRow(
  standard: Lexicon,
  columns: Columns,
  cells: readonly string[],
  where: string,
  state: State,
): void {
  const written = (role: MatrixColumn): string => cells[columns.get(role) ?? -1] ?? '';
  const at: At = (role) => (noValueOf(written(role)) === undefined ? written(role) : '');
  const heading = headingOf(standard, cells);
  if (heading) {
    state.elements = heading.elements;
    return;
  }
  const problem = (reason: string, text = textOf(cells)): void =>
    void state.problems.push({ where, text, reason });
  const said = referenceCell(standard, written(columns.has('ref') ? 'ref' : 'element'));
  const ref = withStandardNames(standard, said, at('standard'));
  const elements = elementsIn(standard, ref);
  if (elements) state.elements = elements;
  else if (ref !== '') state.elements = [];
  const items = [...evidenceIn(columns, at), ...toldIn(columns, at)];
  const refusal = saidNo(written('applies'));
  const applies =
    refusal === undefined &&
    (items.length > 0 || !/^(?:not applicable|does not apply)\.?$/i.test(written('status').trim()));
  if (elements && !applies)
    for (const id of elements)
      if (standard.nodes.get(id)?.assessable === true)
        state.notApplicable.push({ where, id, reason: reasonIn(at) || (refusal ?? '') });
      else problem(`${id} is not an element of ${standard.title}. ${lostWords(applies)}`);
  if (items.length === 0) {
    const who = applies ? namesIn(at('owner')) : [];
    if (elements === undefined && ref !== '' && (who.length > 0 || refusal !== undefined)) {
      problem(`${oneLine(ref)} is not an element of ${standard.title}. ${lostWords(applies)}`);
      return;
    }
    if (who.length > 0) state.assigned.push(...(elements ?? []).map((id) => ({ where, id, who })));
    return;
  }
  if (state.elements.length === 0) {
    problem(
      ref === ''
        ? 'It has no reference, so nobody can tell which element it is about. It was left out.'
        : `${oneLine(ref)} is not an element of ${standard.title}. It was left out.`,
    );
    return;
  }
  for (const id of state.elements)
    if (standard.nodes.get(id)?.assessable !== true && !standard.retired.has(id))
      problem(
        `${ambiguityOf(standard, id)?.message ?? `${id} is not an element of ${standard.title}.`} The evidence names it as the file does.`,
      );
  const spare = refsIn(at('esRef'), false).filter((ref) => !items.some((item) => item.ref === ref));
  if (spare.length > 0 && !items.some(({ ref }) => ref !== undefined && at('esRef').includes(ref)))
    problem('Its numbers are not as many as its items, so they were left out.', spare.join(', '));
  state.rows.push(...rowsOf(state.elements, items, columns, at, where, problem));
}

/** A row without evidence says something all the same. */
const lostWords = (applies: boolean): string =>
  applies ? 'Who is to find evidence for it was left out.' : 'That it does not apply was left out.';

/** In a column of its own, or among the notes, as a matrix of ours has it. */
const reasonIn = (at: At): string =>
  oneLine(at('reason')) || oneLine(at('notes')).replace(/^Does not apply:\s*/, '');

/**
 * Why an element does not apply, where the cell says that it does not: `No`, `❌ No`, `No – we have no premises`; empty where
 * it says no more. Undefined where it says something else.
 */
function saidNo(cell: string): string | undefined {
  const text = cell.trim();
  if (/^[✗✘✖❌☐]\uFE0F?$/u.test(text)) return '';
  const bare = text.replace(/^[✗✘✖❌☐]\uFE0F?\s*/u, '');
  const [, reason = ''] = no.exec(bare) ?? [undefined, undefined];
  return no.test(bare) ? oneLine(reason).replace(/\)$/, '') : undefined;
}

const no =
  /^(?:n|no|not? ?(?:applicable|in scope)|n\/?a|false|excluded|exclude|out of scope|does not apply|na|nac (?:ydy|ydyw|oes)|nid yw'n berthnasol|(?:ddim|nid yw) yn berthnasol|amherthnasol)\.?(?:$|\s*(?:[–—:;,(]|\s-\s|\.\s)\s*(\S[^]*)$)/i;

/** A row that says one thing: the heading of a group, or an element whose evidence stands below it. */
function headingOf(
  standard: Lexicon,
  cells: readonly string[],
): { readonly elements: readonly string[] } | undefined {
  const [text = '', ...others] = new Set(cells.filter((cell) => cell !== ''));
  if (others.length > 0) return undefined;
  if (headingIn(standard, text) || text.startsWith('Not in ')) return { elements: [] };
  const [word = ''] = /^\S+/.exec(text) ?? [];
  const node = standard.nodes.get(word.replace(/[.:]$/, ''));
  return node?.assessable === true && text.length > word.length + 3 ? { elements: [node.id] } : undefined;
}

/** Undefined where nothing of it is an ID, or has the shape of one. */
function elementsIn(standard: Lexicon, ref: string): readonly string[] | undefined {
  const text = ref.trim();
  const node = standard.nodes.get(text);
  if (node) return node.assessable ? [node.id] : undefined;
  const read = readReference(standard, text);
  if (read) return read.ids;
  return standard.elementPattern.matches(text) ? [text] : undefined;
}

/** `Insight Manager; Head of Service`, or on lines. */
const namesIn = (cell: string): readonly string[] =>
  cell
    .split('\n')
    .flatMap((line) => oneLine(line).split(/(?<=\S); (?=\S)/))
    .filter((name) => name !== '');

function rowsOf(
  elements: readonly string[],
  items: readonly RowItem[],
  columns: Columns,
  at: At,
  where: string,
  problem: (reason: string, text?: string) => void,
): readonly MatrixRow[] {
  const places = placesIn(at('where'));
  for (const text of places.outside)
    problem(
      'The path leads out of the portfolio’s folder. It stands in the text, and is no attachment.',
      text,
    );
  const date = dateIn(at('date'), 'date', problem);
  const reviewBy = dateIn(at('reviewBy'), 'review date', problem);
  const status = statusIn(at('status'), columns.has('applies'), problem);
  // In a statement of applicability it is the control's, for which evidence has no key.
  const controlStatus =
    columns.has('applies') && status === undefined && at('status') !== ''
      ? [`Status: ${oneLine(at('status'))}`]
      : [];
  const kinds = kindsIn(at('kind'), items.length, problem);
  return items.map((item, index) => {
    const own = placesOf(item, index, items.length, places);
    const outside = item.attachments.filter(leadsOut);
    for (const text of outside)
      problem('The path leads out of the portfolio’s folder. It is no attachment.', text);
    return {
      where,
      elements,
      title: item.title,
      ref: item.ref,
      isStrongest: item.isStrongest,
      kind: ownKind(kinds[index], item, items),
      columnKind: item.columnKind,
      owner: oneLine(at('owner')),
      status,
      date,
      reviewBy,
      attachments: [
        ...new Set([...item.attachments.filter((place) => !leadsOut(place)), ...own.attachments]),
      ],
      notes: [...linesOf(at('notes')), ...controlStatus, ...own.words, ...pageWords(item, own, elements)],
    };
  });
}

/** Of several items in a row, each has the place on its line, where there are as many; else nobody can tell. */
function placesOf({ page }: CellItem, index: number, count: number, places: Places): Places {
  const { attachments, words, outside } = places;
  const told = [...words, ...outside].map((word) => `Where to look: ${word}`);
  if (count === 1) {
    const [only, ...more] = attachments;
    const paged = only !== undefined && more.length === 0 ? [withPage(only, page)] : attachments;
    return { attachments: paged, words: told, outside };
  }
  const own = attachments[index];
  if (attachments.length === count && own !== undefined)
    return { attachments: [withPage(own, page)], words: told, outside };
  return {
    attachments: [],
    words: [...attachments.map((place) => `Where to look: ${place}`), ...told],
    outside,
  };
}

/** A page is kept in words where nothing says of which file it is. */
const pageWords = (
  { page }: CellItem,
  { attachments }: Places,
  elements: readonly string[],
): readonly string[] =>
  page === undefined || attachments.length === 1 ? [] : [`For ${elements.join(', ')}, see page ${page}.`];

const linesOf = (cell: string): readonly string[] =>
  cell
    .split('\n')
    .map(oneLine)
    .filter((line) => line !== '');

const textOf = (cells: readonly string[]): string => {
  const text = oneLine(cells.filter((cell) => cell !== '').join(' | '));
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
};
