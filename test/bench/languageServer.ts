/** A language server over stdio, as an editor meets it: how long until it says what is wrong, and how fast it answers. */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { MessageConnection } from 'vscode-jsonrpc/node';
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-jsonrpc/node';
import { pathOf } from './generate';
import { residentBytes } from './wholeProcess';

export interface ServerCommand {
  readonly name: string;
  readonly program: string;
  readonly arguments: readonly string[];
  /** It is asked for diagnostics (`textDocument/diagnostic`) rather than sending them by itself. */
  readonly pulls?: boolean;
  /** It says by itself what is wrong in files that are not open. */
  readonly tellsAll?: boolean;
  readonly initializationOptions?: unknown;
  /** Sent when it has been initialised. */
  readonly settings?: unknown;
  /** Answers to what it asks of the client, by method. */
  readonly answers?: (folder: string) => Readonly<Record<string, (params: never) => unknown>>;
  /** Rounds of what our views ask while somebody edits, after which memory is looked at; undefined where it has none. */
  readonly longUse?: number;
  /** What it can be asked, at which place of the open file, and how often. */
  readonly questions: readonly Question[];
}

export interface Question {
  readonly name: string;
  readonly method: string;
  /** Undefined: the question is about no file. */
  readonly at?: { readonly before: RegExp };
  /** Parameters beside the place. */
  readonly more?: Readonly<Record<string, unknown>>;
  readonly times: number;
}

export interface ServerFigures {
  /** Milliseconds from the start of the process until the diagnostics of the file that is open. */
  readonly open: number;
  /** Until all files have been read and what is wrong in them has been said; NaN where it does not tell. */
  readonly all: number;
  /** From each keystroke to the diagnostics of the file. */
  readonly changes: readonly number[];
  /** The same where an ID is typed below `elements`, and taken away again. */
  readonly idChanges: readonly number[];
  /** Per question, from asking to the answer. */
  readonly answers: ReadonlyMap<string, readonly number[]>;
  /** Memory three seconds after all files have been read, and at the end. */
  readonly indexedBytes: number | undefined;
  /** Three seconds after the views have been used for long. */
  readonly longUseBytes: number | undefined;
  readonly residentBytes: number | undefined;
}

/**
 * Starts a server in a folder, opens a file with a fault, types, asks, and ends it.
 * @param id typed below `elements`, where given
 */
export async function measureServer(
  command: ServerCommand,
  folder: string,
  keystrokes: number,
  id?: string,
): Promise<ServerFigures> {
  const session = new Session(command, folder);
  try {
    const path = join(folder, pathOf(0));
    const uri = pathToFileURL(path).href;
    // A fault that stays while the text changes: diagnostics are sent each time.
    const text = readFileSync(path, 'utf8').replace(
      /\n---\n/,
      '\n---\n\nSee [nothing](nowhere-at-all.md).\n',
    );
    await session.initialize();
    const open = await session.open(uri, text);
    const all = command.tellsAll ? await session.allRead() : NaN;
    await rest(3000);
    const indexedBytes = session.residentBytes();
    const changes = await session.type(uri, text, keystrokes);
    const idChanges = id === undefined ? [] : await session.typeId(uri, text, id, keystrokes);
    const longUseBytes = command.longUse ? await session.useLong(uri, text, command.longUse) : undefined;
    const answers = new Map<string, readonly number[]>();
    for (const question of command.questions)
      answers.set(question.name, await session.ask(question, uri, text));
    const residentBytes = session.residentBytes();
    return { open, all, changes, idChanges, answers, indexedBytes, longUseBytes, residentBytes };
  } finally {
    session.end();
  }
}

class Session {
  readonly #start = performance.now();
  readonly #command: ServerCommand;
  readonly #folder: string;
  readonly #child;
  readonly #connection: MessageConnection;
  readonly #waiting = new Set<(uri: string) => void>();
  #version = 1;

  constructor(command: ServerCommand, folder: string) {
    this.#command = command;
    this.#folder = folder;
    this.#child = spawn(command.program, [...command.arguments], {
      cwd: folder,
      stdio: ['pipe', 'pipe', 'ignore'],
    });
    this.#connection = createMessageConnection(
      new StreamMessageReader(this.#child.stdout),
      new StreamMessageWriter(this.#child.stdin),
    );
    this.#connection.onError(() => undefined);
    this.#connection.onNotification(
      'textDocument/publishDiagnostics',
      ({ uri }: { readonly uri: string }) => {
        for (const told of this.#waiting) told(uri);
      },
    );
    const answers = command.answers?.(folder) ?? {};
    this.#connection.onRequest((method, params) =>
      answers[method] ? answers[method](params as never) : method === 'workspace/configuration' ? [{}] : null,
    );
    this.#connection.listen();
  }

  async initialize(): Promise<void> {
    const root = pathToFileURL(this.#folder).href;
    await this.#connection.sendRequest('initialize', {
      processId: process.pid,
      rootUri: root,
      workspaceFolders: [{ uri: root, name: 'measured' }],
      capabilities: {
        window: { workDoneProgress: true },
        workspace: { workspaceFolders: true, configuration: true },
        textDocument: {
          publishDiagnostics: { versionSupport: true },
          ...(this.#command.pulls ? { diagnostic: {} } : {}),
          completion: { completionItem: { documentationFormat: ['markdown'] } },
          hover: { contentFormat: ['markdown'] },
        },
      },
      initializationOptions: this.#command.initializationOptions ?? {},
    });
    await this.#connection.sendNotification('initialized', {});
    if (this.#command.settings !== undefined)
      await this.#connection.sendNotification('workspace/didChangeConfiguration', {
        settings: this.#command.settings,
      });
  }

  /** Milliseconds from the start of the process to the file's first diagnostics. */
  async open(uri: string, text: string): Promise<number> {
    await this.#afterDiagnostics(uri, () =>
      this.#connection.sendNotification('textDocument/didOpen', {
        textDocument: { uri, languageId: 'markdown', version: 1, text },
      }),
    );
    return performance.now() - this.#start;
  }

  /** Milliseconds from the start of the process until the server says that it has read all files. */
  async allRead(): Promise<number> {
    for (;;) {
      const state: string = await this.#connection.sendRequest('evidencePortfolio/serverState');
      if (state.includes('All folders have been read')) return performance.now() - this.#start;
      await rest(10);
    }
  }

  /** Types into the paragraph below the front matter, a character at a time. */
  async type(uri: string, text: string, keystrokes: number): Promise<readonly number[]> {
    const lines = text.slice(0, text.indexOf('See [nothing]')).split('\n');
    const line = lines.length - 1;
    const times: number[] = [];
    for (let character = 0; character < keystrokes; character += 1) {
      const start = performance.now();
      await this.#afterDiagnostics(uri, () =>
        this.#connection.sendNotification('textDocument/didChange', {
          textDocument: { uri, version: (this.#version += 1) },
          contentChanges: [
            {
              range: { start: { line, character }, end: { line, character } },
              text: character % 6 === 5 ? ' ' : 'a',
            },
          ],
        }),
      );
      times.push(performance.now() - start);
    }
    return times;
  }

  /** Types an ID as the first of the elements and takes it away, again and again. */
  async typeId(uri: string, text: string, id: string, keystrokes: number): Promise<readonly number[]> {
    const times: number[] = [];
    for (let typed = 0; times.length < keystrokes; typed = (typed + 1) % (id.length + 1)) {
      const start = performance.now();
      await this.#afterDiagnostics(uri, () =>
        this.#write(uri, text.replace(/^elements:\n/m, `$&  - ${id.slice(0, typed)}\n`)),
      );
      times.push(performance.now() - start);
    }
    await this.#afterDiagnostics(uri, () => this.#write(uri, text));
    return times;
  }

  /** Edits, and asks each time what the views of our client ask. @returns memory, three seconds later */
  async useLong(uri: string, text: string, rounds: number): Promise<number | undefined> {
    let known: number | undefined;
    for (let round = 0; round < rounds; round++) {
      await this.#afterDiagnostics(uri, () =>
        this.#write(uri, text.replace(/^title: .*$/m, `title: Another title ${round}`)),
      );
      const outline: {
        readonly revision: number;
        readonly portfolios: readonly { readonly root: string }[];
      } = await this.#connection.sendRequest(
        'evidencePortfolio/coverageOutline',
        known === undefined ? {} : { known },
      );
      known = outline.revision;
      const root = outline.portfolios[0]?.root;
      const elements = ['1.1.1', '2.1.1', '3.2.4', '4.1.1', '5.1.1'];
      await this.#connection.sendRequest('evidencePortfolio/evidenceOf', { root, elements });
      await this.#connection.sendRequest('evidencePortfolio/thisFile', { uri });
      await this.#connection.sendRequest('evidencePortfolio/actionPlan');
    }
    await this.#write(uri, text);
    await rest(3000);
    return this.residentBytes();
  }

  #write(uri: string, text: string): Promise<void> {
    return this.#connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version: (this.#version += 1) },
      contentChanges: [{ text }],
    });
  }

  async ask({ method, at, more, times }: Question, uri: string, text: string): Promise<readonly number[]> {
    const found = at?.before.exec(text);
    if (at && !found) throw new Error(`There is no place ${at.before} to ask at.`);
    const before = text.slice(0, (found?.index ?? 0) + (found?.[0].length ?? 0)).split('\n');
    const position = { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
    const taken: number[] = [];
    for (let time = 0; time < times; time += 1) {
      const start = performance.now();
      if (at) await this.#connection.sendRequest(method, { textDocument: { uri }, position, ...more });
      else await this.#connection.sendRequest(method);
      taken.push(performance.now() - start);
    }
    return taken;
  }

  residentBytes(): number | undefined {
    return residentBytes(this.#child.pid, 'VmRSS');
  }

  end(): void {
    this.#connection.dispose();
    this.#child.kill('SIGKILL');
  }

  async #afterDiagnostics(uri: string, act: () => Promise<void>): Promise<void> {
    if (this.#command.pulls) {
      await act();
      const report: { readonly items: readonly unknown[] } = await this.#connection.sendRequest(
        'textDocument/diagnostic',
        { textDocument: { uri } },
      );
      if (report.items.length === 0) throw new Error(`${this.#command.name} finds nothing in ${uri}.`);
      return;
    }
    await new Promise<void>((resolve, reject) => {
      const patience = setTimeout(
        () => reject(new Error(`${this.#command.name} says nothing of ${uri}.`)),
        120_000,
      );
      const told = (about: string): void => {
        if (about !== uri) return;
        clearTimeout(patience);
        this.#waiting.delete(told);
        resolve();
      };
      this.#waiting.add(told);
      act().catch(reject);
    });
  }
}

const rest = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
