/** What a table of an action plan writes: what was asked for, and not a byte beside it. */
import { deepEqual, equal, ok } from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits } from '../../../../server/core/text/edit';
import { normalCell } from '../../../../server/core/plan/print';
import type { Portfolio } from '../../../../server/core/portfolio/portfolio';
import type { Outcome } from '../../../../server/features/editing/outcome';
import { removePlanRows, setPlanCells, sortPlan } from '../../../../server/features/plan/rowEdits';
import type { PlanTable, PlanTableRow } from '../../../../server/features/views/planTable';
import { planTable } from '../../../../server/features/views/planTable';
import { at, indexOf } from '../../support/portfolioFiles';

const path = 'action-plan.md';
const uri = at(path);
const portfolioWith = (text: string): Portfolio =>
  indexOf({ 'portfolio.yaml': 'title: T\n', [path]: text }).portfolioAt(uri)!;
const tableOf = (text: string): PlanTable => planTable(portfolioWith(text), uri)!;
const placeOf = ({ table, row, source }: PlanTableRow) => ({ table, row, source });

function after(text: string, outcome: Outcome): string {
  if (outcome.kind === 'refused') throw new Error(outcome.message);
  return outcome.edits.reduce(
    (now, edit) => (edit.kind === 'edit' ? applyEdits(now, edit.edits) : now),
    text,
  );
}

const plan = `# Plan

| Ref | Action | Responsibility | Target | Progress | Ours |
| --- | --- | :-: | --- | --- | --- |
| 1 Customer Insight | | | | | |
| 1.1.1 | Ask \\| listen | Anna | March 2027 | 50 % | x |
| 3.2.4 | Check   it | | | | |
| 1.1.2 | Short

Text below | with a bar.
`;

describe('Cells of a plan', () => {
  for (const [key, typed, line] of [
    ['responsibility', 'Jo', '| 3.2.4 | Check   it | Jo | | | |'],
    ['responsibility', ' Jo | Sam ', '| 3.2.4 | Check   it | Jo \\| Sam | | | |'],
    ['action', '', '| 3.2.4 |  | | | | |'],
    ['target', 'in a month', '| 3.2.4 | Check   it | | 2026-12-21 | | |'],
    ['target', 'Q2 2027', '| 3.2.4 | Check   it | | Q2 2027 | | |'],
    ['target', 'ongoing', '| 3.2.4 | Check   it | | ongoing | | |'],
    ['target', 'when we can', '| 3.2.4 | Check   it | | when we can | | |'],
    ['progress', 'complete', '| 3.2.4 | Check   it | | | complete | |'],
    ['own: Ours', 'a\nb', '| 3.2.4 | Check   it | | | | a<br>b |'],
  ] as const)
    it(`say “${typed}” under ${key}`, () => {
      const portfolio = planAsOf('2026-11-21');
      const row = planTable(portfolio, uri)!.rows.find(({ element }) => element === '3.2.4')!;
      const now = after(plan, setPlanCells(portfolio, uri, { places: [placeOf(row)], key, text: typed }));
      equal(now, plan.replace('| 3.2.4 | Check   it | | | | |', line));
    });

  it('of several rows get one text by one edit, also where a row is too short', () => {
    const portfolio = portfolioWith(plan);
    const rows = planTable(portfolio, uri)!.rows.filter(({ element }) => element !== null);
    const outcome = setPlanCells(portfolio, uri, {
      places: rows.map(placeOf),
      key: 'responsibility',
      text: 'Jo',
    });
    equal(outcome.kind === 'edits' && outcome.edits.length, 1);
    const now = tableOf(after(plan, outcome));
    deepEqual(
      now.rows.map(({ element, cells }) => [element, cells[2]]),
      [[null, ''], ['1.1.1', 'Jo'], ['3.2.4', 'Jo'], ['1.1.2', 'Jo']],
    ); // prettier-ignore
  });

  it('are left alone in a table that does not have the column', () => {
    const both = '| Ref | Action | Ours |\n| - | - | - |\n| 1.1.1 | Ask | |\n\n| Ref | Action |\n| - | - |\n| 1.1.2 | Tell |\n';
    const portfolio = portfolioWith(both);
    const places = planTable(portfolio, uri)!.rows.map(placeOf);
    const now = after(both, setPlanCells(portfolio, uri, { places, key: 'own: Ours', text: 'x' }));
    equal(now, both.replace('| Ask | |', '| Ask | x |'));
  }); // prettier-ignore

  it('are left alone where the row is no longer at its place', () => {
    const portfolio = portfolioWith(plan);
    const [, row] = planTable(portfolio, uri)!.rows;
    const place = { ...placeOf(row!), source: 'something else' };
    const outcome = setPlanCells(portfolio, uri, { places: [place], key: 'action', text: 'x' });
    ok(outcome.kind === 'refused');
    ok(outcome.message.includes('changed in the meantime'));
  });
});

/** The portfolio, judged on a day. */
function planAsOf(today: string): Portfolio {
  const files = { 'portfolio.yaml': 'title: T\n', [path]: plan };
  return indexOf(files, { today }).portfolioAt(uri)!;
}

describe('Rows of a plan', () => {
  it('go with their lines', () => {
    const portfolio = portfolioWith(plan);
    const rows = planTable(portfolio, uri)!.rows.filter(({ element }) => element !== '1.1.1');
    equal(
      after(plan, removePlanRows(portfolio, uri, rows.map(placeOf))),
      plan
        .split('\n')
        .filter((line) => !/^\| (?:1 Cust|3\.2\.4|1\.1\.2)/.test(line))
        .join('\n'),
    );
  });
  it('go at the end of a file that has no last line end', () => {
    const text = '| Ref | Action |\r\n|-|-|\r\n| 1.1.1 | a |\r\n| 1.1.2 | b |';
    const portfolio = portfolioWith(text);
    const [, last] = planTable(portfolio, uri)!.rows;
    equal(
      after(text, removePlanRows(portfolio, uri, [placeOf(last!)])),
      '| Ref | Action |\r\n|-|-|\r\n| 1.1.1 | a |',
    );
  });
  it('go alone or together, each with its own line, whatever the file ends with', () => {
    const lines = ['| Ref | Action |', '|-|-|', '| 1.1.1 | a |', '| 1.1.2 | b |', '| 1.1.3 | c |'];
    for (const end of ['\n', '\r\n', '\r'])
      for (const last of ['', end, `${end}${end}Text.`])
        for (let chosen = 1; chosen < 8; chosen++) {
          const text = lines.join(end) + last;
          const portfolio = portfolioWith(text);
          const rows = planTable(portfolio, uri)!.rows.filter((_, row) => (chosen & (1 << row)) !== 0);
          // The last first, and one of them twice.
          const places = [...rows, rows[0]!].map(placeOf).reverse();
          const outcome = removePlanRows(portfolio, uri, places);
          const gone = new Set(rows.map(({ source }) => source));
          equal(after(text, outcome), lines.filter((line) => !gone.has(line)).join(end) + last);
          // An editor takes no two edits that overlap.
          const [edit] = outcome.kind === 'edits' ? outcome.edits : [];
          const spans = (edit?.kind === 'edit' ? edit.edits : []).map(({ span }) => span);
          ok(spans.every(({ start }, number) => start >= (spans[number - 1]?.end ?? 0)));
        }
  });
  it('are sorted as the standard is', () => {
    const portfolio = portfolioWith(plan);
    deepEqual(
      tableOf(after(plan, sortPlan(portfolio, uri))).rows.map(({ element }) => element),
      [null, '1.1.1', '1.1.2', '3.2.4'],
    );
  });
  it('are left as they are where there is no plan', () =>
    equal(sortPlan(portfolioWith(plan), at('b.md')).kind, 'refused'));
});

describe('Any cell of any plan', () => {
  const cell = fc.oneof(
    fc.constantFrom(
      '',
      'a',
      'a \\| b',
      '`x`',
      '**b**',
      '  c',
      '[l](a.md)',
      '<br>',
      '\\\\',
      'é😀',
      '=1+1',
      '2027-03-01',
    ),
    fc.string({ maxLength: 6 }).map((text) => text.replace(/[|\\`\p{Cc}\p{Zl}\p{Zp}]/gu, '')),
  );
  const texts = fc
    .array(fc.tuple(cell, cell, cell, cell), { minLength: 1, maxLength: 6 })
    .map((rows) =>
      [
        '| Ref | Action | Responsibility | Target | Progress |',
        '|---|---|---|---|---|',
        ...rows.map(([a, b, c, d], number) => `| 1.1.${(number % 3) + 1} |${a}|${b} | ${c}|${d}|`),
        '',
        'Below.',
      ].join('\n'),
    );
  it('says what is set, and the others what they said', () => {
    const wanted = fc.oneof(cell, fc.constantFrom('a | b', 'x\ny', '\\|', '`a|b`', 'end \\'));
    fc.assert(
      fc.property(
        texts,
        fc.nat(),
        fc.constantFrom('action', 'responsibility', 'progress'),
        wanted,
        (text, number, key, words) => {
          const portfolio = portfolioWith(text);
          const before = planTable(portfolio, uri);
          // Cells of white space and bars may make something else of the lines.
          if (!before || before.rows.length === 0) return;
          const row = before.rows[number % before.rows.length]!;
          const now = after(text, setPlanCells(portfolio, uri, { places: [placeOf(row)], key, text: words }));
          const found = tableOf(now);
          const column = before.columns.findIndex((one) => one.key === key);
          deepEqual(
            found.rows.map(({ cells }) => cells),
            before.rows.map(({ cells }, at) =>
              at === before.rows.indexOf(row) ? cells.with(column, normalCell(words)) : cells,
            ),
          );
        },
      ),
      { numRuns: 300 },
    );
  });
});
