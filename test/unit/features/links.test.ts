/** Links in a file, and the hierarchy of evidence and elements. */
import { deepEqual, equal } from 'node:assert/strict';
import {
  incomingCalls,
  outgoingCalls,
  prepareHierarchy,
} from '../../../server/features/navigation/callHierarchy';
import { documentLinks } from '../../../server/features/navigation/documentLinks';
import { relativePath } from '../../../server/core/text/uri';
import type { Files } from '../support/portfolioFiles';
import { at, home, indexOf } from '../support/portfolioFiles';
import type { PlaceSetting } from '../support/placed';
import { placed, standardPlace, textIn, variants } from '../support/placed';

const block = (value: string, body = ''): string => `---\ntitle: A\n${value}\n---\n\n${body}`;
const manifest: Files = { 'portfolio.yaml': 'title: T\n' };

/** Checks the links of a file as `text -> where it leads`. */
function checkLinks(path: string, text: string, expected: readonly string[], others: Files = {}): void {
  const index = indexOf({ ...manifest, ...others, [path]: text });
  const links = documentLinks(index.portfolioAt(at(path))!, at(path), standardPlace).map(
    ({ range, target = '' }) => `${textIn(text, range)} -> ${target.replace(`${home}/`, '')}`,
  );
  deepEqual(links, expected);
}

describe('Links stand', () => {
  const files: Files = { 'attachments/a b.pdf': null, 'attachments/c.pdf': null };
  for (const [variant, text] of variants(
    block(
      'elements:\n  - 3.2.4\n  - "1.1.1"\n  - 9.9.9\nattachments:\n  - ../attachments/a b.pdf\n  - ../attachments/c.pdf\n  - https://e.org',
      '## 3.2.4 Errors\n\nSee 1.1.1 and [c](../attachments/c.pdf).\n',
    ),
  ))
    it(`on attachments and IDs, with ${variant}`, () =>
      checkLinks(
        'evidence/e.md',
        text,
        [
          '../attachments/a b.pdf -> attachments/a%20b.pdf',
          '../attachments/c.pdf -> attachments/c.pdf',
          '3.2.4 -> standard:3.2.4#L1,1',
          '"1.1.1" -> standard:1.1.1#L1,1',
          '3.2.4 -> standard:3.2.4#L1,1',
        ],
        files,
      ));
  it('on attachments at their page', () => {
    const text = block(
      "elements: []\nattachments: [a.pdf#page=4, 'C#.pdf', 's.xlsx#Sheet 2!A1', a.pdf?x, a.pdf#nameddest=é, 'H:\\a.pdf', /a.pdf]",
    );
    const index = indexOf({ ...manifest, 'e.md': text, 'a.pdf': null, 'C#.pdf': null, 's.xlsx': null });
    deepEqual(
      documentLinks(index.portfolioAt(at('e.md'))!, at('e.md'), standardPlace).map(
        ({ target = '', tooltip = '' }) => `${target.replace(`${home}/`, '')} ${tooltip}`,
      ),
      [
        'a.pdf#page=4 Open the attachment, page 4',
        'C%23.pdf Open the attachment',
        's.xlsx#Sheet%202!A1 Open the attachment, Sheet 2, cell A1',
        'a.pdf Open the attachment',
        'a.pdf#nameddest=%C3%A9 Open the attachment, “é”',
      ],
    );
  });
  it('on attachments at a place of any name', () => {
    const text = block('elements: []\nattachments: ["a.pdf#nameddest=😀", "a.pdf#nameddest=\\ud83d"]');
    const index = indexOf({ ...manifest, 'e.md': text, 'a.pdf': null });
    deepEqual(
      documentLinks(index.portfolioAt(at('e.md'))!, at('e.md'), standardPlace).map(({ target = '' }) =>
        target.replace(`${home}/`, ''),
      ),
      ['a.pdf#nameddest=%F0%9F%98%80', 'a.pdf#nameddest=%EF%BF%BD'],
    );
  });
  it('on no attachment that is missing', () =>
    checkLinks('e.md', block('elements: []\nattachments: [gone.pdf]'), []));
  it('on the decisions of the manifest', () =>
    checkLinks('portfolio.yaml', 'assessment:\n  3.2.4: {}\n  x: {}\n', ['3.2.4 -> standard:3.2.4#L1,1']));
  it('in no other file, and in no folder that is no portfolio', () => {
    checkLinks('notes.md', '# 3.2.4\n', []);
    const index = indexOf({ 'e.md': block('elements: [button]') });
    deepEqual(documentLinks(index.portfolioAt(at('e.md'))!, at('e.md'), standardPlace), []);
  });
  it('on no ID whose place the editor cannot open', () => {
    const index = indexOf({ 'e.md': block('elements: [3.2.4]') });
    deepEqual(
      documentLinks(index.portfolioAt(at('e.md'))!, at('e.md'), () => undefined),
      [],
    );
  });
});

describe('The hierarchy', () => {
  const files: Files = {
    ...manifest,
    'b.md': '---\ntitle: Two\nelements: ["3.2.4", 3.2.4]\nstatus: draft\n---\n',
    'c.md': '---\nelements: [1.1.1]\n---\n',
  };
  /** The item at $0 as `name | detail`, and below it what the requests for it answer. */
  function checkHierarchy(
    source: string,
    expected: readonly string[] | null,
    setting: PlaceSetting = { files },
  ): void {
    const { index, portfolio, cursor } = placed(source, setting);
    const items = prepareHierarchy(portfolio, cursor, standardPlace);
    const ranges = (uri: string, found: readonly Parameters<typeof textIn>[1][]): string =>
      found.map((range) => textIn(index.textOf(uri) ?? '', range)).join(' ');
    const said = items?.flatMap((item) => [
      `${item.name} | ${item.detail}`,
      ...incomingCalls(portfolio, item).map(
        ({ from, fromRanges }) =>
          `<- ${relativePath(home, from.uri)} ${from.name} | ${from.detail}: ${ranges(from.uri, fromRanges)}`,
      ),
      ...outgoingCalls(portfolio, item, standardPlace).map(
        ({ to, fromRanges }) => `-> ${to.uri} | ${to.detail}: ${ranges(item.uri, fromRanges)}`,
      ),
    ]);
    deepEqual(said ?? null, expected);
  }

  const words = 'We can demonstrate that information we provide to our customers is accurate and…';
  for (const [variant, text] of variants(block('elements: [3.2$0.4]\nreview-by: 2026-06-14')))
    it(`of an element is the evidence that names it, with ${variant}`, () =>
      checkHierarchy(text, [
        `3.2.4 ${words} | overdue`,
        `<- a.md ${variant === 'an emoji' ? '😀A' : 'A'} | approved, review overdue for 1 day: 3.2.4`,
        '<- b.md Two | draft: "3.2.4" 3.2.4',
      ]));
  it('of evidence are the elements that it names', () =>
    checkHierarchy(block('elements: [3.2.4, "1.1.1", 3.2.4, 9.9.9]\nkind$0: data', 'Text\n'), [
      'A | approved',
      '-> standard:3.2.4 | evidenced, 1 item: 3.2.4 3.2.4',
      '-> standard:1.1.1 | evidenced, 2 items: "1.1.1"',
    ]));
  it('of anything else is none', () => {
    checkHierarchy('te$0xt\n', null, { files, path: 'notes.md' });
    checkHierarchy('title: $0T\n', null, { path: 'portfolio.yaml' });
  });
  it('survives an item of another portfolio', () => {
    const { portfolio } = placed(block('elements: [3.2$0.4]'), { files });
    const item = { name: 'x', kind: 1 as const, uri: at('gone.md'), range: range(), selectionRange: range() };
    equal(outgoingCalls(portfolio, { ...item, data: { root: home } }, standardPlace).length, 0);
    equal(incomingCalls(portfolio, { ...item, data: { root: home, element: 'x' } }).length, 0);
  });
  const range = () => ({ start: { line: 0, character: 0 }, end: { line: 0, character: 0 } });
});
