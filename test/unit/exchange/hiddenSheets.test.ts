/** Hidden sheets of workbooks are not read; that one holds a table is said. */
import { deepEqual, equal, match, ok, throws } from 'node:assert/strict';
import type { Portfolio } from '../../../server/core/portfolio/portfolio';
import { importAssessmentFile } from '../../../server/exchange/assessmentExchange';
import { readGrids } from '../../../server/exchange/formats';
import { importMapping } from '../../../server/exchange/mappings/importMapping';
import { importMatrixFile } from '../../../server/exchange/matrixExchange';
import { ExchangeError, limits } from '../../../server/exchange/parts/limits';
import { pack } from '../../../server/exchange/parts/zip';
import { importPlan } from '../../../server/exchange/planExchange';
import { importStandard } from '../../../server/exchange/standards/importStandard';
import { readSheet } from '../../../server/exchange/xlsx/sheet';
import { at, indexOf, today } from '../support/portfolioFiles';

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

function portfolioOf(): Portfolio {
  const text = 'standard: customer-service-excellence\n';
  const portfolio = indexOf({ 'portfolio.yaml': text }).portfolioAt(at('portfolio.yaml'));
  ok(portfolio);
  return portfolio;
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

  it('is told where no other one is shown, too', () => {
    const hidden: OwnSheet = { rows: table, state: 'hidden' };
    deepEqual(said('a.xlsx', xlsx([hidden])), [not('S1', 'Excel')]);
    deepEqual(said('a.ods', ods([hidden])), [not('S1', 'LibreOffice')]);
    // A sheet that is a chart is none with cells.
    const chart = pack({ 'xl/workbook.xml': '<workbook><sheets><sheet name="C"/><sheet name="S1" state="hidden"/></sheets></workbook>',
      'xl/worksheets/sheet2.xml': '<worksheet><sheetData><row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>1</v></c><c><v>2</v></c></row></sheetData></worksheet>' }); // prettier-ignore
    deepEqual(said('a.xlsx', chart), [not('S1', 'Excel')]);
  });

  const cover: OwnSheet = { rows: [['Portfolio', 'Anytown'], ['Year', '2026']] }; // prettier-ignore
  const file = xlsx([cover, { rows: table, state: 'hidden' }]);
  it('is told where what is shown holds nothing that is looked for', () => {
    const portfolio = portfolioOf();
    const results = [
      importMatrixFile(portfolio, 'a.xlsx', file),
      importPlan(portfolio.standard, undefined, 'a.xlsx', file),
      importAssessmentFile(portfolio, undefined, 'a.xlsx', file, today),
      importStandard({ name: 'a.xlsx', bytes: xlsx([{ rows: [['Year', '']] }, { rows: table, state: 'hidden' }]) }),
    ]; // prettier-ignore
    for (const result of results)
      match(result.kind === 'failed' ? result.message : '', /This sheet is hidden, and was not read/);
  });

  it('is told beside what is read, whatever that is', () => {
    const hidden: OwnSheet = { rows: table, state: 'hidden' };
    const sheet: OwnSheet = { rows: [['Ref', 'Assessor’s comments'], ['1.1.1', 'Well done']] }; // prettier-ignore
    const standard: OwnSheet = { rows: [['ID', 'Title', 'Text'], ['A1', 'Locks', 'Doors are locked.'], ['A2', 'Keys', 'Keys are kept safe.']] }; // prettier-ignore
    const pairs: OwnSheet = { rows: [['From A', 'To B', 'Relationship'], ['A1', 'B1', 'equal'], ['A2', 'B2', 'equal']] }; // prettier-ignore
    const portfolio = portfolioOf();
    const assessed = importAssessmentFile(portfolio, undefined, 'a.xlsx', xlsx([sheet, hidden]), today);
    const imported = importStandard({ name: 'a.xlsx', bytes: xlsx([standard, hidden]) });
    const mapped = importMapping({ name: 'a.xlsx', bytes: xlsx([pairs, hidden]) });
    const words = [
      assessed.kind === 'done' ? assessed.result.problems.map(({ reason }) => reason) : [],
      imported.kind === 'done' ? imported.result.remarks : [],
      mapped?.kind === 'done' ? mapped.result.remarks : [],
    ];
    for (const one of words) match(one.join('\n'), /This sheet is hidden, and was not read/);
  });

  it('with a million wide rows costs no more than the limits allow', () => {
    const row = '<row><c r="GR1" t="str"><v>x</v></c></row>';
    const xml = `<worksheet><sheetData>${row.repeat(limits.rows + 500)}</sheetData></worksheet>`;
    equal(readSheet(xml, { strings: [], formats: [], looks: [], from1904: false, links: new Map() }).rows.length, limits.rows + 1); // prettier-ignore
    throws(() => readGrids('a.xlsx', xlsx([{ rows: [], xml }])), ExchangeError);
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
