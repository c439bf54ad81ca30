/** A file that is opened by itself: from no open folder, or from outside of those that are. */
import { deepEqual, doesNotMatch, equal, match, ok } from 'node:assert/strict';
import { startClient, type Client } from './support/client';
import { folderOf, type Folder } from './support/folders';

const evidence = (elements: string, more = ''): string =>
  `---\ntitle: T\nelements: [${elements}]\n${more}---\n\n# T\n\nText.\n`;
const portfolio = (): Folder =>
  folderOf({
    'portfolio.yaml': 'title: One\n',
    'evidence/deep/a.md': evidence('3.2.9', 'ref: E 1\n'),
    'evidence/b.md': evidence('3.2.4', 'ref: E 1\n'),
    'evidence/c.md': evidence('7.7.7'),
    'notes.md': '# Notes\n\n- [ ] nothing of ours\n',
  });

const start = (folders: readonly Folder[] = []): Promise<Client> =>
  startClient({ folders: folders.map((one) => one.uri()), settings: { today: '2026-11-21' } });

const codesOf = (client: Client, uri: string): readonly unknown[] =>
  [...(client.diagnostics.get(uri)?.diagnostics ?? [])].map(({ code }) => code).sort();

const open = async (client: Client, folder: Folder, path: string, text: string): Promise<string> => {
  await client.open(folder.uri(path), text);
  return folder.uri(path);
};

const roots = async (client: Client): Promise<readonly string[]> => {
  const answer = await client.request<{ readonly portfolios: readonly { readonly root: string }[] }>('evidencePortfolio/coverage'); // prettier-ignore
  return answer.portfolios.map(({ root }) => root);
};

describe('A file that is opened by itself', () => {
  for (const [what, others] of [
    ['without a folder', false],
    ['beside a folder', true],
  ] as const)
    it(`has what is true of it in its portfolio, ${what}`, async () => {
      const folder = portfolio();
      const other = folderOf({ 'x.md': evidence('3.2.4') });
      const client = await start(others ? [other] : []);
      const uri = await open(client, folder, 'evidence/deep/a.md', evidence('3.2.9, 3.2.4', 'ref: E 1\n'));
      await client.waitFor('its findings', () => codesOf(client, uri).length === 2);
      deepEqual(codesOf(client, uri), ['element-unknown', 'ref-duplicate']);
      const hover = await client.request<{ readonly contents: { readonly value: string } }>('textDocument/hover', { textDocument: { uri }, position: { line: 2, character: 19 } }); // prettier-ignore
      match(hover.contents.value, /evidenced, 2 items/);
      await client.settled();
      deepEqual(
        [...client.diagnostics.values()]
          .filter(({ diagnostics }) => diagnostics.length > 0)
          .map((one) => one.uri),
        [uri],
        'of files that nobody has opened, nothing is shown',
      );
    });

  for (const [what, manifest] of [
    ['in one portfolio', { 'portfolio.yaml': 'title: One\n' }],
    ['without one', {}],
  ] as const)
    it(`is told of as often as it has to be, where there are many ${what}`, async () => {
      const files = Object.fromEntries(
        Array.from({ length: 20 }, (_, at) => [`${at}.md`, evidence('3.2.9, 3.2.4')]),
      );
      const folder = folderOf({ ...manifest, ...files });
      const client = await start();
      for (const [path, text] of Object.entries(files)) await open(client, folder, path, text);
      for (const path of Object.keys(files)) await client.waitForCodes(folder.uri(path), ['element-unknown']);
      await client.settled();
      const told = client.messages.filter(({ method }) => method === 'textDocument/publishDiagnostics');
      ok(told.length <= 3 * Object.keys(files).length, `${told.length} times`);
    });

  it('has its findings where it is closed and opened at once', async () => {
    const folder = portfolio();
    const client = await start();
    const uri = await open(client, folder, 'evidence/c.md', evidence('7.7.7'));
    const other = await open(client, folder, 'evidence/deep/a.md', evidence('3.2.9'));
    await client.waitFor('both', () => codesOf(client, uri).length > 0 && codesOf(client, other).length > 0);
    // While others are read, what is closed waits; what is opened does not.
    const others = folderOf(
      Object.fromEntries(Array.from({ length: 300 }, (_, at) => [`${at}.md`, evidence('1.1.1')])),
    );
    await Promise.all([
      client.foldersChanged([others.uri()], []),
      client.notify('textDocument/didClose', { textDocument: { uri } }),
      open(client, folder, 'evidence/c.md', evidence('7.7.7')),
    ]);
    await client.settled();
    deepEqual(codesOf(client, uri), ['element-unknown']);
  });

  it('takes its portfolio with it when it is closed', async () => {
    const folder = portfolio();
    const client = await start();
    const a = await open(client, folder, 'evidence/deep/a.md', evidence('3.2.9'));
    const c = await open(client, folder, 'evidence/c.md', evidence('7.7.7'));
    await client.waitFor('both', () => codesOf(client, a).length > 0 && codesOf(client, c).length > 0);
    deepEqual(await roots(client), [folder.uri()]);
    await client.notify('textDocument/didClose', { textDocument: { uri: a } });
    await client.waitFor('nothing of the first', () => codesOf(client, a).length === 0);
    deepEqual(codesOf(client, c), ['element-unknown']);
    await client.notify('textDocument/didClose', { textDocument: { uri: c } });
    await client.until('the portfolio has gone', () => roots(client), (all) => all.length === 0); // prettier-ignore
    equal(codesOf(client, c).length, 0);
  });

  it('stays where its folder is opened, too', async () => {
    const folder = portfolio();
    const client = await start();
    const c = await open(client, folder, 'evidence/c.md', evidence('7.7.7'));
    await client.waitFor('its finding', () => codesOf(client, c).length > 0);
    const event = { added: [{ uri: folder.uri(), name: 'p' }], removed: [] };
    await client.notify('workspace/didChangeWorkspaceFolders', { event });
    await client.waitFor('the others', () => codesOf(client, folder.uri('evidence/deep/a.md')).length > 0);
    await client.notify('textDocument/didClose', { textDocument: { uri: c } });
    await client.settled();
    deepEqual(await roots(client), [folder.uri()]);
    deepEqual(codesOf(client, c), ['element-unknown']);
  });

  it('leaves an open folder inside of its portfolio as any other open folder', async () => {
    const folder = folderOf({ 'portfolio.yaml': 'title: One\n', 'a.md': evidence('3.2.4'), 'inner/b.md': '' });
    const client = await startClient({ folders: [folder.uri('inner')], settings: { today: '2026-11-21' } });
    await client.settled();
    const uri = await open(client, folder, 'a.md', evidence('3.2.9'));
    await client.waitForCodes(uri, ['element-unknown']);
    for (const [path, text, codes] of [
      ['inner/b.md', evidence('7.7.7'), ['element-unknown']],
      ['inner/portfolio.yaml', 'titel: Inner\nrules: { element-uncovered: off, element-unknown: off }\n', ['manifest-value']],
    ] as const) {
      folder.write(path, text);
      await client.watched(['created', folder.uri(path)]);
      await client.waitForCodes(folder.uri(path), codes);
    }
  }); // prettier-ignore

  it('has its portfolio read when the folder around it is closed', async () => {
    const folder = portfolio();
    const client = await start([folder]);
    const c = await open(client, folder, 'evidence/c.md', evidence('7.7.7'));
    await client.waitFor('its finding', () => codesOf(client, c).length > 0);
    const event = { added: [], removed: [{ uri: folder.uri(), name: 'p' }] };
    await client.notify('workspace/didChangeWorkspaceFolders', { event });
    await client.until('its portfolio is visited', () => roots(client), (all) => all.length === 1); // prettier-ignore
    await client.settled();
    deepEqual(codesOf(client, c), ['element-unknown']);
    deepEqual(codesOf(client, folder.uri('evidence/deep/a.md')), []);
  });

  it('leaves no findings of a folder inside of its portfolio that is closed', async () => {
    const folder = folderOf({ 'portfolio.yaml': '', 'a.md': '# A\n', 'inner/b.md': evidence('7.7.7') });
    const client = await startClient({ folders: [folder.uri('inner')], settings: { today: '2026-11-21' } });
    await client.waitForCodes(folder.uri('inner/b.md'), ['element-unknown']);
    await open(client, folder, 'a.md', '# A\n');
    await client.foldersChanged([], [folder.uri('inner')]);
    await client.waitForCodes(folder.uri('inner/b.md'), []);
    await client.settled();
    deepEqual(await roots(client), [folder.uri()]);
  });

  it('is let go of when its text is no longer evidence, as if it were opened then', async () => {
    const folder = folderOf({});
    const client = await start();
    const uri = await open(client, folder, 'a.md', evidence('3.2.4', 'status: aproved\n'));
    await client.waitFor('its finding', () => codesOf(client, uri).length > 0);
    await client.change(uri, 2, [{ text: '# Notes\n' }]);
    await client.waitFor('no finding', () => codesOf(client, uri).length === 0);
    await client.change(uri, 3, [{ text: evidence('3.2.4', 'status: aproved\n') }]);
    await client.waitFor('its finding again', () => codesOf(client, uri).length > 0);
  });

  it('has what is true below a manifest that is only open, when it is evidence by itself no longer', async () => {
    const [folder, other] = [folderOf({}), folderOf({})];
    const written = '---\ntitle: T\nelements: [3.2.4]';
    const last = `${written}\t, x`;
    const opened = async (text: string): Promise<readonly [Client, string]> => {
      const client = await start([other]);
      await open(client, folder, 'portfolio.yaml', 'title: One\n');
      return [client, await open(client, folder, 'a.md', text)];
    };
    const [fresh, uri] = await opened(last);
    await fresh.settled();
    const [client] = await opened(evidence('3.2.4'));
    for (let version = 2; version < 8; version += 2) {
      await client.settled();
      await client.change(uri, version, [{ text: last }]);
      await client.settled();
      deepEqual(codesOf(client, uri), codesOf(fresh, uri));
      ok(codesOf(client, uri).length > 0);
      await client.change(uri, version + 1, [{ text: evidence('3.2.4') }]);
    }
  });

  it('is read with what lies beside a manifest that is not saved yet, whatever came before', async () => {
    const [folder, other] = [folderOf({ 'sub/c.md': '# Only words\n' }), folderOf({})];
    for (const comes of [true, false]) {
      const client = await start([other]);
      if (comes) await client.watched(['created', folder.uri('sub/c.md')], ['created', folder.uri('sub')]);
      const manifest = await open(
        client,
        folder,
        'portfolio.yaml',
        'title: One\nexclude: [sub/**, none/**]\n',
      );
      await client.settled();
      const uri = await open(client, folder, 'a.md', evidence('3.2.9'));
      await client.waitForCodes(uri, ['element-unknown']);
      await client.settled();
      equal(codesOf(client, manifest).filter((code) => code === 'manifest-pattern').length, 1);
      match(JSON.stringify(client.diagnostics.get(manifest)), /Nothing here matches “none/);
      deepEqual(await roots(client), [folder.uri()]);
    }
  });

  it('has nothing said of it where it is none of ours', async () => {
    const folder = portfolio();
    const alone = folderOf({});
    const client = await start();
    const uris = [
      await open(client, folder, 'notes.md', '# Notes\n\n- [ ] nothing of ours\n'),
      await open(client, alone, 'readme.md', '---\nelements: [hydrogen]\nstatus: draft\n---\n\n# 3.2.9\n'),
      await open(client, alone, 'plain.md', '# 3.2.9\n'),
    ];
    await client.settled();
    for (const uri of uris) deepEqual(codesOf(client, uri), [], uri);
  });

  it('has what the built-in standard says where no portfolio is above it, and no coverage', async () => {
    const folder = folderOf({ 'other.md': evidence('3.2.4'), 'readme.md': '---\nelements: [1.2.9]\n---\n' });
    const client = await start();
    const lone = await open(client, folder, 'a.md', evidence('3.2.4, 3.2.9', 'review-by: 2026-01-02\nstatus: aproved\n')); // prettier-ignore
    const readme = await open(client, folder, 'readme.md', '---\nelements: [1.2.9]\n---\n\n# R\n');
    await client.waitFor('its findings', () => codesOf(client, lone).length >= 3);
    deepEqual(codesOf(client, lone), ['element-unknown', 'front-matter-value', 'review-overdue']);
    const at = { textDocument: { uri: lone }, position: { line: 2, character: 13 } };
    const hover = await client.request<{ readonly contents: { readonly value: string } }>('textDocument/hover', at); // prettier-ignore
    match(hover.contents.value, /accurate and complete/);
    doesNotMatch(hover.contents.value, /Coverage|evidenced/);
    const offered = await client.request<{ readonly items: readonly { readonly detail?: string }[] }>('textDocument/completion', { ...at, position: { line: 2, character: 11 } }); // prettier-ignore
    ok(offered.items.length > 50, 'elements are offered');
    doesNotMatch(JSON.stringify(offered.items.map(({ detail }) => detail)), /evidence|missing/);
    deepEqual(await roots(client), []);
    deepEqual(codesOf(client, readme), [], 'a file of another program in the same folder');
    await client.notify('textDocument/didClose', { textDocument: { uri: lone } });
    await client.waitFor('nothing', () => codesOf(client, lone).length === 0);
  });

  it('is ours once it says so, while it is being written', async () => {
    const folder = folderOf({});
    const client = await start();
    const uri = await open(client, folder, 'a.md', '---\nelements: [9.9.9]\n---\n\n# A\n\nText.\n');
    await client.settled();
    deepEqual(codesOf(client, uri), []);
    const change = (text: string, version: number): Promise<void> => client.notify('textDocument/didChange', { textDocument: { uri, version }, contentChanges: [{ text }] }); // prettier-ignore
    await change('---\nelements: [9.9.9, 3.2.4]\n---\n\n# A\n\nText.\n', 2);
    await client.waitFor('its finding', () => codesOf(client, uri).length > 0);
    deepEqual(codesOf(client, uri), ['element-unknown']);
    await change('---\nelements: []\n---\n\n# A\n\nText.\n', 3);
    await client.settled();
    deepEqual(codesOf(client, uri), [], 'and no longer when it no longer says so');
  });

  it('goes into its portfolio when the folder above it is opened', async () => {
    const folder = folderOf({ 'a.md': evidence('3.2.4, 7.7.7'), 'b.md': evidence('3.2.4') });
    const client = await start();
    const uri = await open(client, folder, 'a.md', evidence('3.2.4, 7.7.7'));
    await client.waitFor('its finding', () => codesOf(client, uri).length > 0);
    deepEqual(await roots(client), []);
    const event = { added: [{ uri: folder.uri(), name: 'p' }], removed: [] };
    await client.notify('workspace/didChangeWorkspaceFolders', { event });
    await client.until('its coverage', () => roots(client), (all) => all.length === 1); // prettier-ignore
    deepEqual(codesOf(client, uri), ['element-unknown']);
  });

  for (const [what, text] of [
    ['chemistry', '---\nelements: [hydrogen, oxygen]\nstatus: draft\n---\n\n# 3.2.9\n'],
    ['version numbers', '---\nelements: [9.9.9]\ndate: yesterday\n---\n\n# 3.2.4\n'],
    ['nothing under the key', '---\nelements:\ntitle: T\n---\n'],
    ['maps of a page builder', '---\nelements:\n  - type: hero\n    id: 3.2.4\n---\n'],
    ['a block that is broken', '---\nelements: [hero\n---\n'],
    ['no key of ours', '---\ntitle: T\ndate: 31/31/2026\n---\n\n3.2.4\n'],
    ['an action plan of somebody else', '# Plan\n\n| Element | Action |\n| --- | --- |\n| 3.2.9 | x |\n'],
  ] as const)
    it(`is left alone with ${what}`, async () => {
      const folder = folderOf({});
      const client = await start();
      const uri = await open(client, folder, 'action-plan.md', text);
      await client.settled();
      deepEqual(codesOf(client, uri), []);
      equal(await client.request('textDocument/hover', { textDocument: { uri }, position: { line: 1, character: 13 } }), null); // prettier-ignore
    });

  it('finds no manifest outside of its repository', async () => {
    const folder = folderOf({
      'portfolio.yaml': 'title: Of somebody else\n',
      'repository/.git/HEAD': 'ref: refs/heads/main\n',
      'repository/a.md': evidence('3.2.4'),
    });
    const client = await start();
    await open(client, folder, 'repository/a.md', evidence('3.2.4'));
    await client.settled();
    deepEqual(await roots(client), []);
  });
});
