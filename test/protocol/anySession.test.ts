/**
 * Sessions made at random, against the real server: it must not fail, and know in the end what one that starts then does.
 * Some thousand messages here; `npm run test:fuzz` has a hundred thousand.
 */
import { deepEqual } from 'node:assert/strict';
import fc from 'fast-check';
import { MessageType } from 'vscode-languageserver-protocol';
import type { Client } from './support/client';
import { startClient } from './support/client';
import type { Folder } from './support/folders';
import { folderOf } from './support/folders';
import type { Held, Step } from './support/sessions';
import { Editor, session, workspaceFolders } from './support/sessions';

const perSession = 150;
const factor = process.env['FC_RUNS'] === undefined ? undefined : Number(process.env['FC_RUNS']);
/** Those of the ordinary run take a few seconds. */
const messages = factor === undefined ? 600 : 10_000 * factor;
const seed = Number(process.env['FC_SEED'] ?? 15);
/** The `path` of a failure and `FC_SHRINK=1`: shorter sessions that fail in the same way are looked for. */
const path = process.env['FC_PATH'];
const from = path === undefined ? {} : { path };

describe('A session of any legal messages', () => {
  it('leaves a server that knows what a new one knows', async function () {
    this.timeout(factor === undefined ? 120_000 : 0);
    let sent = 0;
    await fc.assert(
      fc.asyncProperty(session(perSession), async (steps) => {
        sent += await attempt(steps);
      }),
      // Sessions have from half as many messages.
      {
        numRuns: Math.ceil(messages / (perSession * 0.75)),
        seed,
        endOnFailure: process.env['FC_SHRINK'] === undefined,
        ...from,
      },
    );
    if (factor !== undefined) console.log(`${sent} messages sent, seed ${seed}.`);
  });
});

async function attempt(steps: readonly Step[]): Promise<number> {
  const folder = folderOf({
    'one/a.md': '---\nelements: [3.2.4]\n---\n\nText.\n',
    'two/e.md': '',
    'one/nested/d.md': '',
  });
  const answers = { 'workspace/applyEdit': () => ({ applied: false }) };
  const folders = workspaceFolders.slice(0, 2);
  const options = { mayFail: true, answers, settings: {} };
  const old = await startClient({ ...options, folders: folders.map((name) => folder.uri(name)) });
  const running = [old];
  try {
    const editor = new Editor(old, folder, folders);
    for (const step of steps) await editor.take(step);
    await editor.rest();
    const now = editor.held.folders.map((name) => folder.uri(name));
    const fresh = await startClient({ ...options, settings: editor.held.settings, folders: now });
    running.push(fresh);
    for (const [file, text] of editor.held.open) await fresh.open(folder.uri(file), text);
    const known = await knows(old, folder, editor.held);
    deepEqual(known, await knows(fresh, folder, editor.held));
    for (const client of running) await client.stop();
    deepEqual(running.flatMap(troubles), []);
    return editor.held.messages;
  } finally {
    // Where something differs, hundreds of shorter sessions are tried.
    for (const client of running) client.process.kill('SIGKILL');
    folder.remove('.');
  }
}

/** What was logged as an error, or printed. */
const troubles = (client: Client): readonly unknown[] => [
  ...client.messages.flatMap(({ method, params }) =>
    method === 'window/logMessage' && (params as { type: number }).type === MessageType.Error ? [params] : [],
  ),
  ...(client.errors === '' ? [] : [client.errors]),
];

const perFile = [
  'hover',
  'completion',
  'documentSymbol',
  'documentLink',
  'codeLens',
  'codeAction',
  'definition',
];
const ofAll = ['coverage', 'actionPlan', 'due', 'owners', 'people'];

/** Diagnostics and answers, for one server to be held against another. */
async function knows(client: Client, folder: Folder, held: Held): Promise<unknown> {
  await client.settled();
  const diagnostics = Object.fromEntries(
    [...client.diagnostics]
      .filter(([, published]) => published.diagnostics.length > 0)
      .map(([uri, published]) => [uri, published.diagnostics] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
  const answers: Record<string, unknown> = {};
  for (const name of ofAll) answers[name] = await client.request(`evidencePortfolio/${name}`, {});
  for (const file of held.open.keys()) {
    const uri = folder.uri(file);
    answers[`${file} thisFile`] = await client.request('evidencePortfolio/thisFile', { uri });
    for (const line of [0, 2, 8, 99])
      for (const method of perFile)
        answers[`${file}:${line} ${method}`] = await client.request(`textDocument/${method}`, {
          textDocument: { uri },
          position: { line, character: 12 },
          range: { start: { line, character: 0 }, end: { line, character: 12 } },
          context: { diagnostics: client.diagnostics.get(uri)?.diagnostics ?? [] },
        });
  }
  return { diagnostics, answers };
}
