/** Files of action plans in all formats: bytes to tables, and a plan to bytes. */
import type { ExportFormat } from '../core/plan/exchange/exportFormats';
import type { Grid } from '../core/tables/grid';
import { decodeText, encodeText } from './decode';
import { readCsv, readTabs, writeCsv } from './delimited';
import type { PlanDocument } from './document';
import { isPartOfDocx, readDocx } from './docx/read';
import { writeDocx } from './docx/write';
import { readHtml } from './html/read';
import { writeHtml } from './html/write';
import { ExchangeError, limits } from './limits';
import { readMarkdown, writeMarkdown } from './markdown';
import { isPartOfXlsx, readXlsx } from './xlsx/read';
import { writeXlsx } from './xlsx/write';
import { looksOld, looksPacked, unpack } from './zip';

/**
 * Reads the tables of a file by its name's ending, or by what it holds where that is plain to see.
 * @throws ExchangeError where it cannot be read; the message is for people
 */
export function readGrids(name: string, bytes: Uint8Array): readonly Grid[] {
  if (bytes.length > limits.bytes)
    throw new ExchangeError(
      `The file is larger than ${limits.bytes / 1024 / 1024} MB, which no action plan is.`,
    );
  if (looksPacked(bytes)) return readOffice(bytes);
  if (looksOld(bytes))
    throw new ExchangeError(
      'The file is in the format of Office before 2007, or has a password. Save it as .xlsx or .docx without a password.',
    );
  return readText(name, decodeText(bytes));
}

function readOffice(bytes: Uint8Array): readonly Grid[] {
  const parts = unpack(bytes, (part) => isPartOfXlsx(part) || isPartOfDocx(part));
  if (parts.has('xl/workbook.xml')) return readXlsx(parts);
  if (parts.has('word/document.xml')) return readDocx(parts);
  throw new ExchangeError('The file is neither an Excel workbook (.xlsx) nor a Word document (.docx).');
}

function readText(name: string, text: string): readonly Grid[] {
  const ending = /\.([^.]+)$/.exec(name.toLowerCase())?.[1] ?? '';
  if (/^(?:xlsx|docx)$/.test(ending))
    throw new ExchangeError(
      `The file is not what its name says: an .${ending} file is packed, and this one is not.`,
    );
  if (/^\s*<(?:!doctype html|html|table|meta)\b/i.test(text) || /^html?$/.test(ending)) return readHtml(text);
  if (/^(?:md|markdown)$/.test(ending)) return readMarkdown(text);
  if (ending === 'csv') return readCsv(text);
  return text.includes('\t') ? readTabs(text) : readCsv(text);
}

/** @throws ExchangeError where the format cannot hold the plan */
export function writePlan(format: ExportFormat, document: PlanDocument): Uint8Array {
  switch (format) {
    case 'md':
      return encodeText(writeMarkdown(document));
    case 'csv':
      return encodeText(writeCsv(document.sheet));
    case 'html':
      return encodeText(writeHtml(document));
    case 'xlsx':
      return writeXlsx(document);
    case 'docx':
      return writeDocx(document);
  }
}
