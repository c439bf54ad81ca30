/** Cells, rows and tables as Markdown. */
import { equal } from 'node:assert/strict';
import { cellMarkdown, rowMarkdown, tableMarkdown } from '../../../../server/core/plan/print';

describe('Printed cells', () => {
  const cases: readonly [text: string, expected: string][] = [
    ['a | b', 'a \\| b'],
    ['a \\| b', 'a \\\\\\| b'],
    ['  two\r\nlines\n', 'two<br>lines'],
    ['C:\\', 'C:\\'],
    ['`a|b`', '`a\\|b`'],
    ['[x](y)', '[x](y)'],
  ];
  for (const [text, expected] of cases)
    it(JSON.stringify(text), () => {
      equal(cellMarkdown(text), expected);
    });
  it('a row', () => {
    equal(rowMarkdown(['1.3.3', 'a|b', '']), '| 1.3.3 | a\\|b |  |');
  });
});

it('A printed table is aligned; a very wide cell does not widen its column', () => {
  const wide = 'x'.repeat(130);
  equal(
    tableMarkdown(['ID', 'Action'], [['1.3.3', 'Ask'], ['1.3.4'], ['1.3.10', wide, 'more']], '\r\n'),
    [
      '| ID     | Action |',
      '| ------ | ------ |',
      '| 1.3.3  | Ask    |',
      '| 1.3.4  |        |',
      `| 1.3.10 | ${wide} | more |`,
      '',
    ].join('\r\n'),
  );
});
