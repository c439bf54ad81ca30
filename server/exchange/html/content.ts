/** The texts and tables of an HTML page as its reader sees them. */
import { Parser } from 'htmlparser2';
import { exactTable } from './write';
import { ensureNesting, limits } from '../parts/limits';
import { classesOf, isLineThrough, strikes, struckClasses } from './struckClasses';
import { markdownLink } from '../parts/links';
import { withStrike } from '../parts/strike';
import type { TreeCell, TreeTable } from '../parts/tableTree';

export interface HtmlCell extends TreeCell {
  readonly columns: number;
  readonly rows: number;
}

export interface HtmlTable extends TreeTable {
  /** White space counts, as in what we write ourselves. */
  readonly isExact: boolean;
  readonly rows: HtmlCell[][];
}

export interface HtmlContent {
  /** What stands in no table, a text per line, and the tables between. */
  readonly content: readonly (string | HtmlTable)[];
  readonly title: string;
  /** Rows with text that are not shown. */
  readonly hiddenRows: number;
  /** What somebody has left at cells, as LibreOffice writes it. */
  readonly comments: readonly string[];
}

type Attributes = Readonly<Record<string, string>>;

/** White space as a browser shows it; \`\u2028\` stands for \`<br>\` and for a paragraph's end. */
export const collapsed = (text: string): string =>
  text
    .replace(/[ \t\r\n\f]+/g, ' ')
    .replace(/ ?\u2028 ?/g, '\n')
    .trim();

const blocks = new Set([
  'p', 'div', 'li', 'ul', 'ol', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'caption', 'section', 'article', 'header',
  'footer', 'main', 'blockquote', 'pre', 'dl', 'dt', 'dd', 'hr', 'address', 'figure',
]); // prettier-ignore
const unseen = new Set([
  'script',
  'style',
  'template',
  'head',
  'noscript',
  'svg',
  'math',
  'object',
  'select',
  'textarea',
  'comment',
]);

/** Elements that have no content, and so no end. */
const voids = new Set([
  'br',
  'hr',
  'img',
  'input',
  'col',
  'meta',
  'link',
  'wbr',
  'area',
  'base',
  'embed',
  'source',
  'track',
]);

/** Any text gives some content. */
export function htmlContent(source: string): HtmlContent {
  const scribe = newScribe();
  let title = '';
  let inTitle = false;
  /** Names of open elements within one that is not shown, that one included. */
  let hidden: string[] = [];
  /** The same of one that is struck out. */
  let struck: string[] = [];
  const comments: string[] = [];
  let [hiddenRows, isRowCounted] = [0, false];
  let rules = '';
  const classes = struckClasses();
  const isStruck = (name: string, attributes: Attributes): boolean =>
    strikes.has(name) || isLineThrough(attributes['style'] ?? '') || classes.hasOneOf(classesOf(attributes));
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        if (name === 'title') inTitle = title === '';
        const isOpen = !voids.has(name);
        if (hidden.length > 0 || unseen.has(name) || isHidden(attributes)) {
          scribe.field(name, attributes);
          if (isOpen) hidden.push(name);
          if (name === 'comment') comments.push('');
          if (name === 'tr') isRowCounted = false;
        } else {
          scribe.open(name, attributes);
          if (isOpen && (struck.length > 0 || isStruck(name, attributes))) struck.push(name);
        }
      },
      onclosetag: (name) => {
        if (name === 'title') inTitle = false;
        if (name === 'style') {
          classes.take(rules);
          rules = '';
        }
        const at = hidden.lastIndexOf(name);
        if (at >= 0) hidden = hidden.slice(0, at);
        else if (hidden.length === 0) {
          scribe.close(name);
          const from = struck.lastIndexOf(name);
          if (from >= 0) struck = struck.slice(0, from);
        }
      },
      ontext: (data) => {
        if (inTitle) title += data;
        else if (hidden.at(-1) === 'style') rules += data;
        else if (hidden[0] === 'comment') comments.push((comments.pop() ?? '') + data);
        else if (hidden.includes('tr') && data.trim() !== '' && !isRowCounted) {
          hiddenRows++;
          isRowCounted = true;
        } else if (hidden.length === 0)
          scribe.say(withStrike(data, struck.length > 0 ? 'struck' : undefined));
      },
    },
    { decodeEntities: true },
  );
  parser.end(source);
  return { content: scribe.content(), title, hiddenRows, comments };
}

/** `mso-hide`: hidden text of Word. */
const isHidden = ({ hidden, style = '' }: Attributes): boolean =>
  hidden !== undefined || /display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all/i.test(style);

interface Scribe {
  readonly content: () => readonly (string | HtmlTable)[];
  readonly open: (name: string, attributes: Attributes) => void;
  readonly close: (name: string) => void;
  readonly say: (text: string) => void;
  /** What somebody has chosen in a list of a form. */
  readonly field: (name: string, attributes: Attributes) => void;
}

interface OpenTable {
  readonly table: HtmlTable;
  cell: HtmlCell | undefined;
  /** As Google Sheets saves a page. */
  readonly isGoogles: boolean;
}

/** Where the reading stands. */
interface State {
  readonly content: (string | HtmlTable)[];
  readonly tables: OpenTable[];
  /** The next number of each list that is open; undefined for one with bullets. */
  readonly lists: (number | undefined)[];
  /** What has been said since the last cell or table began. */
  text: string;
  link: { readonly address: string; readonly from: number } | undefined;
}

function newScribe(): Scribe {
  const state: State = { content: [], tables: [], lists: [], text: '', link: undefined };
  return {
    content: () => {
      flush(state);
      return state.content;
    },
    open: (name, attributes) => {
      begin(state, name, attributes);
    },
    close: (name) => {
      end(state, name);
    },
    // Between the cells of a table nothing is shown.
    say: (data) => {
      if (partsIn(state)) state.text += data;
    },
    field: (name, { selected, label, value }) => {
      if (name === 'option' && selected !== undefined) state.text += label ?? value ?? '';
    },
  };
}

const isExact = ({ tables }: State): boolean => tables.at(-1)?.table.isExact ?? false;

/** Where the next table or text goes. */
const partsIn = ({ content, tables }: State): (string | TreeTable)[] | undefined =>
  tables.length === 0 ? content : tables.at(-1)?.cell?.parts;

/** What has been said is complete. */
function flush(state: State): void {
  const told = isExact(state) ? state.text : collapsed(state.text);
  if (state.tables.length === 0) state.content.push(...told.split('\n').filter((line) => line !== ''));
  else if (told !== '') partsIn(state)?.push(told);
  state.text = '';
  state.link = undefined;
}

function breakLine(state: State): void {
  if (state.text !== '' && !isExact(state) && !state.text.endsWith('\u2028')) state.text += '\u2028';
}

function endCell(state: State): void {
  if (state.tables.length === 0) return;
  flush(state);
  const open = state.tables.at(-1);
  if (open) open.cell = undefined;
}

type Begin = (state: State, attributes: Attributes) => void;

const beginnings: Readonly<Partial<Record<string, Begin>>> = {
  table: (state, attributes) => {
    flush(state);
    const table: HtmlTable = { isExact: attributes['class'] === exactTable, rows: [] };
    partsIn(state)?.push(table);
    state.tables.push({ table, cell: undefined, isGoogles: classesOf(attributes).includes('waffle') });
    ensureNesting(state.tables.length);
  },
  tr: (state) => {
    endCell(state);
    const open = state.tables.at(-1);
    // Of Google's rows, those without cells of their own hold only what is around the sheet: its own numbers leave them out.
    if (open?.isGoogles !== true || open.table.rows.at(-1)?.length !== 0) open?.table.rows.push([]);
  },
  td: beginCell,
  th: beginCell,
  br: (state) => void (state.text += isExact(state) ? '\n' : '\u2028'),
  a: (state, attributes) =>
    void (state.link = { address: attributes['href'] ?? '', from: state.text.length }),
  input: (state, attributes) => void (state.text += valueOf(attributes)),
  ol: (state, attributes) => {
    state.lists.push(Number(attributes['start'] ?? 1) || 1);
    breakLine(state);
  },
  ul: (state) => {
    state.lists.push(undefined);
    breakLine(state);
  },
  li: (state, attributes) => {
    breakLine(state);
    numberItem(state, attributes);
  },
};

function begin(state: State, name: string, attributes: Attributes): void {
  const known = beginnings[name];
  if (known) known(state, attributes);
  else if (blocks.has(name)) breakLine(state);
}

function beginCell(state: State, attributes: Attributes): void {
  endCell(state);
  const open = state.tables.at(-1);
  if (!open) return;
  open.cell = {
    parts: [],
    columns: spanOf(attributes['colspan'], limits.columns),
    rows: spanOf(attributes['rowspan'], limits.rows),
  };
  if (open.table.rows.length === 0) open.table.rows.push([]);
  if (!open.isGoogles || !classesOf(attributes).some((one) => frame.test(one)))
    open.table.rows.at(-1)?.push(open.cell);
}

/** Google Sheets saves the letters of columns and the numbers of rows, and the bars that hold some in place, as cells. */
const frame = /^(?:row-header|column-headers-background$|freezebar-)/;

/** The number that a browser shows before an item stands nowhere in the text. */
function numberItem(state: State, { value }: Attributes): void {
  const next = state.lists.at(-1);
  if (next === undefined) return;
  const number = Number(value ?? next) || next;
  state.text += `${number}. `;
  state.lists[state.lists.length - 1] = number + 1;
}

function end(state: State, name: string): void {
  if (name === 'table') {
    endCell(state);
    state.tables.pop();
  } else if (name === 'td' || name === 'th' || name === 'tr') endCell(state);
  else if (name === 'a') endLink(state);
  else {
    if (name === 'ol' || name === 'ul') state.lists.pop();
    if (blocks.has(name)) breakLine(state);
  }
}

function endLink(state: State): void {
  const { link, text } = state;
  if (link) state.text = text.slice(0, link.from) + markdownLink(text.slice(link.from), link.address);
  state.link = undefined;
}

/** What a field of a form shows. */
function valueOf({ type = 'text', checked, value = '' }: Attributes): string {
  if (/^(?:checkbox|radio)$/i.test(type)) return checked === undefined ? '☐' : '☑';
  return /^(?:text|date|number|email|url|tel|search)$/i.test(type) ? value : '';
}

const spanOf = (text: string | undefined, most: number): number =>
  Math.min(Math.max(1, Math.floor(Number(text)) || 1), most);
