/**
 * Every capability of the server, every request of our own and every command, on a portfolio whose texts try to act: what
 * an editor draws of the answers has the elements, links and lines that it has with plain words, and what is written into
 * files has the same shape. A new capability, request or command fails here until it is tried.
 */
import { deepEqual, equal } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ClientCapabilities, TextEdit, WorkspaceEdit } from 'vscode-languageserver-protocol';
import { parseYaml } from '../../server/core/yaml/tree';
import * as protocol from '../../server/lsp/protocol';
import type { Payload } from '../unit/hostile/payloads';
import { payloads, plainWords, shareOf } from '../unit/hostile/payloads';
import { faultyFiles, hostilePortfolio } from '../unit/hostile/portfolio';
import type { Skeleton } from '../unit/hostile/skeleton';
import {
  differences,
  ofCalendar,
  ofCsv,
  ofHtml,
  ofLog,
  ofMarkdown,
  ofOffice,
} from '../unit/hostile/skeleton';
import type { Place } from './support/asked';
import { commandCalls, features, ofTheServer, requests } from './support/asked';
import { everything, startClient } from './support/client';
import { folderOf } from './support/folders';
import { changed } from './support/sessions';

const capabilities: ClientCapabilities = {
  ...everything,
  workspace: {
    ...everything.workspace,
    applyEdit: true,
    workspaceEdit: { documentChanges: true, resourceOperations: ['create', 'rename', 'delete'] },
  },
  textDocument: {
    ...everything.textDocument,
    hover: { contentFormat: ['markdown'] },
    completion: {
      completionItem: { documentationFormat: ['markdown'], snippetSupport: true, resolveSupport: { properties: ['documentation', 'detail', 'additionalTextEdits'] }, labelDetailsSupport: true },
    },
    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: [''] } }, resolveSupport: { properties: ['edit'] }, dataSupport: true },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    documentLink: { tooltipSupport: true },
  },
}; // prettier-ignore

const single =
  'A title <b>x</b> ![x](http://evil.example/x.png) $(bug) \u001B[31m\u202E ::error::x =1+1 `x` | y';

async function placeOf(texts: readonly Payload[], title: string): Promise<Place> {
  const folder = folderOf({ ...hostilePortfolio(texts, title), ...faultyFiles(texts) });
  const applied: WorkspaceEdit[] = [];
  const client = await startClient({
    folders: [folder.uri()],
    capabilities,
    initializationOptions: { rulePages: 'rules', standardPages: true, showElement: 'show', newEvidence: 'new', notApplicable: 'not', rateElement: 'rate', moveToEdition: 'move', suggestCommand: 'suggest', fileStates: true },
    answers: {
      'workspace/applyEdit': ({ edit }: { readonly edit: WorkspaceEdit }) => {
        applied.push(edit);
        return { applied: false };
      },
      'evidencePortfolio/packPieces': () => true,
    },
  }); // prettier-ignore
  await client.settled();
  return { client, folder, payloads: texts, applied };
}

/** Texts that an editor draws, by the protocol’s names for them. */
const drawn = new Set([
  'label',
  'detail',
  'description',
  'title',
  'tooltip',
  'name',
  'containerName',
  'message',
]);
const notDrawn = new Set(['data', 'edit', 'textEdit', 'additionalTextEdits', 'arguments', 'diagnostics', 'newText', 'filterText', 'sortText', 'insertText']); // prettier-ignore

/** Of an answer of the protocol: how Markdown in it is drawn, and what acts in the rest. Which places it names is another matter. */
function partsDrawn(answer: unknown, isLens: boolean, add: (what: string, skeleton: Skeleton) => void): void {
  if (Array.isArray(answer)) for (const item of answer) partsDrawn(item, isLens, add);
  if (typeof answer !== 'object' || answer === null) return;
  for (const [key, value] of Object.entries(answer)) {
    if (notDrawn.has(key)) continue;
    if (key === 'value' && 'kind' in answer && typeof value === 'string') {
      add('Markdown', ofMarkdown(value));
      add('unseen', unseenIn(value));
    } else if (typeof value === 'string' && drawn.has(key)) {
      add('unseen', unseenIn(value));
      if (isLens && value.includes('$(')) add('icon', new Set([value]));
    } else partsDrawn(value, isLens, add);
  }
}
const unseenIn = (text: string): Skeleton => ofLog(text.replace(/[\n\r\t]|::|##/g, ' '));

/** Markdown and HTML of our own requests, by the names in their answers; what else is in them is data, drawn by the client. */
const markdownKeys = new Set(['report', 'markdown']);

function partsAnswered(
  method: string,
  answer: unknown,
  add: (what: string, skeleton: Skeleton) => void,
): void {
  if (Array.isArray(answer)) for (const item of answer) partsAnswered(method, item, add);
  if (typeof answer !== 'object' || answer === null) return;
  for (const [key, value] of Object.entries(answer)) {
    if (typeof value !== 'string') partsAnswered(method, value, add);
    else if (markdownKeys.has(key) || (key === 'text' && method.endsWith('standardPage'))) {
      add('Markdown', ofMarkdown(value));
      add('unseen', unseenIn(value));
    } else if (key === 'content') add('HTML', ofHtml(value));
    // Cells are imported as the Markdown that they are: of files, what YAML reads is looked at.
    else if (key === 'text' && 'isNew' in answer)
      add('file', yamlOf(shapeOf(String((answer as { uri?: unknown }).uri), value)));
  }
}

const yamlOf = (shape: Skeleton): Skeleton =>
  new Set([...shape].filter((part) => /^(?:YAML|key)/.test(part)));

const frontMatter = /^---\n([\s\S]*?)\n---\n/;

/** What a file has that it had not before. */
function added(place: Place, uri: string, text: string): Skeleton {
  const before = shapeOf(uri, textNow(place, uri));
  return new Set([...shapeOf(uri, text)].filter((part) => !before.has(part)));
}

/** Of a file: what Markdown draws, and what YAML reads. */
function shapeOf(uri: string, text: string): Skeleton {
  const parts = new Set<string>();
  const block = frontMatter.exec(text);
  const yaml = uri.endsWith('.md') ? block?.[1] : text;
  if (yaml !== undefined) {
    const { root, faults } = parseYaml(yaml);
    for (const { message } of faults) parts.add(`YAML: ${message}`);
    if (root.kind === 'map') for (const { key } of root.entries) parts.add(`key ${key.text.replace(/^(?:own ).*/s, 'own')}`);
  }
  if (uri.endsWith('.md')) for (const part of ofMarkdown(text.slice(block?.[0].length ?? 0))) parts.add(part);
  return parts;
} // prettier-ignore

const ownRequests = Object.values(protocol as Readonly<Record<string, unknown>>).flatMap((value) => {
  const { method, _parameterStructures } = (value ?? {}) as { readonly method?: unknown; readonly _parameterStructures?: unknown };
  // Notifications are built by classes of their own.
  return typeof method === 'string' && (value as object).constructor.name.startsWith('RequestType') && _parameterStructures !== null ? [method.replace('evidencePortfolio/', '')] : [];
}); // prettier-ignore

type Look = (place: Place) => Promise<Skeleton>;

/** An address of the web that is shown as it is leads nowhere by itself; so does a paragraph. */
const shownAsItIs =
  /(?:^|: |<a href=|\b(?:xlink:href|Target)=)(?:http:\/\/evil\.example|mailto:[^>]*)[^>]*>$|: <p>[xyz]$|: @\w$/;
/** What somebody types into a cell of a plan is Markdown. */
const typedAsMarkdown = new Set(['setPlanCells']);
const isHarmless = (name: string, part: string): boolean =>
  shownAsItIs.test(part) ||
  (typedAsMarkdown.has(name) && !part.startsWith('file: YAML') && !part.startsWith('file: key'));

const drawnBy: Readonly<Record<string, Look>> = {
  ...Object.fromEntries(
    Object.entries(features).map(([name, asks]) => [
      name,
      async (place: Place) => {
        const sum = sumOf();
        for (const ask of asks)
          for (const answer of await ask(place)) partsDrawn(answer, name === 'codeLensProvider', sum.add);
        return sum.parts;
      },
    ]),
  ),
  diagnostics: ({ client }) => {
    const sum = sumOf();
    for (const { diagnostics } of client.diagnostics.values()) partsDrawn(diagnostics, false, sum.add);
    return Promise.resolve(sum.parts);
  },
};

const answeredBy: Readonly<Record<string, Look>> = Object.fromEntries(
  Object.entries(requests).map(([name, paramsOf]) => [
    name,
    async (place: Place) => {
      const sum = sumOf();
      for (const params of paramsOf(place)) {
        const answer = await place.client.request<unknown>(`evidencePortfolio/${name}`, params);
        partsAnswered(name, answer, sum.add);
        if (name === 'export')
          sum.add(exportNamed(params), exported(answer, params as { readonly format: string }));
      }
      return sum.parts;
    },
  ]),
);

const exportNamed = (params: object): string => `export ${JSON.stringify(params).replace(/file:[^"]*/g, '')}`;

const writtenBy: Readonly<Record<string, Look>> = Object.fromEntries(
  Object.entries(commandCalls).map(([name, callsOf]) => [
    name,
    async (place: Place) => {
      const sum = sumOf();
      const command = `evidencePortfolio.server.${name}`;
      for (const told of callsOf(place)) {
        place.applied.length = 0;
        await place.client.request('workspace/executeCommand', { command, arguments: [told] });
        for (const edit of place.applied)
          for (const [uri, text] of textsAfter(place, edit)) sum.add('file', added(place, uri, text));
      }
      return sum.parts;
    },
  ]),
);

/** The ordinary run tries a third of the texts, and a ninth where each costs more; the long one all. */
const both = async (share: number): Promise<readonly [Place, Place]> => {
  const some = <One>(all: readonly One[]): readonly One[] =>
    share === 0 ? shareOf(all, 0) : shareOf(shareOf(all, share), share);
  return Promise.all([
    placeOf(some(plainWords(payloads.length)), 'A title'),
    placeOf(some(payloads), single),
  ]);
};

describe('Answers about texts that try to act', function () {
  this.timeout(process.env['FC_RUNS'] === undefined ? 240_000 : 0);

  it('are asked for with every capability, request and command', async () => {
    const { client } = await placeOf(plainWords(1), 'A title');
    const { executeCommandProvider, ...others } = client.initializeResult.capabilities;
    deepEqual(
      Object.keys(others).filter((name) => !(name in features)),
      [],
    );
    deepEqual([...ownRequests].sort(), [...Object.keys(requests), ...ofTheServer].sort());
    const commands = executeCommandProvider?.commands ?? [];
    deepEqual(commands.map((name) => name.split('.').at(-1)).sort(), Object.keys(commandCalls).sort());
  });

  for (const [share, [what, looks]] of Object.entries({
    'what an editor draws': drawnBy,
    'what our own requests answer': answeredBy,
    'what commands write': writtenBy,
  }).entries())
    it(`have the shape that they have with plain words: ${what}`, async () => {
      const places = await both(share);
      const found: Record<string, readonly string[]> = {};
      for (const [name, look] of Object.entries(looks)) {
        const started = Date.now();
        const [plain, hostile] = await Promise.all([look(places[0]), look(places[1])]);
        const different = differences(plain, hostile).filter((part) => !isHarmless(name, part));
        if (different.length > 0) found[name] = different;
        if (process.env['TIMES']) console.log(name, Date.now() - started);
      }
      deepEqual(found, {});
    });
});

const asText = (read: Buffer): Skeleton => ofLog(read.toString());
const looks: Readonly<Record<string, (read: Buffer) => Skeleton>> = {
  md: (read) => ofMarkdown(read.toString()), txt: (read) => ofLog(read.toString()), ics: (read) => ofCalendar(read.toString()), csv: (read) => ofCsv(read.toString()), html: (read) => ofHtml(read.toString()),
  xlsx: ofOffice, docx: ofOffice, ods: ofOffice, odt: ofOffice,
}; // prettier-ignore

function exported(answer: unknown, { format }: { readonly format: string }): Skeleton {
  const { base64, message } = answer as { readonly base64?: string; readonly message?: string };
  equal(message, undefined);
  const bytes = Buffer.from(base64 ?? '', 'base64');
  // What stands in front matter is YAML, whoever draws the file.
  return format === 'md'
    ? ofMarkdown(bytes.toString().replace(frontMatter, ''))
    : (looks[format] ?? asText)(bytes);
}

interface Sum {
  readonly parts: Set<string>;
  readonly add: (what: string, skeleton: Skeleton) => void;
}
function sumOf(): Sum {
  const parts = new Set<string>();
  const add: Sum['add'] = (what, skeleton) => {
    for (const part of skeleton) parts.add(`${what}: ${part}`);
  };
  return { parts, add };
}

function textNow({ folder }: Place, uri: string): string {
  try {
    return readFileSync(join(folder.path, decodeURIComponent(uri.slice(folder.uri().length + 1))), 'utf8');
  } catch {
    return '';
  }
}

/** The files that an edit changes, as they are afterwards. */
function textsAfter(place: Place, { documentChanges = [], changes = {} }: WorkspaceEdit): readonly (readonly [string, string])[] {
  const texts = new Map<string, string>();
  const take = (uri: string, edits: readonly TextEdit[]): void => {
    const last = [...edits].sort((a, b) => b.range.start.line - a.range.start.line || b.range.start.character - a.range.start.character);
    texts.set(uri, last.reduce((text, { range, newText }) => changed(text, { range, text: newText }), texts.get(uri) ?? textNow(place, uri)));
  };
  for (const [uri, edits] of Object.entries(changes)) take(uri, edits);
  for (const one of documentChanges) if ('edits' in one) take(one.textDocument.uri, one.edits as readonly TextEdit[]);
  return [...texts];
} // prettier-ignore
