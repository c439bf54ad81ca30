/** Saving versions, sending them and getting others': each step, and what is left where one fails. */
/* eslint-disable @typescript-eslint/require-await -- what stands for git and for the user answers at once */
/* eslint-disable @typescript-eslint/no-unsafe-class-instance-assignment -- vscode-uri makes the same addresses as VS Code */
import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { hasMarks } from '../../../../client/send/changedFiles';
import { getWork, leaveOut, type Got } from '../../../../client/send/getWork';
import { send, type Outcome, type Questions, type Sending } from '../../../../client/send/send';
import { gotInWords, leftOutInWords, outcomeInWords } from '../../../../client/send/words';
import { FakeGit, type Operation } from './fakeGit';

type Answers = Partial<Questions>;

const answers = (git: FakeGit, own: Answers = {}): Questions => ({
  saveOpen: async () => true,
  goOnWithErrors: async () => true,
  choose: async (files) => files,
  sendTogether: async () => true,
  message: async (_files, { isMerging }) => (isMerging ? 'Bring together' : 'Add “B” for 1.1'),
  person: async () => ({ name: 'Jo', email: 'jo@example.org' }),
  unsettled: async (files) => files.filter(({ path }) => hasMarks(git.disk[path.slice(3)] ?? '')),
  ...own,
});

const run = (git: FakeGit, more: Partial<Sending> & { readonly own?: Answers } = {}): Promise<Outcome> =>
  send({
    repository: git.repository,
    isOurs: (uri) => !uri.path.startsWith('/r/src/'),
    ask: answers(git, more.own),
    lookAgain: async () => undefined,
    wish: 'review',
    ...more,
  });
const get = (git: FakeGit, own: Answers = {}): Promise<Got> =>
  getWork({ repository: git.repository, ask: answers(git, own) });

/** New evidence, an attachment, a file that has changed and one that has gone; and somebody's program, which is no part. */
function changed(git: FakeGit): FakeGit {
  Object.assign(git.disk, { 'b.md': 'B', 'p.pdf': '%PDF', 'src/x.ts': 'x' });
  delete git.disk['a.md'];
  return git;
}

const copy = 'evidence/add-b-for-1-1';
const page = `https://github.com/o/r/compare/main...${copy}?expand=1`;
/** No word of git's, in anything that is said. */
const gitsWords =
  /\b(?:git|commit|branch|push|pull|merge|rebase|stash|stage|staged|upstream|remote|HEAD|checkout|fetch|repository|clone|origin)\b/i;

describe('Sending for review', () => {
  it('begins a copy with a good name, saves the portfolio’s files, sends it, and has its page', async () => {
    const git = changed(new FakeGit());
    deepEqual(await run(git), { kind: 'sent', branch: copy, page, base: 'main' });
    deepEqual(git.done, [
      `createBranch ${copy}`,
      'add a.md b.md p.pdf',
      'commit Add “B” for 1.1',
      `push origin ${copy}`,
    ]);
    deepEqual(git.treeOf(git.there.get(copy) ?? ''), { 'b.md': 'B', 'p.pdf': '%PDF' });
    equal(git.there.get('main'), 'c0');
    equal(git.disk['src/x.ts'], 'x');
  });

  it('has what was written just before looked at before it asks anything about it', async () => {
    const git = changed(new FakeGit());
    const steps: string[] = [];
    await run(git, {
      lookAgain: async (uris) => {
        steps.push(...uris);
      },
      own: {
        saveOpen: async () => {
          steps.push('open files are saved');
          return true;
        },
        goOnWithErrors: async () => {
          steps.push('errors are looked for');
          return true;
        },
      },
    });
    deepEqual(steps, [
      'open files are saved',
      ...['a.md', 'b.md', 'p.pdf'].map((path) => `file:///r/${path}`),
      'errors are looked for',
    ]);
  });

  it('goes on in a copy that is checked out', async () => {
    const git = changed(new FakeGit());
    await run(git);
    git.disk['c.md'] = 'C';
    deepEqual(await run(git), { kind: 'sent', branch: copy, page, base: 'main' });
    deepEqual(git.done.slice(4), ['add c.md', 'commit Add “B” for 1.1', `push origin ${copy}`]);
  });

  it('sends onto no branch that may be the one that all share, where nothing says which one that is', async () => {
    for (const names of [
      ['trunk', 'release'],
      ['develop', 'trunk', 'evidence-of-2019/x'],
    ]) {
      const git = new FakeGit();
      for (const map of [git.there, git.known, git.branches, git.upstreams]) map.delete('main');
      for (const name of names) for (const map of [git.there, git.known]) map.set(name, 'c0');
      git.branches.set('trunk', 'c0');
      git.upstreams.set('trunk', 'trunk');
      git.head = 'trunk';
      deepEqual(await run(changed(git)), { kind: 'sent', branch: copy, page: undefined, base: undefined });
      equal(git.there.get('trunk'), 'c0', names.join());
      git.disk['c.md'] = 'C';
      deepEqual(await run(git), { kind: 'sent', branch: copy, page: undefined, base: undefined });
    }
  });

  it('takes the only branch of the shared place for the one that all share, whatever it is called', async () => {
    const git = new FakeGit();
    for (const map of [git.there, git.known, git.branches, git.upstreams]) map.delete('main');
    for (const map of [git.there, git.known, git.branches]) map.set('trunk', 'c0');
    git.upstreams.set('trunk', 'trunk');
    git.head = 'trunk';
    const outcome = await run(changed(git));
    deepEqual(outcome, { kind: 'sent', branch: copy, page: page.replace('main', 'trunk'), base: 'trunk' });
    equal(git.there.get('trunk'), 'c0');
  });

  it('says that nothing has changed, with the page of what was sent', async () => {
    const git = new FakeGit();
    deepEqual(await run(git), { kind: 'nothing', wish: 'review', page: undefined });
    await run(changed(git));
    deepEqual(await run(git), { kind: 'nothing', wish: 'review', page });
    deepEqual(await run(git, { wish: 'save' }), { kind: 'nothing', wish: 'save' });
  });

  const failures: readonly (readonly [Operation, string, boolean])[] = [
    ['createBranch', 'begin a copy', false],
    ['add', 'save the version', false],
    ['commit', 'save the version', false],
    ['push', 'send it', true],
  ];
  for (const [operation, step, hasSaved] of failures)
    it(`stops where ${operation} fails, loses nothing, and goes on from there`, async () => {
      const git = changed(new FakeGit());
      const disk = { ...git.disk };
      git.fails.set(operation, { stderr: 'fatal: it was the weather' });
      const outcome = await run(git);
      const trouble = { kind: 'other', said: 'fatal: it was the weather' };
      deepEqual(outcome, { kind: 'stopped', step, hasSaved, trouble });
      match(outcomeInWords(outcome)?.text ?? '', hasSaved ? /is saved on this computer/ : /nothing is lost/);
      deepEqual(outcomeInWords(outcome)?.next, ['Try Again']);
      deepEqual(git.disk, disk);
      const asked: string[] = [];
      const own: Answers = { message: async () => (asked.push('message'), 'Add “B” for 1.1') };
      deepEqual(await run(git, { own }), { kind: 'sent', branch: copy, page, base: 'main' });
      // What was saved is not asked for again; each step has been done once.
      equal(asked.length, hasSaved ? 0 : 1);
      equal(git.done.filter((one) => one.startsWith('commit')).length, 1);
      equal(git.done.filter((one) => one.startsWith('createBranch')).length, 1);
      deepEqual(git.treeOf(git.there.get(copy) ?? ''), { 'b.md': 'B', 'p.pdf': '%PDF' });
      deepEqual(git.disk, disk);
    });

  it('leaves everything where a question is left', async () => {
    const leaves: readonly Answers[] = [
      { saveOpen: async () => false },
      { goOnWithErrors: async () => false },
      { choose: async () => undefined },
      { choose: async () => [] },
      { message: async () => undefined },
      { message: async () => '  ' },
    ];
    for (const own of leaves) {
      const git = changed(new FakeGit());
      deepEqual(await run(git, { own }), { kind: 'left' });
      deepEqual(git.done, []);
      equal(git.head, 'main');
    }
  });

  it('saves only what was chosen', async () => {
    const git = changed(new FakeGit());
    await run(git, {
      own: { choose: async (files) => files.filter(({ uri }) => uri.path.endsWith('b.md')) },
    });
    deepEqual(git.treeOf(git.there.get(copy) ?? ''), { 'a.md': 'A', 'b.md': 'B' });
    equal(git.disk['p.pdf'], '%PDF');
  });

  it('takes nothing along that somebody has put there, without being told so', async () => {
    const git = changed(new FakeGit());
    git.index['src/x.ts'] = 'x';
    const told: string[] = [];
    const own = (goOn: boolean): Answers => ({
      sendTogether: async (files) => (told.push(...files.map(({ uri }) => uri.path)), goOn),
    });
    deepEqual(await run(git, { own: own(false) }), { kind: 'left' });
    deepEqual([git.done, told], [[], ['/r/src/x.ts']]);
    equal((await run(git, { own: own(true) })).kind, 'sent');
  });

  it('asks about files that go along only where there are any', async () => {
    const own: Answers = { sendTogether: async () => false };
    equal((await run(changed(new FakeGit()), { own })).kind, 'sent');
  });

  it('tells of a file that is taken out of the choice and goes all the same', async () => {
    const git = changed(new FakeGit());
    git.index['p.pdf'] = '%PDF';
    const told: string[] = [];
    const own: Answers = {
      choose: async (files) => files.filter(({ uri }) => uri.path.endsWith('b.md')),
      sendTogether: async (files) => (told.push(...files.map(({ uri }) => uri.path)), false),
    };
    deepEqual(await run(git, { own }), { kind: 'left' });
    deepEqual(told, ['/r/p.pdf']);
  });

  it('asks who the user is where git does not know, and remembers it for this folder', async () => {
    const git = changed(new FakeGit({ remote: 'https://github.com/o/r', isUnknown: true }));
    deepEqual(await run(git, { own: { person: async () => undefined } }), { kind: 'left' });
    equal((await run(git)).kind, 'sent');
    deepEqual(
      [...git.config],
      [
        ['user.name', 'Jo'],
        ['user.email', 'jo@example.org'],
      ],
    );
    equal(git.done.filter((one) => one.startsWith('createBranch')).length, 1);
  });

  it('has nowhere to send where there is no shared place, and does nothing', async () => {
    const git = changed(new FakeGit({}));
    const outcome = await run(git);
    deepEqual(outcome, { kind: 'nowhere', hasSaved: false });
    deepEqual(outcomeInWords(outcome)?.next, ['Save a Version']);
    deepEqual(git.done, []);
    deepEqual(await run(git, { wish: 'save' }), { kind: 'saved', branch: 'main', files: 3 });
    deepEqual(await run(git), { kind: 'nothing', wish: 'review', page: undefined });
  });

  it('sends what was saved as a version before, as a copy of its own', async () => {
    const git = changed(new FakeGit());
    deepEqual(await run(git, { wish: 'save' }), { kind: 'saved', branch: 'main', files: 3 });
    deepEqual(await run(git), { kind: 'sent', branch: copy, page, base: 'main' });
    equal(git.there.get('main'), 'c0');
  });

  it('makes a copy of an older version that is looked at, so that nothing goes astray', async () => {
    for (const wish of ['save', 'review'] as const) {
      const git = new FakeGit();
      git.head = 'c0';
      changed(git);
      equal((await run(git, { wish })).kind, wish === 'save' ? 'saved' : 'sent');
      equal(git.head, copy);
    }
  });

  it('saves and sends the first version of all', async () => {
    const git = new FakeGit();
    for (const map of [git.branches, git.there, git.known, git.upstreams]) map.clear();
    git.index = {};
    git.disk = { 'a.md': 'A' };
    const outcome = await run(git);
    deepEqual(outcome, { kind: 'sent', branch: 'main', page: undefined, base: undefined });
    equal(git.there.get('main'), git.tip);
  });

  it('sends as a new copy where the place takes no changes to the one that is checked out', async () => {
    const git = new FakeGit();
    git.branches.set('develop', 'c0');
    git.head = 'develop';
    changed(git);
    git.fails.set('push', { stderr: 'remote: GH006: Protected branch update failed' });
    const outcome = await run(git);
    equal(outcome.kind === 'stopped' && outcome.trouble.kind, 'protected');
    deepEqual(outcomeInWords(outcome)?.next, ['Send as a New Copy']);
    deepEqual(await run(git, { asNewCopy: true }), { kind: 'sent', branch: copy, page, base: 'main' });
    equal(git.done.filter((one) => one.startsWith('createBranch')).length, 1);
  });

  it('says where somebody else has sent to the same copy, which can be got and then sent', async () => {
    const git = changed(new FakeGit());
    await run(git);
    git.elsewhere(copy, { 'z.md': 'Z' });
    git.disk['c.md'] = 'C';
    const outcome = await run(git);
    equal(outcome.kind === 'stopped' && outcome.trouble.kind, 'newer');
    deepEqual(outcomeInWords(outcome)?.next, ['Get the Others’ Work']);
    equal((await get(git)).kind, 'got');
    equal((await run(git)).kind, 'sent');
    deepEqual(git.treeOf(git.there.get(copy) ?? ''), {
      'b.md': 'B',
      'p.pdf': '%PDF',
      'z.md': 'Z',
      'c.md': 'C',
    });
  });

  it('never sends by force, whatever a copy is called', async () => {
    const git = new FakeGit();
    git.branches.set('+odd', 'c0');
    git.head = '+odd';
    await run(changed(git));
    equal(git.done.at(-1), 'push origin refs/heads/+odd');
  });

  it('does nothing while versions are moved about', async () => {
    const git = changed(new FakeGit());
    git.isMoving = true;
    deepEqual(await run(git), { kind: 'moving' });
    deepEqual(await get(git), { kind: 'moving' });
    deepEqual(git.done, []);
  });

  it('does nothing either where VS Code learns that only when it looks', async () => {
    for (const act of [run, get]) {
      const git = changed(new FakeGit());
      git.isFoundMoving = true;
      git.conflicts = ['survey.md'];
      deepEqual(await act(git), { kind: 'moving' });
      deepEqual(git.done, []);
    }
  });
});

describe('Getting the others’ work', () => {
  const names = (got: Got): readonly string[] => ('files' in got ? got.files.map(({ path }) => path) : []);

  it('brings it in, and says which files are otherwise', async () => {
    const git = new FakeGit();
    git.elsewhere('main', { 'a.md': 'A2', 'n.md': 'N' });
    const got = await get(git);
    deepEqual([got.kind, names(got)], ['got', ['/r/a.md', '/r/n.md']]);
    equal(git.disk['n.md'], 'N');
    deepEqual(await get(git), { kind: 'got', files: [], back: undefined });
  });

  it('brings what all share into a copy', async () => {
    const git = changed(new FakeGit());
    await run(git);
    git.elsewhere('main', { 'n.md': 'N' });
    equal((await get(git)).kind, 'got');
    deepEqual(git.tree, { 'b.md': 'B', 'p.pdf': '%PDF', 'n.md': 'N' });
    equal(git.head, copy);
  });

  it('comes back to what all share when a copy has been taken in', async () => {
    const git = changed(new FakeGit());
    delete git.disk['src/x.ts'];
    await run(git);
    const sent = git.there.get(copy) ?? '';
    git.there.set('main', git.add({ parents: ['c0', sent], message: 'Taken in', files: git.treeOf(sent) }));
    const got = await get(git);
    deepEqual([got.kind, 'back' in got && got.back, git.head], ['got', 'main', 'main']);
    deepEqual(git.tree, { 'b.md': 'B', 'p.pdf': '%PDF' });
  });

  it('says that a part has come in, where the rest could not', async () => {
    const git = changed(new FakeGit());
    await run(git);
    git.elsewhere(copy, { 'n.md': 'N' });
    git.elsewhere('main', { 'a.md': 'A2' });
    const { repository } = git;
    let times = 0;
    const second = new Proxy(repository, {
      get: (from, name) =>
        name === 'merge'
          ? async (ref: string): Promise<void> => {
              times += 1;
              if (times === 2)
                throw Object.assign(new Error('x'), { gitErrorCode: 'LocalChangesOverwritten' });
              return from.merge(ref);
            }
          : (Reflect.get(from, name) as unknown),
    });
    const got = await getWork({ repository: second, ask: answers(git) });
    deepEqual(got.kind === 'stopped' && [got.step, got.trouble.kind, got.isBegun], [
      'bring in',
      'overwritten',
      true,
    ]);
    match(gotInWords(got)?.text ?? '', /A part of it is here already/);
    equal(git.tree['n.md'], 'N');
  });

  it('stays in a copy that somebody is changing', async () => {
    const git = changed(new FakeGit());
    await run(git);
    const sent = git.there.get(copy) ?? '';
    git.there.set('main', git.add({ parents: ['c0', sent], message: 'Taken in', files: git.treeOf(sent) }));
    git.disk['c.md'] = 'C';
    await get(git);
    equal(git.head, copy);
    equal(git.disk['c.md'], 'C');
  });

  it('says in which files both have changed the same, until that is settled and saved', async () => {
    const git = new FakeGit();
    git.elsewhere('main', { 'a.md': 'Theirs' });
    git.disk['a.md'] = 'Mine';
    await run(git, { wish: 'save' });
    const got = await get(git);
    deepEqual([got.kind, names(got)], ['conflict', ['/r/a.md']]);
    match(
      gotInWords(got)?.text ?? '',
      /You and somebody else have changed the same places in a\.md\. Open it/,
    );
    for (const again of [await get(git), await run(git), await run(git, { wish: 'save' })])
      equal(again.kind, 'unsettled');
    git.disk['a.md'] = 'Mine and theirs';
    equal(gotInWords(await get(git))?.next[0], 'Save a Version');
    deepEqual(await run(git, { wish: 'save' }), { kind: 'saved', branch: 'main', files: 0 });
    deepEqual(git.commits.get(git.tip ?? '')?.parents.length, 2);
    equal(git.tree['a.md'], 'Mine and theirs');
    equal((await run(git)).kind, 'sent');
  });

  it('sends what was settled on a new copy, too', async () => {
    const git = new FakeGit();
    git.elsewhere('main', { 'a.md': 'Theirs' });
    git.disk['a.md'] = 'Mine';
    await run(git, { wish: 'save' });
    await get(git);
    git.disk['a.md'] = 'Both';
    deepEqual((await run(git)).kind, 'sent');
    equal(git.head, 'evidence/bring-together');
  });

  for (const operation of ['fetch', 'merge', 'status'] as const)
    it(`loses nothing where ${operation} fails`, async () => {
      const git = new FakeGit();
      git.elsewhere('main', { 'n.md': 'N' });
      git.disk['b.md'] = 'B';
      git.fails.set(operation, { stderr: 'fatal: unable to access: Could not resolve host: x' });
      const got = await get(git).catch((error: unknown) => error);
      if (operation !== 'status') equal((got as Got).kind, 'stopped');
      equal(git.disk['b.md'], 'B');
      equal((await get(git)).kind, 'got');
      deepEqual(git.disk, { 'a.md': 'A', 'b.md': 'B', 'n.md': 'N' });
    });

  it('has nowhere to get from, or nothing to bring it into', async () => {
    deepEqual(await get(new FakeGit({})), { kind: 'nowhere' });
    const git = new FakeGit();
    git.head = 'c0';
    deepEqual(await get(git), { kind: 'older' });
    deepEqual(await get(new FakeGit(), { saveOpen: async () => false }), { kind: 'left' });
  });
});

describe('Leaving the others’ work out again', () => {
  const both = async (): Promise<FakeGit> => {
    const git = new FakeGit();
    git.elsewhere('main', { 'a.md': 'theirs' });
    git.disk['a.md'] = 'mine';
    await run(git, { wish: 'save' });
    const got = await get(git);
    equal(got.kind, 'conflict');
    deepEqual(gotInWords(got)?.next, ['Open the First File', 'Leave Theirs Out for Now']);
    return git;
  };

  it('gives back what one’s own version says, and getting it again says the same', async () => {
    const git = await both();
    equal(await leaveOut(git.repository), undefined);
    equal(git.disk['a.md'], 'mine');
    equal((await get(git)).kind, 'conflict');
  });

  it('says what has hindered it, and everything stays', async () => {
    const git = await both();
    git.fails.set('mergeAbort', { stderr: 'fatal: Unable to create index.lock: File exists' });
    const trouble = await leaveOut(git.repository);
    equal(trouble?.kind, 'locked');
    match(leftOutInWords(trouble).text, /another program is at work in this folder/);
    match(git.disk['a.md'] ?? '', /<<<<<<< HEAD\nmine/);
  });
});

describe('What is said', () => {
  const file = new FakeGit().uri('a.md');
  const kinds = [
    'person',
    'offline',
    'refused',
    'protected',
    'newer',
    'locked',
    'overwritten',
    'conflict',
    'other',
  ] as const;
  const outcomes: readonly Outcome[] = [
    { kind: 'moving' },
    { kind: 'unsettled', files: [file] },
    { kind: 'nothing', wish: 'save' },
    { kind: 'nothing', wish: 'review' },
    { kind: 'nothing', wish: 'review', page },
    { kind: 'nowhere', hasSaved: true },
    { kind: 'nowhere', hasSaved: false },
    { kind: 'saved', branch: 'main', files: 1 },
    { kind: 'sent', branch: 'evidence/x', page, base: 'main' },
    { kind: 'sent', branch: 'evidence/x', page: undefined, base: 'main' },
    { kind: 'sent', branch: 'evidence/x', page: undefined, base: undefined },
    ...kinds.flatMap((kind): readonly Outcome[] =>
      (['begin a copy', 'save the version', 'send it'] as const).map((step) => ({
        kind: 'stopped',
        step,
        hasSaved: step === 'send it',
        trouble: { kind, said: '…' },
      })),
    ),
  ];
  const all: readonly Got[] = [
    { kind: 'nowhere' },
    { kind: 'older' },
    { kind: 'unsettled', files: [] },
    { kind: 'conflict', files: [file, file] },
    { kind: 'got', files: [], back: 'main' },
    { kind: 'got', files: [file], back: undefined },
    ...kinds.map((kind): Got => ({
      kind: 'stopped',
      step: 'ask',
      trouble: { kind, said: '…' },
      isBegun: false,
    })),
  ];

  const leftOut = [undefined, ...kinds.map((kind) => ({ kind, said: '…' }))].map(leftOutInWords);

  it('has none of git’s words, and is whole sentences', () => {
    for (const words of [...outcomes.map(outcomeInWords), ...all.map(gotInWords), ...leftOut]) {
      ok(words);
      for (const text of [words.text.replaceAll('GitHub', ''), ...words.next])
        ok(!gitsWords.test(text), text);
      match(words.text, /^[A-Z].*[.?]$/);
    }
  });

  for (const [files, back, text] of [
    [[], undefined, 'You have all that the others have done.'],
    [[file], undefined, 'The others’ work is here: a.md is new or changed.'],
    [
      [file, file],
      'main',
      'Your copy has been taken in, and you see “main” again, which everybody uses. The others’ work is here: a.md and a.md are new or changed.',
    ],
  ] as const)
    // prettier-ignore
    it(`names what was got: ${text}`, () => equal(gotInWords({ kind: 'got', files, back })?.text, text));

  it('is nothing where the user has left', () => {
    equal(outcomeInWords({ kind: 'left' }), undefined);
    equal(gotInWords({ kind: 'left' }), undefined);
  });
});
