/** The workspace: what it reads when, whose word counts, and what it tells of when. */
import { deepEqual, equal, ok } from 'node:assert/strict';
import type { Uri } from '../../../../server/core/text/span';
import type { Finding } from '../../../../server/core/rules/finding';
import { PortfolioIndex } from '../../../../server/core/index/portfolioIndex';
import { evidenceRule } from '../../../../server/core/rules/rule';
import { relativePath } from '../../../../server/core/text/uri';
import { matcher } from '../../../../server/host/files/matcher';
import type { News } from '../../../../server/host/workspace/workspace';
import { Workspace } from '../../../../server/host/workspace/workspace';
import type { MemoryFiles } from '../../support/memoryFiles';
import { memoryFiles } from '../../support/memoryFiles';
import type { Content, Files, IndexSetting } from '../../support/portfolioFiles';
import { at, attachment, emptyIndex, home, today } from '../../support/portfolioFiles';
import { small, smallText } from '../../support/standards';

interface Scene {
  readonly workspace: Workspace;
  readonly index: PortfolioIndex;
  readonly memory: MemoryFiles;
  readonly news: News[];
  /** Findings as a client has them, from the news alone. */
  readonly shown: ReadonlyMap<Uri, readonly Finding[]>;
}

function sceneOf(files: Files, setting: IndexSetting = {}): Scene {
  const memory = memoryFiles(files);
  const index = emptyIndex({ standards: [small], ...setting });
  const news: News[] = [];
  const shown = new Map<Uri, readonly Finding[]>();
  const workspace = new Workspace({
    access: memory.access,
    index,
    onNews: (one) => {
      news.push(one);
      for (const [uri, found] of one.findings) {
        if (found.length > 0) shown.set(uri, found);
        else shown.delete(uri);
      }
    },
  });
  return { workspace, index, memory, news, shown };
}

async function loaded(files: Files): Promise<Scene> {
  const scene = sceneOf(files);
  await scene.workspace.addFolders([home]);
  return scene;
}

/** `path: rule` of what a client shows. */
const rulesShown = ({ shown }: Scene): readonly string[] =>
  [...shown].flatMap(([uri, found]) => found.map(({ rule }) => `${relativePath(home, uri)}: ${rule}`)).sort();

/** Changes a file on the disk, and tells the workspace. */
async function change(
  { workspace, memory }: Scene,
  path: string,
  content: Content | undefined,
): Promise<void> {
  const kind = content === undefined ? 'deleted' : memory.files.has(at(path)) ? 'changed' : 'created';
  if (content === undefined) memory.files.delete(at(path));
  else memory.files.set(at(path), content);
  await workspace.changed([{ uri: at(path), kind }]);
}

/** Does something in the middle of the first request of a kind; what it answers waits until that is done. */
function once({ memory }: Scene, request: string, act: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | undefined;
  memory.pause = () => {
    if (done || !memory.asked.at(-1)?.startsWith(request)) return Promise.resolve();
    done = Promise.resolve();
    done = act();
    return done;
  };
  return () => done ?? Promise.reject(new Error(`Nobody asked to ${request}.`));
}

const evidence = (id = '"1.1"', ...lines: readonly string[]): string =>
  ['---', 'title: a', `elements: [${id}]`, ...lines, '---', 'Text.', ''].join('\n');
const quiet = 'rules: { element-uncovered: off }\n';

describe('An open document', () => {
  it('goes before the disk', async () => {
    const scene = await loaded({ 'a.md': evidence('8.8'), 'portfolio.yaml': quiet });
    deepEqual(rulesShown(scene), ['a.md: element-unknown', 'a.md: element-unquoted']);
    await scene.workspace.open(at('a.md'), evidence());
    deepEqual(rulesShown(scene), []);
  });

  it('goes before the disk when it was opened first', async () => {
    const scene = sceneOf({ 'a.md': evidence('8.8'), 'portfolio.yaml': quiet });
    await scene.workspace.open(at('a.md'), evidence());
    await scene.workspace.addFolders([home]);
    deepEqual(rulesShown(scene), []);
  });

  it('stays when the disk changes or loses the file', async () => {
    const scene = await loaded({ 'a.md': evidence(), 'portfolio.yaml': quiet });
    await scene.workspace.open(at('a.md'), evidence('"2.1"'));
    await change(scene, 'a.md', evidence('8.8'));
    deepEqual(rulesShown(scene), []);
    await change(scene, 'a.md', undefined);
    equal(scene.index.portfolios()[0]!.citations('2.1'), 1);
  });

  it('stays when its folder goes', async () => {
    const scene = await loaded({ 'p/a.md': evidence(), 'p/b.md': evidence(), 'portfolio.yaml': quiet });
    await scene.workspace.open(at('p/a.md'), evidence());
    for (const uri of [...scene.memory.files.keys()]) if (uri.includes('/p/')) scene.memory.files.delete(uri);
    await scene.workspace.changed([{ uri: at('p'), kind: 'deleted' }]);
    deepEqual([...scene.index.portfolios()[0]!.evidence.keys()], [at('p/a.md')]);
  });

  it('gives the word back to the disk when it is closed', async () => {
    const scene = await loaded({ 'a.md': evidence('8.8'), 'portfolio.yaml': quiet });
    await scene.workspace.open(at('a.md'), evidence());
    await scene.workspace.close(at('a.md'));
    deepEqual(rulesShown(scene), ['a.md: element-unknown', 'a.md: element-unquoted']);
  });

  it('that was never saved goes when it is closed', async () => {
    const scene = await loaded({ 'portfolio.yaml': quiet });
    await scene.workspace.open(at('new.md'), evidence('8.8'));
    ok(rulesShown(scene).includes('new.md: element-unknown'));
    await scene.workspace.close(at('new.md'));
    deepEqual(rulesShown(scene), []);
  });

  it('is told of before edit returns', async () => {
    const scene = await loaded({ 'a.md': evidence(), 'portfolio.yaml': quiet });
    await scene.workspace.open(at('a.md'), evidence());
    scene.news.length = 0;
    const done = scene.workspace.edit(at('a.md'), evidence('8.8'));
    deepEqual(rulesShown(scene), ['a.md: element-unknown', 'a.md: element-unquoted']);
    await done;
  });

  it('is told of while folders are read, against the standard of its manifest', async () => {
    const scene = sceneOf({
      'p/portfolio.yaml': 'standard: s.yaml\n',
      'p/s.yaml': 'title: S\nchildren: [{ id: A-1 }]\n',
      'p/sub/a.md': evidence('A-1'),
      'p/sub/b.md': evidence('A-1'),
    });
    const opened = once(scene, 'find', () => scene.workspace.open(at('p/sub/a.md'), evidence('A-2')));
    await scene.workspace.addFolders([home]);
    await opened();
    const first = scene.news.find(({ findings }) => (findings.get(at('p/sub/a.md')) ?? []).length > 0);
    deepEqual(
      first!.findings.get(at('p/sub/a.md'))!.map(({ rule }) => rule),
      ['element-unknown'],
    );
  });

  it('is told of as it is, also where its file was read just before', async () => {
    const files: Record<string, string> = { 'portfolio.yaml': quiet, 'a.md': evidence('8.8') };
    for (let number = 0; number < 150; number++) files[`${number}.md`] = evidence();
    const scene = sceneOf(files);
    let opened: Promise<void> | undefined;
    await scene.workspace.addFolders([home], {
      onProgress: () => void (opened ??= scene.workspace.open(at('a.md'), evidence())),
    });
    await opened;
    deepEqual(rulesShown(scene), []);
  });

  it('in a folder that git ignores is nobody’s', async () => {
    const scene = await loaded({ '.gitignore': 'drafts/\n', 'a.md': evidence(), 'portfolio.yaml': quiet });
    await scene.workspace.open(at('drafts/b.md'), evidence('8.8'));
    deepEqual(rulesShown(scene), []);
  });

  it('that was never saved stays when .gitignore changes, unless that leaves it out', async () => {
    const scene = await loaded({ 'portfolio.yaml': quiet });
    await scene.workspace.open(at('new.md'), evidence('8.8'));
    await change(scene, '.gitignore', 'drafts\n');
    deepEqual(rulesShown(scene), ['new.md: element-unknown', 'new.md: element-unquoted']);
    await change(scene, '.gitignore', 'new.md\n');
    deepEqual(rulesShown(scene), []);
    await change(scene, '.gitignore', '');
    deepEqual(rulesShown(scene), ['new.md: element-unknown', 'new.md: element-unquoted']);
  });

  it('that git ignores goes once that is known, with the manifest it was judged by', async () => {
    const files = { '.gitignore': 'drafts/\n', 'drafts/portfolio.yaml': quiet, 'drafts/a.md': evidence() };
    const scene = sceneOf(files);
    const opened = once(scene, 'find', () => scene.workspace.open(at('drafts/a.md'), evidence('8.8')));
    await scene.workspace.addFolders([home]);
    await opened();
    ok(scene.news.some(({ findings }) => (findings.get(at('drafts/a.md')) ?? []).length > 0));
    deepEqual(rulesShown(scene), []);
    deepEqual(scene.index.portfolios(), []);
  });

  it('that git ignores stays nobody’s when its folder goes', async () => {
    const scene = await loaded({ '.gitignore': 'drafts/*\n', 'drafts/a.md': '', 'portfolio.yaml': quiet });
    await scene.workspace.open(at('drafts/a.md'), evidence('8.8'));
    scene.memory.files.delete(at('drafts/a.md'));
    await scene.workspace.changed([{ uri: at('drafts'), kind: 'deleted' }]);
    deepEqual(rulesShown(scene), []);
  });

  it('of a folder that was removed goes when it is closed', async () => {
    const scene = await loaded({ 'portfolio.yaml': quiet, 'a.md': evidence() });
    await scene.workspace.open(at('portfolio.yaml'), quiet);
    await scene.workspace.open(at('a.md'), evidence('8.8'));
    await scene.workspace.removeFolders([home]);
    deepEqual(rulesShown(scene), ['a.md: element-unknown', 'a.md: element-unquoted']);
    await scene.workspace.close(at('a.md'));
    deepEqual([...scene.index.portfolios()[0]!.evidence.keys()], []);
    await scene.workspace.close(at('portfolio.yaml'));
    deepEqual(scene.index.portfolios(), []);
    deepEqual(rulesShown(scene), []);
  });

  it('makes a link to it whole, saved or not', async () => {
    const linking = evidence().replace('Text', '[b](b.md)');
    const scene = await loaded({ 'a.md': linking, 'portfolio.yaml': quiet });
    deepEqual(rulesShown(scene), ['a.md: link-broken']);
    await scene.workspace.open(at('b.md'), '# b');
    deepEqual(rulesShown(scene), []);
    await scene.workspace.close(at('b.md'));
    deepEqual(rulesShown(scene), ['a.md: link-broken']);
  });
});

describe('While folders are read', () => {
  it('what concerns the whole is withheld', async () => {
    const files: Record<string, string> = { 'portfolio.yaml': 'standard: small\n' };
    for (let number = 0; number < 250; number++) files[`${number}.md`] = evidence('"1.1", "1.2", "2.1"');
    const scene = sceneOf(files);
    const progress: string[] = [];
    await scene.workspace.addFolders([home], {
      onProgress: (read, total) => progress.push(`${read}/${total}`),
    });
    deepEqual(progress, ['50/250', '100/250', '150/250', '200/250', '250/250']);
    equal(scene.news.length, 1);
    deepEqual(rulesShown(scene), []);
    ok(scene.news[0]!.coverage.has(home));
    equal(scene.workspace.isLoading, false);
  });

  it('the end is told of, whatever was found', async () => {
    const scene = await loaded({});
    equal(scene.news.length, 1);
  });

  it('a search that fails lets go of what was withheld', async () => {
    const scene = sceneOf({ 'a.md': evidence('8.8') });
    scene.memory.pause = () => Promise.reject(new Error('No connection'));
    await scene.workspace.addFolders([home]).catch(() => undefined);
    equal(scene.workspace.isLoading, false);
    equal(scene.news.length, 1);
  });

  it('a cancelled search ends early', async () => {
    const files: Record<string, string> = {};
    for (let number = 0; number < 250; number++) files[`${number}.md`] = evidence();
    const scene = sceneOf(files);
    let cancelled = false;
    await scene.workspace.addFolders([home], {
      onProgress: () => (cancelled = true),
      isCancelled: () => cancelled,
    });
    equal(scene.index.portfolios()[0]!.evidence.size, 50);
  });

  it('says nothing of a portfolio as a whole that was not read to its end', async () => {
    const files: Record<string, string> = { 'portfolio.yaml': 'title: Half read\n' };
    for (let number = 0; number < 250; number++) files[`${number}.md`] = evidence('3.2.9');
    const scene = sceneOf(files);
    let cancelled = false;
    await scene.workspace.addFolders([home], {
      onProgress: () => (cancelled = true),
      isCancelled: () => cancelled,
    });
    await change(scene, '1.md', evidence('8.8'));
    ok(rulesShown(scene).some((rule) => rule.startsWith('1.md: ')));
    deepEqual(
      rulesShown(scene).filter((rule) => rule.startsWith('portfolio.yaml')),
      [],
    );
  });

  it('says what was kept back of a portfolio in another folder when the one that was not read is closed', async () => {
    const files: Record<string, string> = { 'nested/portfolio.yaml': quiet, 'nested/a.md': evidence() };
    for (let number = 0; number < 250; number++) files[`${number}.md`] = evidence();
    const scene = sceneOf(files);
    await scene.workspace.addFolders([at('nested')]);
    let cancelled = false;
    await scene.workspace.addFolders([home], {
      onProgress: () => (cancelled = true),
      isCancelled: () => cancelled,
    });
    await change(scene, 'nested/portfolio.yaml', 'standard: nowhere.yaml\n');
    deepEqual(rulesShown(scene), []);
    await scene.workspace.removeFolders([home]);
    deepEqual(rulesShown(scene), ['nested/portfolio.yaml: manifest-value']);
  });

  it('each file is read once, and no link is looked up that the list answers', async () => {
    const { memory } = await loaded({
      'portfolio.yaml': quiet,
      'a.md': evidence('"1.1"', 'attachments: [x.pdf, b.md]'),
      'b.md': evidence(),
      'x.pdf': attachment,
    });
    const count = (text: string): number => memory.asked.filter((asked) => asked.includes(text)).length;
    equal(memory.asked.filter((asked) => asked.startsWith('exist')).length, 0);
    deepEqual([count('a.md'), count('b.md'), count('x.pdf')], [1, 1, 0]);
  });

  it('each file is judged once, wherever its links lead', async () => {
    const judged: Uri[] = [];
    const counting = evidenceRule({
      code: 'title-missing',
      severity: 'information',
      summary: 'Counts.',
      check: (_, { uri }) => {
        judged.push(uri);
        return [];
      },
    });
    const index = new PortfolioIndex({
      rules: [counting],
      standards: new Map([[small.id, small]]),
      matcher,
      today,
    });
    const linking = (target: string): string => evidence().replace('Text', `[a](${target})`);
    const { access } = memoryFiles({
      'portfolio.yaml': quiet,
      'a.md': linking('gone.md'),
      'b.md': linking('also-gone.pdf'),
      'c.md': linking('sub'),
      'd.md': linking('a.md'),
      'sub/x.pdf': attachment,
    });
    await new Workspace({ access, index, onNews: () => undefined }).addFolders([home]);
    deepEqual(judged, ['a.md', 'b.md', 'c.md', 'd.md'].map(at));
  });
});

describe('Changes of files', () => {
  it('come and go', async () => {
    const scene = await loaded({ 'portfolio.yaml': quiet });
    await change(scene, 'a.md', evidence('8.8'));
    deepEqual(rulesShown(scene), ['a.md: element-unknown', 'a.md: element-unquoted']);
    await change(scene, 'a.md', evidence());
    deepEqual(rulesShown(scene), []);
    await change(scene, 'a.md', '# No evidence');
    equal(scene.index.portfolios()[0]!.evidence.size, 0);
  });

  it('rename a file', async () => {
    const scene = await loaded({ 'a.md': evidence('8.8'), 'portfolio.yaml': quiet });
    scene.memory.files.set(at('b.md'), scene.memory.files.get(at('a.md'))!);
    scene.memory.files.delete(at('a.md'));
    await scene.workspace.changed([
      { uri: at('a.md'), kind: 'deleted' },
      { uri: at('b.md'), kind: 'created' },
    ]);
    deepEqual(rulesShown(scene), ['b.md: element-unknown', 'b.md: element-unquoted']);
  });

  it('delete a folder with one event', async () => {
    const scene = await loaded({
      'portfolio.yaml': quiet,
      'a.md': evidence('"1.1"', 'attachments: [p/x.pdf]'),
      'p/b.md': evidence('8.8'),
      'p/portfolio.yaml': 'standard: gone\n',
      'p/x.pdf': attachment,
    });
    for (const uri of [...scene.memory.files.keys()]) if (uri.includes('/p/')) scene.memory.files.delete(uri);
    await scene.workspace.changed([{ uri: at('p'), kind: 'deleted' }]);
    deepEqual(rulesShown(scene), ['a.md: attachment-missing']);
    equal(scene.index.portfolios().length, 1);
  });

  it('bring a folder of evidence with one event', async () => {
    const scene = await loaded({ 'portfolio.yaml': quiet });
    scene.memory.files.set(at('p/q/a.md'), evidence('8.8'));
    await scene.workspace.changed([{ uri: at('p'), kind: 'created' }]);
    deepEqual(rulesShown(scene), ['p/q/a.md: element-unknown', 'p/q/a.md: element-unquoted']);
  });

  it('bring and take an attachment', async () => {
    const scene = await loaded({
      'a.md': evidence('"1.1"', 'attachments: [x.pdf]'),
      'portfolio.yaml': quiet,
    });
    deepEqual(rulesShown(scene), ['a.md: attachment-missing']);
    await change(scene, 'x.pdf', attachment);
    deepEqual(rulesShown(scene), []);
    await change(scene, 'x.pdf', undefined);
    deepEqual(rulesShown(scene), ['a.md: attachment-missing']);
  });

  it('bring and take an attachment that git ignores', async () => {
    const scene = await loaded({
      '.gitignore': '*.pdf\nout/\n',
      'a.md': evidence('"1.1"', 'attachments: [x.pdf, out/y.csv]'),
      'portfolio.yaml': quiet,
    });
    const missing = 'a.md: attachment-missing';
    deepEqual(rulesShown(scene), [missing, missing]);
    await change(scene, 'x.pdf', attachment);
    deepEqual(rulesShown(scene), [missing]);
    scene.memory.files.set(at('out/y.csv'), attachment);
    await scene.workspace.changed([{ uri: at('out'), kind: 'created' }]);
    deepEqual(rulesShown(scene), []);
    await change(scene, 'x.pdf', undefined);
    deepEqual(rulesShown(scene), [missing]);
  });

  it('bring and take a manifest', async () => {
    const scene = await loaded({ 'p/a.md': evidence('button') });
    deepEqual(rulesShown(scene), []);
    await change(scene, 'p/portfolio.yaml', quiet);
    deepEqual(rulesShown(scene), ['p/a.md: element-unknown']);
    await change(scene, 'p/portfolio.yaml', undefined);
    deepEqual(rulesShown(scene), []);
  });

  it('edit a standard', async () => {
    const scene = await loaded({
      'portfolio.yaml': `standard: s.yaml\n${quiet}`,
      's.yaml': 'title: S\nchildren: [{ id: A-1 }]\n',
      'a.md': evidence('A-2'),
    });
    deepEqual(rulesShown(scene), ['a.md: element-unknown']);
    await change(scene, 's.yaml', 'title: S\nchildren: [{ id: A-2 }]\n');
    deepEqual(rulesShown(scene), []);
    await change(scene, 's.yaml', 'title: S\nchildren: [{ id: A-2 }, { id: A-2 }]\n');
    deepEqual(rulesShown(scene), ['portfolio.yaml: manifest-value', 's.yaml: standard-file']);
    await change(scene, 's.yaml', undefined);
    deepEqual(rulesShown(scene), ['portfolio.yaml: manifest-value']);
    await change(scene, 's.yaml', smallText);
    deepEqual(rulesShown(scene), ['a.md: element-unknown']);
  });

  it('edit a standard that is open', async () => {
    const scene = await loaded({
      'portfolio.yaml': `standard: s.yaml\n${quiet}`,
      's.yaml': 'title: S\nchildren: [{ id: A-1 }]\n',
      'a.md': evidence('A-2'),
    });
    await scene.workspace.open(at('s.yaml'), 'title: S\nchildren: [{ id: A-2 }]\n');
    deepEqual(rulesShown(scene), []);
  });

  it('in folders that are never looked into say nothing', async () => {
    const scene = await loaded({ 'portfolio.yaml': quiet, '.gitignore': 'build\n' });
    for (const path of ['node_modules/a/a.md', '.git/a.md', 'build/a.md', 'p/node_modules/a.md'])
      await change(scene, path, evidence('8.8'));
    deepEqual(rulesShown(scene), []);
  });

  it('of .gitignore take files away and bring them back', async () => {
    const scene = await loaded({
      'portfolio.yaml': quiet,
      'drafts/a.md': evidence('8.8'),
      'b.md': evidence(),
    });
    equal(rulesShown(scene).length, 2);
    await change(scene, '.gitignore', 'drafts\n');
    deepEqual(rulesShown(scene), []);
    await change(scene, '.gitignore', undefined);
    equal(rulesShown(scene).length, 2);
  });
});

describe('A folder with a .gitignore that goes or comes by one event', () => {
  it('takes its rules with it', async () => {
    const scene = await loaded({ 'portfolio.yaml': quiet, 'p/.gitignore': '*\n', 'p/a.md': evidence('8.8') });
    for (const path of ['p/.gitignore', 'p/a.md']) scene.memory.files.delete(at(path));
    await scene.workspace.changed([{ uri: at('p'), kind: 'deleted' }]);
    await change(scene, 'p/a.md', evidence('8.8'));
    deepEqual(rulesShown(scene), ['p/a.md: element-unknown', 'p/a.md: element-unquoted']);
  });

  it('brings them', async () => {
    const scene = await loaded({ 'portfolio.yaml': quiet });
    scene.memory.files.set(at('p/.gitignore'), 'a.md\n');
    await scene.workspace.changed([{ uri: at('p'), kind: 'created' }]);
    await change(scene, 'p/a.md', evidence('8.8'));
    deepEqual(rulesShown(scene), []);
  });
});

describe('A standard that git ignores', () => {
  it('is followed nevertheless', async () => {
    const scene = await loaded({
      '.gitignore': 's.yaml\n',
      'portfolio.yaml': `standard: s.yaml\n${quiet}`,
      's.yaml': 'title: S\nchildren: [{ id: A-1 }]\n',
      'a.md': evidence('A-2'),
    });
    deepEqual(rulesShown(scene), ['a.md: element-unknown']);
    await change(scene, '.gitignore', 's.*\n');
    deepEqual(rulesShown(scene), ['a.md: element-unknown']);
    await change(scene, 's.yaml', 'title: S\nchildren: [{ id: A-2 }]\n');
    deepEqual(rulesShown(scene), []);
  });
});

describe('A file that cannot be read', () => {
  it('is reported with the reason, until it can', async () => {
    const scene = await loaded({
      'portfolio.yaml': quiet,
      'a.md': { reason: 'you may not read it.' },
      'b.md': 'x'.repeat(6 * 1024 * 1024),
    });
    deepEqual(
      [...scene.shown.values()].flat().map(({ message }) => message),
      [
        'This file was left out: you may not read it.',
        'This file was left out: it is larger than 5 MB (6.0 MB).',
      ],
    );
    await change(scene, 'a.md', evidence());
    await change(scene, 'b.md', undefined);
    deepEqual(rulesShown(scene), []);
  });

  it('is a folder or a .gitignore, too, until it can', async () => {
    const closed = { reason: 'you may not read it. What is in it does not count.', isFolder: true };
    const rules = { reason: 'you may not read it. What it would have git leave out counts.' };
    for (const manifest of [{ 'portfolio.yaml': quiet }, {}]) {
      const scene = await loaded({ ...manifest, 'a.md': evidence(), closed: closed, 'p/.gitignore': rules });
      deepEqual(
        [...scene.shown].map(([uri, found]) => [uri, ...found.map(({ message }) => message)]),
        [
          [at('closed'), `This folder was left out: ${closed.reason}`],
          [at('p/.gitignore'), `This file was left out: ${rules.reason}`],
        ],
      );
      scene.memory.files.delete(at('closed'));
      scene.memory.files.set(at('closed/b.md'), evidence('"8.8"'));
      await scene.workspace.changed([{ uri: at('closed'), kind: 'changed' }]);
      await change(scene, 'p/.gitignore', 'a.md');
      deepEqual(rulesShown(scene), ['closed/b.md: element-unknown']);
    }
  });

  it('is told once where no portfolio reports it', async () => {
    const scene = await loaded({
      'a.md': '# Text',
      'b.md': { reason: 'you may not read it.' },
      closed: { reason: 'you may not read it.', isFolder: true },
      'picture.png': attachment,
    });
    deepEqual(rulesShown(scene), []);
    deepEqual(
      scene.workspace.leftOut().map(({ uri }) => relativePath(home, uri)),
      ['closed', 'b.md'],
    );
    await change(scene, 'a.md', evidence());
    deepEqual(rulesShown(scene), ['b.md: file-unreadable', 'closed: file-unreadable']);
    deepEqual(scene.workspace.leftOut(), []);
  });

  it('is left in peace where nothing of it would count', async () => {
    const closed = { reason: 'you may not read it.', isFolder: true };
    const scene = await loaded({
      'portfolio.yaml': `include: [/evidence/2026/*.md, docs/**]\nexclude: [docs/old/]\nrules: { element-uncovered: off, manifest-pattern: off }\n`,
      evidence: closed,
      'evidence/2025': closed,
      'evidence/2026': closed,
      data: closed,
      'docs/old': closed,
      'docs/new': closed,
      'data/.gitignore': { reason: 'you may not read it.' },
      'b.md': { reason: 'you may not read it.' },
    });
    deepEqual(rulesShown(scene), [
      'docs/new: file-unreadable',
      'evidence/2026: file-unreadable',
      'evidence: file-unreadable',
    ]);
    deepEqual(scene.workspace.leftOut(), []);
  });

  it('is a manifest or a standard, too', async () => {
    const scene = await loaded({
      'p/portfolio.yaml': { reason: 'you may not read it.' },
      'portfolio.yaml': `standard: s.yaml\n${quiet}`,
      's.yaml': { reason: 'you may not read it.' },
    });
    deepEqual(rulesShown(scene), [
      'p/portfolio.yaml: file-unreadable',
      'portfolio.yaml: manifest-value',
      's.yaml: file-unreadable',
    ]);
    deepEqual(
      scene.shown.get(at('portfolio.yaml'))!.map(({ message }) => message),
      [
        'The standard in s.yaml was left out: you may not read it. Nothing can be checked without a standard.',
      ],
    );
    await change(scene, 's.yaml', undefined);
    ok(scene.shown.get(at('portfolio.yaml'))!.some(({ message }) => message.includes('no file at s.yaml')));
  });
});

describe('Events that come at once', () => {
  /** The disk answers a moment later. */
  const slow = ({ memory }: Scene): void => {
    memory.pause = () => new Promise((resolve) => setImmediate(resolve));
  };

  it('count in their order: a file that came and went is gone', async () => {
    const scene = await loaded({ 'a.md': evidence() });
    slow(scene);
    const came = change(scene, 'q/c.md', evidence('"8.8"'));
    scene.memory.files.delete(at('q/c.md'));
    await Promise.all([came, scene.workspace.changed([{ uri: at('q'), kind: 'deleted' }])]);
    deepEqual(rulesShown(scene), []);
    equal(scene.index.evidenceAt(at('q/c.md')), undefined);
  });

  it('wait for folders that are being read: a document in one that has moved is known where it is', async () => {
    const scene = sceneOf({ 'portfolio.yaml': quiet, 'p/a.md': evidence() });
    slow(scene);
    const read = scene.workspace.addFolders([home]);
    const opened = scene.workspace.open(at('q/a.md'), evidence('"8.8"'));
    scene.memory.files.delete(at('p/a.md'));
    scene.memory.files.set(at('q/a.md'), evidence());
    const moved = scene.workspace.changed([
      { uri: at('p'), kind: 'deleted' },
      { uri: at('q'), kind: 'created' },
    ]);
    await Promise.all([read, opened, moved]);
    deepEqual(rulesShown(scene), ['q/a.md: element-unknown']);
    equal(scene.index.evidenceAt(at('p/a.md')), undefined);
  });

  it('leave nothing of a folder that is closed while a manifest comes to it', async () => {
    const scene = await loaded({ 'a.md': evidence() });
    slow(scene);
    const came = change(scene, 'portfolio.yaml', '');
    await Promise.all([came, scene.workspace.removeFolders([home])]);
    deepEqual(scene.index.portfolios(), []);
    deepEqual(rulesShown(scene), []);
  });
});

describe('Folders', () => {
  const shared: Files = {
    'p/s.yaml': 'title: S\nchildren: [{ id: A-1 }]\n',
    'q/portfolio.yaml': `standard: ../p/s.yaml\n${quiet}`,
    'q/a.md': evidence('A-1'),
  };

  it('that are removed leave a standard of their repository that another one names', async () => {
    const scene = sceneOf(shared, { repository: '' });
    await scene.workspace.addFolders([at('p'), at('q')]);
    await scene.workspace.removeFolders([at('p')]);
    deepEqual(rulesShown(scene), []);
  });

  it('that are removed take a standard with them where there is no repository', async () => {
    const scene = sceneOf(shared);
    await scene.workspace.addFolders([at('p'), at('q')]);
    deepEqual(rulesShown(scene), []);
    await scene.workspace.removeFolders([at('p')]);
    deepEqual(rulesShown(scene), ['q/portfolio.yaml: manifest-value']);
  });

  it('that are removed take their findings with them', async () => {
    const scene = sceneOf({
      'p/a.md': evidence('8.8'),
      'p/portfolio.yaml': quiet,
      'q/b.md': evidence('8.8, "1.1"'),
    });
    await scene.workspace.addFolders([at('p')]);
    await scene.workspace.addFolders([at('q')]);
    await scene.workspace.removeFolders([at('p')]);
    deepEqual(rulesShown(scene), ['q/b.md: element-unknown', 'q/b.md: element-unquoted']);
    await scene.workspace.removeFolders([at('q')]);
    deepEqual(rulesShown(scene), []);
    deepEqual(scene.index.portfolios(), []);
  });

  it('that are removed leave what another one holds', async () => {
    const scene = sceneOf({ 'p/a.md': evidence('8.8, "1.1"') });
    await scene.workspace.addFolders([home, at('p')]);
    await scene.workspace.removeFolders([at('p')]);
    deepEqual(rulesShown(scene), ['p/a.md: element-unknown', 'p/a.md: element-unquoted']);
    deepEqual(
      scene.index.portfolios().map(({ root }) => root),
      [home],
    );
  });

  const linking = (link: string): string => `${evidence()}[there](${link})\n`;
  const removals: Readonly<
    Record<string, { files: Files; folders: readonly string[]; gone: string; open: string; lone?: true }>
  > = {
    'a file beside it, which stands alone now': {
      files: { 'one/a.md': evidence(), 'one/b.md': linking('a.md') },
      folders: ['one'],
      gone: 'one',
      open: 'one/b.md',
      lone: true,
    },
    'an attachment below it': {
      files: { 'one/x/a.pdf': attachment, 'one/b.md': linking('x/a.pdf') },
      folders: ['one'],
      gone: 'one',
      open: 'one/b.md',
      lone: true,
    },
    'a folder below it': {
      files: { 'one/x/a.pdf': attachment, 'one/b.md': linking('x') },
      folders: ['one'],
      gone: 'one',
      open: 'one/b.md',
      lone: true,
    },
    'a file in a folder beside its own': {
      files: { 'one/a.md': evidence(), 'two/b.md': linking('../one/a.md') },
      folders: ['one', 'two'],
      gone: 'one',
      open: 'two/b.md',
    },
    'a file in the folder around its own': {
      files: { 'a.md': evidence(), 'one/b.md': linking('../a.md') },
      folders: ['', 'one'],
      gone: '',
      open: 'one/b.md',
    },
    'a folder in the folder around its own': {
      files: { 'two/a.md': evidence(), 'one/b.md': linking('../two') },
      folders: ['', 'one'],
      gone: '',
      open: 'one/b.md',
    },
    'a file in a nested folder': {
      files: { 'one/a.md': evidence(), 'b.md': linking('one/a.md') },
      folders: ['', 'one'],
      gone: 'one',
      open: 'b.md',
    },
    'a file in a nested folder that git ignores from above': {
      files: { '.gitignore': 'a.md\n', 'one/a.md': evidence(), 'b.md': linking('one/a.md') },
      folders: ['', 'one'],
      gone: 'one',
      open: 'b.md',
    },
  };
  for (const [name, { files, folders, gone, open, lone = false }] of Object.entries(removals))
    for (const isEarly of [false, true])
      it(`that are removed${isEarly ? ' while they are read' : ''} leave a link whole to ${name}`, async () => {
        const scene = sceneOf({ 'portfolio.yaml': quiet, ...files }, { repository: '' });
        scene.memory.files.delete(at(folders.includes('') ? 'none' : 'portfolio.yaml'));
        const added = scene.workspace.addFolders(folders.map(at));
        if (!isEarly) await added;
        const text = files[open];
        const opened = scene.workspace.open(at(open), typeof text === 'string' ? text : '');
        const removed = scene.workspace.removeFolders([at(gone)]);
        await Promise.all([added, opened, removed]);
        if (lone) await scene.workspace.standAlone([at(open)]);
        const isLink = (shown: string): boolean => shown.endsWith(': link-broken');
        deepEqual(rulesShown(scene).filter(isLink), []);
        // What is not there is still told.
        await scene.workspace.edit(at(open), linking('nowhere.pdf'));
        deepEqual(rulesShown(scene).filter(isLink), [`${open}: link-broken`]);
      });

  it('that are no longer shared leave a link whole to a file in them', async () => {
    const files = { 'two/a.md': evidence(), 'one/b.md': linking('../two/a.md') };
    const manifest = "include: ['**/*.md', '../two/**']\n";
    const scene = sceneOf({ ...files, 'one/portfolio.yaml': manifest + quiet }, { repository: '' });
    await scene.workspace.addFolders([at('one')]);
    await change(scene, 'one/portfolio.yaml', quiet);
    deepEqual(rulesShown(scene), []);
  });

  it('that are added twice are read once', async () => {
    const scene = await loaded({ 'a.md': evidence() });
    await scene.workspace.addFolders([home]);
    equal(scene.memory.asked.filter((asked) => asked.startsWith('find')).length, 1);
  });
});
