/** Files of other encodings and other names, as the command line and an editor see them. */
import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { PortfolioIndex } from '../../../server/core/index/portfolioIndex';
import { matcher } from '../../../server/host/files/matcher';
import { nodeFileAccess, uriOfPath } from '../../../server/host/disk/nodeFileAccess';
import { Workspace } from '../../../server/host/workspace/workspace';
import { settledRules } from '../support/settledRules';
import { customerServiceExcellence, smallText } from '../support/standards';
import { checkJson, evidence, folderWith, removeFolders, run } from './support';

afterEach(removeFolders);

const quiet = 'title: T\nrules: { element-uncovered: off }\n';
const utf16 = (text: string, marked = true): Buffer =>
  Buffer.from(`${marked ? '\uFEFF' : ''}${text}`, 'utf16le');
const latin1 = (text: string): Buffer => Buffer.from(text, 'latin1');

function folderOf(files: Readonly<Record<string, string | Buffer>>): string {
  const folder = folderWith({});
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

async function found(folder: string): Promise<readonly string[]> {
  const { portfolios } = await checkJson(folder);
  return portfolios.flatMap(({ findings }) => findings.map(({ file, rule }) => `${file} ${rule}`));
}

describe('files in other encodings', () => {
  it('are evidence, manifest and standard where it is certain', async () => {
    for (const write of [
      utf16,
      (text: string) => utf16(text, false),
      (text: string) => utf16(text).swap16(),
    ]) {
      const folder = folderOf({
        'portfolio.yaml': write(`standard: s.yaml\n${quiet}`),
        's.yaml': write(smallText),
        'a.md': write('---\ntitle: a\nelements: ["1.1", "8.8"]\n---\nText.\n'),
      });
      deepEqual(await found(folder), ['a.md element-unknown']);
    }
  });

  it('have their findings at lines and columns of their text', async () => {
    const text = evidence('[3.2.4, 3.2.9]');
    const position = async (content: string | Buffer) =>
      (await checkJson(folderOf({ 'portfolio.yaml': quiet, 'a.md': content }))).portfolios[0]?.findings;
    deepEqual(await position(utf16(text)), await position(text));
  });

  it('are reported where it is not certain, if they were meant', async () => {
    const folder = folderOf({
      'portfolio.yaml': quiet,
      'evidence.md': latin1(evidence().replace('title: C', 'title: \xC9C')),
      'readme.md': latin1('# Caf\xE9\n'),
      'picture.md': Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0]),
      'empty.md': '',
      'mark.md': '\uFEFF',
      'action-plan.md': latin1('| ID | Action |\n|-|-|\n| 1.1.1 | Caf\xE9 |\n'),
    });
    deepEqual(await found(folder), [
      'action-plan.md file-unreadable',
      'evidence.md file-unreadable',
      'picture.md file-unreadable',
    ]);
    const { out } = await run(['check', folder]);
    match(out, /probably as Windows-1252 \(“ANSI”\): see line 2\. Save it as UTF-8: in VS Code/);
  });

  it('that are manifests end the check with 2, and are never written', async () => {
    for (const text of [latin1('title: Caf\xE9\n'), Buffer.from('title: T\0\n')]) {
      const folder = folderOf({ 'portfolio.yaml': text, 'a.md': evidence() });
      equal((await run(['check', folder])).status, 2);
      equal((await run(['rate', '3.2.4', 'partial', folder])).status, 2);
      deepEqual(readFileSync(join(folder, 'portfolio.yaml')), text);
    }
    for (const text of [utf16(quiet), utf16(quiet, false)]) {
      const folder = folderOf({ 'portfolio.yaml': text, 'a.md': evidence() });
      const { status, err } = await run(['rate', '3.2.4', 'partial', folder]);
      equal(status, 2);
      match(err, /UTF-8/);
      deepEqual(readFileSync(join(folder, 'portfolio.yaml')), text);
    }
  });

  it('that are standards are named by the manifest', async () => {
    const folder = folderOf({
      'portfolio.yaml': `standard: s.yaml\n${quiet}`,
      's.yaml': latin1('title: Caf\xE9\n'),
    });
    deepEqual(await found(folder), ['portfolio.yaml manifest-value', 's.yaml file-unreadable']);
  });
});

describe('an open document', () => {
  const opened = async (folder: string) => {
    const index = new PortfolioIndex({
      standards: new Map([[customerServiceExcellence.id, customerServiceExcellence]]),
      matcher,
      rules: settledRules,
      today: '2026-11-21',
    });
    const workspace = new Workspace({ access: nodeFileAccess, index, onNews: () => undefined });
    await workspace.addFolders([uriOfPath(folder)]);
    const uri = uriOfPath(join(folder, 'a.md'));
    return { workspace, uri, rules: () => index.findings(uri).map(({ rule }) => rule) };
  };
  const damaged = latin1(evidence().replace('title: C', 'title: \xC9C'));

  it('of a file that is not UTF-8 is told so, however the editor shows it, until it is saved', async () => {
    for (const shown of [damaged.toString('utf8'), damaged.toString('latin1')]) {
      const folder = folderOf({ 'portfolio.yaml': quiet, 'a.md': damaged });
      const { workspace, uri, rules } = await opened(folder);
      deepEqual(rules(), ['file-unreadable']);
      await workspace.open(uri, shown);
      deepEqual(rules(), ['file-unreadable']);
      await workspace.edit(uri, `${shown}More.\n`);
      deepEqual(rules(), ['file-unreadable']);
      writeFileSync(join(folder, 'a.md'), damaged.toString('latin1'));
      await workspace.changed([{ uri, kind: 'changed' }]);
      deepEqual(rules(), []);
      await workspace.close(uri);
      deepEqual(rules(), []);
    }
  });

  it('that holds U+FFFD because its file does is evidence', async () => {
    const text = evidence().replace('title: C', 'title: \uFFFDC');
    const { workspace, uri, rules } = await opened(folderOf({ 'portfolio.yaml': quiet, 'a.md': text }));
    await workspace.open(uri, text);
    deepEqual(rules(), []);
  });
});

describe('a manifest under another name', () => {
  const wrong = { 'evidence/a.md': evidence('[3.2.9]') };

  it('is read where only the ending or the letters differ', async () => {
    for (const name of [
      'portfolio.yml',
      'Portfolio.yaml',
      'PORTFOLIO.YAML',
      'Portfolio.YML',
      'portfolio.YAML',
    ]) {
      const folder = folderWith({
        [name]: 'title: Named\nrules: { element-uncovered: off, element-unknown: hint }\n',
        ...wrong,
      });
      const { portfolios } = await checkJson(folder);
      deepEqual(
        portfolios.map(({ title, findings }) => [title, findings.map(({ severity }) => severity)]),
        [['Named', ['hint']]],
        name,
      );
      equal((await run(['rate', '3.2.4', 'partial', folder])).status, 0);
      match(readFileSync(join(folder, name), 'utf8'), /title: Named[^]*self: partial/);
    }
  });

  it('is reported beside one that is read', async () => {
    const folder = folderWith({
      'portfolio.yaml': quiet,
      'portfolio.yml': 'title: Other\n',
      'Portfolio.yaml': 'standard: small\n',
      'portfolio.yaml.txt': quiet,
    });
    const { portfolios } = await checkJson(folder);
    equal(portfolios[0]?.title, 'T');
    deepEqual(await found(folder), ['Portfolio.yaml file-unreadable', 'portfolio.yml file-unreadable']);
    equal((await run(['check', folder])).status, 1);
  });

  it('is reported where it is not read, and the check is not complete', async () => {
    for (const name of [
      'portfolio.yaml.txt',
      '.portfolio.yaml',
      'portfolio.yml.txt',
      'portfolio.yaml.yaml',
      'Portfolio.yaml.TXT',
    ]) {
      const folder = folderWith({ [name]: quiet, 'a.md': evidence() });
      deepEqual(await found(folder), [`${name} file-unreadable`]);
      const { status, out } = await run(['check', folder]);
      equal(status, 2);
      match(out, /it is read only if it is called portfolio\.yaml\. Rename it\./);
      const alone = await run(['check', folderWith({ [name]: quiet })]);
      equal(alone.status, 2);
      ok(alone.err.includes(`its name is ${name}`), alone.err);
    }
  });

  it('of other tools is left in peace', async () => {
    for (const text of [
      '- title: A project\n  url: /a\n',
      'title: Portfolio\nsections:\n  - name: Work\n',
      'items: []\n',
      '',
      'just words\n',
      '[broken',
    ]) {
      const folder = folderWith({
        '_data/portfolio.yml': text,
        'Portfolio.yaml.txt': text,
        'portfolio.yaml': quiet,
      });
      deepEqual(await found(folder), []);
    }
  });
});

describe('Markdown under another ending', () => {
  it('is evidence', async () => {
    const names = [
      'a.MD',
      'b.markdown',
      'c.Markdown',
      'd.mdown',
      'e.mkd',
      'f.Md',
      'g.MARKDOWN',
      'h.mkdn',
      'i.mdwn',
    ];
    const folder = folderWith({
      'portfolio.yaml': quiet,
      ...Object.fromEntries(names.map((name) => [name, evidence('[3.2.9]')])),
      'j.txt': evidence('[3.2.9]'),
      'k.mdx': evidence('[3.2.9]'),
    });
    deepEqual(
      await found(folder),
      [...names].sort((left, right) => left.localeCompare(right)).map((name) => `${name} element-unknown`),
    );
    writeFileSync(join(folder, 'portfolio.yaml'), `${quiet}include: ['**/*.md']\n`);
    deepEqual(await found(folder), ['a.MD element-unknown', 'f.Md element-unknown']);
  });
});
