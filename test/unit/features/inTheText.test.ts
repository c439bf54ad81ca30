/** Code lenses and inlay hints. */
import { deepEqual, equal, ok } from 'node:assert/strict';
import type { MarkupContent } from 'vscode-languageserver-types';
import { codeLenses, resolveCodeLens } from '../../../server/features/views/codeLenses';
import { inlayHints, resolveInlayHint } from '../../../server/features/views/inlayHints';
import { markdown } from '../../../server/features/text/markup';
import type { Files } from '../support/portfolioFiles';
import { at, home, indexOf } from '../support/portfolioFiles';
import { variants } from '../support/placed';

const block = (value: string, body = ''): string => `---\ntitle: A\n${value}\n---\n\n${body}`;
const options = { showElement: 'show', markReviewed: 'mark', setDetails: 'set' };

/** Checks the lenses of a file as `line: title`, lines from 1. */
function checkLenses(
  text: string,
  expected: readonly string[],
  others: Files = { 'portfolio.yaml': '' },
): void {
  const portfolio = indexOf({ ...others, 'a.md': text }).portfolioAt(at('a.md'))!;
  const lenses = codeLenses(portfolio, at('a.md'));
  ok(lenses.every(({ command }) => command === undefined));
  deepEqual(
    lenses.map(
      (lens) => `${lens.range.start.line + 1}: ${resolveCodeLens(portfolio, lens, options).command?.title}`,
    ),
    expected,
  );
}

/** The text with each hint where it stands, between ‹ and ›. */
function checkHints(text: string, expected: string, path = 'a.md', others: Files = {}): void {
  const files = { 'portfolio.yaml': 'title: T\n', ...others, [path]: text };
  const portfolio = indexOf(files).portfolioAt(at(path))!;
  const hints = inlayHints(portfolio, at(path), { start: 0, end: text.length });
  const rows = text.replace(/^\uFEFF/, '').split('\n');
  for (const { position, label } of [...hints].reverse()) {
    const row = rows[position.line] ?? '';
    const words = typeof label === 'string' ? label : '';
    rows[position.line] = `${row.slice(0, position.character)}‹${words}›${row.slice(position.character)}`;
  }
  equal(rows.join('\n'), expected);
}

describe('A code lens', () => {
  const others: Files = {
    'portfolio.yaml': 'assessment: { 2.1.1: { applicable: false, reason: No } }\n',
    'b.md': block('elements: [3.2.4]'),
    'c.md': block('elements: [3.2.4, 1.1.1]\nstatus: draft'),
    'd.md': block('elements: [3.2.4]\nstatus: withdrawn'),
  };
  for (const [variant, text] of variants(
    block(
      'elements:\n  - 3.2.4\n  - 1.1.1\n  - "2.1.1"\n  - 4.1.1\n  - 9.9.9\n  - 1.1\nreview-by: 2027-01-01',
    ),
  ))
    it(`says of each element how it stands, with ${variant}`, () =>
      checkLenses(
        text,
        [
          '4: 3.2.4: evidenced, 2 other items',
          '5: 1.1.1: evidenced, 1 other item',
          '6: 2.1.1: not applicable, no other items',
          '7: 4.1.1: evidenced, no other items',
          '10: Mark reviewed',
        ],
        others,
      ));
  it('of a withdrawn file counts the others, and marks nothing', () =>
    checkLenses(
      block('elements: [3.2.4]\nstatus: withdrawn\nreview-by: 2026-01-01'),
      ['3: 3.2.4: evidenced, 2 other items'],
      others,
    ));
  it('counts the points of the guidance', () => {
    const portfolio = indexOf({ 'portfolio.yaml': '' }).portfolioAt(home + '/a.md')!;
    const { guidance } = portfolio.standard.nodes.get('1.1.1')!;
    const tasks = guidance.map((point, order) => `- [${order === 0 ? 'x' : ' '}] ${point}\n`).join('');
    checkLenses(block('elements: [1.1.1]', tasks), [
      `3: 1.1.1: evidenced, no other items, 1 of ${guidance.length} points addressed`,
    ]);
  });
  it('stands on a review date that is empty or wrong too', () => {
    checkLenses(block('elements: []\nreview-by:'), ['4: Mark reviewed']);
    checkLenses(block('elements: []\nreview-by: soon'), ['4: Mark reviewed']);
  });
  for (const [status, lenses] of [
    ['draft', ['4: Approve']],
    ['in-review', ['4: Approve']],
    ['"draft"', ['4: Approve']],
    ['approved', []],
    ['withdrawn', []],
    ['', []],
    ['drft', []],
  ] as const)
    it(`approves a draft and what is in review: status ${status}`, () =>
      checkLenses(block(`elements: []\nstatus: ${status}`), lenses));
  it('approves by the edit that This File makes', () => {
    const portfolio = indexOf({ 'a.md': block('elements: [3.2.4]\nstatus: draft') }).portfolioAt(at('a.md'))!;
    const [, lens] = codeLenses(portfolio, at('a.md'));
    deepEqual(resolveCodeLens(portfolio, lens!, options).command, {
      title: 'Approve',
      command: 'set',
      arguments: [{ uris: [at('a.md')], values: { status: ['approved'] } }],
    });
  });
  it('stands in no other file', () => {
    const index = indexOf({
      'portfolio.yaml': '',
      'notes.md': '3.2.4\n',
      'x/button.md': block('elements: [button]'),
    });
    deepEqual(codeLenses(index.portfolioAt(at('notes.md'))!, at('notes.md')), []);
    const other = indexOf({ 'button.md': block('elements: [button]\nreview-by: 2020-01-01') });
    deepEqual(codeLenses(other.portfolioAt(at('button.md'))!, at('button.md')), []);
  });
  it('runs a command where there is one', () => {
    const portfolio = indexOf({ 'a.md': block('elements: [3.2.4]\nreview-by: 2027-01-01') }).portfolioAt(
      at('a.md'),
    )!;
    const [element, review] = codeLenses(portfolio, at('a.md'));
    const title = '3.2.4: evidenced, no other items';
    deepEqual(resolveCodeLens(portfolio, element!, options).command, {
      title,
      command: 'show',
      arguments: [{ root: home, element: '3.2.4' }],
    });
    deepEqual(resolveCodeLens(portfolio, element!, { ...options, showElement: undefined }).command, {
      title,
      command: '',
    });
    deepEqual(resolveCodeLens(portfolio, review!, options).command?.arguments, [{ uri: at('a.md') }]);
  });
});

describe('An inlay hint', () => {
  const words = '(information we provide…)';
  it('says what an ID means', () => {
    checkHints(block('elements: [3.2.4]'), block(`elements: [3.2.4‹${words}›]`));
    checkHints(block('elements: [3.2.4, 9.9.9]'), block(`elements: [3.2.4‹(information we…)›, 9.9.9]`));
    checkHints(block('elements:\n  - "3.2.4" # us'), block(`elements:\n  - "3.2.4"‹${words}› # us`));
    checkHints(block('elements: [1.1]'), block('elements: [1.1‹(Customer Identification)›]'));
  });
  describe('with its line fits a narrow editor, or is not there', () => {
    const narrow = 45;
    for (const value of [
      'elements: [3.2.4]',
      'elements:\n  - 3.2.4\n  - 1.1.1\n  - 4.3.2',
      'elements:\n    -     "3.2.4"   # ours',
      'elements: [3.2.4, 9.9.9]',
      'elements: [3.2.4, 1.1.1]',
      'elements: [3.2.4, 1.1.1, 1.1.2, 1.1.3, 1.2.1, 1.2.2]',
      'elements: [3.2.4] # 日本語のとても長い注釈です',
      'elements: [3.2.4] # 🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂',
      `elements: [3.2.4] # ${'long '.repeat(20)}`,
    ])
      it(value.replaceAll('\n', '⏎').slice(0, 60), () => {
        const text = block(value);
        const portfolio = indexOf({ 'portfolio.yaml': '', 'a.md': text }).portfolioAt(at('a.md'))!;
        const rows = text.split('\n');
        for (const { position, label } of inlayHints(portfolio, at('a.md'), { start: 0, end: text.length })) {
          const taken = `${rows[position.line]}  ${typeof label === 'string' ? label : ''}`;
          // Where a character may take two columns, it does.
          equal(
            Array.from(taken).reduce((sum, one) => sum + (one === '…' || one < '\u1100' ? 1 : 2), 0) <=
              narrow,
            true,
            taken,
          );
        }
      });
  });
  it('is there in each of the usual lists', () => {
    const hintsIn = (value: string): number => {
      const text = block(value);
      const portfolio = indexOf({ 'portfolio.yaml': '', 'a.md': text }).portfolioAt(at('a.md'))!;
      return inlayHints(portfolio, at('a.md'), { start: 0, end: text.length }).length;
    };
    equal(hintsIn('elements:\n  - 3.2.4\n  - 1.1.1\n  - 4.3.2'), 3);
    equal(hintsIn('elements: [3.2.4]'), 1);
    equal(hintsIn('elements: [3.2.4, 1.1.1]'), 0);
  });
  it('stands in the same place with CRLF, a byte order mark and an emoji', () => {
    const [text, expected] = [block('elements: [3.2.4]'), block(`elements: [3.2.4‹${words}›]`)];
    checkHints(text.replaceAll('\n', '\r\n'), expected.replaceAll('\n', '\r\n'));
    checkHints(`\uFEFF${text}`, expected);
    checkHints(
      text.replace('[', '[ "😀", '),
      expected.replace('[', '[ "😀", ').replace(words, '(information we…)'),
    );
  });
  it('of a retired ID says what replaced it', () =>
    checkHints(block('elements: ["9.9"]'), block('elements: ["9.9"‹(The opening hours are…)›]'), 'a.md', {
      'portfolio.yaml': 'standard: small\n',
    }));
  it('stands on decisions', () =>
    checkHints(
      'assessment:\n  3.2.4: { self: partial }\n  x: {}\n',
      `assessment:\n  3.2.4‹(information we provide to our customers is…)›: { self: partial }\n  x: {}\n`,
      'portfolio.yaml',
    ));
  it('stands in no other file, and not in the body', () => {
    checkHints('3.2.4\n', '3.2.4\n', 'notes.md');
    checkHints(block('elements: []', '3.2.4\n'), block('elements: []', '3.2.4\n'));
  });
  it('stands only where it is asked for', () => {
    const text = block('elements:\n  - 3.2.4\n  - 1.1.1\n');
    const portfolio = indexOf({ 'a.md': text }).portfolioAt(at('a.md'))!;
    const start = text.indexOf('1.1.1');
    const hints = inlayHints(portfolio, at('a.md'), { start, end: start + 5 });
    deepEqual(
      hints.map(({ position }) => position.line),
      [4],
    );
  });
  it('says more when somebody points at it', () => {
    const portfolio = indexOf({ 'a.md': block('elements: [3.2.4]') }).portfolioAt(at('a.md'))!;
    const [hint] = inlayHints(portfolio, at('a.md'), { start: 0, end: 100 });
    equal(hint!.tooltip, undefined);
    const { value } = resolveInlayHint(portfolio, hint!, markdown).tooltip as MarkupContent;
    ok(value.replaceAll('\\', '').includes('**3.2.4**'), value);
  });
});
