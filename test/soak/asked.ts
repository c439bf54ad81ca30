/** All that the views, forms and menus of an editor ask of a server, for a portfolio that is big. */
import * as protocol from '../../server/lsp/protocol';
import type { Client } from '../protocol/support/client';
import type { Folder } from '../protocol/support/folders';

export interface Subject {
  readonly client: Client;
  readonly folder: Folder;
  /** The address of the file in which somebody types. */
  readonly uri: string;
  readonly round: number;
}

type Asked = Readonly<Record<string, (subject: Subject) => object>>;
const root = ({ folder }: Subject) => folder.uri('portfolio');
const ofRoot = (subject: Subject) => ({ root: root(subject) });
const ofFile = ({ uri }: Subject) => ({ uri });
const plan = ({ folder }: Subject) => folder.uri('portfolio/action-plan.md');
const csv = Buffer.from('Ref,Action,Responsibility\n3.2.4,Do it,Anne\n').toString('base64');
const imported = (subject: Subject) => ({ ...ofRoot(subject), name: 'plan.csv', base64: csv });
const packed = (subject: Subject) => ({
  ...ofRoot(subject),
  target: subject.folder.uri('out'),
  kind: 'folder',
  hasDrafts: true,
  isPublic: false,
  asksGit: false,
  id: String(subject.round),
});

/** Asked for in each round. */
export const always: Asked = {
  coverage: () => ({}),
  coverageOutline: () => ({}),
  evidenceOf: (subject) => ({ ...ofRoot(subject), elements: ['3.2.4', '1.1.1'] }),
  elementsWith: () => ({ owners: ['Manager of service 1'] }),
  owners: () => ({}),
  people: () => ({}),
  due: () => ({}),
  pastDay: () => ({ typed: 'last week' }),
  actionPlan: () => ({}),
  newPortfolio: () => ({ typed: '1 May' }),
  thisFile: ofFile,
  filePreview: ofFile,
  detailChoices: (subject) => ({ ...ofFile(subject), key: 'owner', typed: '' }),
  draftEvidence: (subject) => ({ ...ofRoot(subject), elements: ['3.2.4'] }),
  findElements: (subject) => ({ ...ofRoot(subject), wanted: { words: 'staff training' } }),
  standardPage: ofRoot,
  evidenceTable: ofRoot,
  planTable: (subject) => ({ uri: plan(subject) }),
  planChoices: (subject) => ({ uri: plan(subject), key: 'target', typed: '1 May' }),
  planSync: ofRoot,
  whatCounts: (subject) => ({ ...ofRoot(subject), element: '3.2.4' }),
  whatIfChoices: ofRoot,
  whatIf: (subject) => ({ ...ofRoot(subject), withdrawn: [subject.uri] }),
  ask: () => ({ tool: 'show_overview', input: {} }),
  compare: ({ folder, uri }) => ({ folder: folder.uri(), files: [{ uri, kind: 'absent' }] }),
  lookAgain: ({ uri }) => ({ uris: [uri] }),
  serverState: () => ({}),
  counts: () => ({}),
};

/** One of them in each turn of the export. */
export const formats = ['csv', 'xlsx', 'docx', 'ods', 'odt', 'html', 'md'];

/** Each takes seconds with 5,000 files: one of them in a round. */
export const byTurns: Asked = {
  reportPage: ofRoot,
  export: (subject) => ({
    ...ofRoot(subject),
    format: formats[Math.floor(subject.round / formats.length) % formats.length],
    wanted: { what: 'matrix', layout: 'matrix' },
  }),
  planImport: imported,
  matrixImport: imported,
  assessmentImport: imported,
  packPreview: packed,
  packMake: packed,
};

/** What needs a file of another kind than there is, and what is the server's to ask. */
export const notAsked = ['editions', 'migration', 'packCheck', 'find', 'readMany', 'stat', 'packPieces'];

/** The names of all requests of our own. */
export const ownRequests: readonly string[] = Object.values(
  protocol as Readonly<Record<string, unknown>>,
).flatMap((value) => {
  const { method } = (value ?? {}) as { readonly method?: unknown };
  const isRequest =
    typeof method === 'string' && (value as object).constructor.name.startsWith('RequestType');
  return isRequest ? [method.replace('evidencePortfolio/', '')] : [];
});

const ofTheProtocol = [
  'hover',
  'completion',
  'codeLens',
  'documentSymbol',
  'documentLink',
  'inlayHint',
  'references',
  'codeAction',
];

/** Asks, and hands on how many milliseconds each question took. */
export async function askAll(
  subject: Subject,
  asked: Asked,
  note: (name: string, time: number) => void,
): Promise<void> {
  const timed = async (name: string, params: object): Promise<void> => {
    const started = performance.now();
    await subject.client.request(name, params);
    note(name.replace(/^.*\//, ''), performance.now() - started);
  };
  for (const [name, paramsOf] of Object.entries(asked))
    await timed(`evidencePortfolio/${name}`, paramsOf(subject));
  if (asked !== always) return;
  await subject.client.notify('evidencePortfolio/compareEnd', undefined);
  const { uri, client } = subject;
  const [start, end] = [
    { line: 2, character: 12 },
    { line: 40, character: 0 },
  ];
  const diagnostics = client.diagnostics.get(uri)?.diagnostics ?? [];
  for (const name of ofTheProtocol)
    await timed(`textDocument/${name}`, {
      textDocument: { uri },
      position: start,
      range: { start, end },
      context: { diagnostics, includeDeclaration: true },
    });
}
