/** Folders that come and go on a real disk while the workspace is open: what stands where is what a new one finds. */
import { deepEqual } from 'node:assert/strict';
import { mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { normaliseUri } from '../../../../server/core/text/uri';
import { nodeFileAccess } from '../../../../server/host/disk/nodeFileAccess';
import type { FileEvent } from '../../../../server/host/workspace/workspace';
import { Workspace } from '../../../../server/host/workspace/workspace';
import { emptyIndex } from '../../support/portfolioFiles';
import { removeFolder } from '../../support/removeFolder';
import { small } from '../../support/standards';

interface Place {
  readonly make: (path: string) => void;
  readonly write: (path: string) => void;
  readonly move: (from: string, to: string) => void;
  readonly remove: (path: string) => void;
  readonly link: (path: string, to: string) => void;
  readonly pipe: (path: string) => void;
}

type Told = readonly [kind: FileEvent['kind'], path: string];

interface Row {
  readonly of: string;
  /** What is done, and then told. */
  readonly steps: readonly (readonly [act: (place: Place) => void, ...told: readonly Told[]])[];
  /** What stands in the folder of the portfolio then, folders with a slash; `portfolio.yaml` and `a.md` left out. */
  readonly stands: readonly string[];
}

const table: readonly Row[] = [
  {
    of: 'an empty folder is made',
    steps: [[({ make }) => make('new'), ['created', 'new']]],
    stands: [],
  },
  {
    of: 'an empty folder is moved to where one was',
    steps: [
      [({ make }) => make('old/sub'), ['created', 'old']],
      [({ move }) => move('old/sub', 'new'), ['deleted', 'new'], ['deleted', 'old/sub'], ['created', 'new']],
    ],
    stands: [],
  },
  {
    of: 'a folder with a file in it comes',
    steps: [[({ write }) => write('new/b.pdf'), ['created', 'new']]],
    stands: ['new/'],
  },
  {
    of: 'a folder comes, and then what was in it goes',
    steps: [
      [({ write }) => write('new/b.pdf'), ['created', 'new']],
      [({ remove }) => remove('new/b.pdf'), ['deleted', 'new/b.pdf']],
    ],
    stands: [],
  },
  {
    of: 'a folder with folders and nothing else comes',
    steps: [[({ make }) => make('new/sub/below'), ['created', 'new'], ['created', 'new/sub']]],
    stands: [],
  },
  {
    of: 'a folder that git ignores comes',
    steps: [[({ write }) => write('ignored/b.pdf'), ['created', 'ignored']]],
    stands: [],
  },
  {
    of: 'an empty folder comes to which a link leads',
    steps: [[({ make }) => make('linked'), ['created', 'linked']]],
    stands: ['linked'],
  },
  {
    of: 'a file without an ending comes',
    steps: [[({ write }) => write('new'), ['created', 'new']]],
    stands: ['new'],
  },
  {
    of: 'a folder takes the place of a file',
    steps: [
      [({ write }) => write('new'), ['created', 'new']],
      [({ remove }) => remove('new'), ['deleted', 'new']],
      [({ make }) => make('new'), ['created', 'new']],
    ],
    stands: [],
  },
  {
    of: 'a file takes the place of an empty folder',
    steps: [
      [({ make }) => make('new'), ['created', 'new']],
      [({ remove }) => remove('new'), ['deleted', 'new']],
      [({ write }) => write('new'), ['created', 'new']],
    ],
    stands: ['new'],
  },
  {
    of: 'a file that git ignores comes',
    steps: [[({ write }) => write('b.log'), ['created', 'b.log']]],
    stands: [],
  },
  {
    of: 'a link to a file comes',
    steps: [[({ link }) => link('new', 'a.md'), ['created', 'new']]],
    stands: [],
  },
  {
    of: 'a link to a folder comes',
    steps: [
      [
        ({ make, link }) => {
          make('old');
          link('new', 'old');
        },
        ['created', 'old'],
        ['created', 'new'],
      ],
    ],
    stands: [],
  },
  {
    of: 'a link to a folder with a file comes',
    steps: [
      [
        ({ write, link }) => {
          write('old/b.pdf');
          link('new', 'old');
        },
        ['created', 'old'],
        ['created', 'new'],
      ],
    ],
    stands: ['old/'],
  },
  {
    of: 'a link that leads nowhere comes',
    steps: [[({ link }) => link('new', 'gone'), ['created', 'new']]],
    stands: [],
  },
  {
    of: 'a pipe comes',
    steps: [[({ pipe }) => pipe('new'), ['created', 'new']]],
    stands: [],
  },
  {
    of: 'a link to evidence comes',
    steps: [[({ link }) => link('b.md', 'a.md'), ['created', 'b.md']]],
    stands: [],
  },
  {
    of: 'a link to evidence comes and is changed',
    steps: [[({ link }) => link('b.md', 'a.md'), ['created', 'b.md'], ['changed', 'b.md']]],
    stands: [],
  },
  {
    of: 'a folder takes the place of a file at once',
    steps: [
      [({ write }) => write('new'), ['created', 'new']],
      [
        ({ remove, make }) => {
          remove('new');
          make('new');
        },
        ['deleted', 'new'],
        ['created', 'new'],
      ],
    ],
    stands: [],
  },
  {
    of: 'what is named only by a capital comes again',
    steps: [
      [({ write }) => write('new'), ['created', 'new']],
      [({ move }) => move('new', 'New'), ['deleted', 'new'], ['created', 'New']],
    ],
    stands: ['New'],
  },
];

describe('Folders that come while a portfolio is open', () => {
  for (const { of, steps, stands } of table) {
    it(`are known as in a new list where ${of}`, async () => {
      const folder = mkdtempSync(join(tmpdir(), 'coming-'));
      try {
        const place = placeIn(folder);
        writeFileSync(join(folder, 'portfolio.yaml'), 'standard: small\n');
        writeFileSync(join(folder, '.gitignore'), 'ignored/\n*.log\n');
        writeFileSync(join(folder, 'a.md'), '---\ntitle: A\nelements: ["1.1"]\n---\n\n[Linked](linked)\n');
        const open = await opened(folder);
        for (const [act, ...told] of steps) {
          act(place);
          await open.changed(told.map(([kind, path]) => ({ kind, uri: uriOf(join(folder, path)) })));
        }
        deepEqual(open.stands(), stands);
        deepEqual((await opened(folder)).stands(), stands);
      } finally {
        removeFolder(folder);
      }
    });
  }
});

const uriOf = (path: string): string => normaliseUri(pathToFileURL(path).href);

function placeIn(folder: string): Place {
  return {
    make: (path) => mkdirSync(join(folder, path), { recursive: true }),
    write: (path) => {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), 'x');
    },
    move: (from, to) => renameSync(join(folder, from), join(folder, to)),
    remove: (path) => rmSync(join(folder, path), { recursive: true }),
    link: (path, to) => symlinkSync(to, join(folder, path)),
    pipe: (path) => execFileSync('mkfifo', [join(folder, path)]),
  };
}

async function opened(folder: string) {
  const index = emptyIndex({ standards: [small] });
  const workspace = new Workspace({ access: nodeFileAccess, index, onNews: () => undefined });
  await workspace.addFolders([uriOf(folder)]);
  return {
    changed: (events: readonly FileEvent[]) => workspace.changed(events),
    stands: (): readonly string[] =>
      (index.portfolioAt(uriOf(join(folder, 'a.md')))?.childrenOf(uriOf(folder)) ?? [])
        .map(({ uri, isFolder }) => `${uri.slice(uriOf(folder).length + 1)}${isFolder ? '/' : ''}`)
        .filter((name) => !['portfolio.yaml', 'a.md', '.gitignore'].includes(name))
        .sort(),
  };
}
