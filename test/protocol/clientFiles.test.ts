import { deepEqual, equal, ok } from 'node:assert/strict';
import type { FindParams, ReadManyParams, ReadOutcome } from '../../server/lsp/protocol';
import type { Client } from './support/client';
import { startClient } from './support/client';
import { folderOf } from './support/folders';

const quiet = 'rules: { element-uncovered: off }\n';
const evidence = (elements: string, more = ''): string =>
  `---\ntitle: A\nelements: ${elements}\n${more}---\n\nText.\n`;

/** Files that only the client has: by address, texts and other outcomes. */
type Files = Map<string, string | ReadOutcome>;

/** What our own client answers in a browser. */
const answersFrom = (files: Files) => ({
  'evidencePortfolio/find': ({ folder }: FindParams) => ({
    uris: [...files.keys()].filter((uri) => uri.startsWith(folder.endsWith('/') ? folder : `${folder}/`)),
  }),
  'evidencePortfolio/readMany': ({ uris, maximumBytes }: ReadManyParams) => ({
    outcomes: uris.map((uri): ReadOutcome => {
      const file = files.get(uri);
      if (file === undefined) return { kind: 'absent' };
      if (typeof file !== 'string') return file;
      const bytes = Buffer.byteLength(file);
      return bytes > maximumBytes ? { kind: 'tooLarge', bytes } : { kind: 'text', text: file };
    }),
  }),
});

async function follow(files: Files, folder: string): Promise<Client> {
  const client = await startClient({ folders: [folder], answers: answersFrom(files) });
  await client.settled();
  return client;
}

const requests = (client: Client, method: string) =>
  client.messages
    .filter((message) => message.method === `evidencePortfolio/${method}`)
    .map(({ params }) => params);

for (const [scheme, folder] of [
  ['vscode-test-web', 'vscode-test-web://mount/'],
  ['vscode-vfs', 'vscode-vfs://github/anytown/libraries'],
  ['memfs', 'memfs:/anytown'],
] as const)
  describe(`Files of the scheme ${scheme}`, () => {
    const at = (path: string): string => `${folder.replace(/\/$/, '')}/${path}`;
    const portfolio = (): Files =>
      new Map([
        [at('portfolio.yaml'), quiet],
        [at('evidence/a.md'), evidence('[3.2.9]', 'attachments: [../x.pdf, ../gone.pdf]\n')],
        [at('evidence/b%20%281%29.md'), evidence('[1.1.1]')],
        [at('x.pdf'), '%PDF'],
        [at('.gitignore'), 'drafts\n'],
        [at('drafts/d.md'), evidence('[9.9.9]')],
        [at('node_modules/x/e.md'), evidence('[9.9.9]')],
      ]);

    it('are found and read through the client', async () => {
      const client = await follow(portfolio(), folder);
      await client.waitForCodes(at('evidence/a.md'), ['element-unknown', 'attachment-missing']);
      equal(client.diagnostics.has(at('drafts/d.md')), false);
      equal(client.diagnostics.has(at('node_modules/x/e.md')), false);
      const [found] = await client.coverage();
      deepEqual([found?.root, found?.files], [folder, 2]);
      deepEqual(requests(client, 'find'), [{ folder }]);
      const asked = (requests(client, 'readMany') as readonly ReadManyParams[]).flatMap(({ uris }) => uris);
      ok(!asked.includes(at('x.pdf')), 'An attachment that the client has listed is not read.');
      ok(!asked.some((uri) => uri.includes('node_modules')));
    });

    it('are followed', async () => {
      const files = portfolio();
      const client = await follow(files, folder);
      const uri = at('evidence/b%20%281%29.md');
      files.set(uri, evidence('[9.9.9]'));
      await client.watched(['changed', uri]);
      await client.waitForCodes(uri, ['element-unknown']);
      await client.open(uri, evidence('[1.1.1]'));
      await client.waitForCodes(uri, []);
      await client.close(uri);
      await client.waitForCodes(uri, ['element-unknown']);
      files.delete(uri);
      await client.watched(['deleted', uri]);
      await client.waitForCodes(uri, []);
      files.set(at('gone.pdf'), '%PDF');
      await client.watched(['created', at('gone.pdf')]);
      await client.waitForCodes(at('evidence/a.md'), ['element-unknown']);
    });

    it('are offered, and an empty folder that has come is not', async () => {
      const files = portfolio();
      const client = await follow(files, folder);
      const manifest = 'standard: \n';
      await client.open(at('portfolio.yaml'), manifest);
      files.set(at('own.yaml'), 'title: Own\n');
      files.set(at('new'), { kind: 'unreadable', reason: 'it is a folder.' });
      files.set(at('filled/own.yaml'), 'title: Own\n');
      files.set(at('filled'), { kind: 'unreadable', reason: 'it is a folder.' });
      await client.watched(...['own.yaml', 'new', 'filled'].map((path) => ['created', at(path)] as const));
      await client.settled();
      const list = await client.completion(at('portfolio.yaml'), { line: 0, character: manifest.length - 1 });
      const offered = (list?.items ?? []).map(({ label }) => label);
      deepEqual(
        ['own.yaml', 'new', 'filled/'].map((label) => offered.includes(label)),
        [true, false, true],
        offered.join(),
      );
    });

    it('that cannot be read are reported', async () => {
      const files = portfolio();
      files.set(at('evidence/a.md'), { kind: 'unreadable', reason: 'the connection was lost.' });
      files.set(at('evidence/b%20%281%29.md'), { kind: 'tooLarge', bytes: 6_000_000 });
      const client = await follow(files, folder);
      const [lost] = await client.waitForCodes(at('evidence/a.md'), ['file-unreadable']);
      equal(lost?.message, 'This file was left out: the connection was lost.');
      await client.waitForCodes(at('evidence/b%20%281%29.md'), ['file-unreadable']);
    });
  });

describe('A client that gives no files', () => {
  const noMethod = (): never => {
    throw Object.assign(new Error('Unhandled method'), { code: -32601 });
  };
  for (const [name, answers] of [
    [
      'because it does not know the request',
      { 'evidencePortfolio/find': noMethod, 'evidencePortfolio/readMany': noMethod },
    ],
    ['because it fails', answersThatFail()],
  ] as const)
    it(`${name}, gets what can be said without`, async () => {
      const disk = folderOf({ 'portfolio.yaml': quiet, 'a.md': evidence('[3.2.9]') });
      const client = await startClient({ folders: ['zip:/archive', disk.uri()], answers });
      await client.waitForCodes(disk.uri('a.md'), ['element-unknown']);
      await client.open('zip:/archive/a.md', evidence('[3.2.9, 1.1.1]', 'attachments: [gone.pdf]\n'));
      await client.waitForCodes('zip:/archive/a.md', ['element-unknown']);
      await client.close('zip:/archive/a.md');
      await client.settled();
      equal(await client.stop(), 0);
    });
});

function answersThatFail() {
  const fail = (): never => {
    throw new Error('Broken.');
  };
  return { 'evidencePortfolio/find': fail, 'evidencePortfolio/readMany': fail };
}

describe('A client that answers slowly', () => {
  it('is not overtaken: what was opened, edited and closed meanwhile counts', async () => {
    const folder = 'memfs:/anytown';
    const uri = `${folder}/a.md`;
    const files: Files = new Map([
      [`${folder}/portfolio.yaml`, quiet],
      [uri, evidence('[9.9.9]')],
    ]);
    const answers = answersFrom(files);
    let release = (): void => undefined;
    const gate = new Promise<void>((resolve) => (release = resolve));
    const client = await startClient({
      folders: [folder],
      answers: {
        ...answers,
        'evidencePortfolio/readMany': async (params: ReadManyParams) => {
          const answer = answers['evidencePortfolio/readMany'](params);
          if (params.uris.includes(uri)) await gate;
          return answer;
        },
      },
    });
    await client.waitFor('the file is asked for', () =>
      (requests(client, 'readMany') as readonly ReadManyParams[]).some(({ uris }) => uris.includes(uri)),
    );
    await client.open(uri, evidence('[8.8.8, 9.9.9]'));
    await client.change(uri, 2, [{ text: evidence('[3.2.4]') }]);
    await client.coverage();
    release();
    await client.settled();
    deepEqual(client.codes(uri), []);
    equal((await client.coverage())[0]?.summary.evidenced, 1);
  });
});
