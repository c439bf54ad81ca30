/** The server as VS Code for the web starts it: a classic script behind an address that leads to nothing else. */
import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createContext, runInContext } from 'node:vm';
import type { Root } from 'mdast';

const folder = 'https://cdn.example.org/evidence-portfolio/dist/browser/';
const evidence = '---\ntitle: A\nelements: [3.2.9]\n---\n\nText.\n';
const uri = 'vscode-vfs://github/anytown/evidence/a.md';

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
}

/** A worker, without a browser: what it is given is what a worker has that the server makes use of. */
class Worker {
  /** The scripts that it has asked for. */
  readonly scripts: string[] = [];
  offline = false;
  readonly #scope: { onmessage?: (event: { data: unknown }) => void; [name: string]: unknown };
  readonly #said: Message[] = [];
  readonly #waiting = new Set<() => void>();
  #asked = 0;

  constructor(href: string) {
    const { URL, TextEncoder, TextDecoder, clearTimeout, clearInterval } = globalThis;
    const scope = createContext({
      ...{ URL, TextEncoder, TextDecoder, clearTimeout, clearInterval },
      // Nobody ends this worker: what it waits for must not keep the tests from ending.
      setTimeout: (run: () => void, time: number) => setTimeout(run, time).unref(),
      setInterval: (run: () => void, time: number) => setInterval(run, time).unref(),
      ...{ console, performance, atob, btoa },
      location: { href },
      addEventListener: () => undefined,
      postMessage: (message: Message) => this.#hear(message),
      importScripts: (address: string) => {
        if (this.offline) throw new Error('NetworkError');
        this.scripts.push(address);
        runInContext(readFileSync(address.replace(folder, 'dist/browser/'), 'utf8'), scope);
      },
    });
    scope['self'] = scope;
    this.#scope = scope;
    runInContext(readFileSync('dist/browser/server.js', 'utf8'), scope);
  }

  tell(method: string, params: unknown): void {
    this.#send({ method, params });
  }

  async ask(method: string, params: unknown): Promise<unknown> {
    const id = (this.#asked += 1);
    this.#send({ id, method, params });
    const answer = await this.heard((message) => message.id === id && message.method === undefined);
    return answer.result;
  }

  async heard(fits: (message: Message) => boolean): Promise<Message> {
    for (;;) {
      const found = this.#said.find(fits);
      if (found) return found;
      await new Promise<void>((resolve) => this.#waiting.add(resolve));
    }
  }

  /** What a part hands over. */
  part(file: string): unknown {
    const exported = {};
    this.#scope['evidencePortfolioPart'] = (_: string, run: (exports: object) => void) => run(exported);
    runInContext(readFileSync(`dist/browser/${file}`, 'utf8'), this.#scope);
    return exported;
  }

  #send(message: object): void {
    this.#scope.onmessage?.({ data: { jsonrpc: '2.0', ...message } });
  }

  #hear(message: Message): void {
    this.#said.push(message);
    // The client has no files: what is open is all there is.
    if (message.id !== undefined && message.method !== undefined)
      setTimeout(() => this.#send({ id: message.id, error: { code: -32601, message: 'Not here' } }));
    for (const resolve of this.#waiting) resolve();
    this.#waiting.clear();
  }
}

const started = async (href: string, initializationOptions: object): Promise<Worker> => {
  const worker = new Worker(href);
  const capabilities = { textDocument: { codeAction: { codeActionLiteralSupport: {} } } };
  const workspaceFolders = [{ uri: 'vscode-vfs://github/anytown', name: 'Anytown' }];
  await worker.ask('initialize', {
    ...{ processId: null, rootUri: null, workspaceFolders },
    ...{ capabilities, initializationOptions },
  });
  worker.tell('initialized', {});
  const textDocument = { uri, languageId: 'markdown', version: 1, text: evidence };
  worker.tell('textDocument/didOpen', { textDocument });
  await worker.heard(({ method }) => method === 'textDocument/publishDiagnostics');
  return worker;
};
const fixes = async (worker: Worker): Promise<readonly { readonly title: string }[]> => {
  const at = { line: 2, character: 12 };
  const asked = { textDocument: { uri }, range: { start: at, end: at }, context: { diagnostics: [] } };
  return ((await worker.ask('textDocument/codeAction', asked)) ?? []) as readonly { title: string }[];
};

describe('The worker', () => {
  it('starts with one script, and loads others from beside it when they are needed', async () => {
    const worker = await started('blob:https://v--1.vscode-cdn.net/1', { startedFrom: `${folder}server.js` });
    equal(worker.scripts.join(), '');
    ok((await fixes(worker)).some(({ title }) => title.includes('3.2.1')));
    const loaded = worker.scripts.join();
    ok(loaded.startsWith(`${folder}codeActions-`), loaded);
    await fixes(worker);
    equal(worker.scripts.join(), loaded, 'A part is loaded once.');
  });

  it('knows where they are by itself, where it is not behind another address', async () => {
    const worker = await started(`${folder}server.js`, {});
    ok((await fixes(worker)).length > 0);
  });

  it('asks again for what did not come', async () => {
    const worker = await started(`${folder}server.js`, {});
    worker.offline = true;
    deepEqual(await fixes(worker), []);
    worker.offline = false;
    ok((await fixes(worker)).length > 0);
  });

  it('has a Markdown parser to load', () => {
    const tree = new Worker(`${folder}server.js`).part('markdown.js') as {
      parseMarkdown: (text: string) => Root;
    };
    match(JSON.stringify(tree.parseMarkdown('# A\n\n[b](c)')), /"heading".*"link"/);
  });
});
