/**
 * Sessions made at random: what editors and disks may do, as data, and a client that does it. Legal messages only, however
 * unlikely; parameters of our own requests and commands may be anything.
 */
import { mkdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { CancellationTokenSource } from 'vscode-jsonrpc/node';
import * as protocol from '../../../server/lsp/protocol';
import type { Client } from './client';
import type { Folder } from './folders';

/** Workspace folders, one of them in another. */
export const workspaceFolders = ['one', 'one/nested', 'two'] as const;

const files = [
  'one/portfolio.yaml',
  'one/a.md',
  'one/b.md',
  'one/sub/c.md',
  'one/action-plan.md',
  'one/standard.yaml',
  'one/.gitignore',
  'one/nested/portfolio.yaml',
  'one/nested/d.md',
  'two/e.md',
  'two/sub/f.md',
  'two/é 😀.md',
] as const;
const movable = ['one/sub', 'one/moved', 'two/sub', 'one/nested', 'two/moved'] as const;

const evidence = (elements: string, more = ''): string =>
  `---\ntitle: Évidence 😀\nelements: ${elements}\n${more}---\n\n# Words\n\nSee [a](a.md) and [f](../two/sub/f.md).\n`;
const lines = [
  evidence('[3.2.4, 1.1.1]'),
  evidence('[3.2.9]', 'status: draft\nref: ES 1\n'),
  evidence('1.10', 'review-by: 2020-01-01\nowner: Anne\n'),
  evidence('[A.1, A.2]', 'attachments: [b.md, gone.pdf]\n'),
  'title: One\nstandard: customer-service-excellence\nassessment:\n  1.1.1: { applicable: false }\n  3.2.4: { self: partial }\n',
  'standard: standard.yaml\nexclude: [sub/**]\n',
  'rules: { element-uncovered: off }\n',
  'id: own\ntitle: Own\nlevels: [Group, Element]\nchildren:\n  - id: A\n    children:\n      - { id: A.1, text: One }\n      - { id: A.2, text: Two }\n',
  '---\ntype: action-plan\n---\n\n| Ref | Action | Responsibility | Target Completion Date | Progress | Comments |\n| --- | --- | --- | --- | --- | --- |\n| 3.2.4 | Do it | Anne | 2026-01-01 | open | 😀 |\n| 9.9.9 | x | | | | |\n',
  'b.md\nsub/\n',
  '---\nelements: [3.2.4\n',
  '# Only words\n',
  '',
];
const texts = fc.oneof(
  fc.constantFrom(...lines),
  fc.constantFrom(...lines).map((text) => text.replaceAll('\n', '\r\n')),
);
const pieces = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '3.2.4',
        '1.1.1',
        '\n',
        '\r\n',
        '\r',
        '---\n',
        'elements: [',
        ', ',
        '😀',
        '\ud83d',
        '\ude00',
        '| ',
        ']',
      ),
      fc.constantFrom('title: x\n', '# 3.2.4 x\n', '[x](a.md)', '&', '\t', '\u202e', '"', ' #', ''),
    ),
    { maxLength: 4 },
  )
  .map((parts) => parts.join(''));
const line = fc.oneof(fc.nat({ max: 14 }), fc.constantFrom(99, 2 ** 31 - 1));
const position = fc.record({
  line,
  character: fc.oneof(fc.nat({ max: 30 }), fc.constantFrom(500, 2 ** 31 - 1)),
});
const range = fc
  .tuple(position, position)
  .map(([a, b]) =>
    a.line < b.line || (a.line === b.line && a.character <= b.character)
      ? { start: a, end: b }
      : { start: b, end: a },
  );
const change = fc.oneof(
  { weight: 9, arbitrary: fc.record({ range, text: pieces }) },
  { weight: 1, arbitrary: fc.record({ text: texts }) },
);

const file = fc.constantFrom(...files);
const inDocument = ['codeLens', 'documentLink', 'documentSymbol', 'formatting', 'codeAction', 'inlayHint'];
const atPosition = [
  'hover',
  'completion',
  'definition',
  'references',
  'documentHighlight',
  'prepareRename',
  'rename',
];
const ownRequests = Object.values(protocol as Readonly<Record<string, unknown>>).flatMap((value) =>
  isMessage(value) && value.method.startsWith('evidencePortfolio/') ? [value.method] : [],
);

function isMessage(value: unknown): value is { readonly method: string } {
  return typeof value === 'object' && value !== null && 'method' in value && typeof value.method === 'string';
}

/** Values that keys of our own messages have, and some that they never have. `@one` stands for an address. */
const odd = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    0,
    -1,
    1e300,
    true,
    '',
    'x',
    '@one',
    '@one/a.md',
    '\ud800',
    [],
    {},
    [null],
    [7],
  ),
  fc.constantFrom<unknown>(
    { toString: 1 },
    '__proto__',
    'file://%',
    '\0',
    [['x']],
    { uri: 7 },
    'a'.repeat(5000),
  ),
);
const likely: Readonly<Record<string, readonly unknown[]>> = {
  root: ['@one', '@one/nested', '@two'],
  uri: ['@one/a.md', '@one/action-plan.md', '@two/e.md', '@one/portfolio.yaml'],
  uris: [['@one/a.md', '@one/b.md'], ['@two']],
  folder: ['@one', '@'],
  file: ['@one/a.md'],
  element: ['3.2.4', '1', 'A.1'],
  elements: [['3.2.4'], ['1', 'A.1']],
  files: [
    [],
    [
      { uri: '@one/a.md', kind: 'absent' },
      { uri: '@one/b.md', kind: 'text', text: lines[0] },
    ],
  ],
  wanted: [
    { words: 'staff' },
    { uri: '@one/a.md', text: lines[0] },
    { what: 'plan' },
    { what: 'report' },
    { what: 'due', by: 'month' },
  ],
  values: [{ status: 'draft' }, { owner: 'Anne', title: '' }],
  places: [[{ table: 0, row: 0, source: 'x' }]],
  kind: ['folder', 'zip'],
  key: ['owner', 'elements', 'status', 'target'],
  typed: ['1 May', 'a'],
  title: ['Words'],
  days: [30],
  known: [1],
  day: ['2026-01-01'],
  direction: ['since', 'would'],
  review: [{ overdue: true, days: 3 }],
  owners: [['Anne']],
  people: [['Anne']],
  since: [{ name: 'May', files: [] }],
  name: ['a.csv', 'a.xlsx'],
  base64: ['QQ==', 'UmVmLEVsZW1lbnQKMy4yLjQseAo='],
  columns: [[{ name: 'Ref', role: 'element' }]],
  format: ['markdown', 'csv', 'html', 'json', 'ics', 'xlsx', 'docx'],
  standard: ['customer-service-excellence'],
  answers: [{}, { '1.1.1': ['1.1.2'] }],
  who: [['Anne']],
  rule: ['element-unquoted', 'element-unknown'],
  rating: ['partial'],
  reason: ['x'],
  order: [0],
  text: ['x'],
  from: ['3.2.4'],
  to: ['1.1.1'],
  place: ['@two'],
};
const anything = fc
  .tuple(
    fc.boolean(),
    fc.record(
      Object.fromEntries(
        Object.entries(likely).map(([key, values]) => [
          key,
          fc.oneof({ weight: 7, arbitrary: fc.constantFrom(...values) }, { weight: 1, arbitrary: odd }),
        ]),
      ),
    ),
    fc.array(fc.constantFrom(...Object.keys(likely)), { maxLength: 4 }),
    odd,
  )
  .map(([isRecord, record, without, other]) =>
    isRecord || without.length > 0
      ? Object.fromEntries(Object.entries(record).filter(([key]) => !without.includes(key)))
      : other,
  );

/** The name of an open file, or its number among those that are open. */
type Opened = number | string;
const opened: fc.Arbitrary<Opened> = fc.nat();

const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('open' as const), file, text: texts }) },
  {
    weight: 12,
    arbitrary: fc.record({
      kind: fc.constant('edit' as const),
      file: opened,
      changes: fc.array(change, { minLength: 1, maxLength: 3 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('close' as const), file: opened }),
  },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('write' as const), file, text: texts }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('remove' as const), file }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('move' as const),
      from: fc.constantFrom(...movable),
      to: fc.constantFrom(...movable),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('folder' as const),
      folder: fc.constantFrom(...workspaceFolders),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('settings' as const),
      rules: fc.constantFrom({}, { 'element-uncovered': 'off' }, { 'title-missing': 'error' }),
    }),
  },
  {
    weight: 8,
    arbitrary: fc.record({
      kind: fc.constant('ask' as const),
      method: fc.constantFrom(...inDocument, ...atPosition),
      file,
      range,
      isCancelled: fc.boolean(),
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('own' as const),
      method: fc.constantFrom(...ownRequests),
      params: anything,
      isCancelled: fc.boolean(),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constant('command' as const), command: fc.nat(), params: anything }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('rest' as const) }) },
);
export type Step = typeof step extends fc.Arbitrary<infer One> ? One : never;
export const session = (length: number): fc.Arbitrary<readonly Step[]> =>
  fc.array(step, { minLength: Math.ceil(length / 2), maxLength: length, size: 'max' });

function openAt(open: readonly string[], at: Opened): string | undefined {
  if (typeof at === 'string') return open.includes(at) ? at : undefined;
  return open[at % Math.max(open.length, 1)];
}

/** The same session, in which open files have their names: what is left when a step before is left out means the same. */
export function named(steps: readonly Step[]): readonly Step[] {
  const open = new Set<string>();
  return steps.flatMap((step): readonly Step[] => {
    if (step.kind === 'open') open.add(step.file);
    if (step.kind !== 'edit' && step.kind !== 'close') return [step];
    const file = openAt([...open], step.file);
    if (file === undefined) return [];
    if (step.kind === 'close') open.delete(file);
    return [{ ...step, file }];
  });
}

/** What the editor holds: what a server that starts now would be told. */
export interface Held {
  readonly folders: string[];
  readonly open: Map<string, string>;
  settings: unknown;
  messages: number;
}

export class Editor {
  readonly held: Held;
  readonly #client: Client;
  readonly #folder: Folder;
  readonly #pending = new Set<Promise<unknown>>();
  readonly #versions = new Map<string, number>();

  constructor(client: Client, folder: Folder, folders: readonly string[]) {
    this.#client = client;
    this.#folder = folder;
    this.held = { folders: [...folders], open: new Map(), settings: client.settings, messages: 0 };
  }

  /** Waits until all that was asked is answered, and all that has happened is told of. */
  async rest(): Promise<void> {
    await Promise.all(this.#pending);
    await this.#client.settled();
  }

  async take(step: Step): Promise<void> {
    this.held.messages++;
    if (step.kind === 'rest') return this.rest();
    if (step.kind === 'open') return this.#open(step.file, step.text);
    if (step.kind === 'edit') return this.#edit(step);
    if (step.kind === 'close') return this.#close(step.file);
    if (step.kind === 'write') return this.#write(step.file, step.text);
    if (step.kind === 'remove') return this.#remove(step.file);
    if (step.kind === 'move') return this.#move(step.from, step.to);
    if (step.kind === 'folder') return this.#toggle(step.folder);
    if (step.kind === 'settings') return this.#set({ rules: step.rules });
    if (step.kind === 'ask') return this.#ask(step);
    if (step.kind === 'own') return this.#own(step.method, step.params, step.isCancelled);
    return this.#command(step.command, step.params);
  }

  async #open(file: string, text: string): Promise<void> {
    if (this.held.open.has(file)) return;
    const version = (this.#versions.get(file) ?? 0) + 1;
    this.#versions.set(file, version);
    this.held.open.set(file, text);
    await this.#client.open(this.#folder.uri(file), text, version);
  }

  async #edit({ file: at, changes }: Extract<Step, { readonly kind: 'edit' }>): Promise<void> {
    const file = this.#openAt(at);
    if (file === undefined) return;
    const version = (this.#versions.get(file) ?? 0) + 1;
    this.#versions.set(file, version);
    this.held.open.set(file, changes.reduce(changed, this.held.open.get(file) ?? ''));
    await this.#client.change(this.#folder.uri(file), version, [...changes]);
  }

  async #close(at: Opened): Promise<void> {
    const file = this.#openAt(at);
    if (file === undefined) return;
    this.held.open.delete(file);
    await this.#client.close(this.#folder.uri(file));
  }

  #openAt(at: Opened): string | undefined {
    return openAt([...this.held.open.keys()], at);
  }

  async #write(file: string, text: string): Promise<void> {
    const kind = this.#exists(file) ? 'changed' : 'created';
    if (this.#exists(dirname(file))) writeFileSync(join(this.#folder.path, file), text);
    else this.#folder.write(file, text);
    await this.#client.watched([kind, this.#folder.uri(file)]);
  }

  async #remove(file: string): Promise<void> {
    if (!this.#exists(file)) return;
    this.#folder.remove(file);
    await this.#client.watched(['deleted', this.#folder.uri(file)]);
  }

  async #move(from: string, to: string): Promise<void> {
    if (from === to || !this.#exists(from)) return;
    const [oldUri, newUri] = [this.#folder.uri(from), this.#folder.uri(to)];
    this.#request('workspace/willRenameFiles', { files: [{ oldUri, newUri }] }, false);
    rmSync(join(this.#folder.path, to), { recursive: true, force: true });
    mkdirSync(dirname(join(this.#folder.path, to)), { recursive: true });
    renameSync(join(this.#folder.path, from), join(this.#folder.path, to));
    await this.#client.watched(['deleted', newUri], ['deleted', oldUri], ['created', newUri]);
  }

  async #toggle(folder: string): Promise<void> {
    const at = this.held.folders.indexOf(folder);
    if (at < 0) this.held.folders.push(folder);
    else this.held.folders.splice(at, 1);
    const uri = [this.#folder.uri(folder)];
    await this.#client.foldersChanged(at < 0 ? uri : [], at < 0 ? [] : uri);
  }

  async #set(settings: unknown): Promise<void> {
    this.held.settings = settings;
    this.#client.settings = settings;
    await this.#client.notify('workspace/didChangeConfiguration', { settings: null });
  }

  async #ask({ method, file, range, isCancelled }: Extract<Step, { readonly kind: 'ask' }>): Promise<void> {
    const uri = this.#folder.uri(file);
    const params = {
      textDocument: { uri },
      position: range.start,
      range,
      context: {
        diagnostics: this.#client.diagnostics.get(uri)?.diagnostics ?? [],
        includeDeclaration: true,
      },
      newName: 'x',
      options: { tabSize: 2, insertSpaces: true },
    };
    this.#request(`textDocument/${method}`, params, isCancelled);
    return Promise.resolve();
  }

  async #own(method: string, params: unknown, isCancelled: boolean): Promise<void> {
    // A pack would be written: where to is not left to chance.
    const safe = method.endsWith('packMake') ? { root: this.#folder.uri('one'), target: 'nonsense' } : params;
    this.#request(method, this.#addressed(safe), isCancelled);
    return Promise.resolve();
  }

  async #command(at: number, params: unknown): Promise<void> {
    const commands = this.#client.initializeResult.capabilities.executeCommandProvider?.commands ?? [];
    const command = commands[at % commands.length];
    this.#request('workspace/executeCommand', { command, arguments: [this.#addressed(params)] }, false);
    return Promise.resolve();
  }

  /** The same, with `@one` as the address of that folder. */
  #addressed(value: unknown): unknown {
    if (typeof value === 'string') return value.startsWith('@') ? this.#folder.uri(value.slice(1)) : value;
    if (Array.isArray(value)) return value.map((one) => this.#addressed(one));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, this.#addressed(one)]));
  }

  #request(method: string, params: unknown, isCancelled: boolean): void {
    const source = new CancellationTokenSource();
    // Parameters are an object or a list; anything else cannot be sent.
    const sent = typeof params === 'object' ? params : { params };
    const answer = this.#client.connection.sendRequest(method, sent, source.token).catch(() => undefined);
    this.#pending.add(answer);
    void answer.then(() => this.#pending.delete(answer));
    if (isCancelled) source.cancel();
  }

  #exists(path: string): boolean {
    return statSync(join(this.#folder.path, path), { throwIfNoEntry: false }) !== undefined;
  }
}

/** A text after one change, as the protocol has it: positions behind the end of a line or of the text mean that end. */
export function changed(text: string, change: { readonly text: string; readonly range?: Range }): string {
  if (!change.range) return change.text;
  return (
    text.slice(0, offset(text, change.range.start)) + change.text + text.slice(offset(text, change.range.end))
  );
}

interface Range {
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
}

function offset(text: string, { line: wanted, character }: Range['start']): number {
  const ends = [...text.matchAll(/\r\n|\r|\n/g)];
  if (wanted > ends.length) return text.length;
  const before = ends[wanted - 1];
  const start = before ? before.index + before[0].length : 0;
  return Math.min(start + character, ends[wanted]?.index ?? text.length);
}
