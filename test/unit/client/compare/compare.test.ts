/** Comparing with a branch in VS Code: which one, which files, and in which words. */
import { deepEqual, equal } from 'node:assert/strict';
import { changeExplained, changeInWords, changeSpoken } from '../../../../client/words/changeWords';
import {
  branchName,
  defaultBranch,
  filesOfBase,
  filesOfBranch,
  remoteOrLocal,
  type RefLike,
} from '../../../../client/git/baseFiles';
import { directionOf, relationOf } from '../../../../client/git/relation';
import {
  comparedMessage,
  comparedStatus,
  withChanges,
  type Compared,
} from '../../../../client/words/compareWords';
import { filterMessage, filterNodes, filterWords, isOff, noFilter } from '../../../../client/coverage/filter';
import {
  elementDescription,
  nodeDescription,
  nodeSpoken,
  nodeTooltip,
} from '../../../../client/words/coverageLabels';
import { refTypes, statuses } from '../../../../client/git/numbers';
import type { ComparedPortfolio, ElementChangeKind } from '../../../../server/lsp/protocol';
import { element, group } from '../coverage/example';

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
  sentence: '',
  base: 'main',
  isBranch: true,
  relation: 'behind',
  direction: 'since',
  isOnDefault: false,
  changedOnBoth: 0,
  isOnly: true,
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

  it('is said above the tree', () => {
    equal(comparedMessage(compared(portfolio([]))), 'Compared with main: every element stands as it did.');
    equal(comparedMessage(compared(portfolio([['1', 'gained']]))), 'Compared with main: 1 gained.');
  });

  it('is told in facts, by portfolio where there are several', () => {
    const facts = (...all: readonly ComparedPortfolio[]): readonly string[] =>
      comparedStatus(compared(...all)).facts;
    const evidence = { added: 1, removed: 2, renamed: 3, changed: 4 };
    deepEqual(
      facts(portfolio([['1', 'gained']], { evidence, findings: { fresh: 1, fixed: 2, unchanged: 0 } })),
      ['elements: 1 gained', 'evidence: 1 added, 2 removed, 3 renamed, 4 changed', '1 new finding, 2 gone'],
    );
    deepEqual(facts(portfolio([]), portfolio([], { title: 'Old', root: 'file:///old', presence: 'gone' })), [
      'Anytown: elements: as they were',
      'Anytown: evidence: as it was',
      'Anytown: 0 new findings, 0 gone',
      'Old is in main, and not here any longer',
    ]);
    equal(facts(portfolio([], { presence: 'new' }))[0], 'Anytown is not in main');
  });
});

describe('A comparison is told by how the branch stands', () => {
  const asked = { isAutomatic: false, isOnDefault: false, isTheirs: false };
  for (const [tip, head, common, expected] of [
    ['a', 'a', 'a', 'same'],
    ['a', 'b', 'a', 'behind'],
    ['b', 'a', 'a', 'ahead'],
    ['b', 'c', 'a', 'diverged'],
  ] as const)
    it(`which is ${expected}`, () => equal(relationOf(tip, head, common), expected));

  for (const [relation, question, expected] of [
    ['ahead', asked, 'would'],
    ['ahead', { ...asked, isOnDefault: true }, 'would'],
    ['ahead', { ...asked, isAutomatic: true }, 'since'],
    ['diverged', asked, 'since'],
    ['diverged', { ...asked, isOnDefault: true }, 'would'],
    ['diverged', { ...asked, isAutomatic: true }, 'since'],
    ['diverged', { ...asked, isTheirs: true }, 'would'],
    ['ahead', { ...asked, isTheirs: true }, 'would'],
    ['behind', { ...asked, isTheirs: true }, 'since'],
    ['behind', { ...asked, isOnDefault: true }, 'since'],
    ['same', { ...asked, isOnDefault: true }, 'since'],
  ] as const)
    it(`${relation} ${JSON.stringify(question)}: ${expected}`, () =>
      equal(directionOf(relation, question), expected));

  const one = portfolio([['1', 'gained']]);
  const none = portfolio([]);
  for (const [how, about, some, nothing] of [
    [
      'on main, it goes on',
      { relation: 'ahead', direction: 'would', isOnDefault: true },
      'What would change with topic, which goes on from what is here: 1 to be gained.',
      'What would change with topic, which goes on from what is here: no element would change.',
    ],
    [
      'on main, both have moved on',
      { relation: 'diverged', direction: 'would', isOnDefault: true },
      'What would change with topic, which has moved on since: 1 to be gained.',
      'What would change with topic, which has moved on since: no element would change.',
    ],
    [
      'on main, both have changed a file',
      { relation: 'diverged', direction: 'would', isOnDefault: true, changedOnBoth: 1 },
      'What would change with topic, which has moved on since: 1 to be gained. 1 file changed here, too, counts as in topic.',
      'What would change with topic, which has moved on since: no element would change. 1 file changed here, too, counts as in topic.',
    ],
    [
      'on main, it is merged',
      { relation: 'behind', direction: 'since', isOnDefault: true },
      'Compared with topic, all of which is here already: 1 gained.',
      'Compared with topic, all of which is here already: every element stands as it did.',
    ],
    [
      'both are at one commit',
      { relation: 'same', direction: 'since', isOnDefault: true },
      'Compared with topic, at the same commit: 1 gained.',
      'Compared with topic, at the same commit: every element stands as it did.',
    ],
    [
      'on a branch, the other has moved on',
      { relation: 'diverged', direction: 'since' },
      'Compared with topic, which has moved on since: 1 gained.',
      'Compared with topic, which has moved on since: every element stands as it did.',
    ],
    [
      'on a new branch, by itself',
      { relation: 'ahead', direction: 'since' },
      'Compared with topic, which has moved on since: 1 gained.',
      'Compared with topic, which has moved on since: every element stands as it did.',
    ],
    [
      'with the last commit',
      { relation: 'same', direction: 'since', isBranch: false, base: 'the last commit' },
      'Compared with the last commit: 1 gained.',
      'Compared with the last commit: every element stands as it did.',
    ],
  ] as const)
    it(how, () => {
      const with_ = (part: ComparedPortfolio): Compared => ({ ...compared(part), base: 'topic', ...about });
      equal(comparedMessage(with_(one)), some);
      equal(comparedMessage(with_(none)), nothing);
    });

  const would = (...parts: readonly ComparedPortfolio[]): Compared => ({
    ...compared(...parts),
    base: 'topic',
    relation: 'ahead',
    direction: 'would',
    isOnDefault: true,
  });
  it('in the status bar', () => {
    const said = (about: Compared) => [comparedStatus(about).text, comparedStatus(about).spoken];
    deepEqual(said(would(one)), ['+1 element with topic', 'Elements with topic: 1 to be gained']);
    deepEqual(said(would(none)), ['unchanged with topic', 'No element changes with topic']);
    deepEqual(said({ ...compared(none), relation: 'diverged' }), [
      'unchanged since main',
      'Every element stands as it did since main was left',
    ]);
    deepEqual(comparedStatus(would(portfolio([], { presence: 'new' }))).facts, [
      'topic is a branch that goes on from what is here',
      'Anytown comes with topic',
      'elements: as they are',
      'evidence: as it is',
      '0 new findings, 0 gone',
    ]);
    deepEqual(comparedStatus(would(portfolio([], { presence: 'gone' }))).facts.slice(1), [
      'Anytown would be gone with topic',
    ]);
    equal(
      comparedStatus({ ...compared(none), isOnDefault: true }).facts[0],
      'main is merged: all of it is here already',
    );
  });

  it('beside each element that it would change', () => {
    const told = (kind: ElementChangeKind) =>
      ({ kind, before: 'missing', base: 'topic', isProposed: true }) as const;
    deepEqual(
      (['gained', 'lost', 'overdue', 'draft', 'weakened', 'moved'] as const).map((kind) => [
        changeInWords(told(kind)),
        changeSpoken(told(kind)),
        changeExplained(told(kind)),
      ]),
      [
        ['to be gained', 'to be gained with topic', 'To be gained with topic'],
        ['to be lost', 'to be lost with topic', 'To be lost with topic'],
        ['to become overdue', 'to become overdue with topic', 'To become overdue with topic'],
        ['to become draft only', 'to become draft only with topic', 'To become draft only with topic'],
        ['to be weakened', 'to be weakened with topic', 'To be weakened with topic'],
        ['to change otherwise', 'to change otherwise with topic', 'To change otherwise with topic'],
      ],
    );
    const tree = [group('1', 'Insight', [element('1.1', 'missing')], { missing: 1 })];
    const [top] =
      withChanges({ portfolios: [{ ...anytown, nodes: tree }] }, would(portfolio([['1.1', 'gained']])))
        ?.portfolios[0]?.nodes ?? [];
    equal(top && nodeDescription(top), '1 to be gained · 0 of 1 evidenced · 1 missing');
    equal(top?.children[0] && nodeDescription(top.children[0]), 'to be gained · missing');
  });
});

describe('A comparison of several portfolios', () => {
  const other = portfolio([['2', 'lost']], { title: 'Otherton', root: 'file:///otherton' });
  const third = portfolio([], { title: 'Third', root: 'file:///third' });
  const one = portfolio([['1', 'gained']]);
  it('has a sentence for each', () => {
    equal(
      comparedMessage(compared(one, other, third)),
      'Compared with main. Anytown: 1 gained. Otherton: 1 lost. Third: every element stands as it did.',
    );
    const { text, spoken } = comparedStatus(compared(one, other, third));
    equal(text, 'Anytown: +1 element · Otherton: −1 element since main');
    equal(
      spoken,
      'Anytown: elements since main: 1 gained; Otherton: elements since main: 1 lost; Third: every element stands as in main',
    );
    equal(comparedStatus(compared(third)).text, 'as in main');
  });

  it('says how many where there is no room', () => {
    const more = ['Fourth', 'Fifth'].map((title) =>
      portfolio([['1', 'gained']], { title, root: `file:///${title}` }),
    );
    equal(comparedStatus(compared(one, ...more)).text, '3 portfolios changed since main');
  });

  it('names the one that was compared beside others', () => {
    const about = { ...compared(one), isOnly: false };
    equal(comparedMessage(about), 'Compared with main: Anytown: 1 gained.');
    equal(comparedStatus(about).text, 'Anytown: +1 element since main');
    equal(comparedStatus(about).facts[0], 'Anytown: elements: 1 gained');
  });
});

describe('The files that a branch changes', () => {
  const change = (status: number, uri: string, originalUri = uri) => ({ uri, originalUri, status });
  for (const [what, changes, expected] of [
    [
      'are read',
      [change(statuses.modified, 'a.md'), change(statuses.indexAdded, 'b.md')],
      { 'a.md': 'read', 'b.md': 'read' },
    ],
    [
      'are gone',
      [change(statuses.deleted, 'a.md'), change(statuses.indexDeleted, 'b.pdf')],
      { 'a.md': 'absent', 'b.pdf': 'absent' },
    ],
    [
      'have another name',
      [change(statuses.indexRenamed, 'new.md', 'old.md')],
      { 'old.md': 'absent', 'new.md': 'read' },
    ],
    [
      'have swapped names',
      [change(statuses.indexRenamed, 'a.md', 'b.md'), change(statuses.indexRenamed, 'b.md', 'a.md')],
      { 'a.md': 'read', 'b.md': 'read' },
    ],
    [
      'are there',
      [change(statuses.modified, 'a.pdf'), change(statuses.indexAdded, 'b.png')],
      { 'a.pdf': 'present', 'b.png': 'present' },
    ],
    ['are none', [], {}],
  ] as const)
    it(what, () => deepEqual(Object.fromEntries(filesOfBranch(changes)), expected));
});

const anytown = {
  root: 'file:///anytown',
  manifest: null,
  title: 'Anytown',
  standard: 'own',
  standardTitle: 'Own',
  files: 1,
  summary: { total: 2, evidenced: 1, overdue: 0, draft: 0, missing: 1, notApplicable: 0 },
};

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
  const coverage = { portfolios: [{ ...anytown, nodes }] };
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
