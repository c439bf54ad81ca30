/** Whatever differs between two commits: each side is seen as it is seen alone, whichever was read first. */
import { deepEqual, ok } from 'node:assert/strict';
import fc from 'fast-check';
import { removeRepositories, repositoryWith } from '../gitRepository';
import { run } from '../support';
import { runs } from '../../support/runs';

const page = (elements: string, more = '', body = 'Text.'): string =>
  `---\ntitle: T\nelements: [${elements}]\n${more}---\n\n${body}\n`;

const standard = (word: string, last: string): string =>
  `title: Standard ${word}\nchildren:\n  - { id: "1.1", text: One ${word} }\n  - { id: "${last}", text: Two }\n`;

/** Per path, what may stand there; no file where none of it is chosen. */
const choices: Readonly<Record<string, readonly string[]>> = {
  'portfolio.yaml': [
    'title: P\n',
    'standard: own.yaml\n',
    'standard: lib/other.yaml\nassessment: { "1.1": { self: x } }\n',
    'exclude: [lib/**]\n',
    'title: "\n',
  ],
  'lib/portfolio.yaml': ['title: L\nstandard: other.yaml\n', 'standard: ../own.yaml\n'],
  'own.yaml': [standard('first', '1.2'), standard('second', '1.3'), 'title: [\n'],
  'lib/other.yaml': [standard('third', '1.2'), standard('fourth', '1.4')],
  '.gitignore': ['lib/b.md\n', 'data/\n'],
  'a.md': [
    page("'1.1'"),
    page("'1.2', '1.3'", 'ref: ES 1\n', '[b](lib/b.md) [d](data/d.pdf)'),
    '# No evidence\n',
  ],
  'b.md': [page("'1.1'"), page("'1.1', 3.2.4", 'ref: ES 1\nreview-by: 2026-01-01\n')],
  'lib/b.md': [page("'1.1'", 'ref: ES 1\n'), page("'1.2'", 'status: draft\n', '[a](../a.md) [x](../data)')],
  'lib/c.md': [page("'1.2'"), '---\nelements:\n'],
  'data/d.pdf': ['x'],
};

const tree = fc.record(
  Object.fromEntries(
    Object.entries(choices).map(([path, texts]) => [path, fc.constantFrom(undefined, ...texts)]),
  ),
);

interface Diff {
  readonly portfolios: readonly {
    readonly root: string;
    readonly presence: string;
    readonly before: object;
    readonly after: object;
    readonly findings: {
      readonly new: readonly object[];
      readonly fixed: readonly object[];
      readonly unchanged: number;
    };
    readonly evidence: { readonly added: readonly object[]; readonly removed: readonly object[] };
  }[];
}

describe('diff of any two commits', () => {
  afterEach(removeRepositories);

  it('sees each side as it is alone', async () => {
    await fc.assert(
      fc.asyncProperty(tree, tree, fc.constantFrom('.', 'lib'), async (before, after, folder) => {
        const keep = { 'keep/x.txt': 'x', 'lib/keep.txt': 'x' };
        const repository = repositoryWith(keep);
        repository.edit(Object.fromEntries(Object.entries(before).filter(([, text]) => text !== undefined)));
        repository.git('add', '--all', '--force');
        repository.git('commit', '--quiet', '--allow-empty', '--message=before');
        const went = Object.keys(before).filter(
          (path) => before[path] !== undefined && after[path] === undefined,
        );
        repository.edit(Object.fromEntries(went.map((path) => [path, undefined])));
        repository.edit(Object.fromEntries(Object.entries(after).filter(([, text]) => text !== undefined)));
        repository.git('add', '--all', '--force');
        repository.git('commit', '--quiet', '--allow-empty', '--message=after');
        // Git knows no folder with nothing in it.
        repository.git('clean', '-fdxq');
        const place = `${repository.folder}/${folder}`;
        const diff = async (...revisions: string[]): Promise<Diff> => {
          const { out, err } = await run(['diff', ...revisions, place, '--format', 'json']);
          ok(out !== '', err);
          return JSON.parse(out) as Diff;
        };
        const there = await diff('HEAD~1', 'HEAD');
        const back = await diff('HEAD', 'HEAD~1');
        const tree = await diff('HEAD~1');
        deepEqual(
          there.portfolios.map((one) => [
            one.root,
            one.before,
            one.after,
            one.findings.new,
            one.findings.fixed,
          ]),
          back.portfolios.map((one) => [
            one.root,
            one.after,
            one.before,
            one.findings.fixed,
            one.findings.new,
          ]),
        );
        // A file that git leaves out and has all the same is of no side where the files as they are are one.
        if (![before, after].some((side) => side['.gitignore']?.includes('data/')))
          deepEqual(tree.portfolios, there.portfolios);
        removeRepositories();
      }),
      { numRuns: runs(12) },
    );
  });
});
