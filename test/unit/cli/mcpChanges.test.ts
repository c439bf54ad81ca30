/** What changes do, asked again and again of a folder that stays open: the same as if it were read afresh each time. */
import { equal, ok } from 'node:assert/strict';
import { renameSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { KeptFolder } from '../../../server/cli/mcp/keptFolder';
import { changesAsData } from '../../../server/cli/diff/outputs/json';
import { KeptSides } from '../../../server/cli/sides/keptSides';
import type { Question, Sides } from '../../../server/cli/sides/sides';
import { readSides } from '../../../server/cli/sides/sides';
import { changesBetween } from '../../../server/core/history/changes';
import type { Repository } from './gitRepository';
import { gitIn, removeRepositories, repositoryWith } from './gitRepository';
import { evidence, quietSurroundings } from './support';

const ownStandard = (words: string): string =>
  `id: own\ntitle: Own\nnodes:\n  - id: '1'\n    level: Criterion\n    text: ${words}\n  - id: '2'\n    level: Criterion\n    text: Be on time.\n`;

const plan = (progress: string): string =>
  `# Plan\n\n| Ref No. | Criteria / Action | Responsibility | Target Completion Date | Progress |\n|---|---|---|---|---|\n| 3.2.4 | Ask | Jane | 2026-12-01 | ${progress} |\n`;

const files = {
  'shared/s.md': evidence('[3.2.3]'),
  'shared/t.md': evidence('[3.2.4]'),
  'p/portfolio.yaml': "title: P\ninclude: ['**/*.md', '../shared/s.md']\n",
  'p/a.md': evidence('[3.2.4]', 'attachments: [a.pdf]\n'),
  'p/a.pdf': 'x',
  'p/b.md': evidence('[3.2.3, 1.1.1]'),
  'p/c.md': evidence('[1.1.1]', 'ref: C1\n'),
  'p/action-plan.md': plan(''),
  'p/own/portfolio.yaml': 'title: Own\nstandard: own.yaml\n',
  'p/own/own.yaml': ownStandard('Be kind.'),
  'p/own/d.md': evidence("['1']"),
};

/** Paths that a sparse checkout has left out. There are some. */
function hiddenIn(git: Repository['git']): readonly string[] {
  const hidden = Array.from(git('ls-files', '-t').matchAll(/^S (.*)$/gm), ([, path = '']) => path);
  ok(hidden.length > 0);
  return hidden;
}

/** In a folder with a repository, one after the other; the portfolios are in `p`. */
const steps: Readonly<Record<string, (repository: Repository) => void>> = {
  'nothing is changed': () => undefined,
  'a file is changed': ({ edit }) => edit({ 'p/a.md': evidence('[1.1.2]', 'attachments: [a.pdf]\n') }),
  'another one is': ({ edit }) => edit({ 'p/b.md': evidence('[3.2.3]', 'status: draft\n') }),
  'the first one is as it was': ({ edit }) => edit({ 'p/a.md': files['p/a.md'] }),
  'line ends are changed': ({ edit }) => edit({ 'p/c.md': files['p/c.md'].replaceAll('\n', '\r\n') }),
  'a file comes': ({ edit }) => edit({ 'p/new/e.md': evidence('[3.1.1]') }),
  'a file goes': ({ edit }) => edit({ 'p/b.md': undefined }),
  'it comes back elsewhere': ({ edit }) => edit({ 'p/new/b.md': files['p/b.md'] }),
  'what is attached goes': ({ edit }) => edit({ 'p/a.pdf': undefined }),
  'an action is done': ({ edit }) => edit({ 'p/action-plan.md': plan('Done') }),
  'all is committed': ({ git }) => {
    git('add', '-A');
    git('commit', '-q', '-m', 'next');
  },
  'a file is no text any longer': ({ edit }) => edit({ 'p/c.md': '---\u0000\u0001' }),
  'it is again': ({ edit }) => edit({ 'p/c.md': files['p/c.md'] }),
  'the standard is changed': ({ edit }) => edit({ 'p/own/own.yaml': ownStandard('Be kinder.') }),
  'the standard goes': ({ edit }) => edit({ 'p/own/own.yaml': undefined }),
  'the standard comes back': ({ edit }) => edit({ 'p/own/own.yaml': files['p/own/own.yaml'] }),
  'another folder is shared': ({ edit }) =>
    edit({ 'p/portfolio.yaml': "title: P\ninclude: ['**/*.md', '../shared/t.md']\n" }),
  'what is shared is changed': ({ edit }) => edit({ 'shared/t.md': evidence('[3.2.4, 2.1.1]') }),
  'nothing is shared': ({ edit }) => edit({ 'p/portfolio.yaml': 'title: P\nexclude: [new/]\n' }),
  'files are left out': ({ edit }) => edit({ 'p/.gitignore': 'a.md\nown/\n' }),
  'they are not any longer': ({ edit }) => edit({ 'p/.gitignore': undefined }),
  'a folder gets another name': ({ folder }) => renameSync(join(folder, 'p/own'), join(folder, 'p/other')),
  'a branch is left': ({ git }) => {
    git('add', '-A');
    git('commit', '-q', '-m', 'last');
    git('checkout', '-q', '-f', 'first');
  },
  'the tag is moved': ({ git }) => git('tag', '-f', 'first', 'main'),
  'the commit is amended': ({ edit, git }) => {
    git('checkout', '-q', '-f', 'main');
    edit({ 'p/a.md': evidence('[2.1.1]') });
    git('commit', '-q', '-a', '--amend', '-m', 'amended');
  },
  'the tag goes, and a branch of its name comes': ({ git }) => {
    git('tag', '-d', 'first');
    git('branch', 'first', 'HEAD~1');
  },
  'files are checked out with other line ends': ({ folder, git }) => {
    git('config', 'core.autocrlf', 'true');
    rmSync(join(folder, 'p'), { recursive: true });
    git('checkout', '-q', '-f', 'main', '.');
  },
  'git is told nothing of line ends': ({ git }) => git('config', 'core.autocrlf', 'false'),
  'git is told of them by a file': ({ edit }) => edit({ '.gitattributes': '*.md text eol=crlf\n' }),
  'a filter is set': ({ edit }) => edit({ '.gitattributes': '*.md filter=x\n' }),
  'it is not any longer': ({ edit }) => edit({ '.gitattributes': undefined }),
  'a repository of its own comes': ({ edit, folder }) => {
    edit({ 'p/inner/f.md': evidence('[2.2.2]') });
    gitIn(join(folder, 'p/inner'), 'init', '-q');
  },
  'it becomes a submodule': ({ folder, git }) => {
    const inner = join(folder, 'p/inner');
    gitIn(inner, 'add', '.');
    gitIn(inner, 'commit', '-q', '-m', 'inner');
    git('add', 'p/inner');
    git('commit', '-q', '-m', 'module');
  },
  'it is changed': ({ edit }) => edit({ 'p/inner/f.md': evidence('[2.2.3]') }),
  'its commit is not here': ({ folder }) =>
    renameSync(join(folder, 'p/inner/.git'), join(folder, 'git-of-inner')),
  'it is here again': ({ folder }) => renameSync(join(folder, 'git-of-inner'), join(folder, 'p/inner/.git')),
  'files are not checked out': ({ git }) => {
    git('stash', '-q');
    git('sparse-checkout', 'set', '--no-cone', '/*', '!/p/o*');
  },
  'they are there all the same': ({ edit, git }) =>
    edit(Object.fromEntries(hiddenIn(git).map((path) => [path, git('show', `:${path}`)]))),
  'they are not any longer, of which the list of git says nothing': ({ folder, git }) => {
    for (const path of git('ls-files', 'p/o*').trim().split('\n')) rmSync(join(folder, path));
  },
  'all are again': ({ git }) => git('sparse-checkout', 'disable'),
  'files are left out by the repository alone': ({ edit }) => edit({ '.git/info/exclude': 'new/\n' }),
  'a file becomes a link': ({ folder }) => {
    rmSync(join(folder, 'p/c.md'));
    symlinkSync('a.md', join(folder, 'p/c.md'));
  },
  'evidence of elsewhere comes into view with a manifest': ({ edit }) =>
    edit({
      'shared/t.md': evidence('[2.1.1]'),
      'p/portfolio.yaml': "title: P\ninclude: ['../shared/t.md']\n",
    }),
  'it goes': ({ edit }) => edit({ 'shared/t.md': undefined }),
  'what git leaves out comes into view with evidence': ({ edit }) =>
    edit({
      'p/new/.gitignore': '*.pdf\n',
      'p/new/x.pdf': 'x',
      'p/portfolio.yaml': 'title: P\n',
      'p/b.md': evidence('[3.2.3]', 'attachments: [new/x.pdf]\n'),
    }),
  'it goes, too': ({ edit }) => edit({ 'p/new/x.pdf': undefined }),
  'the history is cut': ({ edit, git }) => edit({ '.git/shallow': git('rev-parse', 'HEAD') }),
};

/** All that a comparison says, remarks too. */
async function told(read: (surroundings: typeof quietSurroundings) => Promise<Sides>): Promise<string> {
  const remarks: string[] = [];
  const { folder, revisions, before, after } = await read({
    ...quietSurroundings,
    complain: (text) => void remarks.push(text),
  });
  const portfolios = changesBetween(before, after).map((changes) => changesAsData(changes, folder));
  const findings = [before, after].map((side) => side.map((one) => [one.root, [...one.findings]]));
  return JSON.stringify({ remarks, revisions, portfolios, findings }, undefined, 1);
}

describe('changes asked for one after the other', () => {
  afterEach(removeRepositories);

  it('are those of a folder that is read afresh', async () => {
    const repository = repositoryWith(files);
    repository.git('tag', 'first');
    const place = join(repository.folder, 'p');
    const kept = new KeptFolder(place, undefined, quietSurroundings);
    const sides = new KeptSides();
    for (const [at, [what, change]] of Object.entries(steps).entries()) {
      change(repository);
      await kept.now();
      const base = at % 4 === 3 ? 'HEAD' : 'first';
      const question: Question = { place, base, head: undefined, today: undefined, baseToday: undefined };
      const meant = await sides.meant(question);
      const now = await told((asking) => kept.still((later) => sides.read(question, meant, later, asking)));
      equal(now, await told((asking) => readSides(question, asking)), `${what}, since ${base}`);
    }
  });
});
