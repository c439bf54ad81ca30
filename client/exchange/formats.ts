/** The formats that a file can go out in, as the lists show them. */
import type { Format } from './exporting';

const known = {
  xlsx: { label: 'Excel workbook' },
  docx: { label: 'Word document' },
  ods: { label: 'OpenDocument spreadsheet' },
  odt: { label: 'OpenDocument text' },
  csv: { label: 'Comma-separated values', detail: 'For any spreadsheet or database' },
  html: { label: 'Web page', detail: 'For a browser, which can print it' },
  md: { label: 'Markdown' },
  txt: { label: 'Text' },
  ics: { label: 'Calendar', detail: 'An entry for each day, for Outlook and other calendars' },
  zip: { label: 'ZIP file' },
} as const;

export const formatsOf = (...endings: readonly (keyof typeof known)[]): readonly Format[] =>
  endings.map((format) => ({ format, description: `.${format}`, ...known[format] }));

/** A table can be written as any of these. */
export const tableFormats = formatsOf('xlsx', 'docx', 'ods', 'odt', 'csv', 'html', 'md');
