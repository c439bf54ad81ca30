/** Tables of plans by our own reading and by remark: generated, real, and real ones changed at random. */
import { deepEqual, ok } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { readTables } from '../../../../server/core/plan/tables';
import { withTables } from '../../../../server/core/commonmark/tables';
import { quickBlocks } from '../../../../server/core/markdown/quickBlocks';
import { markdown } from '../../support/arbitraries';
import { realMarkdown } from '../../support/realMarkdown';
import { withoutShortcuts } from '../../support/withoutShortcuts';
import { runs } from '../../support/runs';

const numRuns = runs(1000);

/** True where remark was not needed. */
function checkTables(text: string): boolean {
  const expected = withoutShortcuts(() => readTables(text));
  deepEqual(readTables(text), expected, JSON.stringify(text));
  const blocks = quickBlocks(text);
  return blocks !== undefined && withTables(text, blocks) !== undefined && expected.tables.length > 0;
}

const cells = fc
  .array(
    fc.constantFrom(
      'a', 'b c', '1.1.1', ' ', '  ', '\t', '\\|', '\\\\', '\\', '|', '`', '``', '*', '**', '_', '[d](e.md)', '[d', '](e)', '![](p.png)', '<br>', '<a href="x.md">',
      '<!--', '-->', '&#124;', '[x]', '[ ] ', '[^1]', '-', ':', '---', ':-', '=', '#', '# ', '>', '1.', 'https://example.org', '\u00A0', '\u2028', '\u000B',
    ),
    { maxLength: 4 },
  )
  .map((parts) => parts.join('')); // prettier-ignore
const bars = fc.constantFrom(' | ', '|', ' |', '| ', '||', ' ');
/** Mostly the first of them. */
const mostly = (first: string, ...rest: readonly string[]): fc.Arbitrary<string> =>
  fc.oneof({ weight: 30, arbitrary: fc.constant(first) }, { weight: 1, arbitrary: fc.constantFrom(...rest) });

const rows = fc
  .tuple(mostly('| ', '|', '', ' | ', '   |', '    |', '> | ', '- | '), fc.array(fc.tuple(cells, bars), { maxLength: 5 }), fc.constantFrom(' |', '|', '| ', '', '  ', '\t'))
  .map(([first, all, last]) => first + all.flat().join('') + last); // prettier-ignore
const headers = fc.constantFrom('| A | B |', '| Ref No. | Action |', '| A |', 'A | B', '|A|B|', '| A | B | C |', '| A \\| B |', '|| A |', '> | A | B |', '- | A | B |', '   | A | B |', '[a]: b', '| A | B |  ', '|A|'); // prettier-ignore
const belows = fc.constantFrom('| --- | --- |', '|---|---|', '|-|', '--- | ---', '| :-: | -: |', '|:-|-:|  ', '| - | - | - |', '---', ':--', '> | - | - |', '  | - | - |', '|---|', '| -- | -- |\t', '|---|---'); // prettier-ignore
const heads = fc.oneof(
  { weight: 12, arbitrary: fc.constantFrom(['| A | B |', '| --- | --- |'], ['|[A](a.md)|`B`|  ', '|:-|-:|\t'], ['| A |', '|-|']) },
  // As many bars as below, and not as many cells.
  { weight: 1, arbitrary: fc.constantFrom(['| A \\| B |', '|-|-|-|'], ['| A \\| B |', '| - | - |'], ['|| A |', '|-|-|'], ['| A | |', '|-|-|'], ['| A |', '|-|-|'], ['| A | B', '|-|-|']) },
  { weight: 1, arbitrary: fc.tuple(headers, belows) },
); // prettier-ignore
const tables = fc
  .tuple(heads, fc.array(rows, { maxLength: 4 }), mostly('\n', '\r\n', '\r'))
  .map(([head, all, end]) => [...head, ...all].join(end));
const others = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom('', '', '', '# Plan', '## 1 Insight', 'Words.', 'Words', '- item', '> quotation', '```', '```\ncode\n```', '<div>', '<!--', '-->', '[a]: b.md', '[^1]: note', '    code', '---', '===', '***', '- [ ] task', '1. one', '<script>', '[x] and [a]') },
  { weight: 1, arbitrary: markdown },
); // prettier-ignore
const gaps = mostly('\n\n', '\n', '\r\n\r\n', '\n \n', '\n\t\n', '\r', '\n\n\n');
const parts = fc.tuple(fc.oneof(tables, others), gaps).map(([part, gap]) => part + gap);
const texts = fc
  .tuple(
    fc.constantFrom(
      '',
      '',
      '\uFEFF',
      '\uFEFF\uFEFF\n\n',
      '---\ntitle: Plan\n---\n',
      '---\ntype: action-plan\n---\n\n',
      '---\n',
      '\n',
    ),
    fc.array(parts, { maxLength: 6 }),
    fc.constantFrom('', 'end'),
  )
  .map(([start, all, end]) => start + all.join('') + end);

const sample = readFileSync('samples/anytown-libraries/action-plan.md', 'utf8');
const simple = fc
  .tuple(fc.constantFrom('', '# Plan\n\n'), fc.array(fc.array(cells, { minLength: 2, maxLength: 2 }), { maxLength: 5 }))
  .map(([start, all]) => `${start}| Ref | Action |\n| --- | --- |\n${all.map((row) => `| ${row.join(' | ')} |\n`).join('')}`); // prettier-ignore

describe('Tables of plans', () => {
  it('are read as remark reads them', () => {
    let alone = 0;
    fc.assert(
      fc.property(texts, (text) => {
        if (checkTables(text)) alone += 1;
      }),
      { numRuns },
    );
    ok(alone > numRuns / 20, `only ${alone} of ${numRuns} were read without remark`);
  });

  it('are read as remark reads them, whatever stands in their cells', () => {
    let alone = 0;
    fc.assert(
      fc.property(simple, (text) => {
        if (checkTables(text)) alone += 1;
      }),
      { numRuns },
    );
    ok(alone > numRuns / 2, `only ${alone} of ${numRuns} were read without remark`);
  });

  it('are read as remark reads them where a real plan has been changed', () => {
    ok(checkTables(sample));
    const place = fc.nat(sample.length);
    fc.assert(
      fc.property(place, fc.nat(8), fc.oneof(cells, others, gaps), (at, taken, piece) => {
        checkTables(sample.slice(0, at) + piece + sample.slice(at + taken));
      }),
      { numRuns: numRuns / 10 },
    );
  });

  it('are read as remark reads them in other people’s files', () => {
    const withBars = realMarkdown().filter(({ text }) => /\|[ \t]*:?-/.test(text));
    ok(withBars.length > 10);
    const alone = withBars.filter(({ text }) => checkTables(text));
    ok(
      alone.length > withBars.length / 10,
      `only ${alone.length} of ${withBars.length} were read without remark`,
    );
  }).timeout(60_000);
});
