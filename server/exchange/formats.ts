/** Files in all formats: bytes to tables, and tables to bytes. */
import type { ExportFormat } from '../core/plan/exchange/exportFormats';
import { cellContent } from '../core/plan/cellContent';
import type { Grid } from '../core/tables/grid';
import { decodeText, encodeText } from './parts/decode';
import { readCsv, readTabs, writeCsv } from './delimited';
import type { TableDocument } from './parts/document';
import { readDocx } from './docx/read';
import { writeDocx } from './docx/write';
import { readHtml } from './html/read';
import { writeHtml } from './html/write';
import { ExchangeError, limits } from './parts/limits';
import { markdownLink } from './parts/links';
import { withStrike } from './parts/strike';
import type { StruckRow } from './grids/struck';
import { notesOnStruck, unstruck } from './grids/struck';
import type { MarkdownTables } from './markdown';
import { readMarkdown, writeMarkdown, writeMarkdownTable } from './markdown';
import { readXlsx } from './xlsx/read';
import { looksFlatOdf, readFlatOdf, readOdf } from './odf/read';
import { writeOds } from './odf/writeOds';
import { writeOdt } from './odf/writeOdt';
import type { PlanDocument } from './planDocument';
import { tableOfPlan } from './planDocument';
import { writeXlsx } from './xlsx/write';
import { looksOld, whyNotOld, whyNotPacked, whyNotText } from './parts/otherKinds';
import { firstPartOf } from './parts/relationships';
import { readXml } from './parts/xml';
import { looksPacked, unpack } from './parts/zip';

/**
 * Reads the tables of a file by its name's ending, or by what it holds where that is plain to see.
 * @param which tables of a Markdown file
 * @throws ExchangeError where it cannot be read; the message is for people
 */
export function readGrids(name: string, bytes: Uint8Array, which: MarkdownTables = 'plan'): readonly Grid[] {
  if (bytes.length > limits.bytes)
    throw new ExchangeError(`The file is larger than ${limits.bytes / 1024 / 1024} MB, and was left alone.`);
  if (looksPacked(bytes)) return readOffice(bytes);
  if (looksOld(bytes)) throw new ExchangeError(whyNotOld(bytes));
  const why = whyNotText(name, bytes);
  if (why !== undefined) throw new ExchangeError(why);
  return readText(name, decodeText(bytes), which);
}

function readOffice(bytes: Uint8Array): readonly Grid[] {
  const parts = unpack(bytes);
  // Word for the web calls it `word/document2.xml`.
  const told = firstPartOf(parts);
  for (const main of [told, 'xl/workbook.xml', 'word/document.xml'].filter((part) => part !== undefined))
    switch (rootOf(parts.get(main) ?? '')) {
      case 'workbook':
        return readXlsx(parts, main);
      case 'document':
        return readDocx(parts, main);
    }
  if (parts.has('content.xml') || parts.has('META-INF/manifest.xml')) return readOdf(parts);
  throw new ExchangeError(whyNotPacked(parts));
}

/** The name of the element that holds all others, without its prefix; empty where there is none. */
function rootOf(text: string): string {
  let root = '';
  readXml(/^(?:[^<]|<[!?][^>]*>)*<[^>]*>/.exec(text.slice(0, 10_000))?.[0] ?? '', {
    open: (name) => void (root ||= name),
  });
  return root;
}

function readText(name: string, text: string, which: MarkdownTables): readonly Grid[] {
  const ending = /\.([^.]+)$/.exec(name.toLowerCase())?.[1] ?? '';
  if (looksFlatOdf(text)) return readFlatOdf(text);
  if (/^(?:xlsx|docx|ods|odt)$/.test(ending))
    throw new ExchangeError(
      `The file is not what its name says: an .${ending} file is packed, and this one is not.`,
    );
  if (/^\s*<(?:!doctype html|html|table|meta)\b/i.test(text) || /^html?$/.test(ending)) return readHtml(text);
  if (/^(?:md|markdown)$/.test(ending)) return readMarkdown(text, which);
  if (ending === 'csv') return readCsv(text);
  return text.includes('\t') ? readTabs(text) : readCsv(text);
}

/** @throws ExchangeError where the format cannot hold the plan */
export const writePlan = (format: ExportFormat, document: PlanDocument): Uint8Array =>
  format === 'md' ? encodeText(writeMarkdown(document)) : writeTable(format, tableOfPlan(document));

/** @throws ExchangeError where the format cannot hold the table */
export function writeTable(format: ExportFormat, document: TableDocument): Uint8Array {
  switch (format) {
    case 'md':
      return encodeText(writeMarkdownTable(document));
    case 'csv':
      return encodeText(writeCsv(document.sheet));
    case 'html':
      return encodeText(writeHtml(document));
    case 'xlsx':
      return writeXlsx(document);
    case 'docx':
      return writeDocx(document);
    case 'ods':
      return writeOds(document);
    case 'odt':
      return writeOdt(document);
  }
}

/**
 * All tables of a file, of whichever format: texts as they are shown, and links as Markdown.
 * @throws ExchangeError where it cannot be read; the message is for people
 */
export function readShownGrids(name: string, bytes: Uint8Array): readonly Grid[] {
  const grids = readGrids(name, bytes, 'all');
  return /\.(?:md|markdown)$/i.test(name) ? grids.map(shown) : grids;
}

/** A table of Markdown as tables of other programs are read: texts as they are shown, and links. */
function shown(grid: Grid): Grid {
  const struck: StruckRow[] = [];
  const rows = grid.rows.flatMap(({ place, cells }) => {
    const read = unstruck(cells.map(shownCell));
    if (read.struck.length > 0) struck.push({ place, struck: read.struck });
    return read.struck.length > 0 && read.cells.length === 0 ? [] : [{ place, cells: read.cells }];
  });
  const notes = [...notesOnStruck(struck), ...(grid.notes ?? [])];
  return { ...grid, rows, ...(notes.length > 0 ? { notes } : {}) };
}

/** Stretches of code, in which tildes say nothing, and those between two tildes. */
const codeOrStruck = /(?<![`\\])(`+)[^`]+\1(?!`)|(?<![~\\])~~(?![~\s])((?:[^~]|~(?!~))*?[^~\s])~~(?!~)/g;

const shownCell = (cell: string): string =>
  cellContent(
    cell.replace(codeOrStruck, (whole: string, ...[, text]: (string | undefined)[]) =>
      text === undefined ? whole : withStrike(text, 'struck'),
    ),
  )
    .map(({ text, address }) => (address === undefined ? text : markdownLink(text, address)))
    .join('');
