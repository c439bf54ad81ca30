/**
 * What requests have to ask with. Anybody may write a client, and one that gets it wrong is told so, in words, where
 * otherwise some line deep inside would fail. Only what handlers rely on is looked at; anything beside it may come too.
 */

/** @returns what is wrong with a value in this place; nothing where it fits */
type Shape = (value: unknown, place: string) => string | undefined;

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const text: Shape = (value, place) => (typeof value === 'string' ? undefined : `${place} has to be a text`);

/** Of lines, characters, days: protocols know no others. */
const count: Shape = (value, place) =>
  Number.isSafeInteger(value) ? undefined : `${place} has to be a whole number`;

const oneOf =
  (...choices: readonly string[]): Shape =>
  (value, place) =>
    choices.some((choice) => choice === value)
      ? undefined
      : `${place} has to be one of ${choices.join(', ')}`;

const optional =
  (shape: Shape): Shape =>
  (value, place) =>
    value === undefined || value === null ? undefined : shape(value, place);

/** Left out; null is something else. */
const maybe =
  (shape: Shape): Shape =>
  (value, place) =>
    value === undefined ? undefined : shape(value, place);

const list =
  (shape: Shape): Shape =>
  (value, place) =>
    Array.isArray(value)
      ? firstOf(value.map((one, at) => () => shape(one, `${place}[${at}]`)))
      : `${place} has to be a list`;

const record =
  (shape: Shape): Shape =>
  (value, place) =>
    isRecord(value)
      ? firstOf(
          Object.entries(value).map(
            ([key, one]) =>
              () =>
                shape(one, `${place}.${key}`),
          ),
        )
      : `${place} has to be an object`;

const object =
  (keys: Readonly<Record<string, Shape>>): Shape =>
  (value, place) =>
    isRecord(value)
      ? firstOf(
          Object.entries(keys).map(
            ([key, shape]) =>
              () =>
                shape(value[key], below(place, key)),
          ),
        )
      : `${place === '' ? 'what is asked with' : place} has to be an object`;

/** What an object has to have depends on what is in it. */
const depending =
  (on: (value: Readonly<Record<string, unknown>>) => Shape): Shape =>
  (value, place) =>
    (isRecord(value) ? on(value) : object({}))(value, place);

const below = (place: string, key: string): string => (place === '' ? key : `${place}.${key}`);

function firstOf(looks: readonly (() => string | undefined)[]): string | undefined {
  for (const look of looks) {
    const wrong = look();
    if (wrong !== undefined) return wrong;
  }
  return undefined;
}

const texts = list(text);
const position = object({ line: count, character: count });
const range = object({ start: position, end: position });
const textDocument = object({ uri: text });
const inDocument = object({ textDocument });
const atPosition = object({ textDocument, position });
const inRange = object({ textDocument, range });
const ofRoot = object({ root: text });
const ofFile = object({ uri: text });
const files = list(
  depending(({ kind }) =>
    object({ uri: text, kind: oneOf('text', 'present', 'absent'), ...(kind === 'text' && { text }) }),
  ),
);
const past = { day: maybe(text), files };
const reportedPast = {
  since: maybe(object({ ...past, name: text })),
  months: maybe(list(object({ ...past, day: text }))),
};
/** What leaves as one file, with what there is to choose about it. */
const exportsWanted: Readonly<Record<string, Readonly<Record<string, Shape>>>> = {
  plan: {},
  assessment: {},
  report: { past: maybe(object(reportedPast)) },
  standard: {},
  due: { by: oneOf('person', 'month') },
  matrix: { layout: oneOf('matrix', 'soa') },
};
const wantedExport = depending(({ what }) =>
  object({ what: oneOf(...Object.keys(exportsWanted)), ...exportsWanted[String(what)] }),
);
const imported = {
  root: text,
  name: text,
  base64: text,
  columns: maybe(list(object({ name: text, role: optional(text) }))),
};
const pack = { root: text, target: text, kind: oneOf('folder', 'zip') };
const call = object({ item: object({ uri: text, range, selectionRange: range }) });

/** By the name of a request, or of an event, in the log. */
const shapes: Readonly<Record<string, Shape>> = {
  completion: atPosition,
  hover: atPosition,
  definition: atPosition,
  references: atPosition,
  documentHighlight: atPosition,
  prepareRename: atPosition,
  rename: object({ textDocument, position, newName: text }),
  prepareCallHierarchy: atPosition,
  incomingCalls: call,
  outgoingCalls: call,
  codeAction: object({ textDocument, range, context: object({ diagnostics: list(object({ range })) }) }),
  codeLens: inDocument,
  documentLink: inDocument,
  documentSymbol: inDocument,
  formatting: inDocument,
  rangeFormatting: inRange,
  inlayHint: inRange,
  workspaceSymbol: object({ query: text }),
  willRenameFiles: object({ files: list(object({ oldUri: text, newUri: text })) }),
  executeCommand: object({ command: text, arguments: optional(list(() => undefined)) }),
  draftEvidence: object({ root: text, elements: texts, title: maybe(text) }),
  lookAgain: object({ uris: texts }),
  standardPage: object({ root: text, base: maybe(text) }),
  findElements: object({
    root: text,
    wanted: depending(({ words }) => object(words === undefined ? { uri: text, text } : { words: text })),
  }),
  evidenceTable: ofRoot,
  planTable: ofFile,
  planChoices: object({ uri: text, key: text, typed: text }),
  detailChoices: object({ uri: text, key: text, typed: maybe(text) }),
  thisFile: ofFile,
  filePreview: ofFile,
  newPortfolio: object({ typed: maybe(text) }),
  coverageOutline: object({ known: maybe(count) }),
  evidenceOf: object({ root: text, elements: texts }),
  elementsWith: object({
    owners: maybe(texts),
    review: maybe(object({ days: maybe(count) })),
    people: maybe(texts),
    file: maybe(text),
  }),
  due: object({ days: maybe(count) }),
  pastDay: object({ typed: text }),
  reportPage: object({ root: text, ...reportedPast }),
  ask: object({ tool: text }),
  whatCounts: object({ root: text, element: text }),
  whatIf: object({
    root: text,
    withdrawn: maybe(texts),
    rated: maybe(list(object({ element: text, rating: text }))),
    rater: maybe(oneOf('self', 'assessor')),
    day: maybe(text),
  }),
  whatIfChoices: object({ root: text, typed: maybe(text) }),
  compare: object({
    folder: text,
    direction: maybe(oneOf('since', 'would')),
    day: maybe(text),
    files,
    commit: maybe(text),
    origin: maybe(text),
  }),
  planSync: ofRoot,
  planImport: object(imported),
  matrixImport: object({ ...imported, manifest: maybe(text) }),
  assessmentImport: object(imported),
  export: object({
    root: text,
    format: text,
    target: maybe(text),
    wanted: wantedExport,
  }),
  editions: object({ root: text, of: maybe(text), files: texts }),
  migration: object({
    root: text,
    of: maybe(text),
    standard: text,
    mapping: maybe(text),
    answers: record(texts),
  }),
  packPreview: object(pack),
  packMake: object({ ...pack, id: text }),
  'watched files': object({ changes: list(object({ uri: text, type: count })) }),
  folders: object({ added: list(object({ uri: text })), removed: list(object({ uri: text })) }),
  packCheck: object({ place: text, kind: oneOf('folder', 'zip') }),
};

/** @returns in words what somebody has asked wrongly; nothing where it fits, or where any would */
export const askedWrongly = (name: string, params: unknown): string | undefined => {
  const wrong = shapes[name]?.(params, '');
  return wrong === undefined ? undefined : `${name}: ${wrong}.`;
};
