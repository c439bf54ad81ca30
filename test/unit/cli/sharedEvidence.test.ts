/** Evidence that portfolios share, in a real repository: what the command line says of one of them, and of all. */
import { deepEqual, equal, match } from 'node:assert/strict';
import { readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { removeRepositories, repositoryWith } from './gitRepository';
import type { CheckOutput } from './support';
import { checkJson, evidence, folderWith, removeFolders, run } from './support';

const sharing = (...lines: readonly string[]): string =>
  ["include: ['**/*.md', '../../corporate/**/*.md']", 'rules: { element-uncovered: off }', ...lines, ''].join(
    '\n',
  );
/** A pattern that finds nothing, or must not look, is told. */
const nothingThere = '. | 1 | 3.2.1 | portfolio.yaml manifest-pattern';
const alone = 'rules: { element-uncovered: off }\n';

const files = {
  'portfolios/a/portfolio.yaml': sharing('title: A'),
  'portfolios/a/own.md': evidence('[3.2.1]'),
  'portfolios/b/portfolio.yaml': sharing('title: B'),
  'corporate/x.md': evidence('[3.2.4, 9.9.9]'),
  'corporate/portfolio.txt': 'Nothing of ours.',
};

/** Each portfolio: its root, number of files, elements with evidence, and findings as `file rule`. */
const said = ({ portfolios }: CheckOutput): readonly string[] =>
  portfolios.map(({ root, files: count, findings, coverage }) => {
    const covered = Object.entries(coverage.elements).filter(([, { state }]) => state === 'evidenced');
    const found = findings.map(({ file, rule }) => `${file} ${rule}`);
    return [root, count, covered.map(([id]) => id).join(' '), ...found].join(' | ');
  });

interface State {
  readonly state: string;
}

describe('The command line on evidence that portfolios share', () => {
  afterEach(() => {
    removeRepositories();
    removeFolders();
  });

  it('reads it for one portfolio alone, inside the repository', async () => {
    const { folder } = repositoryWith(files);
    deepEqual(said(await checkJson(join(folder, 'portfolios/a'))), [
      '. | 2 | 3.2.1 3.2.4 | ../../corporate/x.md element-unknown',
    ]);
  });

  it('says of all portfolios what it says of each, and each finding once', async () => {
    const { folder } = repositoryWith(files);
    deepEqual(said(await checkJson(folder)), [
      'portfolios/a | 2 | 3.2.1 3.2.4 | corporate/x.md element-unknown',
      'portfolios/b | 1 | 3.2.4',
    ]);
  });

  it('leaves a portfolio alone that nobody has asked for', async () => {
    const { folder } = repositoryWith({ ...files, 'corporate/portfolio.yaml': 'title: C\n' });
    deepEqual(said(await checkJson(join(folder, 'portfolios/a'))), [
      '. | 2 | 3.2.1 3.2.4 | ../../corporate/x.md element-unknown',
    ]);
  });

  it('reads nothing outside of the folder without a repository', async () => {
    const folder = folderWith(files);
    deepEqual(said(await checkJson(join(folder, 'portfolios/a'))), [nothingThere]);
  });

  it('reads nothing outside of the repository', async () => {
    const { folder } = repositoryWith({
      'portfolio.yaml': alone.replace('rules', "include: ['../**/*.md', '*.md']\nrules"),
      'own.md': evidence('[3.2.1]'),
    });
    writeFileSync(join(folder, '..', 'evidence-portfolio-beside.md'), evidence('[3.2.4]'));
    deepEqual(said(await checkJson(folder)), [nothingThere]);
  });

  it('leaves out what git leaves out there', async () => {
    const { folder } = repositoryWith({
      ...files,
      '.gitignore': 'drafts/\n',
      'corporate/.gitignore': 'y.md\n',
      'corporate/y.md': evidence('[3.2.2]'),
      'corporate/drafts/z.md': evidence('[3.2.3]'),
    });
    const [a] = said(await checkJson(join(folder, 'portfolios/a')));
    equal(a, '. | 2 | 3.2.1 3.2.4 | ../../corporate/x.md element-unknown');
    const [same] = said(await checkJson(folder));
    equal(same, 'portfolios/a | 2 | 3.2.1 3.2.4 | corporate/x.md element-unknown');
  });

  it('leaves out a folder that git leaves out', async () => {
    const { folder } = repositoryWith({ ...files, '.gitignore': 'corporate/\n' });
    deepEqual(said(await checkJson(join(folder, 'portfolios/a'))), [nothingThere]);
    equal(
      said(await checkJson(folder))[0],
      'portfolios/a | 1 | 3.2.1 | portfolios/a/portfolio.yaml manifest-pattern',
    );
  });

  it('follows no symbolic link, out of the repository or in it', async () => {
    const outside = folderWith({ 'x.md': evidence('[3.2.4]') });
    const { folder } = repositoryWith({
      'portfolios/a/portfolio.yaml': sharing(),
      'portfolios/a/own.md': evidence('[3.2.1]'),
      'portfolios/b/portfolio.yaml': sharing().replace('/corporate/', '/inside/'),
      'real/x.md': evidence('[3.2.4]'),
    });
    symlinkSync(outside, join(folder, 'corporate'));
    symlinkSync(join(folder, 'real'), join(folder, 'inside'));
    deepEqual(said(await checkJson(join(folder, 'portfolios/a'))), [nothingThere]);
    equal(said(await checkJson(join(folder, 'portfolios/b')))[0]?.slice(0, 8), '. | 0 | ');
  });

  const elementsThatGain = async (folder: string, base: string): Promise<readonly string[]> => {
    const { out } = await run(['diff', base, folder, '--format', 'json']);
    const { portfolios } = JSON.parse(out) as {
      portfolios: readonly {
        root: string;
        elements: readonly { element: string; before: State; after: State }[];
      }[];
    };
    return portfolios.flatMap(({ root, elements }) =>
      elements.map(({ element, before, after }) => `${root} ${element} ${before.state} > ${after.state}`),
    );
  };

  it('compares what is shared, in one portfolio and in all', async () => {
    const { folder, edit } = repositoryWith(files);
    edit({ 'corporate/x.md': evidence('[3.2.1]'), 'corporate/new/n.md': evidence('[2.1.1]') });
    deepEqual(await elementsThatGain(join(folder, 'portfolios/a'), 'HEAD'), [
      '. 2.1.1 missing > evidenced',
      '. 3.2.4 evidenced > missing',
    ]);
    deepEqual(await elementsThatGain(folder, 'HEAD'), [
      'portfolios/a 2.1.1 missing > evidenced',
      'portfolios/a 3.2.4 evidenced > missing',
      'portfolios/b 2.1.1 missing > evidenced',
      'portfolios/b 3.2.1 missing > evidenced',
      'portfolios/b 3.2.4 evidenced > missing',
    ]);
  });

  it('compares with a base that shared nothing, or something else', async () => {
    const { folder, edit, git } = repositoryWith({
      ...files,
      'portfolios/a/portfolio.yaml': alone,
      'other/o.md': evidence('[1.1.1]'),
    });
    const a = join(folder, 'portfolios/a');
    edit({ 'portfolios/a/portfolio.yaml': sharing() });
    deepEqual(await elementsThatGain(a, 'HEAD'), ['. 3.2.4 missing > evidenced']);
    git('add', '--all');
    git('commit', '--quiet', '--message=Share');
    edit({ 'portfolios/a/portfolio.yaml': sharing().replace('corporate', 'other') });
    deepEqual(await elementsThatGain(a, 'HEAD'), [
      '. 1.1.1 missing > evidenced',
      '. 3.2.4 evidenced > missing',
    ]);
    edit({ 'portfolios/a/portfolio.yaml': alone });
    deepEqual(await elementsThatGain(a, 'HEAD'), ['. 3.2.4 evidenced > missing']);
  });

  it('compares two commits without looking at the disk', async () => {
    const { folder, edit, git } = repositoryWith(files);
    edit({ 'corporate/x.md': evidence('[2.1.1]') });
    git('commit', '--quiet', '--all', '--message=Change');
    edit({ 'corporate/x.md': evidence('[1.1.1]') });
    const { out } = await run(['diff', 'HEAD~1', 'HEAD', join(folder, 'portfolios/a')]);
    match(out, /2\.1\.1 .*was: missing {2}is: evidenced/);
    equal(out.includes('1.1.1'), false);
  });

  it('tells of what is new since a base, and nothing else', async () => {
    const { folder, edit } = repositoryWith(files);
    const a = join(folder, 'portfolios/a');
    const since = async (): Promise<readonly string[]> => said(await checkJson(a, '--since', 'HEAD'));
    equal((await run(['check', a, '--since', 'HEAD'])).status, 0);
    edit({ 'corporate/x.md': evidence('[3.2.4, 9.9.9, 8.8.8]') });
    equal((await run(['check', a, '--since', 'HEAD'])).status, 1);
    equal((await since()).length, 1);
  });

  it('puts right what is safe to put right in the folder that was given', async () => {
    const twice = evidence('[3.2.4, 3.2.4]');
    const { folder } = repositoryWith({ ...files, 'corporate/x.md': twice });
    const { err } = await run(['check', join(folder, 'portfolios/a'), '--fix']);
    match(err, /corporate[/\\]x\.md is outside the folder, and shared with it/);
    equal(readFileSync(join(folder, 'corporate/x.md'), 'utf8'), twice);
    await run(['check', folder, '--fix']);
    equal(readFileSync(join(folder, 'corporate/x.md'), 'utf8'), evidence('[3.2.4]'));
  });
});
