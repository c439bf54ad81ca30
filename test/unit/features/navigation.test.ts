/** Definition, references and highlights. */
import { deepEqual } from 'node:assert/strict';
import { definition } from '../../../server/features/navigation/definition';
import { highlights } from '../../../server/features/navigation/highlights';
import { references } from '../../../server/features/navigation/references';
import type { Files } from '../support/portfolioFiles';
import type { PlaceSetting } from '../support/placed';
import { placed, standardPlace, textIn, told, variants } from '../support/placed';
import { standardOf } from '../support/standards';

const block = (value: string, body = ''): string => `---\ntitle: A\n${value}\n---\n\n${body}`;
const manifest = { 'portfolio.yaml': 'title: T\n' };

/** Checks where the cursor leads, and what is underlined; null: nowhere. */
function checkDefinition(source: string, expected: string | null, setting: PlaceSetting = {}): void {
  const { index, portfolio, cursor } = placed(source, setting);
  const links = definition(portfolio, cursor, standardPlace);
  const said = links?.map(
    ({ targetUri, targetRange, originSelectionRange: origin }) =>
      `${origin && textIn(cursor.text, origin)} -> ${told(index, { uri: targetUri, range: targetRange })}`,
  );
  deepEqual(said ?? null, expected === null ? null : [expected]);
}

/** Checks the places that refer to what the cursor is on. */
function checkReferences(
  source: string,
  expected: readonly string[] | null,
  { includeDeclaration = false, ...setting }: PlaceSetting & { readonly includeDeclaration?: boolean } = {},
): void {
  const { index, portfolio, cursor } = placed(source, setting);
  const found = references(portfolio, cursor, standardPlace, { includeDeclaration });
  deepEqual(found?.map((location) => told(index, location)) ?? null, expected);
}

/** Checks the highlights as `line:character text`. */
function checkHighlights(
  source: string,
  expected: readonly string[] | null,
  setting: PlaceSetting = {},
): void {
  const { portfolio, cursor } = placed(source, setting);
  const found = highlights(portfolio, cursor)?.map(
    ({ range }) => `${range.start.line}:${range.start.character} ${textIn(cursor.text, range)}`,
  );
  deepEqual(found ?? null, expected);
}

describe('Definition leads from an ID to the standard', () => {
  for (const [name, source] of [
    ['in brackets', block('elements: [1.1.1, 3.2$0.4]')],
    ['in a list', block('elements:\n  - 1.1.1\n  - 3.2.4$0')],
    ['in a heading', block('elements: [1.1.1]', '## $03.2.4 Errors\n')],
    ['in the body', block('elements: [1.1.1]', 'As we say (see 3.2$0.4).\n')],
  ] as const)
    for (const [variant, text] of variants(source))
      it(`${name}, with ${variant}`, () =>
        checkDefinition(text, '3.2.4 -> standard: 3.2.4', { files: manifest }));

  it('in quotation marks', () =>
    checkDefinition(block('elements: ["3.2$0.4"]'), '"3.2.4" -> standard: 3.2.4', { files: manifest }));
  it('in the manifest', () =>
    checkDefinition('assessment:\n  3.2$0.4: { self: partial }\n', '3.2.4 -> standard: 3.2.4', {
      path: 'portfolio.yaml',
    }));
  it('of a group', () =>
    checkDefinition(block('elements: [1.1.1]', '# 1$0 Insight\n'), '1 -> standard: 1', { files: manifest }));
  it('of a retired ID to what replaced it', () =>
    checkDefinition(block('elements: ["9.$09"]'), '"9.9" -> standard: 1.2', {
      files: { 'portfolio.yaml': 'standard: small\n' },
    }));
  it('of another shape', () =>
    checkDefinition(block('elements: [AC-2$0(1)]'), 'AC-2(1) -> standard: AC-2(1)', {
      files: { 'portfolio.yaml': 'standard: controls\n' },
      standards: [standardOf('controls', 'title: C\nchildren: [{ id: AC-2(1), text: Accounts }]\n')],
    }));
  it('not from an unknown ID, a word, or in a folder that is no portfolio', () => {
    checkDefinition(block('elements: [3.2$0.9]'), null, { files: manifest });
    checkDefinition(block('elements: [3.2.4]', 'wo$0rd\n'), null, { files: manifest });
    checkDefinition('Version 3.2$0.4\n', null);
  });
});

const cited: Files = {
  'portfolio.yaml': 'title: T\n',
  'one.md': block('elements: [1.1.1]\nref: ES 1', 'One.\n'),
  'twelve.md': block('elements: [1.1.1]\nref: ES 12', 'Twelve.\n'),
  'twelve-a.md': block('elements: [1.1.1]\nref: ES 12 a', 'Twelve a.\n'),
  'dotted.md': block('elements: [1.1.1]\nref: ES-1.2', 'Dotted.\n'),
  'bracket.md': block('elements: [1.1.1]\nref: P7(b)', 'Bracket.\n'),
  'number.md': block('elements: [1.1.1]\nref: "7"', 'Number.\n'),
  'word.md': block('elements: [1.1.1]\nref: Policy', 'Word.\n'),
};

describe('Definition leads from a ref that is cited to the evidence', () => {
  const body = (text: string): string => block('elements: [1.1.1]', text);
  for (const [source, expected] of [
    ['See ES$0 12.\n', 'ES 12 -> twelve.md:4 ES 12'],
    ['See $0ES 12.\n', 'ES 12 -> twelve.md:4 ES 12'],
    ['See ES 12$0.\n', 'ES 12 -> twelve.md:4 ES 12'],
    ['See (ES 1$02), too.\n', 'ES 12 -> twelve.md:4 ES 12'],
    ['See ES\u00A01$02, too.\n', 'ES\u00A012 -> twelve.md:4 ES 12'],
    ['See ES$0 12 a.\n', 'ES 12 a -> twelve-a.md:4 ES 12 a'],
    ['See ES$0 1.\n', 'ES 1 -> one.md:4 ES 1'],
    ['See ES-$01.2.\n', 'ES-1.2 -> dotted.md:4 ES-1.2'],
    ['See P7$0(b).\n', 'P7(b) -> bracket.md:4 P7(b)'],
    ['😀 ES$0 12\n', 'ES 12 -> twelve.md:4 ES 12'],
    ['[ES$0 12](twelve.md)\n', 'ES 12 -> twelve.md:4 ES 12'],
    ['See ES 1$0.2.\n', null],
    ['See ES 1$03.\n', null],
    ['See XES$0 12.\n', null],
    ['At [x](P7$0(b)/y.md)\n', null],
  ] as const)
    it(JSON.stringify(source), () => checkDefinition(body(source), expected, { files: cited }));
  it('not from a ref that is a number or a word alone', () => {
    checkDefinition(body('See 7$0.\n'), null, { files: cited });
    checkDefinition(body('See Pol$0icy.\n'), null, { files: cited });
  });
  it('also from the ref itself', () =>
    checkDefinition(block('elements: [1.1.1]\nref: ES $09'), 'ES 9 -> a.md:4 ES 9', { files: manifest }));
});

describe('References', () => {
  const files: Files = {
    'portfolio.yaml': 'title: T\nassessment:\n  1.1.1: {}\n  "3.2.4": { self: partial }\n',
    'evidence/10.md': block('elements: [3.2.4]'),
    'evidence/2.md': block('elements:\n  - 1.1.1\n  - "3.2.4"', 'Not 3.2.4 here.\n\n## 3.2.4: errors\n'),
    'evidence/heading.md': block('elements: [1.1.1]', '**x**\n\n## **3.2.4** Errors\n\n### See 3.2.4\n'),
    'evidence/withdrawn.md': block('elements: [3.2.4]\nstatus: withdrawn'),
    'notes.md': 'Not evidence: 3.2.4\n',
  };
  const expected = [
    'a.md:3 3.2.4',
    'evidence/2.md:5 "3.2.4"',
    'evidence/2.md:10 3.2.4',
    'evidence/10.md:3 3.2.4',
    'evidence/heading.md:8 3.2.4',
    'evidence/withdrawn.md:3 3.2.4',
    'portfolio.yaml:4 "3.2.4"',
  ];
  it('of an element are all evidence in natural order, then the manifest', () =>
    checkReferences(block('elements: [3.2$0.4]'), expected, { files }));
  it('are the same with CRLF and a byte order mark', () => {
    const marked = Object.fromEntries(
      Object.entries(files).map(([path, text]) => [
        path,
        `\uFEFF${(text as string).replaceAll('\n', '\r\n')}`,
      ]),
    );
    checkReferences(block('elements: [3.2$0.4]'), expected, { files: marked });
  });
  it('begin with the standard where that is asked for', () =>
    checkReferences(block('elements: [3.2$0.4]'), ['standard: 3.2.4', ...expected], {
      files,
      includeDeclaration: true,
    }));
  it('of an element with both its IDs', () =>
    checkReferences(
      block('elements: ["9.$09"]'),
      ['a.md:3 "9.9"', 'b.md:3 "1.2"', 'portfolio.yaml:2 "9.9"'],
      {
        files: {
          'portfolio.yaml': 'standard: small\nassessment: { "9.9": {} }\n',
          'b.md': block('elements: ["1.2"]'),
        },
      },
    ));
  it('are headings of every form', () => {
    const body =
      '3.2.4 Errors\nand more\n===\n\n> ## 3.2.4\n\n- # **3.2.4** x\n\n1. 3.2.4\n   ---\n\n3.2.4 text\n\n### See 3.2.4\n\n```\n# 3.2.4\n```\n';
    checkReferences(
      block('elements: [3.2$0.4]'),
      ['a.md:3 3.2.4', 'b.md:6 3.2.4', 'b.md:10 3.2.4', 'b.md:12 3.2.4', 'b.md:14 3.2.4'],
      { files: { ...manifest, 'b.md': block('elements: [1.1.1]', body) } },
    );
  });
  it('of a group are headings that start with it', () =>
    checkReferences(block('elements: [1.1.1]', '# 3.2$0 Quality\n\n3.2 of them\n'), ['a.md:6 3.2'], {
      files: manifest,
    }));
  it('of a ref are the texts that cite it', () => {
    const body = 'ES 12, es 12, ES 12 a, ES 1.\n\n[ES 12](ES%2012/ES 12.md) `ES 12`\n';
    const found = ['a.md:6 ES 12', 'a.md:8 ES 12', 'a.md:8 ES 12'];
    const source = block('elements: [1.1.1]', body.replace('ES 12', 'ES $012'));
    checkReferences(source, found, { files: cited });
    checkReferences(source, [...found, 'twelve.md:4 ES 12'], { files: cited, includeDeclaration: true });
  });
  it('of nothing are none', () => checkReferences(block('elements: [1.1.1]', 'wo$0rd\n'), null, { files }));
});

describe('Highlights', () => {
  const body = 'As 3.2.4 says, 3.2.41 and v3.2.4 are not 1.1.1.\n\n## 3.2.4 Errors\n';
  const expected = ['2:11 3.2.4', '5:3 3.2.4', '7:3 3.2.4'];
  for (const [name, text] of variants(block('elements: [3.2$0.4, 1.1.1]', body)))
    it(`are every mention in the file, with ${name}`, () =>
      checkHighlights(text, expected, { files: manifest }));
  it('include quotation marks once', () =>
    checkHighlights(block('elements: ["3.2$0.4"]'), ['2:11 "3.2.4"'], { files: manifest }));
  it('of a group are not numbers', () =>
    checkHighlights(block('elements: [1.1.1]', '# 1$0 Insight\n\n1 of 3, 1.1\n'), ['5:2 1'], {
      files: manifest,
    }));
  it('in the manifest', () =>
    checkHighlights(
      '# 3.2.4\nassessment:\n  3.2$0.4: { comment: As 3.2.4 }\n',
      ['0:2 3.2.4', '2:2 3.2.4', '2:23 3.2.4'],
      { path: 'portfolio.yaml' },
    ));
  it('of a ref', () =>
    checkHighlights(block('elements: [1.1.1]\nref: ES $09', 'This is ES 9.\n'), ['3:5 ES 9', '6:8 ES 9'], {
      files: manifest,
    }));
  it('of other words are the editor’s', () =>
    checkHighlights(block('elements: [1.1.1]', 'wo$0rd\n'), null, { files: manifest }));
});
