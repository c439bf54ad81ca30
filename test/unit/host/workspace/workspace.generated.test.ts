/**
 * The workspace after any sequence of events against one opened afresh on the same disk, with the same documents
 * open. A failure prints the seed and the shortest sequence.
 */
import { deepEqual, equal } from 'node:assert/strict';
import fc from 'fast-check';
import type { Uri } from '../../../../server/core/text/span';
import type { Finding } from '../../../../server/core/rules/finding';
import type { PortfolioIndex } from '../../../../server/core/index/portfolioIndex';
import { isWithin } from '../../../../server/core/text/uri';
import type { FileEvent } from '../../../../server/host/workspace/workspace';
import { Workspace } from '../../../../server/host/workspace/workspace';
import type { MemoryFiles } from '../../support/memoryFiles';
import { memoryFiles } from '../../support/memoryFiles';
import type { Content, IndexSetting } from '../../support/portfolioFiles';
import { at, attachment, emptyIndex, home } from '../../support/portfolioFiles';
import { small, smallText } from '../../support/standards';
import { dumpOf } from '../../support/dump';
import { runs } from '../../support/runs';

interface Scene {
  readonly memory: MemoryFiles;
  readonly workspace: Workspace;
  readonly index: PortfolioIndex;
  readonly open: Map<Uri, string>;
  readonly shown: Map<Uri, readonly Finding[]>;
  /** The folders that the editor has open: it tells of what happens in them. */
  readonly folders: Set<Uri>;
  /** Open documents that stand alone, in none of those. */
  readonly lone: Set<Uri>;
  /** What is watched besides the open folders. */
  readonly watched: Set<Uri>;
}

function sceneOf(memory: MemoryFiles, setting: IndexSetting): Scene {
  const index = emptyIndex({ standards: [small], ...setting });
  const shown = new Map<Uri, readonly Finding[]>();
  const watched = new Set<Uri>();
  const workspace = new Workspace({
    access: memory.access,
    index,
    onShared: (folders) => {
      watched.clear();
      for (const folder of folders) watched.add(folder);
    },
    onNews: ({ findings }) => {
      for (const [uri, found] of findings) {
        if (found.length > 0) shown.set(uri, found);
        else shown.delete(uri);
      }
    },
  });
  return { memory, workspace, index, open: new Map(), shown, folders: new Set(), lone: new Set(), watched };
}

interface Command {
  readonly run: (scene: Scene) => Promise<void>;
  readonly toString: () => string;
}
const command = (name: string, run: Command['run']): Command => ({ run, toString: () => name });

const evidence = (...lines: readonly string[]): string => ['---', ...lines, '---', 'Text.', ''].join('\n');
const unlinked = fc.constantFrom(
  evidence('elements: ["1.1"]'),
  evidence('elements: ["8.8"]', 'ref: 1'),
  evidence('elements: ["1.2", "2.1"]', 'ref: 1', 'status: draft'),
  evidence('elements: [button]'),
  '# Text',
);
const linked = fc.oneof(
  unlinked,
  fc.constantFrom(
    evidence('elements: ["1.2"]', 'attachments: [x.pdf, p/x.pdf, ../p]'),
    `${evidence('elements: ["1.2"]')}[a](a.md) [b](p/b.md) [c](q/c.md) [d](../a.md) [e](q)`,
  ),
);
const manifests = fc.constantFrom(
  '',
  'standard: s.yaml\n',
  'standard: a.md\n',
  'standard: ../s.yaml\n',
  'standard: portfolio.yaml\n',
  'standard: ../portfolio.yaml\n',
  'exclude: [q]\n',
  "include: ['./**', 'Q/**', 'q\\\\*.md']\n",
  'a: b: c',
);
const standards = fc.constantFrom(smallText, 'title: S\nchildren: [{ id: A-1 }]\n', 'title: S\n', '');
const ignores = fc.constantFrom(
  'q/\n',
  'a.md\n',
  'p/*\n!p/b.md\n',
  '*.pdf\n',
  's.yaml\n',
  '*\n',
  '!a.md\n',
  '',
);

type Contents = readonly (readonly [string, fc.Arbitrary<Content>])[];

const evidenceOf = (texts: fc.Arbitrary<string>): Contents =>
  ['a.md', 'p/a.md', 'p/b.md', 'p/q/c.md', 'q/c.md', 'node_modules/m.md'].map(
    (path) => [path, texts] as const,
  );
const contentsOf = (texts: fc.Arbitrary<string>): Contents => [
  ...evidenceOf(texts),
  ...['portfolio.yaml', 'p/portfolio.yaml'].map((path) => [path, manifests] as const),
  ...['s.yaml', 'p/s.yaml'].map((path) => [path, standards] as const),
];
/** Portfolios that share what stands beside them. */
const sharing: Contents = ['p/portfolio.yaml', 'q/portfolio.yaml'].map(
  (path) =>
    [
      path,
      fc.constantFrom(
        "include: ['**/*.md', '../q/**/*.md']\n",
        "include: ['**/*.md', '../*.md', ../p/q]\n",
        "include: ['../**/*.md']\nexclude: ['../p/b.md']\n",
        'title: T\n',
      ),
    ] as const,
);
const attachments: Contents = ['x.pdf', 'p/x.pdf'].map((path) => [path, fc.constant(attachment)] as const);
const ignoring: Contents = ['.gitignore', 'p/.gitignore'].map((path) => [path, ignores] as const);

const filesOf = (contents: Contents): fc.Arbitrary<readonly [string, Content]> =>
  fc.oneof(...contents.map(([path, content]) => fc.tuple(fc.constant(path), content)));
const folders = fc.constantFrom('p', 'p/q', 'q');

/** Nobody is told of what comes in other folders than those that are watched. */
const tell = (
  { workspace, folders: opened, watched }: Scene,
  ...events: readonly FileEvent[]
): Promise<void> =>
  workspace.changed(
    events.filter(
      ({ uri, kind }) =>
        kind === 'deleted' || [...opened, ...watched].some((folder) => isWithin(folder, uri)),
    ),
  );

const write = ([path, content]: readonly [string, Content]): Command =>
  command(`write ${path} ${JSON.stringify(content)}`, (scene) => {
    const uri = at(path);
    const kind = scene.memory.files.has(uri) ? 'changed' : 'created';
    scene.memory.files.set(uri, content);
    return tell(scene, { uri, kind });
  });

/** Some editors close what goes; others keep its documents open. */
async function closeWithin(scene: Scene, folder: Uri): Promise<void> {
  for (const uri of [...scene.open.keys()].filter((one) => isWithin(folder, one))) {
    scene.open.delete(uri);
    await scene.workspace.close(uri);
  }
  await leaveLone(scene, (uri) => isWithin(folder, uri));
}

async function leaveLone({ lone, workspace }: Scene, isLeft: (uri: Uri) => boolean): Promise<void> {
  const left = [...lone].filter(isLeft);
  for (const uri of left) lone.delete(uri);
  if (left.length > 0) await workspace.standAlone([...lone]);
}

/** As the server has it: only what is open, and in no folder. */
const standAlone = (path: string): Command =>
  command(`stand alone ${path}`, async ({ open: opened, folders: whole, lone, workspace }) => {
    if (!opened.has(at(path)) || [...whole].some((folder) => isWithin(folder, at(path)))) return;
    lone.add(at(path));
    await workspace.standAlone([...lone]);
  });

const remove = (path: string, closes: boolean): Command =>
  command(`${closes ? 'close and ' : ''}delete ${path}`, async (scene) => {
    if (closes) await closeWithin(scene, at(path));
    if (scene.memory.files.delete(at(path))) await tell(scene, { uri: at(path), kind: 'deleted' });
  });

/** Editors tell of a folder with one event. */
const removeFolder = fc.tuple(folders, fc.boolean()).map(([path, closes]) =>
  command(`${closes ? 'close and ' : ''}delete folder ${path}`, async (scene) => {
    const inside = [...scene.memory.files.keys()].filter((uri) => isWithin(at(path), uri));
    if (closes) await closeWithin(scene, at(path));
    for (const uri of inside) scene.memory.files.delete(uri);
    if (inside.length > 0) await tell(scene, { uri: at(path), kind: 'deleted' });
  }),
);

const moveFolder = fc.tuple(folders, folders, fc.boolean()).map(([from, to, closes]) =>
  command(`${closes ? 'close and ' : ''}move folder ${from} to ${to}`, async (scene) => {
    const { files: disk } = scene.memory;
    const inside = [...disk].filter(([uri]) => isWithin(at(from), uri));
    const isTaken = [...disk.keys()].some((uri) => isWithin(at(to), uri));
    if (inside.length === 0 || isTaken || isWithin(at(from), at(to))) return;
    if (closes) await closeWithin(scene, at(from));
    for (const [uri, content] of inside) {
      disk.delete(uri);
      disk.set(at(to) + uri.slice(at(from).length), content);
    }
    await tell(scene, { uri: at(from), kind: 'deleted' }, { uri: at(to), kind: 'created' });
  }),
);

const open = (path: string, text: string): Command =>
  command(`open ${path} ${JSON.stringify(text)}`, async (scene) => {
    scene.open.set(at(path), text);
    const { workspace } = scene;
    await (workspace.isOpen(at(path)) ? workspace.edit(at(path), text) : workspace.open(at(path), text));
  });

const close = (path: string): Command =>
  command(`close ${path}`, async (scene) => {
    if (scene.open.delete(at(path))) await scene.workspace.close(at(path));
    await leaveLone(scene, (uri) => uri === at(path));
  });

const openFolder = async (scene: Scene, uri: Uri): Promise<void> => {
  scene.folders.add(uri);
  const left = leaveLone(scene, (lone) => isWithin(uri, lone));
  await Promise.all([left, scene.workspace.addFolders([uri])]);
};

const closeFolder = ({ workspace, folders: opened }: Scene, uri: Uri): Promise<void> => {
  opened.delete(uri);
  return workspace.removeFolders([uri]);
};

/** A folder of the workspace, and out of it again; the first one may be around the others. */
const workspaceFolder = fc
  .tuple(fc.constantFrom('', 'p', 'q'), fc.boolean())
  .map(([path, comes]) =>
    command(`${comes ? 'add' : 'remove'} workspace folder ${path}`, (scene) =>
      comes ? openFolder(scene, at(path)) : closeFolder(scene, at(path)),
    ),
  );

/** Commands on files of these contents. */
function commandsOn(contents: Contents): fc.Arbitrary<Command> {
  const paths = fc.constantFrom(...contents.map(([path]) => path));
  const texts = filesOf(contents).filter((file): file is [string, string] => typeof file[1] === 'string');
  return fc.oneof(
    { weight: 8, arbitrary: filesOf(contents).map(write) },
    { weight: 3, arbitrary: texts.map(([path, text]) => open(path, text)) },
    ...[
      fc.tuple(paths, fc.boolean()).map(([path, closes]) => remove(path, closes)),
      paths.map(close),
      removeFolder,
      moveFolder,
      workspaceFolder,
    ].map((arbitrary) => ({ weight: 2, arbitrary })),
  );
}

async function checkAgainstFresh(scene: Scene, setting: IndexSetting): Promise<void> {
  const fresh = sceneOf(scene.memory, setting);
  await fresh.workspace.addFolders([...scene.folders]);
  for (const [uri, text] of scene.open) await fresh.workspace.open(uri, text);
  if (scene.lone.size > 0) await fresh.workspace.standAlone([...scene.lone]);
  equal(dumpOf(scene.index), dumpOf(fresh.index));
  for (const { index, shown } of [scene, fresh]) {
    deepEqual([...shown.keys()].sort(), [...index.filesWithFindings()].sort());
    for (const [uri, found] of shown) deepEqual(found, index.findings(uri), uri);
  }
}

const startsOf = (contents: Contents): fc.Arbitrary<readonly (readonly [string, Content])[]> =>
  fc.array(filesOf(contents), { maxLength: 5 });

function checkSequences(
  contents: Contents,
  opened = home,
  setting: IndexSetting = {},
  first: readonly Command[] = [],
): Promise<void> {
  const sequences = fc
    .array(commandsOn(contents), { minLength: 1, maxLength: 10 })
    .map((commands) => [...first, ...commands]);
  const property = fc.asyncProperty(startsOf(contents), sequences, async (start, sequence) => {
    const scene = sceneOf(memoryFiles(Object.fromEntries(start)), setting);
    await openFolder(scene, opened);
    if (first.length > 0) scene.watched.add(home);
    for (const { run } of sequence) await run(scene);
    await checkAgainstFresh(scene, setting);
  });
  return fc.assert(property, { numRuns: runs(100) });
}

const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** The disk answers any time: after so many turns each, again and again. */
function late(delays: readonly number[]): () => Promise<void> {
  let asked = 0;
  return async () => {
    const turns = delays.length === 0 ? 0 : (delays[asked++ % delays.length] ?? 0);
    for (let turn = 0; turn < turns; turn++) await nextTurn();
  };
}

/** The same while folders are still being read, and while what came before is still being worked on. */
function checkAtOnce(contents: Contents): Promise<void> {
  const steps = fc.tuple(commandsOn(contents), fc.boolean());
  const sequences = fc.array(steps, { minLength: 1, maxLength: 8 });
  const delays = fc.array(fc.nat(4), { maxLength: 6 });
  const property = fc.asyncProperty(startsOf(contents), sequences, delays, async (start, sequence, waits) => {
    const scene = sceneOf(memoryFiles(Object.fromEntries(start)), {});
    scene.memory.pause = late(waits);
    const going = [openFolder(scene, home)];
    for (const [{ run }, takesTime] of sequence) {
      going.push(run(scene));
      if (takesTime) await nextTurn();
    }
    await Promise.all(going);
    scene.memory.pause = () => Promise.resolve();
    await checkAgainstFresh(scene, {});
  });
  return fc.assert(property, { numRuns: runs(150) });
}

describe('The workspace after any sequence of events', () => {
  it('knows what one opened afresh knows of files and links', () =>
    checkSequences([...contentsOf(linked), ...attachments]));

  it('knows what one opened afresh knows of what git ignores', () =>
    checkSequences([...contentsOf(unlinked), ...ignoring]));

  it('knows what one opened afresh knows of links to what git ignores', () =>
    checkSequences([...contentsOf(linked), ...attachments, ...ignoring]));

  it('knows what one opened afresh knows of evidence outside of the open folders', () =>
    checkSequences([...sharing, ...evidenceOf(unlinked), ...sharing], at('p'), {
      repository: '',
    }));

  it('knows what one opened afresh knows of documents that stand alone, and nothing of what is beside them', () =>
    checkSequences(
      [...evidenceOf(linked), ['p/q/portfolio.yaml', manifests], ...attachments],
      at('p/q'),
      {},
      [open('a.md', `${evidence('elements: ["1.1"]')}[b](p/b.md) [c](q/c.md)`), standAlone('a.md')],
    ));

  it('knows what one opened afresh knows where all comes at once', () =>
    checkAtOnce([...contentsOf(linked), ...attachments]));

  it('knows what one opened afresh knows where all comes at once, of what git ignores, too', () =>
    checkAtOnce([...contentsOf(linked), ...attachments, ...ignoring]));
});
