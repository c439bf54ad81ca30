/** A language client as small as can be: it starts the real server and says exactly what a test tells it to say. */
import assert from 'node:assert/strict';
import type { ChildProcess } from 'node:child_process';
import { fork, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import type { MessageConnection } from 'vscode-jsonrpc/node';
import {
  createMessageConnection,
  IPCMessageReader,
  IPCMessageWriter,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-jsonrpc/node';
import type {
  ClientCapabilities,
  CodeAction,
  CompletionList,
  Diagnostic,
  Hover,
  InitializeParams,
  InitializeResult,
  LogMessageParams,
  Position,
  PublishDiagnosticsParams,
  TextDocumentContentChangeEvent,
} from 'vscode-languageserver-protocol';
import { MessageType } from 'vscode-languageserver-protocol';
import type { CoverageResult, PortfolioCoverage } from '../../../server/lsp/protocol';

export interface ClientOptions {
  /** Addresses of the workspace folders; null: the client knows only `root`. */
  readonly folders?: readonly string[] | null;
  readonly root?: string;
  readonly capabilities?: ClientCapabilities;
  /** What the client answers for the section `evidencePortfolio`. */
  readonly settings?: unknown;
  readonly initializationOptions?: unknown;
  readonly processId?: number;
  readonly transport?: 'stdio' | 'ipc';
  /** The test makes answers fail; otherwise a fault in the server's log fails the test. */
  readonly mayFail?: boolean;
  /** Answers to further requests of the server, by method; may throw. */
  readonly answers?: Readonly<Record<string, (params: never) => unknown>>;
}

/** Something that the server said. */
export interface Message {
  readonly method: string;
  readonly params: unknown;
}

/** What an editor of today can do. */
export const everything: ClientCapabilities = {
  workspace: {
    configuration: true,
    workspaceFolders: true,
    didChangeConfiguration: { dynamicRegistration: true },
    didChangeWatchedFiles: { dynamicRegistration: true, relativePatternSupport: true },
  },
  window: { workDoneProgress: true },
  textDocument: {
    publishDiagnostics: { relatedInformation: true, versionSupport: true, dataSupport: true },
    hover: { contentFormat: ['markdown', 'plaintext'] },
    completion: { completionItem: { documentationFormat: ['markdown', 'plaintext'] } },
  },
};

/** Milliseconds that a condition gets to come true. */
const patience = 30_000;

const running = new Set<ChildProcess>();
const clients = new Set<Client>();
afterEach(() => {
  for (const child of running) child.kill('SIGKILL');
  running.clear();
  // What goes wrong inside an answer is logged, and the answer is an empty one, which may be what a test waits for.
  const faults = [...clients].flatMap((client) => client.faults());
  clients.clear();
  assert.deepEqual(faults, [], 'Something in the server failed.');
});

/** Starts a server and tells it who speaks; the server has been initialised when this returns. */
export async function startClient(options: ClientOptions = {}): Promise<Client> {
  const client = new Client(options);
  await client.initialize();
  return client;
}

export class Client {
  readonly process: ChildProcess;
  readonly connection: MessageConnection;
  /** Everything that the server has said unasked, in order. */
  readonly messages: Message[] = [];
  /** The last diagnostics of each file, by the server's spelling of its address. */
  readonly diagnostics = new Map<string, PublishDiagnosticsParams>();
  /** Resolves to the exit code when the process has ended. */
  readonly exited: Promise<number | null>;
  settings: unknown;
  initializeResult: InitializeResult = { capabilities: {} };
  readonly #options: ClientOptions;
  readonly #waiting = new Set<() => void>();
  /** To be called when the server ends. A promise that is raced against `exited` would be held by it until then. */
  readonly #leaving = new Set<(code: number | null) => void>();
  #errors = '';

  constructor(options: ClientOptions) {
    assert.ok(existsSync('dist/server.js'), 'There is no dist/server.js: run npm run build first.');
    this.#options = options;
    this.settings = options.settings ?? {};
    this.process =
      options.transport === 'ipc'
        ? fork('dist/server.js', ['--node-ipc'], { silent: true, execArgv: [] })
        : spawn(process.execPath, ['dist/server.js', '--stdio']);
    running.add(this.process);
    if (!options.mayFail) clients.add(this);
    this.process.stderr?.on('data', (data: Buffer) => (this.#errors += data.toString()));
    this.exited = new Promise((resolve) => {
      this.process.once('exit', (code) => {
        running.delete(this.process);
        resolve(code);
        for (const leave of [...this.#leaving]) leave(code);
      });
    });
    this.connection =
      options.transport === 'ipc'
        ? createMessageConnection(new IPCMessageReader(this.process), new IPCMessageWriter(this.process))
        : createMessageConnection(
            new StreamMessageReader(this.process.stdout!),
            new StreamMessageWriter(this.process.stdin!),
          );
    // What is written to a server that has ended is lost, and that is no fault of a test.
    this.connection.onError(() => undefined);
    this.#listen();
  }

  #listen(): void {
    this.connection.onNotification((method, params) => this.#note(method, params));
    this.connection.onRequest((method, params) => {
      this.#note(method, params);
      const answer = this.#options.answers?.[method];
      if (answer) return answer(params as never);
      return method === 'workspace/configuration' ? [this.settings] : null;
    });
    this.connection.onUnhandledProgress((progress) => this.#note('$/progress', progress));
    this.connection.listen();
  }

  #note(method: string, params: unknown): void {
    this.messages.push({ method, params });
    if (method === 'textDocument/publishDiagnostics') {
      const published = params as PublishDiagnosticsParams;
      this.diagnostics.set(published.uri, published);
    }
    for (const look of this.#waiting) look();
  }

  async initialize(): Promise<void> {
    const {
      folders,
      root,
      capabilities = everything,
      initializationOptions,
      processId = null,
    } = this.#options;
    const params: Omit<InitializeParams, 'rootUri'> & { readonly rootUri: string | null } = {
      processId,
      rootUri: root ?? null,
      capabilities,
      ...(initializationOptions === undefined ? {} : { initializationOptions }),
      ...(folders === null ? {} : { workspaceFolders: (folders ?? []).map(asFolder) }),
    };
    this.initializeResult = await this.request('initialize', params);
    await this.notify('initialized', {});
  }

  /** Rejects, too, when the server ends before it answers. */
  request<Result>(method: string, params?: unknown): Promise<Result> {
    const answer =
      params === undefined
        ? this.connection.sendRequest<Result>(method)
        : this.connection.sendRequest<Result>(method, params);
    return new Promise<Result>((resolve, reject) => {
      const forget = this.#whenItEnds((code) =>
        reject(new Error(`The server ended (${code}) before it answered ${method}.\n${this.#account()}`)),
      );
      void answer.then(resolve, reject).finally(forget);
    });
  }

  /** Calls `leave` when the server ends, or has ended. @returns to be called when nothing depends on it any more */
  #whenItEnds(leave: (code: number | null) => void): () => void {
    this.#leaving.add(leave);
    if (!running.has(this.process)) void this.exited.then((code) => this.#leaving.has(leave) && leave(code));
    return () => this.#leaving.delete(leave);
  }

  notify(method: string, params: unknown): Promise<void> {
    return this.connection.sendNotification(method, params);
  }

  /** Waits until `look` finds something, and answers it. */
  async waitFor<Found>(what: string, look: () => Found | undefined | false | null): Promise<Found> {
    const now = look();
    if (now) return now;
    return new Promise((resolve, reject) => {
      const end = (): void => {
        clearTimeout(limit);
        this.#waiting.delete(again);
        forget();
      };
      const again = (): void => {
        const found = look();
        if (!found) return;
        end();
        resolve(found);
      };
      const limit = setTimeout(() => {
        end();
        reject(new Error(`Waited in vain for this: ${what}.\n${this.#account()}`));
      }, patience);
      this.#waiting.add(again);
      const forget = this.#whenItEnds((code) => {
        end();
        reject(new Error(`The server ended (${code}) before this: ${what}.\n${this.#account()}`));
      });
    });
  }

  /** What has happened, for whoever reads a failure. */
  #account(): string {
    const findings = [...this.diagnostics.values()].flatMap(({ uri, diagnostics }) =>
      diagnostics.map(({ code, message }) => `  ${uri}: ${code} ${JSON.stringify(message)}`),
    );
    const last = this.messages.slice(-5).map((message) => `  ${JSON.stringify(message).slice(0, 300)}`);
    return ['Diagnostics:', ...findings, 'The last messages:', ...last, this.#errors].join('\n');
  }

  /** Waits until all folders have been read, and all that follows has been said: the server itself says so. */
  async settled(): Promise<void> {
    await this.until(
      'the server is at rest',
      () => this.request<string>('evidencePortfolio/serverState'),
      (state) =>
        state.includes('All folders have been read') && state.includes('All that has happened is told of'),
    );
  }

  /** Asks again and again until the answer is good, and gives it: a busy machine answers later. */
  async until<Answer>(
    what: string,
    ask: () => Promise<Answer>,
    isGood: (answer: Answer) => boolean,
  ): Promise<Answer> {
    const end = Date.now() + patience;
    for (;;) {
      const answer = await ask();
      if (isGood(answer)) return answer;
      if (Date.now() > end)
        throw new Error(
          `Asked in vain until ${what}. The last answer: ${JSON.stringify(answer)}\n${this.#account()}`,
        );
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  }

  open(uri: string, text: string, version = 1): Promise<void> {
    return this.notify('textDocument/didOpen', {
      textDocument: { uri, languageId: 'markdown', version, text },
    });
  }

  change(
    uri: string,
    version: number,
    contentChanges: readonly TextDocumentContentChangeEvent[],
  ): Promise<void> {
    return this.notify('textDocument/didChange', { textDocument: { uri, version }, contentChanges });
  }

  close(uri: string): Promise<void> {
    return this.notify('textDocument/didClose', { textDocument: { uri } });
  }

  /** Tells of what happened to files: `created`, `changed` or `deleted` and an address each. */
  watched(...events: readonly (readonly ['created' | 'changed' | 'deleted', string])[]): Promise<void> {
    const types = { created: 1, changed: 2, deleted: 3 };
    return this.notify('workspace/didChangeWatchedFiles', {
      changes: events.map(([kind, uri]) => ({ uri, type: types[kind] })),
    });
  }

  foldersChanged(added: readonly string[], removed: readonly string[]): Promise<void> {
    return this.notify('workspace/didChangeWorkspaceFolders', {
      event: { added: added.map(asFolder), removed: removed.map(asFolder) },
    });
  }

  hover(uri: string, position: Position): Promise<Hover | null> {
    return this.request('textDocument/hover', { textDocument: { uri }, position });
  }

  completion(uri: string, position: Position): Promise<CompletionList | null> {
    return this.request('textDocument/completion', { textDocument: { uri }, position });
  }

  codeActions(uri: string, diagnostics: readonly Diagnostic[]): Promise<CodeAction[] | null> {
    const range = diagnostics[0]?.range ?? {
      start: { line: 0, character: 0 },
      end: { line: 0, character: 0 },
    };
    return this.request('textDocument/codeAction', {
      textDocument: { uri },
      range,
      context: { diagnostics },
    });
  }

  async coverage(): Promise<readonly PortfolioCoverage[]> {
    return (await this.request<CoverageResult>('evidencePortfolio/coverage')).portfolios;
  }

  /** The rules that a file's diagnostics name, in order; none where nothing was said of it. */
  codes(uri: string): readonly string[] {
    return (this.diagnostics.get(uri)?.diagnostics ?? []).map(({ code }) => String(code));
  }

  /** Waits until a file has exactly these findings. */
  async waitForCodes(uri: string, codes: readonly string[]): Promise<readonly Diagnostic[]> {
    await this.waitFor(`${uri} has ${codes.length > 0 ? codes.join(', ') : 'no findings'}`, () => {
      // A file that nothing was ever said of has not been cleared.
      return this.diagnostics.has(uri) && this.codes(uri).join() === codes.join();
    });
    return this.diagnostics.get(uri)!.diagnostics;
  }

  /** What has failed in the server so far, as its log says it. */
  faults(): readonly string[] {
    return this.messages.flatMap(({ method, params }) => {
      const { type, message } = (params ?? {}) as Partial<LogMessageParams>;
      const isFault = method === 'window/logMessage' && type === MessageType.Error;
      return isFault && /^[\w /]+ failed: /.test(message ?? '') ? [message ?? ''] : [];
    });
  }

  /** What the server has written to its error output. */
  get errors(): string {
    return this.#errors;
  }

  /** Ends the server as an editor does, and answers its exit code. */
  async stop(): Promise<number | null> {
    await this.request('shutdown');
    await this.notify('exit', null);
    return this.exited;
  }
}

const asFolder = (uri: string) => ({ uri, name: uri.slice(uri.lastIndexOf('/') + 1) });
