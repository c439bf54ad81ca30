/** Tables of any texts: printed and read again, every cell says what it said, and printed again it is the same file. */
import { deepEqual, equal, ok } from 'node:assert/strict';
import fc from 'fast-check';
import type { PlanTable } from '../../../../server/core/plan/model';
import { parseActionPlan } from '../../../../server/core/plan/parse';
import { normalCell, tableMarkdown } from '../../../../server/core/plan/print';
import '../../support/seed';
import { runs } from '../../support/runs';

const uri = 'file:///action-plan.md';

/** What ends cells, lines, code, comments and escapes, and what looks like the rest of a table. */
const pieces = fc.constantFrom(
  '|', '\\', '\\|', '\\\\', '\n', '\r\n', '\r', '`', '``', '<br>', '<BR />', '<!--', '-->', '<div>', '</div>', '&#124;',
  '---', ':-:', '[', '](', ')', '*', '_', '#', '>', '- ', '1.', '    ', '\t', ' ', '👩‍🚒', '\uD83D', '\u2028', '\u00A0',
  '\uFEFF', '\u0000', '\u000B', '=cmd', '1.3.3', 'ongoing', '100 %',
); // prettier-ignore
const cells = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 20 }),
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.array(pieces, { maxLength: 12 }).map((parts) => parts.join('')),
);
const headers = ['Ref No.', 'Criteria / Action', 'Owner', 'Due', 'Status', 'Notes'];
const rows = fc.array(fc.array(cells, { maxLength: headers.length + 2 }), { maxLength: 6 });
const lineEnds = fc.constantFrom('\n', '\r\n');
const around = fc.constantFrom(
  '',
  '# Plan',
  '\uFEFF# Plan',
  '---\ntitle: Plan\n---',
  '> A remark',
  '- A list',
);

function only(text: string): PlanTable {
  const plan = parseActionPlan(uri, text);
  ok(plan, JSON.stringify(text));
  equal(plan.tables.length, 1, JSON.stringify(text));
  return plan.tables[0]!;
}

describe('Generated tables of plans', () => {
  it('parse, print and parse give every cell again', () => {
    fc.assert(
      fc.property(rows, lineEnds, around, (written, lineEnd, before) => {
        const start = before === '' ? '' : `${before}\n\n`;
        const text = start + tableMarkdown(headers, written, lineEnd);
        const table = only(text);
        const read = table.rows.map((row) => row.cells.map((cell) => cell.text));
        const meant = written.map((row) => row.map(normalCell));
        deepEqual(
          read.map((row, at) => row.slice(0, Math.max(headers.length, meant[at]!.length))),
          meant.map((row) => [...row, ...Array<string>(Math.max(0, headers.length - row.length)).fill('')]),
        );
        equal(
          start +
            tableMarkdown(
              table.columns.map(({ name }) => name),
              read,
              lineEnd,
            ),
          text,
        );
        for (const row of table.rows)
          for (const { span } of row.cells)
            ok(row.span.start <= span.start && span.end <= row.span.end, JSON.stringify(text));
      }),
      { numRuns: runs(300) },
    );
  });

  it('headers of a writer’s own are kept', () => {
    fc.assert(
      fc.property(fc.array(cells, { maxLength: 3 }), rows, (own, written) => {
        const header = ['ID', 'Action', ...own];
        const { columns } = only(tableMarkdown(header, written));
        deepEqual(
          columns.map(({ name }) => name),
          header.map(normalCell),
        );
      }),
    );
  });

  it('any text is read, and what is read stands where it is said to stand', () => {
    const texts = fc
      .array(fc.oneof(pieces, fc.constantFrom('| Ref | Action |\n|---|---|\n', '| 1.3.3 | ')))
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(texts, (text) => {
        const plan = parseActionPlan(uri, text);
        ok(plan);
        for (const { rows: read, columns } of plan.tables)
          for (const row of read) {
            ok(row.cells.length >= columns.length);
            for (const { span, text: cell } of row.cells) {
              const source = text.slice(span.start, span.end);
              if (!/[\\<]/.test(source)) equal(source, cell);
            }
          }
      }),
      { numRuns: runs(300) },
    );
  });
});
