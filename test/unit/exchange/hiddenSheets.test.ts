/** Hidden sheets of workbooks are not read; that one holds a table is said. */
import { deepEqual } from 'node:assert/strict';
import { readGrids } from '../../../server/exchange/formats';
import { pack } from '../../../server/exchange/parts/zip';

type Rows = readonly (readonly string[])[];
interface OwnSheet {
  readonly rows: Rows;
  readonly state?: 'hidden' | 'veryHidden';
  /** In the place of what the rows would make. */
  readonly xml?: string;
}

const shown: OwnSheet = { rows: [['Ref', 'Evidence'], ['1.1.1', 'Survey']] }; // prettier-ignore
const table = [['Ref', 'Evidence'], ['1.1.2', 'Old survey']]; // prettier-ignore

function xlsx(sheets: readonly OwnSheet[]): Uint8Array {
  const names = sheets.map(
    ({ state }, at) => `<sheet name="S${at + 1}" sheetId="${at + 1}"${state ? ` state="${state}"` : ''}/>`,
  );
  const cell = (text: string): string => `<c t="inlineStr"><is><t>${text}</t></is></c>`;
  const parts = sheets.map(({ rows, xml }, at): [string, string] => [
    `xl/worksheets/sheet${at + 1}.xml`,
    xml ??
      `<worksheet><sheetData>${rows.map((row) => `<row>${row.map(cell).join('')}</row>`).join('')}</sheetData></worksheet>`,
  ]);
  return pack({
    'xl/workbook.xml': `<workbook><sheets>${names.join('')}</sheets></workbook>`,
    ...Object.fromEntries(parts),
  });
}

function ods(sheets: readonly OwnSheet[]): Uint8Array {
  const row = (cells: readonly string[]): string =>
    `<table:table-row>${cells.map((text) => `<table:table-cell><text:p>${text}</text:p></table:table-cell>`).join('')}</table:table-row>`;
  const tables = sheets.map(
    ({ rows, state }, at) =>
      `<table:table table:name="S${at + 1}"${state ? ' table:style-name="h"' : ''}>${rows.map(row).join('')}</table:table>`,
  );
  const hidden =
    '<style:style style:name="h" style:family="table"><style:table-properties table:display="false"/></style:style>';
  return pack({
    'content.xml': `<office:document-content><office:automatic-styles>${hidden}</office:automatic-styles><office:body><office:spreadsheet>${tables.join('')}</office:spreadsheet></office:body></office:document-content>`,
  });
}

const said = (name: string, bytes: Uint8Array): readonly string[] =>
  readGrids(name, bytes).flatMap(({ notes = [] }) => notes.map(({ text, reason }) => `${text}: ${reason}`));

const not = (sheet: string, program: string): string =>
  `Sheet “${sheet}”: This sheet is hidden, and was not read. If it is to be read, show it in ${program}, save the file, and import it again.`;

describe('A hidden sheet', () => {
  const cases: readonly (readonly [string, readonly OwnSheet[], readonly string[]])[] = [
    ['with a table', [shown, { rows: table, state: 'hidden' }], ['S2']],
    ['before what is shown', [{ rows: table, state: 'hidden' }, shown], ['S1']],
    ['one of several', [shown, { rows: table, state: 'hidden' }, { rows: table, state: 'hidden' }], ['S2', 'S3']],
    ['with words to choose from', [shown, { rows: [['Draft'], ['Approved'], ['Withdrawn']], state: 'hidden' }], []],
    ['with a heading and nothing below', [shown, { rows: [['Ref', 'Evidence']], state: 'hidden' }], []],
    ['without anything', [shown, { rows: [], state: 'hidden' }], []],
    ['with white space', [shown, { rows: [[' ', ' '], [' ', ' ']], state: 'hidden' }], []],
    ['that is none', [shown, { rows: table }], []],
  ]; // prettier-ignore
  for (const [what, sheets, names] of cases)
    it(`${what} is told where it holds a table`, () => {
      deepEqual(said('a.xlsx', xlsx(sheets)), names.map((name) => not(name, 'Excel'))); // prettier-ignore
      deepEqual(said('a.ods', ods(sheets)), names.map((name) => not(name, 'LibreOffice'))); // prettier-ignore
    });

  it('that only programs can show is not spoken of: nobody could follow the advice', () => {
    deepEqual(said('a.xlsx', xlsx([shown, { rows: table, state: 'veryHidden' }])), []);
  });

  it('beyond the limits does not keep the file from being read', () => {
    const deep = `<worksheet>${'<a>'.repeat(100_000)}`;
    const grids = readGrids('a.xlsx', xlsx([shown, { rows: [], state: 'hidden', xml: deep }]));
    deepEqual(
      grids.map(({ rows }) => rows.map(({ cells }) => cells)),
      [shown.rows],
    );
  });
});
