/** What mappings lead to, wherever it is shown and offered: two fictional standards, and one that nothing maps. */
import { deepEqual, doesNotMatch, equal, match } from 'node:assert/strict';
import { MarkupContent } from 'vscode-languageserver-types';
import { nodeDescription, nodeTooltip } from '../../../client/words/coverageLabels';
import { hover } from '../../../server/features/hover/hover';
import { markdown } from '../../../server/features/text/markup';
import type { CoverageNode } from '../../../server/features/views/coverageTree';
import { coverageTree } from '../../../server/features/views/coverageTree';
import { standardLines, standardPage } from '../../../server/features/views/standardPage';
import { mayServeWords } from '../../../server/words/relations';
import { checkFixes } from '../support/codeActions';
import { complete } from '../support/completing';
import { checkRule } from '../support/checkRule';
import type { Files } from '../support/portfolioFiles';
import { at, indexOf } from '../support/portfolioFiles';

const charter = `title: Library Charter
children:
  - { id: L, title: Letters, children: [{ id: L1, text: Letters are answered }, { id: L2, text: Letters are kept }] }
  - { id: H1, text: Hours are on the door }
`;
const quality = `title: Service Quality
children:
  - { id: "9", title: Checking, children: [{ id: "9.1", text: Answers are quick }, { id: "9.2", text: All is kept }] }
  - { id: "7", text: Doors }
`;
const mapping = `from: LIB
to: Service Quality
pairs:
  - { from: L1, to: "9.1", relation: equal, note: Within *days* }
  - { from: L2, to: ["9.1", "9.2"], relation: superset }
  - { from: H1, to: "9", relation: intersects }
  - { from: L, to: "7", relation: subset }
`;
const evidence = (elements: string, title: string, more = ''): string =>
  `---\ntitle: ${title}\nelements:${elements.startsWith('\n') ? '' : ' '}${elements}\n${more}---\n\nText.\n`;

const files = (others: Files = {}): Files => ({
  'portfolio.yaml': 'standards: { LIB: l.yaml, ISO: q.yaml }\nmappings: [m.yaml]\n',
  'l.yaml': charter,
  'q.yaml': quality,
  'm.yaml': mapping,
  'survey.md': evidence('[ISO:9.1]', 'Survey'),
  ...others,
});

const portfolioOf = (all: Files) => {
  const [portfolio] = indexOf(all).portfolios();
  if (!portfolio) throw new Error('There is no portfolio.');
  return portfolio;
};

function hovered(all: Files, path: string, id: string): string {
  const index = indexOf(all);
  const [portfolio] = index.portfolios();
  const text = index.textOf(at(path)) ?? '';
  const found =
    portfolio &&
    hover(portfolio, { uri: at(path), text, offset: text.indexOf(id) + 1 }, { markup: markdown });
  return found && MarkupContent.is(found.contents) ? found.contents.value : '';
}

describe('A counterpart in a hover', () => {
  const own = { 'own.md': evidence('[LIB:L1]', 'Own', 'status: draft\n') };

  it('shows what stands for it, where the element lacks evidence', () =>
    match(
      hovered(files(own), 'own.md', 'LIB:L1'),
      /\*\*Counterparts, whose evidence may serve here:\*\*\n- ISO:9\.1 Answers are quick, which asks for the same \(Within \\\*days\\\*\): evidenced, 1 item: \[Survey\]\(.*survey\.md.*\)\n- ISO:7 Doors, which asks for this and more: missing/,
    ));

  it('shows how it stands, and no files, where the element has evidence', () => {
    const text = hovered(files({ 'own.md': evidence('[LIB:L1]', 'Own') }), 'own.md', 'LIB:L1');
    match(text, /\*\*Counterparts:\*\*\n- ISO:9\.1 Answers are quick, which asks for the same/);
    doesNotMatch(text, /Survey/);
  });

  it('is read from the other end', () =>
    match(
      hovered(files(), 'survey.md', 'ISO:9.1'),
      /- LIB:L1 Letters are answered, which asks for the same .*: missing\n- LIB:L2 Letters are kept, which asks for this and more: missing/,
    ));

  it('may be a group, with all that is below it', () =>
    match(
      hovered(files({ 'own.md': evidence('[LIB:H1]', 'Own', 'status: draft\n') }), 'own.md', 'LIB:H1'),
      /- ISO:9 Checking, which asks for some of this: 1 of 2 evidenced; 1 missing: \[Survey\]/,
    ));

  it('is none without a mapping', () =>
    doesNotMatch(
      hovered(
        { ...files(own), 'portfolio.yaml': 'standards: { LIB: l.yaml, ISO: q.yaml }\n' },
        'own.md',
        'LIB:L1',
      ),
      /Counterpart/,
    ));
});

describe('A counterpart on the page of the standard', () => {
  it('stands in a line, and the lines of the page are right', () => {
    const portfolio = portfolioOf(files());
    const { text, lines } = standardPage(portfolio);
    match(text, /\*\*Counterparts\*\*: ISO:9\.1 Answers are quick, which asks for the same .*\[Survey\]/);
    equal(JSON.stringify(standardLines(portfolio)), JSON.stringify(lines));
  });
});

describe('A counterpart in the tree of coverage', () => {
  const nodeOf = (all: Files, id: string): CoverageNode | undefined => {
    const find = (nodes: readonly CoverageNode[]): CoverageNode | undefined =>
      nodes.map((node) => (node.id === id ? node : find(node.children))).find((node) => node !== undefined);
    return find(coverageTree(portfolioOf(all)).nodes);
  };

  it('stands beside an element that lacks evidence, if some may serve', () => {
    const node = nodeOf(files(), 'LIB:L1');
    const told = node?.counterparts ?? [];
    deepEqual(told, [
      { id: 'ISO:9.1', title: 'Answers are quick', asks: 'asks for the same', elements: ['ISO:9.1'] },
    ]);
    match(node ? nodeDescription(node) : '', /^missing · evidence for ISO:9\.1 may serve/);
    match(
      node ? nodeTooltip(node) : '',
      /Evidence for ISO\\:9\\\.1 Answers are quick\\, which asks for the same\\, may serve/,
    );
    deepEqual(nodeOf(files(), 'LIB:H1')?.counterparts?.[0]?.elements, ['ISO:9.1']);
  });

  it('is told of an element with a draft, and not of one with evidence', () => {
    const own = (more: string): Files => files({ 'own.md': evidence('[LIB:L1]', 'Own', more) });
    equal(nodeOf(own('status: draft\n'), 'LIB:L1')?.counterparts?.length, 1);
    equal(nodeOf(own(''), 'LIB:L1')?.counterparts, undefined);
  });

  for (const [name, more] of [
    ['a draft', 'status: draft\n'],
    ['overdue', 'review-by: 2026-01-01\n'],
    ['withdrawn', 'status: withdrawn\n'],
  ] as const)
    it(`is not told where its own evidence is ${name}`, () =>
      equal(
        nodeOf(files({ 'survey.md': evidence('[ISO:9.1]', 'Survey', more) }), 'LIB:L1')?.counterparts,
        undefined,
      ));

  it('is never counted', () => {
    const portfolio = portfolioOf(files());
    equal(portfolio.coverage('LIB:L1').state, 'missing');
    equal(portfolio.standards[0].summary().evidenced, 0);
  });
});

describe('A counterpart in the finding of an element without evidence', () => {
  it('is named', () =>
    checkRule(
      'element-uncovered',
      { ...files(), 'portfolio.yaml': 'standards: { LIB: «l.yaml», ISO: «q.yaml» }\nmappings: [m.yaml]\n' },
      [
        'warning: LIB:L1, “Letters are answered”, has no evidence. Add some, or declare the element not applicable. Evidence for ISO:9.1, which asks for the same, may serve.',
        'warning: LIB:L2, “Letters are kept”, has no evidence. Add some, or declare the element not applicable. Evidence for ISO:9.1, which asks for a part of this, may serve.',
        'warning: LIB:H1, “Hours are on the door”, has no evidence. Add some, or declare the element not applicable. Evidence for ISO:9, which asks for some of this, may serve.',
        'warning: ISO:9.2, “All is kept”, has no evidence. Add some, or declare the element not applicable.',
        'warning: ISO:7, “Doors”, has no evidence. Add some, or declare the element not applicable.',
      ],
    ));

  for (const [elements, after] of [
    ['[ISO:9.1]', '[ISO:9.1, LIB:L1]'],
    ['ISO:9.1', '\n  - ISO:9.1\n  - LIB:L1'],
    ['{ ISO: ["9.1"] }', '{ ISO: ["9.1"], LIB: [L1] }'],
  ] as const)
    it(`is made its own in “elements: ${elements}”`, () =>
      checkFixes({
        rule: 'element-uncovered',
        files: files({ 'survey.md': evidence(elements, 'Survey') }),
        path: 'portfolio.yaml',
        titles: [
          'Add LIB:L1 to survey.md, which stands for ISO:9.1 (asks for the same)',
          'Create evidence for LIB:L1, “Letters are answered”',
          'Declare LIB:L1 not applicable',
        ],
        hasFavourite: false,
        after: [{ 'survey.md': evidence(after, 'Survey') }, undefined, undefined],
        then: ['goes', 'goes', 'asks'],
      }));

  it('is one of several, the surest first: four files are offered, each once', () => {
    const all: Files = {
      'portfolio.yaml': 'standards: { A: one.yaml, B: two.yaml }\nmappings: [m.yaml]\n',
      'one.yaml': 'title: One\nchildren: [{ id: A1, text: Letters }]\n',
      'two.yaml': 'title: Two\nchildren: [{ id: B1, text: Some }, { id: B2, text: Same }]\n',
      'm.yaml':
        'from: A\nto: B\npairs:\n  - { from: A1, to: B1, relation: intersects }\n  - { from: A1, to: B2, relation: equal }\n',
      '1.md': evidence('[B:B2]', 'First'),
      '2.md': evidence('[B:B1]', 'Second'),
      '3.md': evidence('[B:B1, B:B2]', 'Third'),
      '4.md': evidence('[B:B1]', 'Fourth'),
      '5.md': evidence('[B:B2]', 'Fifth'),
    };
    checkRule(
      'element-uncovered',
      { ...all, 'portfolio.yaml': 'standards: { A: «one.yaml», B: two.yaml }\nmappings: [m.yaml]\n' },
      [
        'warning: A:A1, “Letters”, has no evidence. Add some, or declare the element not applicable. Evidence for B:B2 or B:B1 may serve.',
      ],
    );
    const same = 'B:B2 (asks for the same)';
    checkFixes({
      rule: 'element-uncovered',
      files: all,
      path: 'portfolio.yaml',
      titles: [
        `Add A:A1 to 1.md, which stands for ${same}`,
        `Add A:A1 to 3.md, which stands for ${same}`,
        `Add A:A1 to 5.md, which stands for ${same}`,
        'Add A:A1 to 2.md, which stands for B:B1 (asks for some of this)',
        'Create evidence for A:A1, “Letters”',
        'Declare A:A1 not applicable',
      ],
      hasFavourite: false,
      after: [{ '1.md': evidence('[B:B2, A:A1]', 'First') }],
      then: ['goes', 'goes', 'goes', 'goes', 'goes', 'asks'],
    });
  });
});

describe('A counterpart in the finding of an element that rests on other than current evidence', () => {
  for (const [rule, more, words] of [
    ['element-draft-only', 'status: draft\n', 'rests on drafts only. Finish and approve one.'],
    [
      'element-overdue',
      'review-by: 2026-01-01\n',
      'rests on evidence that is past its review date. Review it.',
    ],
  ] as const) {
    const own = { 'own.md': evidence('[LIB:L1]', 'Own', more) };
    it(`is named by ${rule}`, () =>
      checkRule(
        rule,
        {
          ...files(own),
          'portfolio.yaml': 'standards: { LIB: «l.yaml», ISO: q.yaml }\nmappings: [m.yaml]\n',
        },
        [
          `warning: LIB:L1, “Letters are answered”, ${words} Evidence for ISO:9.1, which asks for the same, may serve.`,
        ],
      ));
  }
});

describe('A counterpart in a completion', () => {
  it('comes first where the file has its pair, and says whose it is', () => {
    const { items } = complete('---\ntitle: T\nelements: [ISO:9.1, $0]\n---\n', {
      files: files(),
      path: 'a.md',
    });
    deepEqual(
      items.slice(0, 3).map(({ label, detail }) => [label, detail]),
      [
        ['LIB:L1', 'asks for the same as ISO:9.1, which is in this file'],
        ['LIB:L2', 'asks for ISO:9.1 and more, which is in this file'],
        ['LIB:H1', '● no evidence yet'],
      ],
    );
  });

  it('is found in the other direction, and is not offered before what is listed already', () => {
    const { items } = complete('---\ntitle: T\nelements: [LIB:L2, ISO:9.2, $0]\n---\n', {
      files: files(),
      path: 'a.md',
    });
    deepEqual(items[0]?.label, 'ISO:9.1');
    deepEqual(items.at(-1)?.detail, 'already in this file');
  });
});

describe('Several counterparts', () => {
  for (const [ids, words] of [
    [['A'], 'evidence for A may serve'],
    [['A', 'B'], 'evidence for A or B may serve'],
    [['A', 'B', 'C', 'D'], 'evidence for A, B or 2 more may serve'],
  ] as const)
    it(`are said in words: ${words}`, () => equal(mayServeWords(ids), words));

  it('of two mappings, the first one counts', () => {
    const other = mapping.replace('relation: equal, note: Within *days*', 'relation: subset');
    const both = files({ 'n.yaml': other });
    const text = hovered(
      { ...both, 'portfolio.yaml': 'standards: { LIB: l.yaml, ISO: q.yaml }\nmappings: [n.yaml, m.yaml]\n' },
      'survey.md',
      'ISO:9.1',
    );
    match(text, /LIB:L1 Letters are answered, which asks for a part of this: missing/);
  });
});

describe('Completion below the name of a standard', () => {
  const offered = (elements: string): readonly (string | undefined)[] => {
    const { items } = complete(`---\ntitle: T\n${elements}\n---\n`, { files: files(), path: 'a.md' });
    const edit = items[0]?.textEdit;
    return [...items.map(({ label }) => label), edit && 'newText' in edit ? edit.newText : undefined];
  };
  const lib = ['LIB:L1', 'LIB:L2', 'LIB:H1', 'L1'];
  for (const [elements, expected] of [
    ['elements: { LIB: [$0] }', lib],
    ['elements: { ISO: ["9.1"], LIB: [$0', ['LIB:L1', 'LIB:L2', 'LIB:H1', 'L1']],
    ['elements: { LIB: $0 }', lib],
    ['elements:\n  LIB: [$0]', lib],
    ['elements:\n  LIB:\n    - $0', lib],
    ['elements:\n  LIB: [\n    $0\n  ]', lib],
    ['elements: { ISO: [9.1], LIB: [L1, L$0] }', ['LIB:L2', 'L2']],
    ['elements: { $0 }', [undefined]],
  ] as const)
    it(`offers its IDs as they stand there, in ${JSON.stringify(elements)}`, () =>
      deepEqual(
        offered(elements)
          .slice(0, expected.length - 1)
          .concat(offered(elements).at(-1)),
        expected,
      ));

  it('offers the files of mappings', () => {
    const { items } = complete('mappings: [$0]', { files: files(), path: 'portfolio.yaml' });
    deepEqual(
      items.map(({ label }) => label),
      ['l.yaml', 'm.yaml', 'q.yaml', 'survey.md'],
    );
  });
});
