/** The texts and tables of an OpenDocument file as its reader sees them (OASIS OpenDocument 1.3, part 3). */
import { ensureNesting } from '../parts/limits';
import type { TreeCell, TreeTable } from '../parts/tableTree';
import { attribute, readXml } from '../parts/xml';
import type { Floating, ShapeText } from './floating';
import { floatingParts, shapeNames } from './floating';
import type { OdfNumbering } from './numbering';
import { odfNumbering } from './numbering';
import type { OdfParagraphs } from './paragraphs';
import { odfParagraphs } from './paragraphs';
import type { OdfStyles } from './styles';

export interface OdfCell extends TreeCell {
  /** As the cell’s element has them: its value, and the cells for which it speaks. */
  readonly attributes: Attributes;
  /** It lies below another one. */
  readonly isCovered: boolean;
  /** So many cells, or rows, are alike. */
  readonly repeated: number;
  /** Its own style, or that of its row or column. */
  readonly style: string;
  /** What somebody has left at it as a remark. */
  readonly remarks: string[];
}

export interface OdfTable extends TreeTable {
  readonly name: string;
  readonly isHidden: boolean;
  readonly rows: OdfCell[][];
  /** How often each row stands there. */
  readonly repeats: number[];
  /** By the places of `rows`: whether it is shown. */
  readonly hidden: boolean[];
  readonly columns: readonly OdfColumn[];
}

export interface OdfColumn {
  readonly repeated: number;
  readonly isHidden: boolean;
  /** Of cells that have none. */
  readonly style: string | undefined;
}

/** A table that is being read. */
interface OpenTable extends OdfTable {
  readonly columns: OdfColumn[];
  /** How many groups of rows, or of columns, that are not shown are open. */
  groups: boolean[];
  rowStyle: string | undefined;
  /** Where the next cell stands, from 0; which entry of `columns` that is, and where the one behind it begins. */
  next: number;
  column: number;
  columnEnd: number;
}

export interface OdfContent {
  /** `spreadsheet`, `text`, or what else such a file may be; empty where it is none. */
  readonly kind: string;
  /** What stands in no table, a text per paragraph, and the tables between. */
  readonly content: readonly (string | OdfTable)[];
  /** As it stands above all tables. */
  readonly title: string;
  /** Texts of the boxes and shapes that stand in no cell, or above the cells of the sheet of that name. */
  readonly shapes: readonly ShapeText[];
  /** A table has changes that nobody has accepted or refused: they count as accepted. */
  readonly isChanged: boolean;
}

type Attributes = Readonly<Record<string, string>>;

/** What of it is not shown, or says nothing of its own: remarks at the edge, text before a change, names of pictures. */
const unseen = new Set([
  'annotation', 'note', 'tracked-changes', 'ruby-text', 'title', 'desc', 'number', 'placeholder', 'script',
  'forms', 'shapes', 'scripts', 'hidden-text', 'table-of-content', 'illustration-index', 'table-index', 'object-index',
  'user-index', 'alphabetical-index', 'bibliography', 'dde-links', 'named-expressions',
]); // prettier-ignore

/** Of these, what people write for others to read: a remark, and a note at the foot of a page. */
const remarks: ReadonlySet<string> = new Set(['annotation', 'note']);
/** What parts its words. */
const blanks: ReadonlySet<string> = new Set(['p', 'line-break', 'tab', 's']);

/** Marks at a place where a text was put in, or taken out. */
const changes: ReadonlySet<string> = new Set(['change', 'change-start']);

/** Where the reading stands. */
interface State {
  kind: string;
  readonly content: (string | OdfTable)[];
  readonly tables: OpenTable[];
  title: string;
  readonly floating: Floating;
  isChanged: boolean;
}

/**
 * Any text gives some content.
 * @param addressOf where a link leads, for those who stand beside the file
 * @throws ExchangeError where tables stand inside tables beyond the limit
 */
export function odfContent(
  source: string,
  styles: OdfStyles,
  addressOf: (address: string) => string,
): OdfContent {
  const state: State = {
    kind: '',
    content: [],
    tables: [],
    title: '',
    floating: floatingParts(),
    isChanged: false,
  };
  const numbering = odfNumbering(styles);
  const paragraphs = odfParagraphs(styles, addressOf, (text, style, isHeading) => {
    takeParagraph(state, styles, text, style, isHeading);
  });
  // Names of open elements within one that is not shown, that one included.
  const hidden: string[] = [];
  let inBody = false;
  readXml(source, {
    open: (name, attributes) => {
      if (name === 'body') inBody = true;
      else if (inBody && state.kind === '') state.kind = name;
      if (!inBody) return;
      if (changes.has(name) && state.tables.length > 0) state.isChanged = true;
      if (hidden.length > 0 || isUnseen(state, name, attributes, styles)) {
        hidden.push(name);
        state.floating.openUnseen(name, attributes, state.tables[0]?.name);
        if (hidden.length === 1 && remarks.has(name)) cellIn(state)?.remarks.push('');
        else if (remarks.has(hidden[0] ?? '') && blanks.has(name)) addRemark(cellIn(state), ' ');
      } else begin(state, numbering, paragraphs, styles, name, attributes);
    },
    close: (name) => {
      if (hidden.length > 0) hidden.pop();
      else if (inBody) end(state, numbering, paragraphs, name);
      if (name === 'body') inBody = false;
    },
    text: (data) => {
      if (!inBody) return;
      if (hidden.length === 0) paragraphs.say(data);
      // Beside its paragraphs, it says by whom and when.
      else if (remarks.has(hidden[0] ?? '') && hidden.includes('p')) addRemark(cellIn(state), data);
      else state.floating.sayUnseen(hidden, data);
    },
  });
  const { kind, content, title, floating, isChanged } = state;
  return { kind, content, title, shapes: floating.shapes, isChanged };
}

const cellIn = ({ tables }: State): OdfCell | undefined => tables.at(-1)?.rows.at(-1)?.at(-1);

function addRemark(cell: OdfCell | undefined, text: string): void {
  const last = cell?.remarks.pop();
  if (last !== undefined) cell?.remarks.push(`${last}${text}`);
}

const isUnseen = (state: State, name: string, attributes: Attributes, styles: OdfStyles): boolean =>
  unseen.has(name) ||
  (state.kind === 'spreadsheet' && shapeNames.has(name)) ||
  (name === 'section' &&
    (attribute(attributes, 'display') === 'none' ||
      styles.isHidden('section', attribute(attributes, 'style-name') ?? '')));

function begin(
  state: State,
  numbering: OdfNumbering,
  paragraphs: OdfParagraphs,
  styles: OdfStyles,
  name: string,
  attributes: Attributes,
): void {
  const told = (key: string): string | undefined => attribute(attributes, key);
  const table = state.tables.at(-1);
  if (!table && shapeNames.has(name)) state.floating.openBox(state.content.length);
  switch (name) {
    case 'control': {
      const tick = state.floating.tickOf(told('control') ?? '');
      if (tick !== undefined && !paragraphs.add(tick) && cellIn(state)) addLine(partsIn(state), tick);
      return;
    }
    case 'table': {
      const own = newTable(told('name') ?? '', styles.isHidden('table', told('style-name') ?? ''));
      partsIn(state).push(own);
      state.tables.push(own);
      ensureNesting(state.tables.length);
      return;
    }
    case 'table-row':
      if (table) beginRow(table, told);
      return;
    case 'table-column':
      table?.columns.push({
        repeated: countOf(told('number-columns-repeated')),
        isHidden: isNotShown(table, told),
        style: told('default-cell-style-name'),
      });
      return;
    case 'table-row-group':
    case 'table-column-group':
      table?.groups.push(told('display') === 'false');
      return;
    case 'table-cell':
    case 'covered-table-cell': {
      if (table) beginCell(table, attributes, name !== 'table-cell');
      return;
    }
    case 'list':
    case 'list-item':
      beginList(numbering, name, told);
      return;
    case 'p':
      paragraphs.open(told('style-name') ?? '', false, numbering.number(), cellIn(state)?.style);
      return;
    case 'h': {
      const number = headingNumber(numbering, styles, told);
      paragraphs.open(told('style-name') ?? '', true, number, cellIn(state)?.style);
      return;
    }
    default:
      paragraphs.begin(name, attributes);
  }
}

function headingNumber(
  numbering: OdfNumbering,
  styles: OdfStyles,
  told: (key: string) => string | undefined,
): string {
  const isCounted = told('is-list-header') !== 'true' && !styles.isTitle(told('style-name') ?? '');
  return numbering.number() || (isCounted ? numbering.heading(countOf(told('outline-level'))) : '');
}

const newTable = (name: string, isHidden: boolean): OpenTable => ({
  name,
  isHidden,
  rows: [],
  repeats: [],
  hidden: [],
  columns: [],
  groups: [],
  rowStyle: undefined,
  next: 0,
  column: 0,
  columnEnd: 0,
});

const isNotShown = ({ groups }: OpenTable, told: (key: string) => string | undefined): boolean =>
  groups.includes(true) || /^(?:collapse|filter)$/.test(told('visibility') ?? '');

function beginRow(table: OpenTable, told: (key: string) => string | undefined): void {
  table.rows.push([]);
  table.repeats.push(countOf(told('number-rows-repeated')));
  table.hidden.push(isNotShown(table, told));
  table.rowStyle = told('default-cell-style-name');
  table.next = 0;
  table.column = -1;
  table.columnEnd = 0;
}

function beginCell(table: OpenTable, attributes: Attributes, isCovered: boolean): void {
  const repeated = countOf(attribute(attributes, 'number-columns-repeated'));
  const style = attribute(attributes, 'style-name') ?? table.rowStyle ?? columnStyle(table) ?? '';
  table.next += repeated;
  table.rows.at(-1)?.push({ parts: [], attributes, isCovered, repeated, style, remarks: [] });
}

/** Cells come from left to right, so that each column is passed once in a row. */
function columnStyle(table: OpenTable): string | undefined {
  const { columns, next } = table;
  while (table.columnEnd <= next && table.column < columns.length)
    table.columnEnd += columns[++table.column]?.repeated ?? 0;
  return columns[table.column]?.style;
}

function beginList(
  numbering: OdfNumbering,
  name: 'list' | 'list-item',
  told: (key: string) => string | undefined,
): void {
  const start = told('start-value');
  if (name === 'list-item') numbering.openItem(start === undefined ? undefined : Number(start));
  else
    numbering.openList({
      style: told('style-name'),
      id: told('id'),
      goesOnFrom: told('continue-list'),
      goesOn: told('continue-numbering') === 'true',
    });
}

function end(state: State, numbering: OdfNumbering, paragraphs: OdfParagraphs, name: string): void {
  if (state.tables.length === 0 && shapeNames.has(name)) state.floating.closeBox(state.content);
  switch (name) {
    case 'table':
      state.tables.pop();
      return;
    case 'table-row-group':
    case 'table-column-group':
      state.tables.at(-1)?.groups.pop();
      return;
    case 'list':
      numbering.closeList();
      return;
    case 'list-item':
      numbering.closeItem();
      return;
    case 'p':
    case 'h':
      paragraphs.close();
      return;
    default:
      paragraphs.end(name);
  }
}

const countOf = (text: string | undefined): number => Math.max(1, Math.floor(Number(text ?? 1)) || 1);

/** Where the next table or paragraph goes; what stands between the cells of a table is not shown. */
const partsIn = ({ tables, content }: State): (string | TreeTable)[] =>
  tables.length === 0 ? content : (tables.at(-1)?.rows.at(-1)?.at(-1)?.parts ?? []);

function takeParagraph(
  state: State,
  styles: OdfStyles,
  text: string,
  style: string,
  isHeading: boolean,
): void {
  const { content, tables, title } = state;
  if (tables.length > 0) addLine(partsIn(state), text);
  else if (title === '' && styles.isTitle(style) && content.every((part) => typeof part === 'string'))
    state.title = text;
  else content.push(isHeading ? text.trim() : text);
}

/** Paragraphs of a cell are lines of its text, those with nothing in them too, once something stands there. */
function addLine(parts: (string | TreeTable)[], text: string): void {
  const last = parts.at(-1);
  if (typeof last === 'string') parts[parts.length - 1] = last === '' ? text : `${last}\n${text}`;
  else parts.push(text);
}
