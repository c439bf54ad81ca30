/** What a stranger can ask of the Markdown parser: nothing without a bound, and nothing of ordinary texts is lost. */
import { deepEqual, equal, ok } from 'node:assert/strict';
import { parseBody } from '../../../../server/core/markdown/body';
import { isBodyEmpty } from '../../../../server/core/markdown/mayHave';
import { parseEvidence } from '../../../../server/core/evidence/evidence';
import { attachmentTargets, linkTargets } from '../../../../server/core/portfolio/targets';
import { possibleLinkTargets } from '../../../../server/core/markdown/possibleLinks';
import { markdownLimits, withinLimits } from '../../../../server/core/markdown/limits';

const bytes = 200_000;
const fill = (unit: string): string => unit.repeat(Math.ceil(bytes / unit.length));
const half = (opener: string, closer: string): string =>
  opener.repeat(bytes / 2 / opener.length) + 'a' + closer.repeat(bytes / 2 / closer.length);
const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

/** Texts over which the parser would take minutes, and how much of what is dear is left for it. */
const hostile: readonly (readonly [name: string, text: string, dear: RegExp, left: number])[] = [
  ['images that are opened', fill('!['), /\[/g, markdownLimits.brackets],
  ['images in images', half('![', '](b)'), /\[/g, markdownLimits.brackets],
  ['brackets in brackets', half('[', ']'), /\[/g, markdownLimits.brackets],
  ['brackets that are closed', fill(']'), /\]/g, markdownLimits.brackets],
  ['pairs of brackets', fill('[a] '), /\[/g, markdownLimits.allBrackets],
  ['destinations that are not closed', fill('[a](b ('), /\]\(/g, markdownLimits.open],
  ['list items in list items', `${fill('- ')}a`, /-/g, 0],
  ['numbers in numbers', `${fill('1. ')}a`, /1/g, 0],
  ['quotations in quotations', `${fill('>')}a`, />/g, 0],
  ['lists in quotations', `${fill('> - ')}a`, />/g, 0],
  ['lists that are indented', `- a\n${' '.repeat(bytes)}- a`, /-/g, 1],
  ['lists between paragraphs', fill('- a\n\nb\n\n'), /-/g, markdownLimits.containers],
  ['lists between headings', fill('1. a\n# b\n'), /1/g, markdownLimits.containers],
  ['quotations between empty lines', fill('> a\n\n'), />/g, markdownLimits.containers],
  ['underlined headings', fill('a\n=\n'), /=/g, markdownLimits.underlines],
  ['headings underlined with hyphens', fill('a\n-\n'), /-/g, markdownLimits.underlines],
  ['underlined headings in a quotation', fill('> a\n> =\n'), /=/g, markdownLimits.underlines],
  ['emphasis that is not closed', fill('*a '), /\*/g, markdownLimits.emphasis],
  ['emphasis in emphasis', half('*a ', 'a*'), /\*/g, markdownLimits.emphasis],
  ['emphasis across emphasis', fill('*a_ '), /[*_]/g, markdownLimits.emphasis],
  ['stars', half('*', '*'), /\*/g, markdownLimits.emphasis],
  [
    'backticks, one more each time',
    Array.from({ length: 630 }, (_, n) => '`'.repeat(n)).join('a'),
    /`{61,}/g,
    0,
  ],
  ['comments', fill('a <!--'), /<!--/g, markdownLimits.open],
  ['instructions', fill('a <?'), /<\?/g, markdownLimits.open],
  ['CDATA', fill('a <![CDATA['), /<!\[CDATA\[/g, markdownLimits.open],
  ['declarations', fill('a <!A '), /<!A/g, markdownLimits.open],
];

/** Texts that may be long without any bound: the parser takes them in their stride. */
const harmless: readonly (readonly [name: string, text: string])[] = [
  ['angle brackets', fill('<')],
  ['ampersands', fill('&')],
  ['backticks', fill('`')],
  ['backslashes', fill('\\')],
  ['hyphens', fill('- ')],
];

describe('A text that would keep the parser busy', () => {
  for (const [name, text, dear, left] of hostile) {
    it(`for its ${name} is bounded`, () => {
      const tamed = withinLimits(text);
      equal(tamed.length, text.length);
      ok(count(tamed, dear) <= left, `${count(tamed, dear)} are left`);
      // Far more than a quarter of it takes on a busy machine; without the bounds it would be minutes.
      parseBody(text.slice(0, bytes / 4));
    });
  }

  for (const [name, text] of harmless)
    it(`is not one for its ${name}`, () => {
      parseBody(text);
    });

  it('keeps what stands around it, where it stands', () => {
    const text = `# A\n\n${'!['.repeat(500)}\n\n- [b](c)\n\n${'- '.repeat(500)}d\n\n## E\n`;
    const { headings, links } = parseBody(text);
    deepEqual(
      headings.map(({ span }) => text.slice(span.start, span.end)),
      ['# A', '## E'],
    );
    deepEqual(
      links.map(({ span }) => text.slice(span.start, span.end)),
      ['c'],
    );
  });

  it('is told from an empty one at once', () => equal(isBodyEmpty(fill('<!--'), 0), false));

  it('has a title looked for from its end', () =>
    equal(parseBody(`[${' "a'.repeat(50_000)}](b)`).links[0]?.destination, 'b'));
});

describe('A path that no file system has', () => {
  it('is looked for nowhere', () => {
    const path = 'a/'.repeat(50_000);
    const file = parseEvidence(
      'file:///a.md',
      `---\nelements: ["1.1"]\nattachments: [${path}]\n---\n[a](${path})`,
    );
    ok(file);
    deepEqual(
      [
        ...linkTargets(file, 'file:///'),
        ...attachmentTargets(file),
        ...(possibleLinkTargets(file, 'file:///') ?? []),
      ],
      [],
    );
  });
});

describe('An ordinary text', () => {
  const many = (line: (n: number) => string, times = 3000): string =>
    Array.from({ length: times }, (_, n) => line(n)).join('');
  for (const [name, text] of [
    ['with many links', many((n) => `See [file ${n}](files/a_file_${n}.md) and ![it](*.png), **now**.\n\n`)],
    ['with a long list of links', many((n) => `- [file ${n}](files/${n}.md), **bold** and _so on_\n`)],
    ['with a long task list', many((n) => `- [${n % 2 ? 'x' : ' '}] \`a[${n}]\`\n`)],
    ['with a long list of numbers', many((n) => `${n + 1}. **[file](f.md)**\n`)],
    ['with a list that is nested', many((n) => `${'  '.repeat(n % 12)}- a\n`)],
    ['with a loose list', many((n) => `* a ${n}\n\n  b\n\n`)],
    ['with a long table', many((n) => `| ${n} | [a](b.md) | [c](d.md) |\n`)],
    ['with a long quotation', many(() => '> > a\n>\n')],
    ['with many headings', many((n) => `# ${n}\n\nText.\n\n`)],
    ['with many definitions', many((n) => `[${n}]: f.md "a (b)"\n`)],
    ['with many comments', many(() => 'a <!-- b --> c <br>\n')],
    ['with lines to fill in', many(() => 'Name: ________ Date: ____\n')],
    ['with a form', 'Name: ________\n---\n***\n* * *\n'],
    ['with front matter', '---\nelements: ["1.1"]\n---\n\nA\r\n=\r\n\r\nB\r---\n'],
  ] as const)
    it(`${name} is left as it is`, () => equal(withinLimits(text), text));
});
