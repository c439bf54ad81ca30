/** What the benchmark measures with: the same files each time, of the mixture that it says. */
import { deepEqual, equal, ok } from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { percentile, table } from '../bench/figures';
import { generatePortfolio } from '../bench/generate';
import { folderOfMarkdown, withElements } from '../bench/realText';
import { run } from './cli/support';

describe('The benchmark', () => {
  let place = '';
  before(() => void (place = mkdtempSync(join(tmpdir(), 'evidence-portfolio-bench-'))));
  after(() => rmSync(place, { recursive: true, force: true }));

  const textsIn = (folder: string): readonly string[] =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((path) => `${path.slice(folder.length)}\n${readFileSync(path, 'utf8')}`);

  it('generates the same files for the same seed', () => {
    const one = generatePortfolio(join(place, 'one'), 60).folder;
    deepEqual(textsIn(one), textsIn(generatePortfolio(join(place, 'two'), 60).folder));
  });

  it('generates a portfolio with a few faults of several kinds', async () => {
    const { folder } = generatePortfolio(join(place, 'faults'), 600);
    const { out } = await run(['check', folder, '--format', 'json', '--today', '2026-11-21']);
    const { portfolios } = JSON.parse(out) as {
      readonly portfolios: readonly { readonly findings: readonly { readonly rule: string }[] }[];
    };
    equal(portfolios.length, 1);
    const codes = portfolios[0]!.findings.map(({ rule }) => rule);
    for (const code of [
      'element-unknown',
      'element-duplicate',
      'link-broken',
      'ref-duplicate',
      'review-overdue',
    ])
      ok(codes.includes(code), `${code} is not among ${[...new Set(codes)].join(', ')}`);
    ok(codes.length < 600 * 0.6, `${codes.length} findings`);
  });

  it('makes evidence of text that others have written, and leaves the rest of it', () => {
    const from = join(place, 'others');
    mkdirSync(join(from, 'node_modules'), { recursive: true });
    writeFileSync(join(from, 'a.md'), '# A\n\n[b](node_modules/b.md) ![c](c.png)\n');
    writeFileSync(join(from, 'node_modules', 'b.md'), '\uFEFF---\ntitle: B\n---\nText\n---\n');
    writeFileSync(join(from, 'c.png'), 'c');
    const { files, folder } = folderOfMarkdown(from, place);
    equal(files, 2);
    deepEqual(textsIn(folder), [
      '/a.md\n---\nelements: [1.1.1]\n---\n# A\n\n[b](node_modules/b.md) ![c](c.png)\n',
      '/c.png\n',
      '/modules/b.md\n---\nelements: [1.1.1]\ntitle: B\n---\nText\n---\n',
      '/portfolio.yaml\ntitle: Markdown of others\n',
    ]);
    equal(withElements('---\nelements: [2]\n---\n'), '---\nelements: [2]\n---\n');
  });

  it('counts percentiles and aligns its tables', () => {
    const values = Array.from({ length: 100 }, (_, at) => 99 - at);
    deepEqual([percentile(values, 0.5), percentile(values, 0.99), percentile([7], 0.99)], [50, 99, 7]);
    equal(
      table(['program', 'ms'], [['ours', '12']]),
      '| program |  ms |\n| ------- | --: |\n| ours    |  12 |',
    );
  });
});
