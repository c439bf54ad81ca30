/** What the Markdown of a cell shows in programs that know no Markdown. */
import { deepEqual, equal } from 'node:assert/strict';
import { cellContent, cellText } from '../../../../server/core/plan/cellContent';

describe('a cell of Markdown as text', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['Price list', 'Price list'],
    ['**Price** list', 'Price list'],
    ['*Price* _list_ __now__', 'Price list now'],
    ['***both***', 'both'],
    ['`code` and ``a`b``', 'code and a`b'],
    ['[the survey](survey.pdf)', 'the survey (survey.pdf)'],
    ['see [a](x.pdf) and [b](https://example.org/b)', 'see a (x.pdf) and b (https://example.org/b)'],
    ['[**bold** link](x.pdf "title")', 'bold link (x.pdf)'],
    ['<https://example.org>', 'https://example.org'],
    ['https://example.org/a_b_c', 'https://example.org/a_b_c'],
    ['![chart](chart.png)', 'chart (chart.png)'],
    ['![](chart.png)', 'chart.png'],
    ['![]() none', ' none'],
    ['\\*not emphasised\\*', '*not emphasised*'],
    ['a \\[b\\]', 'a [b]'],
    ['Tom &amp; Ann &lt;3', 'Tom & Ann <3'],
    ['snake_case_name', 'snake_case_name'],
    ['5 * 3 * 2', '5 * 3 * 2'],
    ['[ ] to do', '[ ] to do'],
    ['<name> of the lead', '<name> of the lead'],
    ['**unclosed', '**unclosed'],
    ['a | b', 'a | b'],
    ['first\n**second**', 'first\nsecond'],
    ['# no heading', '# no heading'],
    ['- no list *at all*', '- no list at all'],
    ['    not code *here*', 'not code here'],
    ['', ''],
  ];
  for (const [source, expected] of cases)
    it(`says ${JSON.stringify(expected)} for ${JSON.stringify(source)}`, () => {
      equal(cellText(source), expected);
    });

  it('keeps links apart from text', () => {
    deepEqual(cellContent('see **the** [report *of*  2027](r.pdf#page=4).'), [
      { text: 'see the ' },
      { text: 'report of  2027', address: 'r.pdf#page=4' },
      { text: '.' },
    ]);
  });
  it('is left as it is where it asks too much of the parser', () => {
    const deep = '*a'.repeat(2000);
    equal(cellText(deep), deep);
  });
});
