import { deepEqual, equal, match, ok, rejects } from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import type { Diagnostic, MarkupContent, ServerCapabilities } from 'vscode-languageserver-protocol';
import { everything, startClient } from './support/client';
import { folderOf } from './support/folders';

const evidence = (elements: string, more = ''): string =>
  `---\ntitle: A\nelements: ${elements}\n${more}---\n\nText.\n`;
const wrong = evidence('[3.2.9]');
const portfolio = { 'a.md': wrong, 'b.md': evidence('[1.1.1]') };

const exitOf = (input: readonly (string | Buffer)[]): Promise<{ status: number | null; said: string }> =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, ['dist/server.js', '--stdio'], {
      stdio: ['pipe', 'ignore', 'pipe'],
    });
    const said: Buffer[] = [];
    child.stderr.on('data', (chunk: Buffer) => void said.push(chunk));
    child.stdin.on('error', () => undefined);
    child.on('close', (status) => resolve({ status, said: Buffer.concat(said).toString() }));
    for (const part of input) child.stdin.write(part);
  });

const framed = (body: string | Buffer): Buffer =>
  Buffer.concat([Buffer.from(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n`), Buffer.from(body)]);

describe('Input that is no message', () => {
  for (const [name, input] of [
    ['a length that is no number', 'Content-Length: many\r\n\r\n{}'],
    ['a length below nothing', 'Content-Length: -1\r\n\r\n{}'],
    ['a header without an end', 'x'.repeat(2_000_000)],
    ['a request of HTTP', 'GET / HTTP/1.1\r\nHost: localhost\r\n\r\n'],
    ['nonsense, again and again', 'nonsense\r\n\r\n'.repeat(1000)],
    ['bytes that are no text', Buffer.from([0xff, 0xfe, 0x00, 0x0d, 0x0a, 0x0d, 0x0a])],
    [
      'a broken header behind a message',
      `${framed('{"jsonrpc":"2.0","method":"x"}').toString()}Content-Length\r\n\r\n{}`,
    ],
  ] as const)
    it(`ends with a word: ${name}`, async () => {
      const { status, said } = await exitOf([input]);
      equal(status, 1);
      match(said, /standard input has something else than messages .* so the server ends/);
    });

  it('is left out where the next message begins in its place', async () => {
    const client = await startClient({ mayFail: true });
    for (const body of [
      '{"json": ',
      '',
      'null',
      '1',
      '{}',
      '[{"jsonrpc":"2.0","id":1,"method":"shutdown"}]',
      '{"jsonrpc":"2.0","id":77,"method":{}}',
      '{"jsonrpc":"2.0","id":77,"result":1}',
      '['.repeat(200_000),
      `${'['.repeat(200_000)}${']'.repeat(200_000)}`,
      Buffer.from([0x7b, 0x22, 0xff, 0xc0, 0x22, 0x7d]),
    ])
      client.process.stdin?.write(framed(body));
    deepEqual(await client.coverage(), []);
    equal(await client.stop(), 0);
  });
});

describe('The server', () => {
  it('says what it can do', async () => {
    const client = await startClient();
    const { capabilities, serverInfo } = client.initializeResult;
    const completionProvider = capabilities.completionProvider;
    deepEqual(serverInfo, {
      name: 'evidence-portfolio',
      version: (JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }).version,
    });
    equal(completionProvider?.resolveProvider, true);
    for (const character of ['.', ' ', '[', ',', '"', '0', '9'])
      ok(completionProvider.triggerCharacters?.includes(character), character);
    const expected: ServerCapabilities = {
      positionEncoding: 'utf-16',
      textDocumentSync: { openClose: true, change: 2 },
      hoverProvider: true,
    };
    for (const [name, value] of Object.entries(expected))
      deepEqual(capabilities[name as keyof ServerCapabilities], value, name);
    deepEqual(capabilities.workspace?.workspaceFolders, { supported: true, changeNotifications: true });
    ok(capabilities.codeActionProvider);
  });

  it('ends with 0 after shutdown and exit', async () => equal(await (await startClient()).stop(), 0));

  it('ends with 1 on an exit that nobody announced', async () => {
    const client = await startClient();
    await client.notify('exit', null);
    equal(await client.exited, 1);
  });

  it('ends when its input ends', async () => {
    const client = await startClient();
    client.process.stdin?.end();
    equal(await client.exited, 1);
  });

  it('ends when the process of the client dies', async () => {
    const editor = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
    const client = await startClient({ processId: editor.pid! });
    editor.kill('SIGKILL');
    equal(await client.exited, 1);
  });

  it('speaks over the channel of Node, too', async () => {
    const folder = folderOf(portfolio);
    const client = await startClient({ transport: 'ipc', folders: [folder.uri()] });
    await client.waitForCodes(folder.uri('a.md'), ['element-unknown']);
    ok((await client.hover(folder.uri('a.md'), { line: 0, character: 0 })) === null);
    equal(await client.stop(), 0);
  });

  it('survives requests that make no sense', async () => {
    const folder = folderOf(portfolio);
    const client = await startClient({ folders: [folder.uri()], mayFail: true });
    const uri = folder.uri('a.md');
    await client.open(uri, wrong);
    await client.waitForCodes(uri, ['element-unknown']);
    const methods = ['hover', 'completion', 'codeAction', 'definition', 'references', 'documentHighlight'];
    methods.push('documentSymbol', 'codeLens', 'documentLink', 'prepareRename', 'rename');
    const position = { line: 99, character: 1e9 };
    for (const method of methods.map((name) => `textDocument/${name}`)) {
      for (const params of [
        {},
        { textDocument: null },
        { textDocument: { uri: 7 }, position: 'x' },
        [1, 2],
        { textDocument: { uri }, position, range: null, context: { diagnostics: 7 }, newName: 7 },
        { textDocument: { uri: 'nonsense' }, position, context: { diagnostics: [] }, newName: '' },
      ])
        await client.request(method, params).catch(() => undefined);
    }
    await client.request('workspace/willRenameFiles', { files: [{ oldUri: 1 }] }).catch(() => undefined);
    await client.request('workspace/symbol', { query: 7 }).catch(() => undefined);
    await client.request('evidencePortfolio/thisFile', {}).catch(() => undefined);
    await client.request('completionItem/resolve', {}).catch(() => undefined);
    await client.request('completionItem/resolve', { label: 'x', data: 'x' });
    await client.request('evidencePortfolio/draftEvidence', {}).catch(() => undefined);
    await client.request('evidencePortfolio/draftEvidence', { root: 1, elements: {} }).catch(() => undefined);
    await rejects(client.request('textDocument/nonsense', {}));
    await client.notify('textDocument/didOpen', { textDocument: {} });
    await client.notify('textDocument/didChange', {
      textDocument: { uri: 'file:///unknown.md', version: 2 },
      contentChanges: [{ text: '' }],
    });
    await client.notify('textDocument/didChange', {
      textDocument: { uri, version: null },
      contentChanges: null,
    });
    await client.notify('textDocument/didClose', { textDocument: { uri: 'file:///unknown.md' } });
    await client.notify('workspace/didChangeWatchedFiles', { changes: null });
    await client.notify('workspace/didChangeWatchedFiles', {
      changes: [
        { uri: 'nonsense', type: 99 },
        { uri: 'file://%', type: 1 },
        { uri: 'file://host/share/x.md', type: 1 },
      ],
    });
    await client.notify('workspace/didChangeWorkspaceFolders', { event: null });
    await client.notify('workspace/didChangeConfiguration', {});
    await client.notify('$/nonsense', {});
    client.process.stdin?.write('Content-Length: 9\r\n\r\n{"json": ');
    equal((await client.coverage()).length, 1);
    equal(await client.stop(), 0);
  });

  it('answers nothing about documents that it does not know', async () => {
    const folder = folderOf(portfolio);
    const client = await startClient({ folders: [folder.uri()] });
    for (const uri of [
      folder.uri('a.md'),
      folder.uri('gone.md'),
      'file:///elsewhere/a.md',
      'untitled:Untitled-1',
    ]) {
      const position = { line: 2, character: 12 };
      equal(await client.hover(uri, position), null);
      equal(await client.completion(uri, position), null);
      equal(await client.codeActions(uri, []), null);
    }
  });

  it('does no work for a request that was taken back', async () => {
    const client = await startClient();
    // Sent in one go, so that the request has not been answered when the cancellation comes.
    const message = (content: object): string => {
      const text = JSON.stringify({ jsonrpc: '2.0', ...content });
      return `Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`;
    };
    const codes = new Promise((resolve) => {
      let said = '';
      client.process.stdout!.on('data', (data: Buffer) => {
        said += data.toString();
        const code = /"id":"mine".*?"code":(-\d+)/.exec(said)?.[1];
        if (code !== undefined) resolve(code);
      });
    });
    client.process.stdin!.write(
      message({ id: 'mine', method: 'evidencePortfolio/coverage' }) +
        message({ method: '$/cancelRequest', params: { id: 'mine' } }),
    );
    equal(await codes, '-32800');
    equal(await client.stop(), 0);
  });
});

describe('A client that can do less', () => {
  const folder = () => folderOf({ ...portfolio, 'portfolio.yaml': 'rules: { element-uncovered: off }\n' });

  it('is not asked for anything that it did not offer', async () => {
    const { uri } = folder();
    const client = await startClient({ folders: [uri()], capabilities: {} });
    await client.waitForCodes(uri('a.md'), ['element-unknown']);
    await client.waitFor('coverage is told of', () =>
      client.messages.some(({ method }) => method === 'evidencePortfolio/coverageChanged'),
    );
    deepEqual(
      new Set(client.messages.map(({ method }) => method)),
      // What the log is told needs no word of the client’s.
      new Set(['textDocument/publishDiagnostics', 'evidencePortfolio/coverageChanged', 'window/logMessage']),
    );
    equal(await client.stop(), 0);
  });

  it('may know a root and no folders', async () => {
    const { uri } = folder();
    const client = await startClient({ folders: null, root: uri(), capabilities: {} });
    await client.waitForCodes(uri('a.md'), ['element-unknown']);
  });

  it('may know no folder at all', async () => {
    const client = await startClient({ folders: null, capabilities: {} });
    await client.open('untitled:Untitled-1', wrong);
    await client.settled();
    deepEqual(client.diagnostics.size, 0);
    deepEqual(await client.coverage(), []);
  });

  it('sends its settings of its own accord', async () => {
    const { uri } = folder();
    const client = await startClient({ folders: [uri()], capabilities: {} });
    await client.waitForCodes(uri('a.md'), ['element-unknown']);
    const rules = { 'element-unknown': 'off' };
    await client.notify('workspace/didChangeConfiguration', { settings: { evidencePortfolio: { rules } } });
    await client.waitForCodes(uri('a.md'), []);
  });

  it('gets hovers and documentation in plain text', async () => {
    const { uri } = folder();
    const client = await startClient({
      folders: [uri()],
      capabilities: {
        textDocument: {
          hover: { contentFormat: ['plaintext'] },
          completion: { completionItem: { documentationFormat: ['plaintext'] } },
        },
      },
    });
    await client.settled();
    await client.open(uri('b.md'), portfolio['b.md']);
    const hover = await client.hover(uri('b.md'), { line: 2, character: 13 });
    equal((hover?.contents as MarkupContent).kind, 'plaintext');
    const list = await client.completion(uri('b.md'), { line: 2, character: 13 });
    const item = await client.request<{ documentation: { kind: string } }>(
      'completionItem/resolve',
      list?.items[0],
    );
    equal(item.documentation.kind, 'plaintext');
  });

  it('may refuse what it offered', async () => {
    const { uri } = folder();
    const refuse = (): never => {
      throw new Error('No.');
    };
    const client = await startClient({
      folders: [uri()],
      mayFail: true,
      answers: {
        'client/registerCapability': refuse,
        'workspace/configuration': refuse,
        'window/workDoneProgress/create': refuse,
      },
    });
    await client.waitForCodes(uri('a.md'), ['element-unknown']);
    await client.settled();
    await client.notify('workspace/didChangeConfiguration', { settings: null });
    await client.settled();
    equal(await client.stop(), 0);
  });

  it('may answer nothing of use when asked for settings', async () => {
    const { uri } = folder();
    for (const settings of [
      null,
      7,
      'x',
      [],
      { rules: 'off', today: 'soon' },
      { rules: { 'element-unknown': 7 }, today: 1 },
    ]) {
      const client = await startClient({ folders: [uri()], settings });
      await client.waitForCodes(uri('a.md'), ['element-unknown']);
      equal(await client.stop(), 0);
    }
  });
});

describe('A folder of ordinary Markdown', () => {
  it('stays untouched', async () => {
    const { uri } = folderOf({
      'README.md': '# Read me\n\nVersion 3.2.4. See [nothing](gone.md).\n',
      'design.md': '---\nelements: [button, input]\nowners: x\n---\n',
      'post.md': '---\ntitle: Post\ndate: 2026-99-99\n---\n',
      'broken.md': '---\ntitle: "\n---\n',
      'unclosed.md': '---\ntitle: x\n',
    });
    const client = await startClient({ folders: [uri()] });
    await client.open(uri('README.md'), '# Read me\n\nVersion 3.2.4. See [nothing](gone.md).\n');
    await client.open(uri('design.md'), '---\nelements: [button, input]\n---\n');
    await client.settled();
    const found = [...client.diagnostics.values()].flatMap(
      (published): readonly Diagnostic[] => published.diagnostics,
    );
    deepEqual(found, []);
    deepEqual(await client.coverage(), []);
    equal(await client.hover(uri('README.md'), { line: 2, character: 10 }), null);
    deepEqual((await client.completion(uri('design.md'), { line: 1, character: 26 }))?.items, []);
  });
});

describe('The report of the server’s state', () => {
  it('is Markdown for people', async () => {
    const { uri } = folderOf(portfolio);
    const client = await startClient({ folders: [uri()], settings: { today: '2026-11-21' } });
    await client.settled();
    const state = await client.request<string>('evidencePortfolio/serverState');
    match(state, /^# Evidence Portfolio: server state\n/);
    match(state, /\n- Today: 2026-11-21 \(from the settings\)\n/);
    match(state, /\n- Findings: 1\n/);
    match(state, /\n- Open documents: 0\n/);
    equal(everything.workspace?.configuration, true);
  });
});
