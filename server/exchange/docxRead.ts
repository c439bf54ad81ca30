/** Reads the tables of a Word document (ECMA-376, WordprocessingML). */
import type { Grid } from '../core/plan/grid';
import { gridBuilder } from './gridBuilder';
import { ExchangeError, limits } from './limits';
import { attribute, fromOfficeText, readXml } from './xml';
import type { Parts } from './zip';

export const isPartOfDocx = (name: string): boolean => name === 'word/document.xml';

/** What of it is not shown: changed text before the change, and the version for old programs. */
const unseen = new Set(['del', 'moveFrom', 'Fallback', 'instrText', 'delText']);

interface Cell {
  text: string;
  /** Columns that it takes. */
  span: number;
  /** It goes on from the row above. */
  continues: boolean;
}

/** @throws ExchangeError where it is no document, or beyond the limits */
export function readDocx(parts: Parts): readonly Grid[] {
  const text = parts.get('word/document.xml');
  if (text === undefined) throw new ExchangeError('The file is no Word document.');
  const { tables, title } = tablesOf(text);
  const builder = gridBuilder();
  for (const [at, rows] of tables.entries()) {
    builder.table(tables.length > 1 ? `table ${at + 1}` : undefined, 'row');
    let above: readonly string[] = [];
    for (const [row, cells] of rows.entries()) {
      above = textsOf(cells, above);
      builder.row(row + 1, above);
    }
  }
  return builder.grids(title.trim() === '' ? undefined : title.trim());
}

/** One text per column; a cell that goes on from the row above says what that one says. */
function textsOf(cells: readonly Cell[], above: readonly string[]): readonly string[] {
  const texts: string[] = [];
  for (const { text, span, continues } of cells) {
    texts.push(continues ? (above[texts.length] ?? '') : text);
    for (let more = 1; more < span && texts.length < limits.columns; more++) texts.push('');
  }
  return texts;
}

type Attributes = Readonly<Record<string, string>>;

/** A table inside a cell is part of that cell's text. */
function tablesOf(source: string): { readonly tables: readonly Cell[][][]; readonly title: string } {
  const scribe = newScribe();
  let hidden = 0;
  let piece: { readonly keepsSpace: boolean; text: string } | undefined;
  readXml(source, {
    open: (name, attributes) => {
      if (unseen.has(name)) hidden++;
      if (hidden > 0) return;
      if (name === 't') piece = { keepsSpace: attribute(attributes, 'space') === 'preserve', text: '' };
      scribe.open[name]?.(attributes);
    },
    close: (name) => {
      if (unseen.has(name)) hidden--;
      if (hidden > 0) return;
      scribe.close[name]?.();
      if (name !== 't' || !piece) return;
      const { keepsSpace, text } = piece;
      scribe.say(fromOfficeText(keepsSpace ? text.replace(/[\r\n]/g, ' ') : text.trim()));
      piece = undefined;
    },
    text: (data) => {
      if (piece) piece.text += data;
    },
  });
  return { tables: scribe.tables, title: scribe.title() };
}

interface Scribe {
  readonly tables: readonly Cell[][][];
  readonly title: () => string;
  /** Adds to the cell that is open, or to the title. */
  readonly say: (text: string) => void;
  readonly open: Readonly<Partial<Record<string, (attributes: Attributes) => void>>>;
  readonly close: Readonly<Partial<Record<string, () => void>>>;
}

function newScribe(): Scribe {
  const tables: Cell[][][] = [];
  let title = '';
  let depth = 0;
  let runs = 0;
  let isTitle = false;
  const cell = (): Cell | undefined => (depth > 0 ? tables.at(-1)?.at(-1)?.at(-1) : undefined);
  const outerCell = (): Cell | undefined => (depth === 1 ? cell() : undefined);
  const say = (text: string): void => {
    const current = cell();
    if (current) current.text += text;
    else if (isTitle && tables.length === 0) title += text;
  };
  return {
    tables,
    title: () => title,
    say,
    open: {
      tbl: () => {
        if (++depth === 1) tables.push([]);
      },
      tr: () => {
        if (depth === 1) tables.at(-1)?.push([]);
      },
      tc: () => {
        if (depth === 1) tables.at(-1)?.at(-1)?.push({ text: '', span: 1, continues: false });
      },
      gridSpan: (attributes) => {
        const span = Number(attribute(attributes, 'val'));
        const current = outerCell();
        if (current && span > 1) current.span = Math.min(span, limits.columns);
      },
      vMerge: (attributes) => {
        const current = outerCell();
        if (current) current.continues = attribute(attributes, 'val') !== 'restart';
      },
      p: () => {
        isTitle = false;
        // Paragraphs of a cell are lines of its text; the first one begins it.
        if (cell()?.text) say('\n');
      },
      pStyle: (attributes) => void (isTitle = title === '' && attribute(attributes, 'val') === 'Title'),
      r: () => {
        runs++;
      },
      // Outside a run, the same name stands for a tab stop.
      tab: () => say(runs > 0 ? '\t' : ''),
      br: () => say('\n'),
      cr: () => say('\n'),
      noBreakHyphen: () => say('\u2011'),
    },
    close: {
      tbl: () => {
        depth--;
      },
      r: () => {
        runs--;
      },
    },
  };
}
