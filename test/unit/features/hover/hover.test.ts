import { deepEqual, equal, ok } from 'node:assert/strict';
import { visit } from 'unist-util-visit';
import type { MarkupContent } from 'vscode-languageserver-types';
import { hover } from '../../../../server/features/hover/hover';
import type { Markup } from '../../../../server/features/text/markup';
import { markdown, plainText } from '../../../../server/features/text/markup';
import { toRange } from '../../../../server/features/text/range';
import type { Content, Files, IndexSetting } from '../../support/portfolioFiles';
import { at, indexOf } from '../../support/portfolioFiles';
import { marked } from '../../support/marked';
import { markdownParser } from '../../support/markdownParser';
import { standardOf } from '../../support/standards';

interface Setting extends IndexSetting {
  readonly files?: Files;
  readonly path?: string;
  readonly markup?: Markup;
}

const block = (value: string, body = ''): string => `---\ntitle: A\n${value}\n---\n\n${body}`;

/** The hover at $0, and the text without marks. */
function hoverAt(source: string, { files = {}, path = 'a.md', markup = markdown, ...setting }: Setting) {
  const { text: withCursor, spans } = marked(source);
  const offset = withCursor.indexOf('$0');
  const text = withCursor.replace('$0', '');
  const index = indexOf({ ...files, [path]: text }, setting);
  const portfolio = index.portfolioAt(at(path))!;
  const found = hover(portfolio, { uri: at(path), text, offset }, { markup, rules: index.rules });
  return { text, spans, hover: found, value: (found?.contents as MarkupContent | undefined)?.value ?? '' };
}

/** What needs a backslash is the business of the tests of markup. */
const unescaped = (text: string): string => text.replaceAll('\\', '');

/**
 * Checks that the hover at $0 starts with `expected` (behind its first paragraph, the place in the standard),
 * and that it is about what stands between « and »; `expected` null: no hover.
 */
function checkHover(source: string, expected: string | null, setting: Setting = {}): void {
  const { text, spans, hover: found, value } = hoverAt(source, setting);
  if (expected === null) {
    equal(found, null, value);
    return;
  }
  ok(found, 'There is no hover.');
  const [first, second] = value.split('\n\n');
  const own = first?.startsWith('**') ? first : second;
  ok(own && unescaped(own).startsWith(expected), `${own} does not start with ${expected}`);
  // The cursor stands inside of the marks.
  const [span] = spans;
  ok(span);
  deepEqual(found.range, toRange(text, { start: span.start, end: span.end - 2 }));
}

const element = '**3.2.4** We can demonstrate that information we provide to our customers is accurate';

describe('Hover says what an ID stands for', () => {
  const manifest = { files: { 'portfolio.yaml': 'title: T\n' } };
  for (const [name, source] of [
    ['in brackets', block('elements: [«3.2$0.4»]')],
    ['before its first character', block('elements: [«$03.2.4»]')],
    ['behind its last character', block('elements: [1.1.1, «3.2.4$0»]')],
    ['in a list', block('elements:\n  - 1.1.1\n  - «3.2$0.4»')],
    ['as a single value', block('elements: «3.2$0.4»')],
    ['as one of several without a list', block('elements: 1.1.1, «3.2$0.4»')],
    ['in quotation marks', block('elements: [«"3.2$0.4"»]')],
    ['in a heading', block('elements: [1.1.1]', '## «3.2$0.4» Correcting errors\n')],
    ['in the body', block('elements: [1.1.1]', 'As we say (see «3.2$0.4»).\n')],
    ['at the end of a sentence', block('elements: [1.1.1]', 'See «3.2.4$0».\n')],
    ['in a comment of the front matter', block('elements: [1.1.1] # or «3.2$0.4»')],
    ['behind an emoji', block('elements: [1.1.1]', '😀 «3.2$0.4»\n')],
    ['in an unclosed block', '---\nelements: [«3.2$0.4»]\n'],
    ['where YAML elsewhere is broken', block('a: b: c\nelements: [«3.2$0.4»]')],
    ['in a file that is no evidence', 'See «3.2$0.4».\n'],
    ['with a byte order mark', '\uFEFF---\nelements: [«3.2$0.4»]\n---\n'],
  ] as const) {
    it(name, () => checkHover(source, element, manifest));
    it(`${name}, with CRLF`, () => checkHover(source.replaceAll('\n', '\r\n'), element, manifest));
  }

  const inManifest = { path: 'portfolio.yaml' };
  it('in the manifest', () => {
    checkHover('assessment:\n  «3.2$0.4»: { self: partial }\n', element, inManifest);
    checkHover('assessment:\n  «"3.2$0.4"»:\n    self: partial\n', element, inManifest);
    checkHover('# not yet: «3.2$0.4»\ntitle: T\n', element, inManifest);
  });

  it('with the ratings, of oneself and of the assessor, as text', () => {
    const shown = (decision: string, more = ''): string =>
      hoverAt(`standard: small\nassessment: { "1.$01": ${decision}${more} }\n`, inManifest).value;
    ok(shown('{ self: good }').includes('**Assessment here:** rated good'));
    ok(
      shown('{ self: good, assessor: poor, comment: See <b>, assessed: 2026-05-14 }').includes(
        markdown.text('rated good; the assessor: poor, on 14 May 2026; “See <b>”'),
      ),
    );
    ok(!shown('{ reason: Later }', ', "1.2": { self: good }').includes('Assessment'));
    const group = 'standard: small\nassessment: { "1.1": { self: good } } # criterion 1$0\n';
    ok(hoverAt(group, inManifest).value.includes('**Assessment here:** 1 good, 1 not rated'));
  });

  it('of a group in a heading, or behind the word for it', () => {
    const criterion = '**1 Customer Insight**';
    const subCriterion = '**1.1 Customer Identification**';
    const withBody = (body: string): string => block('elements: [1.1.1]', body);
    checkHover(withBody('# «1$0» Customer Insight\n'), criterion, manifest);
    checkHover(withBody('See criterion «1$0».\n'), criterion, manifest);
    checkHover(withBody('Criterion «1$0»: insight\n'), criterion, manifest);
    checkHover(withBody('## «1.1$0» Who our customers are\n'), subCriterion, manifest);
    checkHover(withBody('In sub-criterion «1.$01» we say\n'), subCriterion, manifest);
    checkHover(block('elements: [«1.$01»]'), subCriterion, manifest);
  });

  it('of a retired ID what replaced it', () => {
    const small = { files: { 'portfolio.yaml': 'standard: small\n' } };
    for (const source of [block('elements: [«"9.$09"»]'), block('elements: []', 'Formerly «9.9$0».\n')]) {
      const [first, , third] = hoverAt(source, small).value.split('\n\n');
      equal(unescaped(first ?? ''), '9.9 is now 1.2, “The opening hours are known”.');
      equal(unescaped(third ?? ''), '**1.2** The opening hours are known');
    }
  });

  const controls = standardOf(
    'controls',
    'title: Controls\nchildren:\n  - { id: AC-2(1), text: Accounts }\n  - { id: GV.OC-01, text: Context }\n',
  );
  const other = { files: { 'portfolio.yaml': 'standard: controls\n' }, standards: [controls] };
  it('of standards of other shapes', () => {
    checkHover(block('elements: [«AC-2$0(1)»]'), '**AC-2(1)** Accounts', other);
    checkHover(block('elements: []', 'See «GV.$0OC-01».\n'), '**GV.OC-01** Context', other);
    checkHover(block('elements: []', '(«AC-2(1$0)»)\n'), '**AC-2(1)** Accounts', other);
  });
});

describe('There is no hover', () => {
  const manifest = { files: { 'portfolio.yaml': 'title: T\n' } };
  for (const [name, source] of [
    ['on a number', block('elements: [1.1.1]', 'It cost 1.$01 million.\n')],
    ['on a list number', block('elements: [1.1.1]', '1$0. First\n')],
    ['on an unknown ID', block('elements: [3.2$0.9]')],
    ['on a version', block('elements: [1.1.1]', 'v3.2.$04 and 3.2.4.1\n')],
    ['on a part of a longer number', block('elements: [1.1.1]', '3.2.$04.1\n')],
    ['beside an ID', block('elements: [1.1.1,$0 3.2.4]')],
    ['on a word', block('elements: [1.1.1]', 'Wo$0rd\n')],
  ] as const)
    it(name, () => checkHover(source, null, manifest));
  it('in a folder that is no portfolio', () => checkHover('Version 3.2$0.4\n', null));
});

describe('Hover tells of the coverage', () => {
  const files: Files = {
    'portfolio.yaml': 'assessment-date: 2026-12-01\n',
    'a b/one (1).md': block('elements: [3.2.4]\nreview-by: 2026-06-30'),
    'b/two.md': '---\nelements: [3.2.4]\nstatus: draft\n---\n\n# Two *stars*\n',
    'b/three.md': '---\nelements: [3.2.4]\nreview-by: 2026-06-14\n---\n',
    'b/four.md': '---\nelements: [3.2.4]\nstatus: withdrawn\n---\n# Four\n',
  };
  const linesOf = (source: string, setting: Setting): readonly string[] =>
    hoverAt(source, setting).value.split('\n');

  it('and links to the evidence', () => {
    const lines = linesOf('3.2$0.4', { files, path: 'notes.md' });
    const start = lines.findIndex((line) => line.startsWith('**Coverage here'));
    deepEqual(lines.slice(start, start + 5), [
      '**Coverage here:** evidenced, 1 item; it rests on a single source; all of it expires before the assessment',
      `- [A](${at('a b/one (1).md')}) (approved, review by 30 June 2026)`,
      `- [three.md](${at('b/three.md')}) (approved, review overdue for 1 day)`,
      `- [Two stars](${at('b/two.md')}) (draft)`,
      '',
    ]);
  });
  it('and says who is to find evidence', () => {
    const said = (assignments: string): string | undefined =>
      linesOf('3.2$0.4', {
        files: { 'portfolio.yaml': `assignments: ${assignments}\n` },
        path: 'notes.md',
      }).find((line) => line.startsWith('**To find evidence'));
    equal(said('{ 3.2.4: Desk }'), '**To find evidence:** Desk');
    equal(said('{ 3.2.4: [Desk, Head *of* it] }'), '**To find evidence:** Desk, Head \\*of\\* it');
    equal(said('{ 1.1.1: Desk }'), undefined);
  });
  it('in plain text without links', () => {
    const lines = linesOf('3.2$0.4', { files, path: 'notes.md', markup: plainText });
    const start = lines.findIndex((line) => line.startsWith('Coverage here'));
    deepEqual(lines.slice(start, start + 4), [
      'Coverage here: evidenced, 1 item; it rests on a single source; all of it expires before the assessment',
      '- A (approved, review by 30 June 2026)',
      '- three.md (approved, review overdue for 1 day)',
      '- Two stars (draft)',
    ]);
  });
  it('why an element does not apply', () => {
    const { value } = hoverAt('assessment:\n  3.2$0.4: { applicable: false, reason: "No *web*" }\n', {
      path: 'portfolio.yaml',
    });
    ok(value.includes('not applicable; No \\*web\\*'), value);
  });
  it('of a group in numbers', () => {
    const { value } = hoverAt('# 3$0.2 Quality\n', { files, path: 'notes.md' });
    ok(value.includes('**Coverage here:** 1 of 4 evidenced; 3 missing\n- 3.2.1 '), value);
  });
  it('no more than eight links', () => {
    const many = Object.fromEntries(
      Array.from({ length: 11 }, (_, number): [string, Content] => [
        `${number}.md`,
        block('elements: [3.2.4]'),
      ]),
    );
    const lines = linesOf('3.2$0.4', { files: many, path: 'notes.md' });
    equal(lines.filter((line) => line.startsWith('- [')).length, 8);
    ok(lines.includes('- and 3 more'));
  });
});

describe('Nothing in a file or a standard acts as markup in a hover', () => {
  const hostile = [
    '[click](command:workbench.action.quit)',
    '<img src=x onerror=alert(1)>',
    '<a href="command:x">x</a>',
    '![x](https://example.org/x.png)',
    '$(warning) **bold** _it_ ~~gone~~ `code`',
    '<https://example.org>',
    '&lt;b&gt; &#91;x](y)',
    '# Heading',
    '> quote',
    '- item',
    '1. item',
    '```',
    '| a | b |',
    '[x]: https://example.org',
    '[^1]',
    '\\[x](y)',
    '---',
    '===',
  ];
  /** Every kind of node that a hover is made of. */
  const harmless = new Set(['root', 'paragraph', 'strong', 'emphasis', 'text', 'list', 'listItem']);

  for (const words of hostile) {
    const quoted = JSON.stringify(words);
    const standard = standardOf(
      'hostile',
      `title: ${quoted}\nacknowledgement: ${quoted}\nlevels: [${quoted}, Element]\nchildren:\n  - id: G\n    title: ${quoted}\n    children:\n` +
        `      - { id: E-1, text: ${quoted}, introduction: [${quoted}], guidance: [${quoted}, "a\\n${words.replace(/[\\"]/g, '\\$&')}"] }\n`,
    );
    const files = {
      'portfolio.yaml': `standard: hostile\nassessment: { E-1: { applicable: false, reason: ${quoted} } }\n`,
      'e.md': `---\ntitle: ${quoted}\nelements: [E-1]\n---\n`,
    };
    it(quoted, () => {
      for (const source of ['E-1$0', '# G$0']) {
        const { value } = hoverAt(source, { files, standards: [standard], path: 'notes.md' });
        let links = 0;
        visit(markdownParser.parse(value), (node) => {
          if (node.type === 'link') {
            links++;
            equal(node.url, at('e.md'));
          } else ok(harmless.has(node.type), `${node.type} in\n${value}`);
        });
        equal(links, source.startsWith('E') ? 1 : 0, value);
      }
    });
  }
});
