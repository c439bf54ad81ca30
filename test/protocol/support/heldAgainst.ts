/** A session, and what the server knows after it, held against what one knows that starts then. */
import { MessageType } from 'vscode-languageserver-protocol';
import type { Client } from './client';
import { startClient } from './client';
import type { Folder } from './folders';
import { folderOf } from './folders';
import type { Held, Step } from './sessions';
import { Editor, workspaceFolders } from './sessions';

export interface Outcome {
  readonly messages: number;
  /** What differs, was logged as an error or made it fail; nothing where all is as it should be. */
  readonly trouble: string;
}

/** Takes these steps with a server of its own, in a folder of its own. Does not throw for what the server does. */
export async function heldAgainstFresh(steps: readonly Step[]): Promise<Outcome> {
  const folder = folderOf({
    'one/a.md': '---\nelements: [3.2.4]\n---\n\nText.\n',
    'two/e.md': '',
    'one/nested/d.md': '',
  });
  const running: Client[] = [];
  try {
    return { messages: steps.length, trouble: await troubleOf(steps, folder, running) };
  } catch (error) {
    return { messages: steps.length, trouble: error instanceof Error ? error.message : String(error) };
  } finally {
    for (const client of running) client.process.kill('SIGKILL');
    folder.remove('.');
  }
}

async function troubleOf(steps: readonly Step[], folder: Folder, running: Client[]): Promise<string> {
  const folders = workspaceFolders.slice(0, 2);
  const answers = { 'workspace/applyEdit': () => ({ applied: false }) };
  const start = async (settings: unknown, names: readonly string[]): Promise<Client> => {
    const client = await startClient({
      mayFail: true,
      answers,
      settings,
      folders: names.map((name) => folder.uri(name)),
    });
    running.push(client);
    return client;
  };
  const old = await start({}, folders);
  const editor = new Editor(old, folder, folders);
  for (const step of steps) await editor.take(step);
  await editor.rest();
  const fresh = await start(editor.held.settings, editor.held.folders);
  for (const [file, text] of editor.held.open) await fresh.open(folder.uri(file), text);
  const [known, anew] = [await knows(old, folder, editor.held), await knows(fresh, folder, editor.held)];
  for (const client of running) await client.stop();
  return [...differences(known, anew), ...running.flatMap(complaints)]
    .join('\n')
    .replaceAll(folder.uri(), '@');
}

/** What was logged as an error, or printed. */
const complaints = (client: Client): readonly string[] => [
  ...client.messages.flatMap(({ method, params }) => {
    const { type, message } = (params ?? {}) as { readonly type?: number; readonly message?: string };
    return method === 'window/logMessage' && type === MessageType.Error ? [`Logged: ${message}`] : [];
  }),
  ...(client.errors === '' ? [] : [`Printed: ${client.errors}`]),
];

type Known = ReadonlyMap<string, string>;

function differences(known: Known, anew: Known): readonly string[] {
  return [...new Set([...known.keys(), ...anew.keys()])].flatMap((name) => {
    const [old, fresh] = [known.get(name), anew.get(name)];
    return old === fresh ? [] : [`${name}\n  known: ${cut(old)}\n  fresh: ${cut(fresh)}`];
  });
}

const cut = (text = 'nothing'): string => (text.length > 1000 ? `${text.slice(0, 1000)}…` : text);

const ofFile = ['documentSymbol', 'documentLink', 'codeLens', 'inlayHint'];
const atLine = ['hover', 'completion', 'codeAction', 'definition', 'references'];
const ofAll = ['coverage', 'actionPlan', 'due', 'owners', 'people'];

/** Diagnostics and answers as JSON, by what was asked. */
async function knows(client: Client, folder: Folder, held: Held): Promise<Known> {
  await client.settled();
  const known = new Map<string, string>();
  for (const [uri, { diagnostics }] of client.diagnostics)
    if (diagnostics.length > 0) known.set(`diagnostics of ${uri}`, JSON.stringify(diagnostics));
  const ask = async (name: string, method: string, params: object): Promise<void> => {
    known.set(name, JSON.stringify(await client.request(method, params)));
  };
  for (const name of ofAll) await ask(name, `evidencePortfolio/${name}`, {});
  for (const file of held.open.keys()) {
    const uri = folder.uri(file);
    await ask(`${file} thisFile`, 'evidencePortfolio/thisFile', { uri });
    const textDocument = { uri };
    const range = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };
    for (const method of ofFile)
      await ask(`${file} ${method}`, `textDocument/${method}`, { textDocument, range });
    for (const line of [0, 2, 8, 99])
      for (const method of atLine)
        await ask(`${file}:${line} ${method}`, `textDocument/${method}`, {
          textDocument,
          position: { line, character: 12 },
          range: { start: { line, character: 0 }, end: { line, character: 12 } },
          context: { diagnostics: client.diagnostics.get(uri)?.diagnostics ?? [], includeDeclaration: true },
        });
  }
  return known;
}
