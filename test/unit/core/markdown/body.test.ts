/** The Markdown below the front matter: headings, links, and where they stand. */
import { deepEqual, equal } from 'node:assert/strict';
import { parseBody } from '../../../../server/core/markdown/body';
import { isBodyEmpty, mayHaveHeading } from '../../../../server/core/markdown/mayHave';
import { marked } from '../../support/marked';

/** Checks the destinations of the links of a text: those between « and », or as given. */
function checkLinks(source: string, destinations?: readonly string[]): void {
  const { text, spans } = marked(source);
  const { links } = parseBody(text);
  deepEqual(
    links.map(({ span }) => text.slice(span.start, span.end)),
    spans.map(({ start, end }) => text.slice(start, end)),
  );
  deepEqual(
    links.map(({ span }) => span),
    spans,
  );
  deepEqual(
    links.map(({ destination }) => destination),
    destinations ?? spans.map(({ start, end }) => text.slice(start, end)),
  );
}

describe('Links', () => {
  for (const [name, source, destinations] of [
    ['in a line', '[a](«b.md») and ![c](«d.png»)'],
    ['after a byte order mark', '\uFEFF[a](«b.md»)'],
    ['below front matter', '---\ntitle: "[x](y.md)"\n---\n[a](«b.md»)'],
    ['with a title', '[a](«b.md» "c](d)")'],
    ['with a title in brackets', '[a](«b.md» (c))'],
    ['in angle brackets', '[a](<«b c.md»>)'],
    ['with brackets', '[a](«b(c).md»)'],
    ['with an escape', '[a](«b\\)c.md»)', ['b)c.md']],
    ['with an entity', '[a](«b&amp;c.md»)', ['b&c.md']],
    ['with numbers of characters', '[a](«b&#45;c&#x2d;d&#X2D;.md»)', ['b-c-d-.md']],
    ['with numbers of what is no character', '[a](«b&#0;&#xFFFFFF;.md»)', ['b\uFFFD\uFFFD.md']],
    [
      'in HTML, with entities',
      '<a href="«b&amp;c&#45;d&#x2D;e&AMP;f&#128512;.md»">a</a>',
      ['b&c-d-e&f😀.md'],
    ],
    [
      'in HTML, with what is no entity',
      '<img src="«b&#0;&nosuch;&#x110000;.png»">',
      ['b&#0;&nosuch;&#x110000;.png'],
    ],
    ['beside marks of footnotes that are none', '[^ a](«b.md») [^](«c.md») [^a[b](«d.md»)'],
    ['on the next line', '[a](\n«b.md»\n)'],
    ['without a destination', '[a](«»)'],
    ['with an image in them', '[![a](«b.png»)](«c.md»)'],
    ['by a name', '[a][b]\n\n[b]: «c.md» "d"'],
    ['by a name, in angle brackets', '[a][b]\n\n[b]: <«c d.md»>'],
    ['that stand for themselves', '«<https://example.org>»', ['https://example.org']],
    ['in a list in a quotation', '> - [a](«b.md»)'],
    ['behind an emoji', '😀 [a](«b.md»)'],
    ['with Windows line ends', 'a\r\n\r\n[a](«b.md»)\r\n'],
    ['are not in code', '`[a](b.md)`\n\n    [c](d.md)\n\n```\n[e](f.md)\n```'],
    ['are not in HTML', '<!-- [a](b.md) -->'],
    ['are not escaped', '\\[a](b.md)'],
  ] as const) {
    // Outermost first, as they stand in the tree.
    if (name === 'with an image in them') {
      it(name, () =>
        deepEqual(
          parseBody('[![a](b.png)](c.md)').links.map(({ destination, span }) => [destination, span]),
          [
            ['c.md', { start: 14, end: 18 }],
            ['b.png', { start: 6, end: 11 }],
          ],
        ),
      );
    } else it(name, () => checkLinks(source, destinations));
  }
});

describe('Headings', () => {
  for (const [source, expected] of [
    ['# A', [[1, 'A']]],
    ['###### A ##', [[6, 'A']]],
    [
      'A\n===\n\nB\n---',
      [
        [1, 'A'],
        [2, 'B'],
      ],
    ],
    ['# **A** `b` [c](d)', [[1, 'A b c']]],
    [
      '- # A\n- 1. ## B',
      [
        [1, 'A'],
        [2, 'B'],
      ],
    ],
    ['> A\n> ===', [[1, 'A']]],
    ['1. A\n\n   - B\n     ===', [[1, 'B']]],
    ['#', [[1, '']]],
    ['---\n# A: b\n---\n', []],
    ['#A\n\n    # B\n\n```\n# C\n```', []],
  ] as const)
    it(`of ${JSON.stringify(source)}`, () => {
      deepEqual(
        parseBody(source).headings.map(({ depth, text }) => [depth, text]),
        expected,
      );
      if (expected.length > 0) equal(mayHaveHeading(source, 0), true);
    });

  for (const text of ['Text', '#A', 'a - b', 'a = b', ''])
    it(`are not looked for in ${JSON.stringify(text)}`, () => equal(mayHaveHeading(text, 0), false));
});

describe('A body', () => {
  for (const [text, isEmpty] of [
    ['', true],
    [' \t\r\n', true],
    ['<!-- a -->\n<!-- b\nc -->', true],
    ['<!-- a', false],
    ['a', false],
    ['<br>', false],
  ] as const)
    it(`of ${JSON.stringify(text)} is ${isEmpty ? '' : 'not '}empty`, () =>
      equal(isBodyEmpty(text, 0), isEmpty));

  it('is read however deep it is nested by people', () => {
    deepEqual(parseBody(`${'> '.repeat(20)}[a](b)`).links.length, 1);
    deepEqual(parseBody(`${'> '.repeat(5000)}[a](b)\n\n[c](d)`).links.length, 1);
    deepEqual(parseBody(`# ${'*a '.repeat(200)}${'a*'.repeat(200)}\n\n[a](b)`).links.length, 1);
  });

  it('is read however many parts it has', () => equal(parseBody('# a\n'.repeat(5000)).headings.length, 5000));
});
