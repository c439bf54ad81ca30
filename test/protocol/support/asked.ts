/**
 * All that a server can be asked, a table for each kind: with what each capability, request of our own and command is tried.
 * What lacks an entry fails a test.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { WorkspaceEdit } from 'vscode-languageserver-protocol';
import type * as protocol from '../../../server/lsp/protocol';
import type { Payload } from '../../unit/hostile/payloads';
import { elementOf, fileNameOf } from '../../unit/hostile/portfolio';
import type { Client } from './client';
import type { Folder } from './folders';

export interface Place {
  readonly client: Client;
  readonly folder: Folder;
  readonly payloads: readonly Payload[];
  /** What was to be applied last. */
  readonly applied: WorkspaceEdit[];
}

/** The files of which a language client asks everything: one of each kind. */
const filesOf = ({ payloads: texts }: Place): readonly string[] => [
  ...texts.map(fileNameOf),
  ...texts.map((_, at) => `bad/${at}.md`),
  'portfolio.yaml',
  'own.yaml',
  'action-plan.md',
];

type Ask = (place: Place) => Promise<readonly unknown[]>;

const inFiles =
  (method: string, positionsOf: (text: string, file: string) => readonly object[] = () => [{ line: 0, character: 0 }]): Ask =>
  async (place) => {
    const { client, folder } = place;
    const answers: unknown[] = [];
    for (const file of filesOf(place))
      for (const position of positionsOf(readFileSync(join(folder.path, file), 'utf8'), file))
        answers.push(
          await client.request(method, {
            textDocument: { uri: folder.uri(file) }, position, newName: 'E.1', options: { tabSize: 2, insertSpaces: true },
            range: { start: { line: 0, character: 0 }, end: { line: 99_999, character: 0 } },
            context: { diagnostics: client.diagnostics.get(folder.uri(file))?.diagnostics ?? [], includeDeclaration: true },
          }),
        );
    return answers;
  }; // prettier-ignore

/** Where IDs and values stand: in front matter, on each line behind the colon; elsewhere at the first ID. */
const atValues = (text: string, file: string): readonly object[] =>
  file.endsWith('.md')
    ? text.split('\n').slice(1, file.startsWith('bad/') ? 16 : 12).flatMap((line, at) => {
        const character = line.search(/(?<=: \[?"?)\S/);
        return character < 0 ? [] : [{ line: at + 1, character }];
      })
    : text.split('\n').slice(0, 60).flatMap((line, at) => {
        const character = line.search(/\b[EG][.-]\d/);
        return character < 0 ? [] : [{ line: at, character: character + 1 }];
      }); // prettier-ignore

const resolved =
  (method: string, ask: Ask): Ask =>
  async (place) => {
    const items = (await ask(place)).flatMap((answer) =>
      Array.isArray(answer) ? (answer as unknown[]) : ((answer as { readonly items?: readonly unknown[] } | null)?.items ?? []),
    );
    const answers: unknown[] = [];
    // One list for each file is long enough; of completions, each is like the others.
    for (const item of items.slice(0, 400)) answers.push(await place.client.request(method, item));
    return [...answers];
  }; // prettier-ignore

/** What is asked of each capability that the server may say it has. */
export const features: Readonly<Record<string, readonly Ask[]>> = {
  positionEncoding: [],
  textDocumentSync: [],
  workspace: [],
  executeCommandProvider: [],
  completionProvider: [
    inFiles('textDocument/completion', (text, file) => (file.startsWith('bad/') ? [] : atValues(text, file).slice(0, 2))),
    resolved('completionItem/resolve', inFiles('textDocument/completion', (text, file) => (file.startsWith('f1 ') ? atValues(text, file) : []))),
  ],
  hoverProvider: [inFiles('textDocument/hover', atValues)],
  codeActionProvider: [inFiles('textDocument/codeAction')],
  codeLensProvider: [inFiles('textDocument/codeLens'), resolved('codeLens/resolve', inFiles('textDocument/codeLens'))],
  inlayHintProvider: [inFiles('textDocument/inlayHint'), resolved('inlayHint/resolve', inFiles('textDocument/inlayHint'))],
  definitionProvider: [inFiles('textDocument/definition', atValues)],
  referencesProvider: [inFiles('textDocument/references', (text, file) => atValues(text, file).slice(0, 2))],
  documentHighlightProvider: [inFiles('textDocument/documentHighlight', (text, file) => atValues(text, file).slice(0, 2))],
  documentLinkProvider: [inFiles('textDocument/documentLink')],
  documentSymbolProvider: [inFiles('textDocument/documentSymbol')],
  workspaceSymbolProvider: [({ client }) => Promise.all(['', 'E.', 'x', 'Word'].map((query) => client.request('workspace/symbol', { query })))],
  renameProvider: [inFiles('textDocument/prepareRename', (text, file) => atValues(text, file).slice(0, 2))],
  callHierarchyProvider: [
    inFiles('textDocument/prepareCallHierarchy', (text, file) => atValues(text, file).slice(0, 2)),
    resolvedCalls('callHierarchy/incomingCalls'),
    resolvedCalls('callHierarchy/outgoingCalls'),
  ],
}; // prettier-ignore

function resolvedCalls(method: string): Ask {
  const prepared = inFiles('textDocument/prepareCallHierarchy', (text, file) => (file.startsWith('f') ? atValues(text, file).slice(0, 2) : [])); // prettier-ignore
  return async (place) => {
    const items = (await prepared(place)).flatMap((answer) => (answer as readonly unknown[] | null) ?? []);
    return Promise.all(items.map((item) => place.client.request(method, { item })));
  };
}

const bytes = (text: string): string => Buffer.from(text).toString('base64');
const file = (place: Place, name: string): string =>
  bytes(readFileSync(join(place.folder.path, name), 'utf8'));
const root = ({ folder }: Place): object => ({ root: folder.uri() });
const good = (place: Place): readonly string[] =>
  place.payloads.map((one, at) => place.folder.uri(fileNameOf(one, at)));
const importing = (name: string) => (place: Place) => [{ ...root(place), name, base64: file(place, name) }];
const packing = (place: Place): readonly object[] =>
  ['folder', 'zip'].map((kind) => ({
    ...root(place),
    target: place.folder.uri(`out-${kind}`),
    kind,
    hasDrafts: true,
    isPublic: false,
    asksGit: false,
    id: kind,
  }));

/** The command line is tried with every format in the ordinary run, and makes them by the same functions. */
const isLong = process.env['FC_RUNS'] !== undefined;
const planFormats = isLong ? ['md', 'csv', 'html', 'xlsx', 'docx', 'ods', 'odt'] : ['md', 'csv'];
const reportFormats = isLong ? ['html', 'docx', 'odt', 'md'] : ['html', 'md'];
const columns = ['responsibility', 'comments', 'action', 'target'];

/** With what each request of our own is asked. */
export const requests: Readonly<Record<string, (place: Place) => readonly object[]>> = {
  coverage: () => [{}],
  coverageOutline: () => [{}],
  evidenceOf: (place) => [{ ...root(place), elements: place.payloads.map((_, at) => elementOf(at)) }],
  elementsWith: (place) => place.payloads.slice(0, 20).map(({ text }) => ({ owners: [text], people: [text] })),
  owners: () => [{}],
  due: () => [{}, { days: 900 }],
  people: () => [{}],
  pastDay: (place) => place.payloads.map(({ text }) => ({ typed: text })),
  reportPage: (place) => [root(place)],
  planImport: importing('plan.csv'),
  matrixImport: importing('matrix.csv'),
  assessmentImport: importing('sheet.csv'),
  planSync: (place) => [root(place)],
  editions: (place) => [{ ...root(place), files: ['own.yaml', 'next.yaml', 'crosswalk.csv'].map((name) => place.folder.uri(name)) }],
  migration: (place) => [{ ...root(place), standard: place.folder.uri('next.yaml'), answers: {} }, { ...root(place), standard: place.folder.uri('next.yaml'), answers: Object.fromEntries(place.payloads.map(({ text }, at) => [`G-${at + 1}${text}`, ['N.1']])) }],
  export: (place) =>
    [
      ...planFormats.flatMap((format) =>
        [{ what: 'plan' }, { what: 'assessment' }, { what: 'matrix', layout: 'matrix', hasGuidance: true }, { what: 'matrix', layout: 'soa' }].map((wanted) => ({ format, wanted }))),
      ...reportFormats.map((format) => ({ format, wanted: { what: 'report' } })),
      ...['md', 'txt', 'ics'].flatMap((format) => ['person', 'month'].map((by) => ({ format, wanted: { what: 'due', by } }))),
      { format: 'html', wanted: { what: 'standard' } },
    ].map((one) => ({ ...root(place), ...one, target: place.folder.uri(`out.${one.format}`) })),
  packPreview: packing,
  packMake: packing,
  packCheck: (place) => [{ place: place.folder.uri(), kind: 'folder' }],
  compare: (place) => [{ folder: place.folder.uri(), files: [...good(place).map((uri) => ({ uri, kind: 'absent' })), { uri: place.folder.uri('portfolio.yaml'), kind: 'text', text: 'standard: { file: own.yaml, profile: core }\n' }, { uri: place.folder.uri('action-plan.md'), kind: 'absent' }] }],
  draftEvidence: (place) => place.payloads.map(({ text }, at) => ({ ...root(place), elements: [elementOf(at)], title: text })),
  thisFile: (place) => good(place).map((uri) => ({ uri })),
  filePreview: (place) => good(place).map((uri) => ({ uri })),
  detailChoices: (place) => ['owner', 'kind', 'attachments', 'ref', 'review-by'].map((key) => ({ uri: good(place)[0], key, typed: 'x' })),
  newPortfolio: () => [{ typed: 'x' }],
  findElements: (place) => [{ ...root(place), wanted: { words: 'word' } }, ...place.payloads.slice(0, 30).map(({ text }) => ({ ...root(place), wanted: { words: text } }))],
  standardPage: (place) => [root(place), { ...root(place), base: place.folder.uri() }],
  actionPlan: () => [{}],
  evidenceTable: (place) => [root(place)],
  planTable: (place) => [{ uri: place.folder.uri('action-plan.md') }],
  planChoices: (place) => ['responsibility', 'progress', 'target'].map((key) => ({ uri: place.folder.uri('action-plan.md'), key, typed: 'x' })),
  lookAgain: (place) => [{ uris: good(place).slice(0, 3) }],
  ask: (place) => [
    ...['show_overview', 'show_standard', 'list_findings', 'list_due'].map((tool) => ({ tool, input: {} })),
    ...place.payloads.flatMap(({ text }, at) => [
      { tool: 'show_element', input: { element: elementOf(at) } },
      { tool: 'show_evidence', input: { file: fileNameOf({ name: '', text }, at) } },
      { tool: 'find_elements', input: { words: text } },
    ]),
  ],
  whatCounts: (place) => place.payloads.map((_, at) => ({ ...root(place), element: elementOf(at) })),
  whatIf: (place) => [{ ...root(place), withdrawn: good(place), rated: place.payloads.map((_, at) => ({ element: elementOf(at), rating: 'good' })) }],
  whatIfChoices: (place) => [root(place)],
  serverState: () => [{}],
  counts: () => [{}],
}; // prettier-ignore

/** Asked by the server. */
export const ofTheServer = ['find', 'readMany', 'stat', 'packPieces'];

/** With what each command is called, a list of arguments for each call. */
export const commandCalls: Readonly<Record<keyof protocol.ServerCommands, (place: Place) => readonly object[]>> = {
  addElement: (place) => place.payloads.map(({ text }, at) => ({ uri: good(place)[0], element: at === 0 ? 'E.2' : `G-${at + 1}${text}` })),
  removeElement: (place) => good(place).map((uri, at) => ({ uri, element: elementOf(at) })),
  moveEvidence: (place) => place.payloads.map(({ text }, at) => ({ uri: good(place)[at], from: elementOf(at), to: `G-${((at + 1) % place.payloads.length) + 1}${place.payloads[(at + 1) % place.payloads.length]?.text ?? text}` })),
  markReviewed: (place) => good(place).map((uri) => ({ uri })),
  setNotApplicable: (place) => place.payloads.map(({ text }, at) => ({ ...root(place), element: elementOf(at), reason: text })),
  setApplicable: (place) => place.payloads.map((_, at) => ({ ...root(place), element: elementOf(at) })),
  setRating: (place) => place.payloads.map(({ text }, at) => ({ ...root(place), element: `G-${at + 1}${text}`, rating: 'good', comment: text })),
  clearRating: (place) => place.payloads.map((_, at) => ({ ...root(place), element: elementOf(at) })),
  setDetails: (place) => place.payloads.map(({ text }, at) => ({ uris: [good(place)[at]], values: { title: text, owner: `${text} z`, where: text, attachments: [text] } })),
  assign: (place) => place.payloads.map(({ text }, at) => ({ ...root(place), elements: [`G-${at + 1}${text}`], who: [text, 'Jo'] })),
  insertGuidance: (place) => good(place).map((uri, at) => ({ uri, element: elementOf(at) })),
  addAction: (place) => place.payloads.map(({ text }, at) => ({ ...root(place), element: `G-${at + 1}${text}` })),
  completeAction: (place) => place.payloads.map((_, at) => ({ uri: place.folder.uri('action-plan.md'), element: elementOf(at), order: 0 })),
  setPlanCells: (place) => {
    const uri = place.folder.uri('action-plan.md');
    const source = readFileSync(join(place.folder.path, 'action-plan.md'), 'utf8').split('\n').find((line) => line.startsWith('| E.1 ')) ?? '';
    return place.payloads.map(({ text }, at) => ({ key: columns[at % columns.length], uri, places: [{ table: 0, row: 0, source }], text }));
  },
  removePlanRows: (place) => [{ uri: place.folder.uri('action-plan.md'), places: [] }],
  sortPlan: (place) => [{ uri: place.folder.uri('action-plan.md') }],
  fixAll: (place) => ['element-unknown', 'front-matter-key', 'element-duplicate', 'element-heading-unlisted'].map((rule) => ({ uri: good(place)[0], rule })),
  createEvidence: (place) => place.payloads.map((_, at) => ({ ...root(place), element: elementOf(at) })),
  importStandard: (place) => [root(place)],
  show: (place) => [{ uri: place.folder.uri('portfolio.yaml') }],
}; // prettier-ignore
