import { deepEqual, equal, ok } from 'node:assert/strict';
import type { PublishDiagnosticsParams } from 'vscode-languageserver-protocol';
import type { FindParams, ReadManyParams, ReadOutcome } from '../../server/lsp/protocol';
import type { Client } from './support/client';
import { startClient } from './support/client';
import { folderOf } from './support/folders';

const elements = ['1.1.1', '1.1.2', '1.1.3', '1.2.1'];
const evidence = (ids: string): string =>
  `---\ntitle: A\nelements: [${ids}]\nattachments: [x.pdf]\n---\n\nText.\n`;

/** 3,000 files, each with a finding, in 60 folders. */
function manyFiles(): Record<string, string> {
  const texts: Record<string, string> = { 'portfolio.yaml': 'standard: customer-service-excellence\n' };
  for (let number = 0; number < 3000; number++) {
    const path = `${number % 60}/${number}.md`;
    texts[path] = evidence(`${elements[number % 4]!}, 9.9.${number}`);
    texts[`${number % 60}/x.pdf`] = '';
  }
  return texts;
}

const published = (client: Client): readonly PublishDiagnosticsParams[] =>
  client.messages
    .filter(({ method }) => method === 'textDocument/publishDiagnostics')
    .map(({ params }) => params as PublishDiagnosticsParams);

describe('With thousands of files', () => {
  it('an open document comes first, and what is said of the portfolio when all has been read', async () => {
    const folder = folderOf(manyFiles());
    const open = folder.uri('59/2999.md');
    // Settings are waited for before anything is read: so the document is open by then on any machine.
    let isOpen = (): void => undefined;
    const opened = new Promise<void>((resolve) => (isOpen = resolve));
    const client = await startClient({
      folders: [folder.uri()],
      answers: { 'workspace/configuration': () => opened.then(() => [{}]) },
    });
    await client.open(open, evidence('9.9.9, 1.1.1'));
    isOpen();
    await client.waitFor(
      'the manifest has findings',
      () => client.codes(folder.uri('portfolio.yaml')).length > 0,
    );
    const [first] = published(client);
    equal(first?.uri, open);
    equal(first.version, 1);
    await client.settled();
    // No finding was ever told that had to be taken back.
    const manifest = published(client).filter(({ uri }) => uri === folder.uri('portfolio.yaml'));
    equal(manifest.length, 1);
    equal(manifest[0]?.diagnostics.length, 53);
    equal(published(client).length, 3001);
    equal(new Set(published(client).map(({ uri }) => uri)).size, 3001);
    equal((await client.coverage())[0]?.files, 3000);
    equal(
      client.messages.filter(({ method }) => method === 'evidencePortfolio/coverageChanged').length > 0,
      true,
    );
  });
});

/** Files of the client, which gives nothing before `release`. */
function gated(texts: Readonly<Record<string, string>>) {
  let release = (): void => undefined;
  const gate = new Promise<void>((resolve) => (release = resolve));
  const answers = {
    'evidencePortfolio/find': ({ folder }: FindParams) => ({
      uris: Object.keys(texts).map((path) => `${folder}/${path}`),
    }),
    'evidencePortfolio/readMany': async ({ uris }: ReadManyParams) => {
      if (uris.some((uri) => uri.endsWith('.md'))) await gate;
      return {
        outcomes: uris.map((uri): ReadOutcome => {
          const text = texts[uri.slice('memfs:/p/'.length)];
          return text === undefined ? { kind: 'absent' } : { kind: 'text', text };
        }),
      };
    },
  };
  return { release: () => release(), answers };
}

describe('While folders are read', () => {
  const texts = {
    'portfolio.yaml': 'standard: own.yaml\n',
    'own.yaml': 'title: Own\nchildren: [{ id: A-1, text: One }, { id: A-2, text: Two }]\n',
    'a.md': evidence('A-1'),
    'b.md': evidence('A-9'),
  };

  it('an open document is judged by its manifest and its standard from the first', async () => {
    const { answers, release } = gated(texts);
    const client = await startClient({ folders: ['memfs:/p'], answers });
    await client.open('memfs:/p/b.md', evidence('A-9, A-1'));
    await client.waitFor('b.md is diagnosed', () =>
      client.codes('memfs:/p/b.md').includes('element-unknown'),
    );
    ok(
      !client.diagnostics.has('memfs:/p/portfolio.yaml'),
      'The manifest is not judged before all has been read.',
    );
    ok(!JSON.stringify(published(client)).includes('Customer Service Excellence'));
    ok(
      (await client.completion('memfs:/p/b.md', { line: 2, character: 13 }))?.items.some(
        ({ label }) => label === 'A-2',
      ),
    );
    release();
    await client.waitFor(
      'the manifest has findings',
      () => client.codes('memfs:/p/portfolio.yaml').join() === 'element-uncovered',
    );
    // A-2 alone: A-1 is covered by a file that was read last.
    deepEqual(published(client).filter(({ uri }) => uri.endsWith('portfolio.yaml')).length, 1);
  });

  it('edits are answered at once, and stay', async () => {
    const { answers, release } = gated(texts);
    const client = await startClient({ folders: ['memfs:/p'], answers });
    await client.waitFor('files are asked for', () =>
      client.messages.some(({ method }) => method === 'evidencePortfolio/readMany'),
    );
    await client.open('memfs:/p/b.md', evidence('A-9'));
    await client.waitFor('b.md is diagnosed', () =>
      client.codes('memfs:/p/b.md').includes('element-unknown'),
    );
    await client.change('memfs:/p/b.md', 2, [{ text: evidence('A-2') }]);
    await client.waitFor('b.md is mended', () => !client.codes('memfs:/p/b.md').includes('element-unknown'));
    release();
    await client.settled();
    deepEqual(
      client.codes('memfs:/p/b.md').filter((code) => code === 'element-unknown'),
      [],
    );
    deepEqual(client.codes('memfs:/p/portfolio.yaml'), []);
  });

  it('progress is shown where it takes long, and ends', async () => {
    const { answers, release } = gated(texts);
    const client = await startClient({ folders: ['memfs:/p'], answers });
    const kinds = () =>
      client.messages
        .filter(({ method }) => method === '$/progress')
        .map(({ params }) => (params as { value: { kind: string } }).value.kind);
    await client.waitFor('progress begins', () => kinds().includes('begin'));
    ok(client.messages.some(({ method }) => method === 'window/workDoneProgress/create'));
    release();
    await client.waitFor('progress ends', () => kinds().includes('end'));
    deepEqual(
      kinds().filter((kind) => kind !== 'report'),
      ['begin', 'end'],
    );
  });

  it('the reading can be stopped, and begun again', async () => {
    const { answers, release } = gated(texts);
    let choose: (action: unknown) => void = () => undefined;
    const chosen = new Promise<unknown>((resolve) => (choose = resolve));
    const client = await startClient({
      folders: ['memfs:/p'],
      answers: { ...answers, 'window/showMessageRequest': () => chosen },
    });
    const told = (wanted: string) => client.messages.find(({ method }) => method === wanted)?.params;
    await client.waitFor('progress begins', () => told('$/progress') !== undefined);
    const { value } = told('$/progress') as { readonly value: { readonly cancellable: boolean } };
    equal(value.cancellable, true);
    const { token } = told('window/workDoneProgress/create') as { readonly token: string };
    await client.connection.sendNotification('window/workDoneProgress/cancel', { token });
    release();
    await client.waitFor('a question', () => told('window/showMessageRequest') !== undefined);
    const question = told('window/showMessageRequest') as {
      readonly message: string;
      readonly actions: readonly { readonly title: string }[];
    };
    equal(question.message, 'Evidence Portfolio stopped reading your files, so coverage is not complete.');
    deepEqual(question.actions, [{ title: 'Read All Files' }]);
    // Of what has not been read, nothing is reported missing.
    deepEqual(client.codes('memfs:/p/portfolio.yaml'), []);
    choose(question.actions[0]);
    await client.waitFor(
      'the manifest has findings',
      () => client.codes('memfs:/p/portfolio.yaml').join() === 'element-uncovered',
    );
  });

  it('no progress is shown where it is quick', async function () {
    // A machine with much else to do may need longer than what is quick; now and then it has not.
    this.retries(20);
    const folder = folderOf({ 'portfolio.yaml': '', 'a.md': evidence('1.1.1') });
    const client = await startClient({ folders: [folder.uri()] });
    await client.settled();
    ok(!client.messages.some(({ method }) => method === 'window/workDoneProgress/create'));
  });

  it('they may be closed', async () => {
    const { answers, release } = gated(texts);
    const client = await startClient({ folders: ['memfs:/p'], answers });
    await client.waitFor('files are asked for', () =>
      client.messages.some(
        ({ method, params }) =>
          method === 'evidencePortfolio/readMany' && JSON.stringify(params).includes('a.md'),
      ),
    );
    await client.foldersChanged([], ['memfs:/p']);
    await client.coverage();
    release();
    await client.settled();
    deepEqual(await client.coverage(), []);
    deepEqual(
      published(client).flatMap(({ diagnostics }) => diagnostics),
      [],
    );
    equal(await client.stop(), 0);
  });
});
