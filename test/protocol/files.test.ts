import { deepEqual, equal, ok } from 'node:assert/strict';
import { renameSync } from 'node:fs';
import { join } from 'node:path';
import type { CompareResult } from '../../server/lsp/protocol';
import type { Client } from './support/client';
import { startClient } from './support/client';
import type { Folder, Texts } from './support/folders';
import { folderOf } from './support/folders';

const quiet = 'rules: { element-uncovered: off }\n';
const evidence = (elements: string, more = '', body = 'Text.'): string =>
  `---\ntitle: A\nelements: ${elements}\n${more}---\n\n${body}\n`;

/** A server for a folder that has been read. */
async function follow(texts: Texts): Promise<{ readonly folder: Folder; readonly client: Client }> {
  const folder = folderOf(texts);
  const client = await startClient({ folders: [folder.uri()], settings: { today: '2026-11-21' } });
  await client.settled();
  return { folder, client };
}

const stateOf = async (client: Client, element: string): Promise<string | undefined> =>
  new RegExp(`"id":"${element.replaceAll('.', '\\.')}".*?"state":"([a-z-]+)"`).exec(
    JSON.stringify(await client.coverage()),
  )?.[1];

describe('Watching files', () => {
  it('is asked for, for every name and for changes of text', async () => {
    const { client } = await follow({});
    const registrations = client.messages
      .filter(({ method }) => method === 'client/registerCapability')
      .map(({ params }) => JSON.stringify(params));
    equal(
      registrations.filter((registration) => registration.includes('workspace/didChangeWatchedFiles')).length,
      1,
    );
    ok(registrations.some((registration) => registration.includes('"globPattern":"**/*","kind":5')));
    ok(registrations.some((registration) => registration.includes('"globPattern":"**/.gitignore"')));
    ok(registrations.some((registration) => registration.includes('workspace/didChangeConfiguration')));
  });
});

describe('Evidence on the disk', () => {
  it('is created, changed and deleted', async () => {
    const { folder, client } = await follow({ 'portfolio.yaml': quiet });
    const uri = folder.uri('evidence/a.md');
    folder.write('evidence/a.md', evidence('[3.2.9]'));
    await client.watched(['created', uri]);
    await client.waitForCodes(uri, ['element-unknown']);
    folder.write('evidence/a.md', evidence('[3.2.4]'));
    await client.watched(['changed', uri]);
    await client.waitForCodes(uri, []);
    equal(await stateOf(client, '3.2.4'), 'evidenced');
    folder.remove('evidence/a.md');
    await client.watched(['deleted', uri]);
    await client.settled();
    equal(await stateOf(client, '3.2.4'), 'missing');
  });

  it('is looked at where a client asks for it, before anybody who watches has said a word', async () => {
    const { folder, client } = await follow({
      'portfolio.yaml': quiet,
      'evidence/gone.md': evidence('[3.2.1]', '', '[x](page.pdf)'),
      'evidence/odd.md': evidence('[3.2.2]', '', '[x](new/page.pdf)'),
    });
    const uris = ['gone.md', 'new.md', 'odd.md', 'new/page.pdf'].map((name) =>
      folder.uri(`evidence/${name}`),
    );
    await client.waitForCodes(folder.uri('evidence/odd.md'), ['link-broken']);
    folder.remove('evidence/gone.md');
    folder.write('evidence/new.md', evidence('[3.2.9, 3.2.4]'));
    folder.write('evidence/new/page.pdf', '%PDF');
    equal(await client.request('evidencePortfolio/lookAgain', { uris }), null);
    // All this is said before the answer.
    deepEqual(
      uris.slice(0, 3).map((uri) => client.diagnostics.get(uri)?.diagnostics.map(({ code }) => code)),
      [[], ['element-unknown'], []],
    );
    deepEqual(await Promise.all(['3.2.1', '3.2.4'].map((element) => stateOf(client, element))), [
      'missing',
      'evidenced',
    ]);
    const compared = await client.request<CompareResult>('evidencePortfolio/compare', {
      folder: folder.uri(),
      files: [{ uri: uris[1], kind: 'absent' }],
    });
    equal(compared?.sentence, 'Add “A” for 3.2.9 and 3.2.4');
    // What is not there, is none of ours, or is known already is no fault, and changes nothing.
    const none = [folder.uri('evidence/never.md'), folder.uri('.git/x.md'), ...uris];
    const said = (): readonly unknown[] =>
      [...client.diagnostics].filter(([, { diagnostics }]) => diagnostics.length > 0);
    const before = said();
    equal(await client.request('evidencePortfolio/lookAgain', { uris: none }), null);
    deepEqual(said(), before);
  });

  it('is renamed: its findings go with it, and a link to it breaks', async () => {
    const { folder, client } = await follow({
      'portfolio.yaml': quiet,
      'a.md': evidence('[3.2.9]'),
      'b.md': evidence('[1.1.1]', '', '[A](a.md)'),
    });
    await client.waitForCodes(folder.uri('a.md'), ['element-unknown']);
    renameSync(join(folder.path, 'a.md'), join(folder.path, 'c.md'));
    await client.watched(['deleted', folder.uri('a.md')], ['created', folder.uri('c.md')]);
    await client.waitForCodes(folder.uri('c.md'), ['element-unknown']);
    await client.waitForCodes(folder.uri('a.md'), []);
    await client.waitForCodes(folder.uri('b.md'), ['link-broken']);
    renameSync(join(folder.path, 'c.md'), join(folder.path, 'a.md'));
    await client.watched(['created', folder.uri('a.md')], ['deleted', folder.uri('c.md')]);
    await client.waitForCodes(folder.uri('b.md'), []);
  });

  it('goes and comes with its folder, in a single event', async () => {
    const texts = {
      'evidence/deep/a.md': evidence('[3.2.9]'),
      'evidence/b.md': evidence('[1.1.1]', 'attachments: [deep/x.pdf]\n'),
      'evidence/deep/x.pdf': '',
    };
    const { folder, client } = await follow({ 'portfolio.yaml': quiet, ...texts });
    await client.waitForCodes(folder.uri('evidence/deep/a.md'), ['element-unknown']);
    const away = join(folderOf({}).path, 'deep');
    renameSync(join(folder.path, 'evidence/deep'), away);
    await client.watched(['deleted', folder.uri('evidence/deep')]);
    await client.waitForCodes(folder.uri('evidence/deep/a.md'), []);
    await client.waitForCodes(folder.uri('evidence/b.md'), ['attachment-missing']);
    equal((await client.coverage())[0]?.files, 1);
    renameSync(away, join(folder.path, 'evidence/deep'));
    await client.watched(['created', folder.uri('evidence/deep')]);
    await client.waitForCodes(folder.uri('evidence/deep/a.md'), ['element-unknown']);
    await client.waitForCodes(folder.uri('evidence/b.md'), []);
    equal((await client.coverage())[0]?.files, 2);
  });

  it('misses an attachment that is deleted, until it is back', async () => {
    const { folder, client } = await follow({
      'portfolio.yaml': quiet,
      'a.md': evidence(
        '[1.1.1]',
        'attachments: [attachments/survey (1).pdf]\n',
        '[S](attachments/survey%20%281%29.pdf)',
      ),
      'attachments/survey (1).pdf': '',
    });
    deepEqual(client.codes(folder.uri('a.md')), []);
    folder.remove('attachments/survey (1).pdf');
    await client.watched(['deleted', folder.uri('attachments/survey (1).pdf')]);
    await client.waitForCodes(folder.uri('a.md'), ['attachment-missing', 'link-broken']);
    folder.write('attachments/survey (1).pdf', '');
    await client.watched(['created', folder.uri('attachments/survey (1).pdf')]);
    await client.waitForCodes(folder.uri('a.md'), []);
  });

  it('makes a portfolio of a folder, and the last one that goes takes it away', async () => {
    const { folder, client } = await follow({ 'README.md': '# Read me\n' });
    deepEqual(await client.coverage(), []);
    folder.write('a.md', evidence('[3.2.4, 3.2.9]'));
    await client.watched(['created', folder.uri('a.md')]);
    await client.waitForCodes(folder.uri('a.md'), ['element-unknown']);
    equal((await client.coverage()).length, 1);
    folder.remove('a.md');
    await client.watched(['deleted', folder.uri('a.md')]);
    await client.waitForCodes(folder.uri('a.md'), []);
    deepEqual(await client.coverage(), []);
  });

  it('that is too large is reported and left out', async () => {
    const { folder, client } = await follow({ 'portfolio.yaml': quiet, 'a.md': evidence('[1.1.1]') });
    folder.write('a.md', evidence('[1.1.1]', '', 'x'.repeat(5 * 1024 * 1024)));
    await client.watched(['changed', folder.uri('a.md')]);
    await client.waitForCodes(folder.uri('a.md'), ['file-unreadable']);
    equal(await stateOf(client, '1.1.1'), 'missing');
    folder.write('a.md', evidence('[1.1.1]'));
    await client.watched(['changed', folder.uri('a.md')]);
    await client.waitForCodes(folder.uri('a.md'), []);
  });
});

describe('The manifest', () => {
  const texts = { 'a.md': evidence('["1.1"]'), 'sub/b.md': evidence('[1.1.1]') };
  const small = `title: Small
children:
  - { id: "1.1", text: One }
  - { id: "1.2", text: Two }
`;

  it('is edited, and everything follows', async () => {
    const { folder, client } = await follow({ ...texts, 'portfolio.yaml': quiet });
    const uri = folder.uri('portfolio.yaml');
    await client.waitForCodes(folder.uri('a.md'), ['element-not-assessable']);
    await client.open(uri, quiet);
    await client.settled();
    client.messages.length = 0;
    await client.change(uri, 2, [{ text: `${quiet}exclude: [a.md]\ntitle: New\n` }]);
    await client.waitForCodes(folder.uri('a.md'), []);
    await client.waitFor('coverage is told of', () =>
      client.messages.some(({ method }) => method === 'evidencePortfolio/coverageChanged'),
    );
    const [portfolio] = await client.coverage();
    deepEqual([portfolio?.title, portfolio?.files], ['New', 1]);
    await client.change(uri, 3, [{ text: 'assessment: { 1.1.1: { applicable: false } }\n' + quiet }]);
    await client.waitForCodes(uri, ['not-applicable-without-reason']);
    equal(client.diagnostics.get(uri)?.version, 3);
    await client.waitForCodes(folder.uri('sub/b.md'), ['element-not-applicable']);
    await client.close(uri);
    await client.waitForCodes(uri, []);
    await client.waitForCodes(folder.uri('sub/b.md'), []);
  });

  it('is broken and mended', async () => {
    const { folder, client } = await follow({ ...texts, 'portfolio.yaml': quiet });
    const uri = folder.uri('portfolio.yaml');
    folder.write('portfolio.yaml', `${quiet}title: "\n`);
    await client.watched(['changed', uri]);
    await client.waitForCodes(uri, ['manifest-syntax']);
    folder.write('portfolio.yaml', quiet);
    await client.watched(['changed', uri]);
    await client.waitForCodes(uri, []);
  });

  it('comes, goes, and divides a portfolio', async () => {
    const { folder, client } = await follow(texts);
    equal((await client.coverage()).length, 1);
    folder.write('sub/portfolio.yaml', 'title: Sub\n');
    await client.watched(['created', folder.uri('sub/portfolio.yaml')]);
    await client.waitFor(
      'the manifest has findings',
      () => client.codes(folder.uri('sub/portfolio.yaml')).length === 56,
    );
    deepEqual(
      (await client.coverage()).map(({ root, files }) => [root, files]),
      [[folder.uri('sub'), 1]],
    );
    folder.remove('sub/portfolio.yaml');
    await client.watched(['deleted', folder.uri('sub/portfolio.yaml')]);
    await client.waitForCodes(folder.uri('sub/portfolio.yaml'), []);
    deepEqual(
      (await client.coverage()).map(({ root, files }) => [root, files]),
      // Without a manifest, a group's ID alone makes no file evidence: it may be another tool's number.
      [[folder.uri(), 1]],
    );
  });

  it('names a standard file, which is read, followed and reported', async () => {
    const { folder, client } = await follow({
      ...texts,
      'portfolio.yaml': `standard: standards/small.yaml\n${quiet}`,
      'standards/small.yaml': small,
    });
    const uri = folder.uri('standards/small.yaml');
    await client.waitForCodes(folder.uri('sub/b.md'), ['element-unknown']);
    deepEqual(client.codes(folder.uri('a.md')), []);
    equal((await client.coverage())[0]?.standardTitle, 'Small');
    folder.write('standards/small.yaml', small.replace('"1.1"', '"1.3"'));
    await client.watched(['changed', uri]);
    await client.waitForCodes(folder.uri('a.md'), ['element-unknown']);
    folder.write('standards/small.yaml', `${small}  - { id: "1.2", text: Again }\n`);
    await client.watched(['changed', uri]);
    const [twice] = await client.waitForCodes(uri, ['standard-file']);
    deepEqual(twice?.range, { start: { line: 4, character: 10 }, end: { line: 4, character: 15 } });
    await client.open(uri, small);
    await client.waitForCodes(uri, []);
    await client.change(uri, 2, [{ text: small.replace('title: Small', 'titel: Small') }]);
    await client.waitForCodes(uri, ['standard-file', 'standard-file']);
    equal(client.diagnostics.get(uri)?.version, 2);
    folder.remove('standards/small.yaml');
    await client.watched(['deleted', uri]);
    await client.close(uri);
    await client.waitForCodes(uri, []);
    await client.waitForCodes(folder.uri('portfolio.yaml'), ['manifest-value']);
  });
});

describe('.gitignore', () => {
  it('leaves files out, those created later too, and gives them back', async () => {
    const { folder, client } = await follow({
      'portfolio.yaml': quiet,
      '.gitignore': '*.tmp.md\n',
      'a.md': evidence('[3.2.9]', '', '[D](drafts/d.md)'),
      'b.tmp.md': evidence('[9.9.9]'),
      'drafts/d.md': evidence('[8.8.8]'),
      'node_modules/x/c.md': evidence('[9.9.9]'),
    });
    await client.waitForCodes(folder.uri('drafts/d.md'), ['element-unknown']);
    equal(client.diagnostics.has(folder.uri('b.tmp.md')), false);
    equal(client.diagnostics.has(folder.uri('node_modules/x/c.md')), false);
    folder.write('drafts/new.md', evidence('[7.7.7]'));
    folder.write('c.tmp.md', evidence('[7.7.7]'));
    folder.write('node_modules/x/d.md', evidence('[7.7.7]'));
    await client.watched(
      ['created', folder.uri('drafts/new.md')],
      ['created', folder.uri('c.tmp.md')],
      ['created', folder.uri('node_modules/x/d.md')],
    );
    await client.waitForCodes(folder.uri('drafts/new.md'), ['element-unknown']);
    equal(client.diagnostics.has(folder.uri('c.tmp.md')), false);
    equal(client.diagnostics.has(folder.uri('node_modules/x/d.md')), false);

    folder.write('.gitignore', 'drafts/\n');
    await client.watched(['changed', folder.uri('.gitignore')]);
    await client.waitForCodes(folder.uri('drafts/d.md'), []);
    await client.waitForCodes(folder.uri('drafts/new.md'), []);
    await client.waitForCodes(folder.uri('b.tmp.md'), ['element-unknown']);
    await client.waitForCodes(folder.uri('c.tmp.md'), ['element-unknown']);
    // The file is there, whether it counts or not.
    deepEqual(client.codes(folder.uri('a.md')), ['element-unknown']);

    folder.remove('.gitignore');
    await client.watched(['deleted', folder.uri('.gitignore')]);
    await client.waitForCodes(folder.uri('drafts/new.md'), ['element-unknown']);
    equal((await client.coverage())[0]?.files, 5);
  });
});

describe('Workspace folders', () => {
  const one = { 'portfolio.yaml': quiet, 'a.md': evidence('[3.2.9]') };
  it('are added and removed at run time', async () => {
    const [first, second] = [folderOf(one), folderOf({ 'b.md': evidence('[9.9.9, 1.1.1]') })];
    const client = await startClient({ folders: [first.uri()] });
    await client.waitForCodes(first.uri('a.md'), ['element-unknown']);
    await client.foldersChanged([second.uri()], []);
    await client.waitForCodes(second.uri('b.md'), ['element-unknown']);
    equal((await client.coverage()).length, 2);
    await client.foldersChanged([], [first.uri()]);
    await client.waitForCodes(first.uri('a.md'), []);
    deepEqual(
      (await client.coverage()).map(({ root }) => root),
      [second.uri()],
    );
    await client.foldersChanged([first.uri()], [second.uri()]);
    await client.waitForCodes(first.uri('a.md'), ['element-unknown']);
    await client.waitForCodes(second.uri('b.md'), []);
    await client.foldersChanged([], [first.uri()]);
    await client.waitForCodes(first.uri('a.md'), []);
    deepEqual(await client.coverage(), []);
  });

  it('are added and removed in one breath, and the last word counts', async () => {
    const [first, second] = [folderOf(one), folderOf(one)];
    const client = await startClient({ folders: [first.uri()] });
    for (const isLast of [false, true, false]) {
      for (const isOpen of [!isLast, isLast, !isLast, isLast])
        void client.foldersChanged(isOpen ? [second.uri()] : [], isOpen ? [] : [second.uri()]);
      await client.settled();
      const roots = (await client.coverage()).map(({ root }) => root);
      deepEqual(roots, isLast ? [first.uri(), second.uri()].sort() : [first.uri()]);
    }
  });

  it('with a document open in them are judged by their manifest from the start', async () => {
    const folder = folderOf({
      'portfolio.yaml': 'rules: { element-uncovered: off, element-unknown: off }\n',
      'a.md': evidence('[3.2.9]'),
    });
    const client = await startClient({ folders: [] });
    await client.open(folder.uri('a.md'), evidence('[3.2.9, 1.1.1]'));
    await client.foldersChanged([folder.uri()], []);
    await client.waitFor('coverage is told of', () =>
      client.messages.some(({ method }) => method === 'evidencePortfolio/coverageChanged'),
    );
    await client.settled();
    ok(!client.messages.some(({ params }) => JSON.stringify(params ?? null).includes('3.2.9')));
    equal((await client.coverage()).length, 1);
    await client.foldersChanged([], [folder.uri()]);
    await client.settled();
    equal((await client.coverage()).length, 1, 'a file that stays open has the portfolio above it');
    await client.close(folder.uri('a.md'));
    await client.until('the portfolio has gone', () => client.coverage(), (all) => all.length === 0); // prettier-ignore
  });

  it('may lie in each other', async () => {
    const outer = folderOf({ 'a.md': evidence('[9.9.9, 1.1.1]'), 'inner/b.md': evidence('[8.8.8, 1.1.2]') });
    const client = await startClient({ folders: [outer.uri(), outer.uri('inner')] });
    await client.waitForCodes(outer.uri('inner/b.md'), ['element-unknown']);
    equal((await client.coverage()).length, 2);
    await client.foldersChanged([], [outer.uri('inner')]);
    await client.settled();
    deepEqual(client.codes(outer.uri('inner/b.md')), ['element-unknown']);
    deepEqual(
      (await client.coverage()).map(({ root, files }) => [root, files]),
      [[outer.uri(), 2]],
    );
  });

  it('that are not there, or on another machine, do no harm', async () => {
    const folder = folderOf(one);
    const client = await startClient({
      folders: [folder.uri('gone'), 'file://elsewhere/share', 'file:///%00', folder.uri()],
    });
    await client.waitForCodes(folder.uri('a.md'), ['element-unknown']);
    equal(await client.stop(), 0);
  });
});
