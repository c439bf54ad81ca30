/** Plans with anything in their cells, through every format and back. */
import { deepEqual, equal } from 'node:assert/strict';
import fc from 'fast-check';
import type { ExportFormat } from '../../../server/core/plan/exchange/exportFormats';
import { cellContent, cellText } from '../../../server/core/plan/cellContent';
import { readPlanDate } from '../../../server/core/plan/dates';
import { exportFormats } from '../../../server/core/plan/exchange/exportFormats';
import { columnName } from '../../../server/core/plan/columnName';
import { planText } from '../../../server/core/plan/planText';
import { normalCell } from '../../../server/core/plan/print';
import { readGrids } from '../../../server/exchange/formats';
import { writePlan } from '../../../server/exchange/formats';
import { exported, imported, rowsOf } from './support';
import { runs } from '../support/runs';

const pieces = fc.constantFrom(
  ...[
    '=',
    '+',
    '-',
    '@',
    "'",
    '"',
    '""',
    ',',
    ';',
    '\t',
    '\n',
    '|',
    '\\',
    '\\|',
    '`',
    '*',
    '_',
    '<',
    '>',
    '&',
    '&amp;',
  ],
  ...[
    '<br>',
    '<b>',
    '</td>',
    '</table>',
    ']]>',
    '<!--',
    '_x0041_',
    '_x000D_',
    '_x005F_',
    '\u0001',
    '\u001F',
    '\uFFFE',
  ],
  ...[
    '  ',
    '\u00A0',
    '\u2028',
    '\u0085',
    '😀',
    'é',
    '#',
    '1',
    '3.2.4',
    '31/03/2027',
    '50%',
    '=1+1',
    "'=1",
    'sep=;',
  ],
  ...['Library Services Manager', 'a', 'word', '\uFEFF'],
);

const cell = fc
  .oneof(
    { weight: 3, arbitrary: fc.array(pieces, { maxLength: 6 }).map((parts) => parts.join('')) },
    fc.string({ unit: 'binary', maxLength: 8 }),
    fc.constant(''),
  )
  .map(normalCell);

const header = [
  'Ref No.',
  'Criteria / Action',
  'Responsibility',
  'Target Completion Date',
  'Progress',
  'Comments',
];
const ids = ['1.1.1', '1.1.2', '3.2.4', '4.3.2', '5.2.5'];
const headings = ['1 Customer Insight', '1.1 Customer Identification', '4 Delivery'];

const action = fc
  .tuple(fc.constantFrom(...ids), fc.array(cell, { minLength: 5, maxLength: 6 }))
  .map(([id, cells]) => ({ kind: 'action' as const, cells: [id, ...cells] }));
const heading = fc
  .constantFrom(...headings)
  .map((text) => ({ kind: 'heading' as const, depth: 1, cells: [text] }));
const remark = cell.map((text) => ({ kind: 'heading' as const, cells: ['Remark', '', '', '', '', text] }));
const sheets = fc
  .tuple(
    fc.array(fc.oneof({ weight: 5, arbitrary: action }, heading, remark), { minLength: 1, maxLength: 8 }),
    fc.array(
      cell.filter((name) => name !== ''),
      { maxLength: 1 },
    ),
  )
  .map(([rows, more]) => ({
    title: undefined,
    header: [...header, ...more.map((name) => `Own ${name}`.trim())],
    rows,
  }));

/** What a cell says after it has been in a file of a format: programs without Markdown have its text and its links. */
function returned(format: ExportFormat, source: string, column: number, kind: string): string {
  if (format === 'md') return source;
  if (format === 'csv') return normalCell(cellText(source));
  const date = readPlanDate(source);
  const isDate = /^(?:xlsx|ods)$/.test(format) && header[column]?.startsWith('Target') && kind === 'action';
  if (isDate && date.kind === 'date' && /^\d/.test(source)) return date.last;
  const pieces = cellContent(source);
  const links = pieces.filter(({ address }) => address !== undefined);
  // None of the generated links leads anywhere that a program would go, nor does one have a text of its own.
  equal(links.length, 0);
  return normalCell(pieces.map(({ text }) => text).join(''));
}

const returnedRow = (
  format: ExportFormat,
  { kind, cells }: { readonly kind: string; readonly cells: readonly string[] },
): readonly string[] => cells.map((source, column) => returned(format, source, column, kind));

describe('plans with anything in them', () => {
  for (const format of exportFormats) {
    it(`come back from ${format} row for row and cell for cell`, () => {
      fc.assert(
        fc.property(sheets, (sheet) => {
          const text = planText(sheet, '');
          const file = exported(text, format);
          const back = imported(undefined, `plan.${format}`, file);
          const rows = sheet.rows.map((row) => ({ ...row, cells: returnedRow(format, row) }));
          deepEqual(rowsOf(back.text), rowsOf(planText({ ...sheet, rows }, '')));
          equal(back.added.length, sheet.rows.filter(({ kind }) => kind === 'action').length);
          equal(
            imported(text, `plan.${format}`, file).text,
            text,
            'imported where it is from, it changes nothing',
          );
        }),
        { numRuns: runs(60) },
      );
    });

    it(`have every cell in ${format}`, () => {
      fc.assert(
        fc.property(sheets, (sheet) => {
          const file = writePlan(format, { sheet, title: 'Plan', acknowledgement: '' });
          const [grid] = readGrids(`plan.${format}`, file);
          const trimmed = (cells: readonly string[]): readonly string[] =>
            cells.slice(0, cells.findLastIndex((text) => text !== '') + 1);
          deepEqual(
            grid?.rows.map(({ cells }) => trimmed(cells)),
            [
              format === 'md' ? sheet.header.map(columnName) : sheet.header,
              ...sheet.rows.map((row) => returnedRow(format, row)),
            ].map(trimmed),
          );
        }),
        { numRuns: runs(60) },
      );
    });
  }

  it('are merged once: a second import of the same file changes nothing', () => {
    fc.assert(
      fc.property(sheets, sheets, fc.constantFrom(...exportFormats), (here, coming, format) => {
        const file = exported(planText(coming, ''), format);
        const first = imported(planText(here, ''), `plan.${format}`, file);
        const second = imported(first.text, `plan.${format}`, file);
        equal(second.text, first.text);
        deepEqual([second.added, second.changed], [[], []]);
      }),
      { numRuns: runs(120) },
    );
  });
});
