/** Files of action plans in all formats: bytes to tables, and a plan to bytes. */
import type { ExportFormat } from '../core/plan/exchange/exportFormats';
import type { Grid } from '../core/tables/grid';
import { decodeText, encodeText } from './parts/decode';
import { readCsv, readTabs, writeCsv } from './delimited';
import { isPartOfDocx, readDocx } from './docx/read';
import { writeDocx } from './docx/write';
import { readHtml } from './html/read';
import { writeHtml } from './html/write';
import { ExchangeError, limits } from './parts/limits';
import { readMarkdown, writeMarkdown } from './markdown';
import { isPartOfXlsx, readXlsx } from './xlsx/read';
import { isPartOfOdf, looksFlatOdf, readFlatOdf, readOdf } from './odf/read';
import { writeOds } from './odf/writeOds';
import { writeOdt } from './odf/writeOdt';
import type { PlanDocument } from './planDocument';
import { tableOfPlan } from './planDocument';
import { writeXlsx } from './xlsx/write';
import { looksOld, looksPacked, unpack } from './parts/zip';

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
      'The file is in the format of Office before 2007, or has a password. Save it as .xlsx, .docx, .ods or .odt without a password.',
    );
  return readText(name, decodeText(bytes));
}

function readOffice(bytes: Uint8Array): readonly Grid[] {
  const parts = unpack(bytes, (part) => isPartOfXlsx(part) || isPartOfDocx(part) || isPartOfOdf(part));
  if (parts.has('xl/workbook.xml')) return readXlsx(parts);
  if (parts.has('word/document.xml')) return readDocx(parts);
  if (parts.has('content.xml') || parts.has('META-INF/manifest.xml')) return readOdf(parts);
  throw new ExchangeError(
    'The file is no Excel workbook (.xlsx), no Word document (.docx), and no OpenDocument spreadsheet or text (.ods, .odt).',
  );
}

function readText(name: string, text: string): readonly Grid[] {
  const ending = /\.([^.]+)$/.exec(name.toLowerCase())?.[1] ?? '';
  if (looksFlatOdf(text)) return readFlatOdf(text);
  if (/^(?:xlsx|docx|ods|odt)$/.test(ending))
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
      return encodeText(writeCsv(tableOfPlan(document).sheet));
    case 'html':
      return encodeText(writeHtml(tableOfPlan(document)));
    case 'xlsx':
      return writeXlsx(tableOfPlan(document));
    case 'docx':
      return writeDocx(tableOfPlan(document));
    case 'ods':
      return writeOds(tableOfPlan(document));
    case 'odt':
      return writeOdt(tableOfPlan(document));
  }
}
