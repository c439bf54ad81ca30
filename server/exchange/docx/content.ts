/** The texts and tables of a Word document as its reader sees them (ECMA-376, WordprocessingML). */
import type { Attributes, Events, Handlers } from './events';
import { controlHandlers, formHandlers } from './controls';
import { linkHandlers } from './links';
import { fillOf } from './looks';
import type { DocxNumbering } from './numbering';
import { boxHandlers, runHandlers } from './runs';
import type { DocxCell, DocxTable, OpenParagraph, OpenTable, State } from './state';
import { cellIn, newState, partsIn, rowIn, sayIn } from './state';
import type { DocxStyles } from './styles';
import { ensureNesting, limits } from '../parts/limits';
import type { TreeTable } from '../parts/tableTree';
import { attribute, fromOfficeText, readXml } from '../parts/xml';

export type { DocxCell } from './state';

export interface DocxContent {
  /** What stands in no table, a text per paragraph, and the tables between. */
  readonly content: readonly (string | DocxTable)[];
  readonly title: string;
  /** Texts of the boxes and shapes that stand in no table. */
  readonly shapes: readonly string[];
  /** A table has changes that nobody has accepted or refused: they count as accepted. */
  readonly isChanged: boolean;
}

/** What the document's other parts say. */
export interface DocxParts {
  readonly styles: DocxStyles;
  readonly numbering: DocxNumbering;
  /** Where links lead, by the IDs of the document's relationships. */
  readonly links: ReadonlyMap<string, string>;
}

/** What of it is not shown: text, and how it looked, before a change, and the version for old programs. */
const unseen = new Set([
  'del', 'moveFrom', 'Fallback', 'instrText', 'delText',
  'rPrChange', 'pPrChange', 'tcPrChange', 'trPrChange', 'tblPrChange', 'tblPrExChange', 'numberingChange',
]); // prettier-ignore

/** Marks of changes. */
const changed: ReadonlySet<string> = new Set(['del', 'ins', 'moveTo', 'cellIns', 'cellDel']);

/** Any text gives some content. */
export function docxContent(source: string, parts: DocxParts): DocxContent {
  const scribe = newScribe(parts);
  let unseenDepth = 0;
  let told = false;
  let piece: { readonly keepsSpace: boolean; text: string } | undefined;
  readXml(source, {
    open: (name, attributes) => {
      if (changed.has(name)) scribe.change();
      if (unseen.has(name)) {
        unseenDepth++;
        if (name === 'del') scribe.open['deleted']?.(attributes);
      }
      told = unseenDepth === 1 && name === 'instrText';
      if (unseenDepth > 0) return;
      if (name === 't') piece = { keepsSpace: attribute(attributes, 'space') === 'preserve', text: '' };
      scribe.open[name]?.(attributes);
    },
    close: (name) => {
      told = false;
      if (unseen.has(name)) unseenDepth--;
      if (unseenDepth > 0) return;
      scribe.close[name]?.();
      if (name !== 't' || !piece) return;
      const { keepsSpace, text } = piece;
      scribe.say(fromOfficeText(keepsSpace ? text.replace(/[\r\n]/g, ' ') : text.trim()));
      piece = undefined;
    },
    text: (data) => {
      if (piece) piece.text += data;
      else if (told) scribe.instruct(data);
    },
  });
  return {
    content: scribe.content,
    title: scribe.title(),
    shapes: scribe.shapes(),
    isChanged: scribe.isChanged(),
  };
}

interface Scribe {
  readonly content: readonly (string | DocxTable)[];
  readonly title: () => string;
  readonly shapes: () => readonly string[];
  readonly change: () => void;
  readonly isChanged: () => boolean;
  /** Adds to the paragraph that is open. */
  readonly say: (text: string) => void;
  /** Adds to what the field that is open is told to do. */
  readonly instruct: (text: string) => void;
  readonly open: Events;
  readonly close: Readonly<Partial<Record<string, () => void>>>;
}

function newScribe({ styles, numbering, links }: DocxParts): Scribe {
  const state = newState();
  const say = (text: string): void => {
    sayIn(state, text);
  };
  const { instruct, ...ofLinks } = linkHandlers(state.paragraphs, links);
  const handlers = [
    tableHandlers(state),
    cellHandlers(state),
    paragraphHandlers(state, styles, numbering),
    runHandlers(state, styles, say),
    boxHandlers(state),
    controlHandlers(state.controls),
    formHandlers(state.controls, say),
    ofLinks,
  ];
  return {
    content: state.content,
    title: () => state.title,
    shapes: () => state.shapes,
    change: () => void (state.isChanged ||= state.tables.length > 0),
    isChanged: () => state.isChanged,
    say,
    instruct,
    open: Object.assign({}, ...handlers.map(({ open }) => open)) as Events,
    close: Object.assign({}, ...handlers.map(({ close }) => close)) as Scribe['close'],
  };
}

function tableHandlers(state: State): Handlers {
  const { tables } = state;
  const inOpen = (change: (open: OpenTable) => void): void => {
    const open = tables.at(-1);
    if (open) change(open);
  };
  return {
    open: {
      tbl: () => {
        const table: DocxTable = { rows: [] };
        partsIn(state).push(table);
        tables.push({ table, inProperties: false, isDeleted: false });
        ensureNesting(tables.length);
      },
      tr: () => {
        inOpen((open) => {
          open.table.rows.push([]);
          open.isDeleted = false;
        });
      },
      trPr: () => {
        inOpen((open) => (open.inProperties = true));
      },
      deleted: () => {
        inOpen((open) => (open.isDeleted ||= open.inProperties));
      },
    },
    close: {
      tbl: () => void tables.pop(),
      trPr: () => {
        inOpen((open) => (open.inProperties = false));
      },
      tr: () => {
        inOpen((open) => {
          if (open.isDeleted) open.table.rows.pop();
        });
      },
    },
  };
}

function cellHandlers(state: State): Handlers {
  const inCell = (change: (cell: DocxCell) => void): void => {
    const cell = cellIn(state);
    if (cell) change(cell);
  };
  const newCell = (span: number): void =>
    void rowIn(state)?.push({ parts: [], span, continues: false, comments: [], fill: '', ink: undefined });
  return {
    open: {
      // A row may begin further to the right.
      gridBefore: (attributes) => {
        const span = numberOf(attributes);
        if (span > 0) newCell(span);
      },
      tc: () => {
        newCell(1);
      },
      shd: (attributes) => {
        if (state.paragraphs.length === 0) inCell((cell) => (cell.fill = fillOf(attributes)));
      },
      gridSpan: (attributes) => {
        inCell((cell) => (cell.span = Math.max(1, numberOf(attributes))));
      },
      vMerge: (attributes) => {
        inCell((cell) => (cell.continues = attribute(attributes, 'val') !== 'restart'));
      },
    },
    close: {},
  };
}

/** Columns that somebody names. */
const numberOf = (attributes: Attributes): number =>
  Math.min(Number(attribute(attributes, 'val')) || 0, limits.columns);

function paragraphHandlers(state: State, styles: DocxStyles, numbering: DocxNumbering): Handlers {
  const { paragraphs } = state;
  const inOpen = (change: (open: OpenParagraph) => void): void => {
    const open = paragraphs.at(-1);
    if (open) change(open);
  };
  return {
    open: {
      p: () =>
        void paragraphs.push({
          style: '',
          list: undefined,
          level: undefined,
          isHidden: false,
          isStruck: false,
          text: '',
        }),
      pStyle: (attributes) => {
        inOpen((open) => {
          open.style = attribute(attributes, 'val') ?? '';
          open.isHidden = styles.isHidden(open.style);
          open.isStruck = styles.isStruck(open.style);
        });
      },
      numId: (attributes) => {
        inOpen((open) => (open.list = attribute(attributes, 'val')));
      },
      ilvl: (attributes) => {
        inOpen((open) => (open.level = Number(attribute(attributes, 'val'))));
      },
    },
    close: {
      // The number comes before the text, and once all is known that decides about it.
      pPr: () => {
        inOpen((open) => {
          const number = numberBefore(open, styles, numbering);
          if (number !== '') open.text = `${number} ${open.text}`;
        });
      },
      p: () => {
        const open = paragraphs.pop();
        if (open) takeParagraph(state, open, styles);
      },
    },
  };
}

function numberBefore(open: OpenParagraph, styles: DocxStyles, numbering: DocxNumbering): string {
  const ofStyle = styles.listOf(open.style);
  const list = open.list ?? ofStyle?.list;
  // A paragraph takes itself out of the list of its style by the number 0.
  if (list === undefined || list === '0') return '';
  const level = open.level ?? ofStyle?.level ?? numbering.levelOf(list, open.style) ?? 0;
  return numbering.next(list, level);
}

function takeParagraph(state: State, { style, text }: OpenParagraph, styles: DocxStyles): void {
  const { content, tables, title } = state;
  if (tables.length > 0) addLine(partsIn(state), text);
  else if (title === '' && styles.isTitle(style) && content.every((part) => typeof part === 'string'))
    state.title = text;
  else content.push(text);
}

/** Paragraphs of a cell are lines of its text, those with nothing in them too, once something stands there. */
function addLine(parts: (string | TreeTable)[], text: string): void {
  const last = parts.at(-1);
  if (typeof last === 'string') parts[parts.length - 1] = last === '' ? text : `${last}\n${text}`;
  else parts.push(text);
}
