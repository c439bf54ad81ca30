/** The outline of a file, and symbols of the workspace. */
import { deepEqual, equal, ok } from 'node:assert/strict';
import fc from 'fast-check';
import type { DocumentSymbol, Position } from 'vscode-languageserver-types';
import { SymbolKind } from 'vscode-languageserver-types';
import type { OutlineOptions } from '../../../server/features/navigation/documentSymbols';
import { documentSymbols } from '../../../server/features/navigation/documentSymbols';
import { workspaceSymbols } from '../../../server/features/navigation/workspaceSymbols';
import { evidenceFiles, yaml } from '../support/arbitraries';
import type { Content, Files, IndexSetting } from '../support/portfolioFiles';
import { at, indexOf } from '../support/portfolioFiles';
import { standardPlace, textIn, told, variants } from '../support/placed';

function outlineOf(path: string, files: Files, setting: IndexSetting = {}): DocumentSymbol[] | null {
  return documentSymbols(indexOf(files, setting).portfolioAt(at(path))!, at(path));
}

/** One line per symbol, two spaces per level: `name | detail`. */
const lines = (symbols: readonly DocumentSymbol[], indent = ''): readonly string[] =>
  symbols.flatMap(({ name, detail, children = [] }) => [
    `${indent}${name}${detail === undefined ? '' : ` | ${detail}`}`,
    ...lines(children, `${indent}  `),
  ]);

function checkOutline(
  path: string,
  text: string,
  expected: readonly string[] | null,
  others: Files = {},
): void {
  const symbols = outlineOf(path, { 'portfolio.yaml': 'title: T\n', ...others, [path]: text });
  deepEqual(symbols && lines(symbols), expected);
}

const evidence = `---
title: Survey
elements:
  - 3.2.4
  - "1.1.1"
  - 9.9.9
ref: ES 1
owner: Head of Libraries
attachments: [a.pdf, b.pdf]
notes:
---

# Survey

## How we know

### In *short*

## 3.2.4 Errors
Text.

# Annex
`;

describe('The outline of an evidence file', () => {
  for (const [variant, text] of variants(evidence))
    it(`has its details with its elements, then its headings, with ${variant}`, () =>
      checkOutline('a.md', text, [
        `Details | ${variant === 'an emoji' ? '😀' : ''}Survey`,
        `  title | ${variant === 'an emoji' ? '😀' : ''}Survey`,
        '  elements | 3',
        '    3.2.4 information we provide to our customers is accurate and… | evidenced',
        '    1.1.1 an in-depth understanding of the characteristics of our… | evidenced',
        '    9.9.9 | not in the standard',
        '  ref | ES 1',
        '  owner | Head of Libraries',
        '  attachments | 2',
        '  notes',
        'Survey',
        '  How we know',
        '    In short',
        '  3.2.4 Errors',
        'Annex',
      ]));
  it('has no headings where the editor lists them itself', () => {
    const portfolio = indexOf({ 'portfolio.yaml': 'title: T\n', 'a.md': evidence }).portfolioAt(at('a.md'))!;
    const named = (options?: OutlineOptions) =>
      documentSymbols(portfolio, at('a.md'), options)!.map(({ name }) => name);
    deepEqual(named({ ownHeadings: true }), ['Details']);
    deepEqual(named(), ['Details', 'Survey', 'Annex']);
  });

  it('lets each heading reach to the next that is not below it', () => {
    const symbols = outlineOf('a.md', { 'portfolio.yaml': '', 'a.md': evidence })!;
    deepEqual(
      symbols.slice(1).map(({ range }) => [range.start.line, range.end.line]),
      [
        [12, 19],
        [21, 21],
      ],
    );
    equal(textIn(evidence, symbols[0]!.children![1]!.range), 'elements:\n  - 3.2.4\n  - "1.1.1"\n  - 9.9.9');
  });
  it('skips levels, and names a heading without words', () =>
    checkOutline('a.md', '---\nelements: [1.1.1]\n---\n### Deep\n#\n## Below\n', [
      'Details',
      '  elements | 1',
      '    1.1.1 an in-depth understanding of the characteristics of our… | evidenced',
      'Deep',
      '(no words)',
      '  Below',
    ]));
  it('is none for other files', () => checkOutline('notes.md', '# Notes\n', null));
});

describe('The outline of portfolio.yaml', () => {
  const manifest = `title: T
include: ['**/*.md']
assessment:
  3.2.4: { self: partial, comment: Not yet }
  1.1.1:
    applicable: false
    reason: None
  x: {}
rules: { review-due-soon: off }
`;
  for (const [variant, text] of [
    ['LF', manifest],
    ['CRLF', manifest.replaceAll('\n', '\r\n')],
  ] as const)
    it(`has its keys and decisions, with ${variant}`, () =>
      checkOutline('portfolio.yaml', text, [
        'title | T',
        'include | 1',
        'assessment',
        '  3.2.4 information we provide to our customers is accurate and… | self: partial',
        '  1.1.1 an in-depth understanding of the characteristics of our… | applicable: false',
        '  x',
        'rules',
      ]));
});

describe('Any outline', () => {
  const isBefore = (left: Position, right: Position): boolean =>
    left.line < right.line || (left.line === right.line && left.character <= right.character);
  const checkNested = ({ name, range, selectionRange, children = [] }: DocumentSymbol): void => {
    ok(name.trim() !== '');
    ok(isBefore(range.start, selectionRange.start) && isBefore(selectionRange.end, range.end), name);
    children.forEach(checkNested);
  };
  it('has a name for each symbol, which stands within its range', () => {
    fc.assert(
      fc.property(evidenceFiles, yaml, (text, manifest) => {
        const files = { 'portfolio.yaml': manifest, 'a.md': text };
        for (const path of Object.keys(files)) outlineOf(path, files)?.forEach(checkNested);
      }),
      { numRuns: 300 },
    );
  });
});

describe('Symbols of the workspace', () => {
  const block = (value: string): string => `---\n${value}\nelements: [3.2.4]\n---\n`;
  const files: Files = {
    'portfolio.yaml': 'title: Libraries\n',
    'evidence/10.md': block('title: Survey of customers\nref: ES 10'),
    'evidence/2.md': block('title: Survey of staff\nref: ES 2'),
    'evidence/no-title.md': block('owner: Me'),
  };
  const found = (query: string, setting: Files = files): readonly string[] => {
    const index = indexOf(setting);
    return workspaceSymbols(index.portfolios()[0]!, query, standardPlace).map(
      ({ name, containerName, location }) => `${name} | ${containerName} | ${told(index, location)}`,
    );
  };
  it('are evidence by title and ref, in natural order', () => {
    const staff = 'ES 2 Survey of staff | Libraries, evidence/2.md | evidence/2.md:3 ES 2';
    const customers = 'ES 10 Survey of customers | Libraries, evidence/10.md | evidence/10.md:3 ES 10';
    const [first, second, ...byGuidance] = found('surv');
    deepEqual([first, second], [staff, customers]);
    ok(byGuidance.length > 0 && byGuidance.every((line) => line.includes('standard: ')));
    deepEqual(found('ES 2'), [staff]);
    equal(found('staff SURVEY')[0], staff);
    deepEqual(found('no-ti'), [
      'no-title.md | Libraries, evidence/no-title.md | evidence/no-title.md:3 elements',
    ]);
  });
  it('are elements by ID and by words', () => {
    const element =
      '3.2.4 We can demonstrate that information we provide to our customers is accurate and complete';
    deepEqual(
      found('3.2.4').map((line) => line.split(' | ').slice(1)),
      [['3.2 Quality of Information', 'standard: 3.2.4']],
    );
    ok(found('accurate complete')[0]?.startsWith(element), found('accurate complete')[0]);
    ok(found('quality of information').length > 3);
    ok(found('refund').some((line) => line.startsWith('4.3.6 ')));
    deepEqual(found('zebra'), []);
  });
  it('are all of them where nothing is asked', () => equal(found('').length, 57 + 3));
  it('are no elements where their place is unknown', () =>
    deepEqual(
      workspaceSymbols(indexOf(files).portfolios()[0]!, 'accurate', () => undefined),
      [],
    ));
  it('are no more than anybody would look through', () => {
    const many = Object.fromEntries(
      Array.from({ length: 400 }, (_, number): [string, Content] => [
        `${number}.md`,
        block(`title: Survey ${number}`),
      ]),
    );
    const index = indexOf(many);
    const symbols = workspaceSymbols(index.portfolios()[0]!, 'survey', standardPlace);
    equal(symbols.length, 300);
    equal(symbols[0]!.kind, SymbolKind.File);
    deepEqual(
      symbols.slice(0, 11).map(({ name }) => name),
      Array.from({ length: 11 }, (_, at) => `Survey ${at}`),
    );
  });
});
