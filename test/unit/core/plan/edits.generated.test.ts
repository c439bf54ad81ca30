/** Edits of generated plans: read again, they say what was meant, and everything else is as it was. */
import { deepEqual, equal, ok } from 'node:assert/strict';
import fc from 'fast-check';
import { alignTable, setCellsAt, sortRows } from '../../../../server/core/plan/edits';
import { addRows } from '../../../../server/core/plan/newRows';
import type { ActionPlan } from '../../../../server/core/plan/model';
import { actionsOf } from '../../../../server/core/plan/model';
import { parseActionPlan } from '../../../../server/core/plan/parse';
import { normalCell } from '../../../../server/core/plan/print';
import { applyEdits } from '../../../../server/core/text/edit';
import { small } from '../../support/standards';
import '../../support/seed';
import { runs } from '../../support/runs';

const read = (text: string): ActionPlan => parseActionPlan('file:///action-plan.md', text)!;
const textsOf = ({ tables }: ActionPlan): readonly (readonly string[])[] =>
  tables.flatMap(({ rows }) => rows.map(({ cells }) => cells.map(({ text }) => text)));

/** Source of a cell: no bar that nothing stands before, and no backslash at its end. */
const sources = fc.constantFrom(
  '',
  ' ',
  'a',
  ' a ',
  '  `x\\|y`',
  '\\\\',
  'a<br>b',
  '[a](b.md)',
  '\\\\\\| ',
  '👩‍🚒',
  ' \\ ',
);
const ids = fc.constantFrom(
  '1.1',
  '1.2',
  ' 2.1 ',
  '9.9',
  '7.7',
  '1 Welcome',
  '2 Answers',
  'Remark',
  '**1.1**',
);
const rows = fc
  .tuple(
    ids,
    fc.array(sources, { maxLength: 4 }),
    fc.constantFrom('| x |', '|x', 'x |'),
    fc.constantFrom('', ' '),
  )
  .map(([id, cells, frame, space]) => frame.replace('x', [id, ...cells].join('|')) + space);
const plans = fc
  .record({
    start: fc.constantFrom('', '\uFEFF', 'Text.\n\n', '---\ntitle: x\n---\n'),
    prefix: fc.constantFrom('', '', '> ', '  '),
    rows: fc.array(rows, { maxLength: 6 }),
    end: fc.constantFrom('', '\n', '\n\nText.\n'),
    lineEnd: fc.constantFrom('\n', '\r\n'),
  })
  .map(({ start, prefix, rows: body, end, lineEnd }) => {
    const table = ['| Ref | Action | Status |', '|-|:-|-:|', ...body].map((line) => prefix + line);
    return (start + table.join('\n') + end).replaceAll('\n', lineEnd);
  });
const texts = fc.oneof(fc.string({ maxLength: 10 }), fc.constantFrom('|', '\\', 'a\\|', '\n', '', '`|`'));

describe('Edits of generated plans', () => {
  it('a cell is set, and no other', () => {
    fc.assert(
      fc.property(plans, fc.nat(), fc.nat({ max: 2 }), texts, (text, which, column, value) => {
        const plan = read(text);
        const all = plan.tables.flatMap((table) => table.rows);
        const at = which % Math.max(1, all.length);
        const row = all[at];
        if (!row) return;
        const after = read(applyEdits(text, setCellsAt(plan, row, new Map([[column, value]]))));
        const expected = textsOf(plan).map((cells, line) =>
          line === at ? cells.map((cell, place) => (place === column ? normalCell(value) : cell)) : cells,
        );
        deepEqual(textsOf(after), expected);
      }),
      { numRuns: runs(200) },
    );
  });

  it('an aligned table says the same, and is aligned', () => {
    fc.assert(
      fc.property(plans, (text) => {
        const plan = read(text);
        const after = applyEdits(
          text,
          plan.tables.flatMap((table) => alignTable(plan, table)),
        );
        const again = read(after);
        deepEqual(textsOf(again), textsOf(plan));
        deepEqual(
          again.tables.flatMap((table) => alignTable(again, table)),
          [],
        );
      }),
      { numRuns: runs(200) },
    );
  });

  it('a sorted table has the same rows, and is sorted', () => {
    fc.assert(
      fc.property(plans, (text) => {
        const plan = read(text);
        const after = applyEdits(
          text,
          plan.tables.flatMap((table) => sortRows(plan, table, small)),
        );
        const again = read(after);
        deepEqual(
          textsOf(again)
            .map((row) => JSON.stringify(row))
            .sort(),
          textsOf(plan)
            .map((row) => JSON.stringify(row))
            .sort(),
        );
        deepEqual(
          again.tables.flatMap((table) => sortRows(again, table, small)),
          [],
        );
      }),
      { numRuns: runs(200) },
    );
  });

  it('added rows are there, and the others stay', () => {
    fc.assert(
      fc.property(
        fc.oneof(plans, fc.constantFrom('', '# Plan', 'Text.\r\n')),
        fc.subarray(['1.1', '1.2', '2.1', '7.7']),
        texts,
        (text, added, action) => {
          const plan = read(text);
          const edits = addRows(
            plan,
            small,
            added.map((id) => ({ id, action })),
          );
          ok(edits.every(({ span }) => span.start === span.end));
          const after = read(applyEdits(text, edits));
          const count = (one: ActionPlan, id: string): number =>
            actionsOf(one).filter((row) => row.id === id).length;
          for (const id of ['1.1', '1.2', '2.1', '7.7', '9.9'])
            equal(count(after, id), count(plan, id) + (added.includes(id) ? 1 : 0), id);
          const left = textsOf(after).map((row) => JSON.stringify(row));
          for (const row of textsOf(plan)) ok(left.includes(JSON.stringify(row)));
          equal(
            /[^\r]\n/.test(applyEdits(text, edits)),
            /[^\r]\n/.test(text) || (!text.includes('\r') && edits.length > 0),
          );
        },
      ),
      { numRuns: runs(200) },
    );
  });
});
