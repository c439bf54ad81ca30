/** What the protocol’s types allow to be asked, held against what is refused. */
import { deepEqual, equal, ok } from 'node:assert/strict';
import type { RequestType } from 'vscode-languageserver-protocol';
import * as protocol from '../../../server/lsp/protocol';
import { askedWrongly } from '../../../server/lsp/shapes';

type Protocol = typeof protocol;
/** By the name of a request that is asked with something, what that is. */
type Asked = {
  readonly [Name in keyof Protocol as ParamsOf<Protocol[Name]> extends never ? never : Name]: ParamsOf<
    Protocol[Name]
  >;
};
type ParamsOf<Message> = Message extends RequestType<infer Params, unknown, unknown> ? Params : never;
/** What the server asks the client. */
type ByServer = 'FindRequest' | 'ReadManyRequest' | 'StatRequest' | 'PackPiecesRequest';

const root = 'file:///p';
const uri = 'file:///p/a.md';
const files = [
  { uri, kind: 'text', text: '' },
  { uri, kind: 'present' },
  { uri, kind: 'absent' },
] as const;
const since = { name: 'May', files };
const imported = { root, name: 'a.csv', base64: '' };
const columns = [{ name: 'a', role: null }, { name: 'b', role: 'element' }]; // prettier-ignore
const pack = { root, target: uri, kind: 'zip', hasDrafts: false, isPublic: false, asksGit: false } as const;

/** The least that fits, and the most: a request without an entry here is an error of types. */
const fitting: { readonly [Name in Exclude<keyof Asked, ByServer>]: readonly Asked[Name][] } = {
  CompareRequest: [
    { folder: root, files },
    { folder: root, files: [], direction: 'would', day: '2026-01-01', commit: 'c', origin: 'o' },
  ],
  DraftEvidenceRequest: [
    { root, elements: [] },
    { root, elements: ['1'], title: '' },
  ],
  ThisFileRequest: [{ uri }],
  FilePreviewRequest: [{ uri }],
  DetailChoicesRequest: [
    { uri, key: 'owner' },
    { uri, key: 'owner', typed: '' },
  ],
  NewPortfolioRequest: [{}, { typed: '' }],
  FindElementsRequest: [
    { root, wanted: { words: '' } },
    { root, wanted: { uri, text: '' } },
  ],
  StandardPageRequest: [{ root }, { root, base: root }],
  CoverageOutlineRequest: [{}, { known: 0 }],
  EvidenceOfRequest: [{ root, elements: [] }],
  ElementsWithRequest: [
    {},
    { review: {} },
    { owners: [''], review: { overdue: true, days: 0 }, people: [], file: uri },
  ],
  LookAgainRequest: [{ uris: [] }],
  DueRequest: [{}, { days: 3 }],
  PastDayRequest: [{ typed: '' }],
  ReportPageRequest: [{ root }, { root, since, months: [{ day: '2026-01-31', files }] }],
  AskRequest: [{ tool: 'show_overview', input: undefined }],
  WhatCountsRequest: [{ root, element: '1' }],
  WhatIfRequest: [
    { root },
    { root, withdrawn: [uri], rated: [{ element: '1', rating: 'x' }], rater: 'assessor', day: '' },
  ],
  WhatIfChoicesRequest: [{ root }, { root, typed: '' }],
  PlanImportRequest: [imported, { ...imported, columns }],
  MatrixImportRequest: [imported, { ...imported, columns, manifest: '' }],
  AssessmentImportRequest: [imported, { ...imported, columns }],
  PlanSyncRequest: [{ root }],
  EditionsRequest: [
    { root, files: [] },
    { root, files: [uri], of: 'x' },
  ],
  MigrationRequest: [
    { root, standard: 'x', answers: {} },
    { root, standard: 'x', answers: { a: ['b'], c: [] }, of: 'x', mapping: uri },
  ],
  ExportRequest: [
    { root, format: 'csv', wanted: { what: 'plan' } },
    { root, format: 'html', target: uri, wanted: { what: 'report', past: {} } },
    { root, format: 'html', wanted: { what: 'report', past: { since, months: [] } } },
    { root, format: 'csv', wanted: { what: 'due', by: 'month' } },
    { root, format: 'csv', wanted: { what: 'matrix', layout: 'soa', hasGuidance: true } },
  ],
  PackPreviewRequest: [pack],
  PackMakeRequest: [{ ...pack, id: 'x' }],
  PackCheckRequest: [{ place: uri, kind: 'folder' }],
  EvidenceTableRequest: [{ root }],
  PlanTableRequest: [{ uri }],
  PlanChoicesRequest: [{ uri, key: 'target', typed: '' }],
};

/** As the log calls it. */
const called = (name: string): string =>
  protocol[name as keyof typeof fitting].method.replace('evidencePortfolio/', '');

describe('A request of the protocol', () => {
  for (const [name, least] of Object.entries(fitting)) {
    it(`${name} may be asked as its type says`, () => {
      for (const params of least)
        equal(askedWrongly(called(name), params), undefined, JSON.stringify(params));
    });

    it(`${name} is told what is wrong where nothing is right`, () => {
      for (const params of [undefined, null, 7, 'x', []]) ok(askedWrongly(called(name), params));
    });

    it(`${name} is told where a text or a list of it is something else`, () => {
      for (const params of least)
        for (const [key, value] of Object.entries(params))
          if (typeof value === 'string' || Array.isArray(value))
            deepEqual([key, typeof askedWrongly(called(name), { ...params, [key]: { 0: [7] } })], [key, 'string']); // prettier-ignore
    });
  }
  for (const [name, params] of [
    ['compare', { folder: root, files: [{ uri, kind: 'text' }] }],
    ['findElements', { root, wanted: {} }],
    ['findElements', { root, wanted: { uri } }],
  ] as const)
    it(`${name} is told what is missing in ${JSON.stringify(params)}`, () => ok(askedWrongly(name, params)));
});
