import { deepEqual, equal, ok } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { visit } from 'unist-util-visit';
import { rootOfStandardPage, standardPageUri } from '../../../../server/features/navigation/standardAddress';
import { rangesInStandardFile } from '../../../../server/features/navigation/standardFileRanges';
import { standardLines, standardPage } from '../../../../server/features/views/standardPage';
import type { Content, Files, IndexSetting } from '../../support/portfolioFiles';
import { at, home, indexOf } from '../../support/portfolioFiles';
import { markdownParser } from '../../support/markdownParser';
import { customerServiceExcellence, smallText, standardOf } from '../../support/standards';
import { textIn } from '../../support/placed';
import { withoutShortcuts } from '../../support/withoutShortcuts';

const evidence = (title: string, more = ''): string =>
  `---\ntitle: ${title}\nelements: ["1.1"]\n${more}---\n`;
const portfolioOf = (files: Files, setting: IndexSetting = {}) => indexOf(files, setting).portfolios()[0]!;

describe('The page of a standard', () => {
  const files: Files = {
    'portfolio.yaml':
      'title: Ours\nstandard: small\nassessment: { "2.1": { applicable: false, reason: No *one* asks } }\n',
    'e/10.md': evidence('Ten'),
    'e/a b.md': evidence('Two', 'review-by: 2026-06-14\n'),
  };
  it('has the coverage beside each element', () => {
    equal(
      standardPage(portfolioOf(files)).text.replaceAll('\\', ''),
      `# Small Standard

With the evidence of Ours: 1 of 2 evidenced, 1 missing, 1 not applicable.

## 1 Welcome

1 of 2 evidenced, 1 missing.

### 1.1: evidenced, 1 item

People are greeted

**Your evidence**

- [Ten](${home}/e/10.md) (approved)
- [Two](${home}/e/a%20b.md) (approved, review overdue for 1 day)

### 1.2: missing

The opening hours are known

## 2 Answers

1 not applicable.

### 2.1: not applicable

Questions are answered

**Why it is not applicable**: No *one* asks
`,
    );
  });
  it('has the ratings, and what stands between them and the award', () => {
    const { text } = standardPage(
      portfolioOf({
        'portfolio.yaml':
          'title: Ours\nstandard: small\nassessment: { "1.1": { self: good, assessor: poor, comment: "*More*", assessed: 2026-05-14 } }\n',
      }),
    );
    const plain = text.replaceAll('\\', '');
    for (const part of [
      '**Self-assessment**: 1 of 3 applicable elements fair or better: 33 %, the award asks for 50 %; 1 more is needed.\n\nWhat stands between:\n\n- 1.2 The opening hours are known: not rated\n- 2.1 Questions are answered: not rated\n',
      '**The assessor**: 0 of 3 applicable elements fair or better (1 rated so far): 0 %, the award asks for 50 %; 2 more are needed.\n\nWhat stands between:\n\n- 1.1 People are greeted: poor\n- 2 elements that the assessor has not rated\n',
      '## 1 Welcome\n\n0 of 2 evidenced, 2 missing.\n\n**Assessment**: 1 good, 1 not rated\n',
      'People are greeted\n\n**Assessment**: rated good; the assessor: poor, on 14 May 2026; “*More*”\n',
    ])
      ok(plain.includes(part), plain);
    ok(text.includes('“\\*More\\*”'), text);
  });
  it('has its headings at the same lines, whatever is rated', () => {
    for (const assessment of [
      '{}',
      '{ "1.1": { self: good } }',
      '{ "2.1": { assessor: poor, comment: "a\\nb" } }',
    ]) {
      const portfolio = portfolioOf({ 'portfolio.yaml': `standard: small\nassessment: ${assessment}\n` });
      const { text, lines } = standardPage(portfolio);
      deepEqual(standardLines(portfolio), lines);
      for (const [id, line] of Object.entries(lines))
        ok(text.split('\n')[line]?.replaceAll('\\', '').includes(`# ${id}`), `${id} at ${line}`);
    }
  });
  it('links from a folder where that is asked for', () => {
    ok(standardPage(portfolioOf(files), { base: home }).text.includes('[Two](/e/a%20b.md)'));
    ok(standardPage(portfolioOf(files), { base: at('other') }).text.includes('[Two](/../e/a%20b.md)'));
  });
  it('has guidance, points addressed, introductions and the acknowledgement', () => {
    const [first = ''] = customerServiceExcellence.nodes.get('1.1.1')!.guidance;
    const { text } = standardPage(portfolioOf({ 'a.md': `---\nelements: [1.1.1]\n---\n\n- [x] ${first}\n` }));
    ok(
      /\*\*Guidance\*\* \(1 of \d+ points? addressed\)/.test(text.replaceAll('\\', '')),
      text.slice(0, 3000),
    );
    ok(text.includes('© Crown copyright'));
    for (const { guidance, introduction } of customerServiceExcellence.nodes.values())
      for (const words of [...guidance, ...introduction]) ok(plain(text).includes(plain(words)), words);
  });
  const plain = (text: string): string => text.replace(/[\\\s]+/g, '').toLowerCase();

  it('knows the line of each ID, also without reading the evidence', () => {
    const many = Object.fromEntries(
      Array.from({ length: 30 }, (_, number): [string, Content] => [
        `${number}.md`,
        `---\ntitle: T\nelements: [1.1.1, ${number % 2 === 0 ? '3.2.4' : '"1.1.2"'}]\nstatus: ${number % 3 === 0 ? 'withdrawn' : 'draft'}\n---\n`,
      ]),
    );
    for (const portfolio of [portfolioOf(many), portfolioOf(files)]) {
      const { text, lines } = standardPage(portfolio);
      const rows = text.split('\n');
      deepEqual(Object.keys(lines).sort(), [...portfolio.standard.nodes.keys()].sort());
      for (const [id, line] of Object.entries(lines))
        ok(
          plain(rows[line] ?? '').startsWith(
            `${'#'.repeat(portfolio.standard.nodes.get(id)!.ancestors.length + 2)}${id}`,
          ),
          rows[line],
        );
      deepEqual(standardLines(portfolio), lines);
    }
    ok(standardPage(portfolioOf(many)).text.includes('- and 10 more'));
  });
  it('lets no text act as markup', () => {
    const hostile = '[x](command:y) <img src=x> ![i](https://e.org/i.png) `c` # h';
    const standard = standardOf(
      'hostile',
      `title: ${JSON.stringify(hostile)}\nchildren: [{ id: "1.1", text: ${JSON.stringify(hostile)}, guidance: [${JSON.stringify(hostile)}] }]\n`,
    );
    const { text } = standardPage(
      portfolioOf(
        {
          'portfolio.yaml': `title: ${JSON.stringify(hostile)}\nstandard: hostile\n`,
          'a.md': evidence(JSON.stringify(hostile)),
        },
        { standards: [standard] },
      ),
    );
    visit(markdownParser.parse(text), (node) => {
      ok(!['html', 'image', 'inlineCode', 'definition'].includes(node.type), node.type);
      if (node.type === 'link') equal(node.url, at('a.md'));
    });
  });
});

describe('The address of the page', () => {
  it('gives the root back', () => {
    for (const root of ['file:///c%3A/my%20files/caf%C3%A9', 'vscode-vfs://github/a/b', home]) {
      const address = standardPageUri(root, 'standards/our own.yaml');
      ok(address.endsWith('/our%20own.md'), address);
      // Editors undo the encoding of the path once.
      equal(rootOfStandardPage(decodeURIComponent(address.slice(address.indexOf(':') + 1))), root);
    }
  });
  it('is nothing else', () => {
    for (const path of ['', '/', '/a', '/a/b.txt', '/%/b.md', '//b.md', '/a/b/c.md'])
      equal(rootOfStandardPage(path), undefined);
  });
});

describe('A standard file', () => {
  it('has a place for each ID', () => {
    for (const text of [smallText, smallText.replaceAll('\n', '\r\n')]) {
      const ranges = rangesInStandardFile(text);
      deepEqual(
        [...ranges].map(([id, range]) => [id, textIn(text, range)]),
        ['1', '1.1', '1.2', '2', '2.1'].map((id) => [id, `"${id}"`]),
      );
    }
  });
  it('has the same places, whichever reader finds them', () => {
    const text = readFileSync('schemas/standards/customer-service-excellence.yaml', 'utf8');
    const odd = `title: Odd
ratings: [{ id: a, title: A }]
children:
- id: 1 # first
  children:
    - text: |-
        id: 9
      id: '1.1'   # quoted
    -   "id":   "1.\\u0032"
        guidance:
          - id 1.3
- id: 2
  id2: x
- title: A group
  children:
    - { id: 2.1, text: x }
- id: 3
    and more
`;
    const plain = odd.replace('{ id: 2.1, text: x }', 'id: 2.1').replace('    and more\n', '');
    for (const each of [
      text,
      odd,
      odd.replace('    and more\n', ''),
      odd.replaceAll('\n', '\r\n'),
      plain,
      plain.replaceAll('\n', '\r\n'),
      `\uFEFF${plain}`,
      smallText,
    ])
      deepEqual(
        [...rangesInStandardFile(each)],
        [...withoutShortcuts(() => rangesInStandardFile(each))],
        each,
      );
    deepEqual([...rangesInStandardFile(odd).keys()], ['1', '1.1', '1.2', '2', '2.1', '3 and more']);
  });
  it('has them in JSON, too', () => {
    const json = JSON.stringify({
      title: 'J',
      children: [{ id: '1', children: [{ id: '1.1' }, { id: 2 }] }],
    });
    for (const text of [json, JSON.stringify(JSON.parse(json), null, 2)])
      deepEqual(
        [...rangesInStandardFile(text)].map(([id, range]) => [id, textIn(text, range)]),
        [
          ['1', '"1"'],
          ['1.1', '"1.1"'],
          ['2', '2'],
        ],
      );
  });
  it('of the package has all of them', () => {
    const text = readFileSync('schemas/standards/customer-service-excellence.yaml', 'utf8');
    deepEqual([...rangesInStandardFile(text).keys()], [...customerServiceExcellence.nodes.keys()]);
  });
  it('that cannot be read has none', () => {
    for (const text of ['', '"', '- a', 'children: x', 'children: [[a]]'])
      equal(rangesInStandardFile(text).size, 0);
  });
});
