/** Evidence that several portfolios share, against standards with the same IDs: an editor and the command line agree. */
import { deepEqual, match, ok } from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import type { Client } from './support/client';
import { startClient } from './support/client';
import type { Folder } from './support/folders';
import { folderOf } from './support/folders';

const files = {
  '.git/HEAD': 'ref: refs/heads/main\n',
  'std/x.yaml':
    'title: X\nchildren:\n  - { id: "1.1", text: Alpha is shown }\n  - { id: "1.2", text: Beta is shown }\n',
  'std/y.yaml':
    'title: Y\nchildren:\n  - { id: "1.1", text: Gamma is shown }\n  - { id: Y7, text: Delta is shown }\n',
  'a/portfolio.yaml':
    "title: A\nstandards: { X: ../std/x.yaml, Y: ../std/y.yaml }\ninclude: ['**/*.md', '../corporate/**/*.md']\n",
  'b/portfolio.yaml':
    "title: B\nstandard: ../std/x.yaml\ninclude: ['**/*.md', '../corporate/**/*.md', '../../outside/*.md']\n",
  'corporate/shared.md': '---\ntitle: Shared\nelements: ["1.1", "1.2"]\nstatus: aproved\n---\n\nText.\n',
  'a/own.md': '---\ntitle: Own\nelements: ["Y:1.1", Y7]\n---\n\nText.\n',
};

const today = '2026-11-21';

interface Finding {
  readonly rule: string;
  readonly file: string;
  readonly start: { readonly line: number };
}
interface Checked {
  readonly portfolios: readonly { readonly root: string; readonly findings: readonly Finding[] }[];
}

describe('Evidence that several portfolios share', () => {
  let folder: Folder;
  let client: Client;
  beforeEach(async () => {
    folder = folderOf(files);
    client = await startClient({ folders: [folder.uri()], settings: { today } });
    await client.settled();
  });

  /** `file:line rule`, each as often as it is told. */
  const inEditor = (): readonly string[] =>
    Object.keys(files)
      .flatMap((file) =>
        (client.diagnostics.get(folder.uri(file))?.diagnostics ?? []).map(
          ({ range, code }) => `${file}:${range.start.line + 1} ${String(code)}`,
        ),
      )
      .sort();

  it('has its findings once, and its coverage in each, as on the command line', async () => {
    const words = ['dist/cli.js', 'check', folder.path, '--today', today, '--format', 'json'];
    const { stdout } = spawnSync(process.execPath, words, { encoding: 'utf8' });
    const { portfolios } = JSON.parse(stdout) as Checked;
    const told = portfolios
      .flatMap(({ findings }) => findings)
      .map(({ file, start, rule }) => `${file}:${start.line} ${rule}`)
      .sort();
    deepEqual(inEditor(), told);
    deepEqual(
      told.filter((line) => line.startsWith('corporate/')),
      ['corporate/shared.md:3 element-ambiguous', 'corporate/shared.md:4 front-matter-value'],
    );
    ok(told.includes('b/portfolio.yaml:3 manifest-pattern'), told.join('\n'));
    const coverage = await client.coverage();
    deepEqual(
      coverage.map(({ title, summary }) => [title, summary.draft, summary.missing]),
      [
        ['A', 1, 1],
        ['B', 2, 0],
      ],
    );
  });

  it('completes and explains IDs of both standards by their names', async () => {
    const uri = folder.uri('a/own.md');
    await client.open(uri, '---\ntitle: Own\nelements: ["Y:1.1", ]\n---\n');
    const list = await client.completion(uri, { line: 2, character: 20 });
    const labels = list?.items.map(({ label }) => label).join('\n') ?? '';
    match(labels, /X:1\.1[^\n]*(?:\n|$)/);
    match(labels, /\bX?:?1\.2/);
    match(labels, /Y7/);
    const hover = await client.hover(uri, { line: 2, character: 14 });
    match(JSON.stringify(hover), /Gamma is shown/);
  });
});
