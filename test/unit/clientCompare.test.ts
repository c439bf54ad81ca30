/** Comparing with a branch in VS Code: which one, which files, and in which words. */
import { deepEqual, equal } from 'node:assert/strict';
import { changeExplained, changeInWords, changeSpoken } from '../../client/changeWords';
import {
  branchName,
  defaultBranch,
  filesOfBase,
  remoteOrLocal,
  type RefLike,
} from '../../client/compareBase';
import {
  comparedMessage,
  comparedStatus,
  withChanges,
  withoutIcons,
  type Compared,
} from '../../client/compareWords';
import { filterMessage, filterNodes, filterWords, isOff, noFilter } from '../../client/coverageFilter';
import { elementDescription, nodeDescription, nodeSpoken, nodeTooltip } from '../../client/coverageLabels';
import { refTypes, statuses } from '../../client/gitNumbers';
import type { ComparedPortfolio, ElementChangeKind } from '../../server/lsp/protocol';
import { element, group } from './clientCoverageExample';

const head = (name: string, commit = name): RefLike => ({ type: refTypes.head, name, commit });
const remote = (name: string, commit = name): RefLike => ({
  type: refTypes.remoteHead,
  name: `origin/${name}`,
  commit,
});
const tag = (name: string): RefLike => ({ type: refTypes.tag, name, commit: name });

describe('The default branch', () => {
  for (const [what, refs, originHead, current, expected] of [
    ['is main', [head('main'), head('topic')], undefined, 'topic', 'main'],
    ['is master', [head('master'), head('topic')], undefined, 'topic', 'master'],
    ['is main rather than master', [head('master'), head('main')], undefined, 'topic', 'main'],
    ['may be at the remote only', [head('topic'), remote('main')], undefined, 'topic', 'main'],
    ['is what origin/HEAD points to', [head('main'), remote('develop', 'd')], 'd', 'topic', 'develop'],
    ['is not a branch just begun there', [remote('a', 'd'), remote('develop', 'd')], 'd', 'a', 'develop'],
    ['may be checked out', [remote('develop', 'd')], 'd', 'develop', 'develop'],
    ['is not the pointer itself', [remote('HEAD', 'd'), remote('trunk', 'd')], 'd', undefined, 'trunk'],
    ['is not a tag', [tag('main'), head('topic')], undefined, 'topic', undefined],
    ['is not there', [head('topic')], undefined, 'topic', undefined],
  ] as const)
    it(what, () => equal(defaultBranch(refs, originHead, current), expected));

  it('is that of the remote where it has one', () => {
    equal(remoteOrLocal([head('main'), remote('main')], 'main'), 'origin/main');
    equal(remoteOrLocal([head('main')], 'main'), 'main');
    deepEqual(['origin/main', 'main', 'upstream/main'].map(branchName), ['main', 'main', 'upstream/main']);
  });
});

describe('The files of the base', () => {
  const change = (status: number, uri: string, originalUri = uri) => ({ uri, originalUri, status });
  const wanted = (...parts: Parameters<typeof filesOfBase>): object =>
    Object.fromEntries(filesOfBase(...parts));

  it('are read where they have changed or gone, and were absent where they have come', () =>
    deepEqual(
      wanted(
        [
          change(statuses.modified, 'a.md'),
          change(statuses.deleted, 'b.md'),
          change(statuses.indexAdded, 'c.md'),
          change(statuses.indexRenamed, 'new.md', 'old.md'),
        ],
        ['d.md'],
        [],
      ),
      {
        'a.md': 'read',
        'b.md': 'read',
        'c.md': 'absent',
        'old.md': 'read',
        'new.md': 'absent',
        'd.md': 'absent',
      },
    ));

  it('are read of the kinds that have something to say', () =>
    deepEqual(
      wanted(
        ['p.pdf', 'portfolio.yaml', 'own.yml', 'x.MARKDOWN'].map((uri) => change(statuses.modified, uri)),
        [],
        ['q.png', 'e.md'],
      ),
      {
        'p.pdf': 'present',
        'portfolio.yaml': 'read',
        'own.yml': 'read',
        'x.MARKDOWN': 'read',
        'e.md': 'look',
      },
    ));

  it('are told once, as git tells them', () => {
    // Taken out of the index and left on the disk; swapped names; changed and open.
    deepEqual(wanted([change(statuses.deleted, 'a.md')], ['a.md'], ['a.md']), { 'a.md': 'read' });
    deepEqual(
      wanted(
        [change(statuses.indexRenamed, 'a.md', 'b.md'), change(statuses.indexRenamed, 'b.md', 'a.md')],
        [],
        [],
      ),
      { 'b.md': 'read', 'a.md': 'read' },
    );
  });
});

const portfolio = (
  kinds: readonly (readonly [string, ElementChangeKind])[],
  more: Partial<ComparedPortfolio> = {},
): ComparedPortfolio => ({
  root: 'file:///anytown',
  title: 'Anytown',
  presence: 'both',
  elements: kinds.map(([id, kind]) => ({ id, kind, before: 'missing', after: 'evidenced', because: [] })),
  evidence: { added: 0, removed: 0, renamed: 0, changed: 0 },
  findings: { fresh: 0, fixed: 0, unchanged: 4 },
  ...more,
});
const compared = (...portfolios: readonly ComparedPortfolio[]): Compared => ({
  portfolios,
  markdown: '',
  base: 'main',
});

describe('A comparison', () => {
  for (const [kinds, text, spoken] of [
    [[], 'as in main', 'Every element stands as in main'],
    [['gained'], '+1 element since main', 'Elements since main: 1 gained'],
    [['gained', 'gained', 'lost'], '+2 −1 elements since main', 'Elements since main: 2 gained, 1 lost'],
    [
      ['overdue', 'draft', 'lost'],
      '−3 elements since main',
      'Elements since main: 1 lost, 1 became overdue, 1 became draft only',
    ],
    [['weakened'], '1 weakened since main', 'Elements since main: 1 weakened'],
    [
      ['gained', 'weakened', 'moved'],
      '+1 element, 1 weakened, 1 changed otherwise since main',
      'Elements since main: 1 gained, 1 weakened, 1 changed otherwise',
    ],
  ] as const)
    it(`is “${text}” in the status bar`, () => {
      const status = comparedStatus(compared(portfolio(kinds.map((kind, at) => [`1.${at}`, kind]))));
      deepEqual([status.text, status.spoken], [text, spoken]);
    });

  it('shows the name of a branch as it stands', () =>
    equal(withoutIcons('a$(sync~spin)b$c(d)'), 'a$\u200B(sync~spin)b$c(d)'));

  it('is said above the tree', () => {
    equal(comparedMessage(compared(portfolio([]))), 'Compared with main: every element stands as it did.');
    equal(
      comparedMessage(compared(portfolio([['1', 'gained']]), portfolio([['1', 'lost']]))),
      'Compared with main: 1 gained, 1 lost.',
    );
  });

  it('is told in facts, by portfolio where there are several', () => {
    const facts = (...all: readonly ComparedPortfolio[]): readonly string[] =>
      comparedStatus(compared(...all)).facts;
    const evidence = { added: 1, removed: 2, renamed: 3, changed: 4 };
    deepEqual(
      facts(portfolio([['1', 'gained']], { evidence, findings: { fresh: 1, fixed: 2, unchanged: 0 } })),
      ['elements: 1 gained', 'evidence: 1 added, 2 removed, 3 renamed, 4 changed', '1 new finding, 2 gone'],
    );
    deepEqual(facts(portfolio([]), portfolio([], { title: 'Old', presence: 'gone' })), [
      'Anytown: elements: as they were',
      'Anytown: evidence: as it was',
      'Anytown: 0 new findings, 0 gone',
      'Old is in main, and not here any longer',
    ]);
    equal(facts(portfolio([], { presence: 'new' }))[0], 'Anytown is not in main');
  });
});

describe('What has become of an element', () => {
  const change = (kind: ElementChangeKind, before: 'missing' | 'evidenced' | 'draft') => ({
    kind,
    before,
    base: 'main',
  });
  for (const [kind, before, words, spoken, explained] of [
    ['gained', 'missing', 'gained', 'gained since main', 'Gained since main: it was missing there'],
    ['lost', 'evidenced', 'lost', 'lost since main', 'Lost since main: it was evidenced there'],
    [
      'weakened',
      'evidenced',
      'weakened',
      'weakened since main',
      'Weakened since main: it rested on several pieces of evidence there, and rests on one now',
    ],
    [
      'overdue',
      'evidenced',
      'became overdue',
      'became overdue since main',
      'Became overdue since main: it was evidenced there',
    ],
    ['moved', 'draft', 'was draft only', 'was draft only in main', 'Was draft only in main'],
  ] as const)
    it(`is “${words}”`, () => {
      const told = change(kind, before);
      deepEqual([changeInWords(told), changeSpoken(told), changeExplained(told)], [words, spoken, explained]);
    });

  const nodes = [
    group('1', 'Insight', [element('1.1', 'missing'), element('1.2', 'evidenced', { current: 1 })], {
      evidenced: 1,
      missing: 1,
    }),
  ];
  const coverage = {
    portfolios: [
      {
        root: 'file:///anytown',
        manifest: null,
        title: 'Anytown',
        standard: 'own',
        standardTitle: 'Own',
        files: 1,
        summary: { total: 2, evidenced: 1, overdue: 0, draft: 0, missing: 1, notApplicable: 0 },
        nodes,
      },
    ],
  };
  const all = withChanges(coverage, compared(portfolio([['1.2', 'gained']])))?.portfolios[0]?.nodes ?? [];

  it('comes first in its row, and is counted in the rows above', () => {
    const [top] = all;
    equal(top && nodeDescription(top), '1 gained · 1 of 2 evidenced · 1 missing');
    const [other, gained] = top?.children ?? [];
    equal(other && elementDescription(other), 'missing');
    equal(gained && elementDescription(gained), 'gained · evidenced · 1 item');
    equal(gained && nodeSpoken(gained), 'Element 1.2, Title, gained since main, evidenced, 1 item');
    equal(gained && nodeTooltip(gained).includes('Gained since main\\: it was missing there'), true);
  });

  it('is what the filter leaves', () => {
    const filter = { ...noFilter, changed: true };
    equal(isOff(filter), false);
    deepEqual(
      filterNodes(all, filter).flatMap(({ id, children }) => [id, ...children.map((child) => child.id)]),
      ['1', '1.2'],
    );
    equal(filterWords(filter), 'changed here');
    equal(filterMessage(all, filter), 'Showing 1 of 2 elements: changed here.');
    deepEqual(filterNodes(nodes, filter), []);
  });

  it('is not said where nothing is compared, or another portfolio', () => {
    equal(withChanges(coverage, undefined), coverage);
    const other = compared(portfolio([['1.2', 'gained']], { root: 'file:///elsewhere' }));
    deepEqual(withChanges(coverage, other), coverage);
    equal(withChanges(undefined, other), undefined);
  });
});
