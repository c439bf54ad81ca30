/** Our language server beside two others: one for Markdown written in Rust, and VS Code's own. */
import { resolve } from 'node:path';
import type { Generated } from './generate';
import { megabytes, milliseconds, percentile, table } from './figures';
import type { Question, ServerCommand, ServerFigures } from './languageServer';
import { measureServer } from './languageServer';
import { markdownClient } from './markdownClient';
import type { Peers } from './peers';

export interface ServerRow {
  readonly files: number;
  readonly server: string;
  readonly openMilliseconds: number;
  readonly allMilliseconds: number;
  readonly changeP50: number;
  readonly changeP99: number;
  /** Per question: the median and the 99th percentile, milliseconds. */
  readonly answers: Readonly<Record<string, { readonly p50: number; readonly p99: number }>>;
  readonly indexedBytes: number | undefined;
  /** After coverage, the action plan and This File have been asked for again and again while somebody edits. */
  readonly longUseBytes: number | undefined;
  readonly residentBytes: number | undefined;
}

export async function benchServers(
  portfolios: readonly Generated[],
  peers: Peers,
  keystrokes: number,
  tell: (text: string) => void,
): Promise<{ readonly rows: readonly ServerRow[]; readonly text: string }> {
  const rows: ServerRow[] = [];
  for (const { files, folder } of portfolios) {
    if (files > 10_000) continue;
    for (const server of servers(peers)) {
      tell(`${server.name} with ${files} files`);
      rows.push(rowOf(files, server.name, await measureServer(server, resolve(folder), keystrokes)));
    }
  }
  return { rows, text: asText(rows) };
}

function rowOf(files: number, server: string, figures: ServerFigures): ServerRow {
  return {
    files,
    server,
    openMilliseconds: figures.open,
    allMilliseconds: figures.all,
    changeP50: percentile(figures.changes, 0.5),
    changeP99: percentile(figures.changes, 0.99),
    answers: Object.fromEntries(
      [...figures.answers].map(([name, times]) => [
        name,
        { p50: percentile(times, 0.5), p99: percentile(times, 0.99) },
      ]),
    ),
    indexedBytes: figures.indexedBytes,
    longUseBytes: figures.longUseBytes,
    residentBytes: figures.residentBytes,
  };
}

const asText = (rows: readonly ServerRow[]): string =>
  table(
    [
      'server',
      'files',
      'open file',
      'all files',
      'change p50',
      'p99',
      'completion p99',
      'hover p99',
      'coverage p50',
      'memory when read',
      'after long use',
      'at the end',
    ],
    rows.map((row) => [
      row.server,
      String(row.files),
      milliseconds(row.openMilliseconds),
      milliseconds(row.allMilliseconds),
      milliseconds(row.changeP50),
      milliseconds(row.changeP99),
      milliseconds(row.answers['completion']?.p99 ?? NaN),
      milliseconds(row.answers['hover']?.p99 ?? NaN),
      milliseconds(row.answers['coverage']?.p50 ?? NaN),
      megabytes(row.indexedBytes),
      megabytes(row.longUseBytes),
      megabytes(row.residentBytes),
    ]),
  );

function servers(peers: Peers): readonly ServerCommand[] {
  const node = process.execPath;
  const inLink: Question = {
    name: 'completion',
    method: 'textDocument/completion',
    at: { before: /See \[nothing\]\(/ },
    times: 100,
  };
  return [
    {
      name: 'evidence-portfolio',
      program: node,
      // As VS Code starts it.
      arguments: ['--max-semi-space-size=4', resolve('dist/server.js'), '--stdio'],
      tellsAll: true,
      longUse: 80,
      questions: [
        { name: 'completion', method: 'textDocument/completion', at: { before: /\d\.\d\./ }, times: 300 },
        { name: 'hover', method: 'textDocument/hover', at: { before: /\d\.\d\./ }, times: 300 },
        { name: 'coverage', method: 'evidencePortfolio/coverage', times: 20 },
      ],
    },
    { name: 'rumdl server', program: peers.rumdl, arguments: ['server'], questions: [inLink] },
    {
      name: 'vscode-markdown-languageserver',
      program: node,
      arguments: [peers.path('vscode-markdown-languageserver', 'dist', 'node', 'workerMain.js'), '--stdio'],
      pulls: true,
      initializationOptions: { markdownFileExtensions: ['md'] },
      settings: {
        markdown: {
          suggest: { paths: { enabled: true, includeWorkspaceHeaderCompletions: 'never' } },
          preferredMdPathExtensionStyle: 'auto',
          validate: {
            enabled: true,
            referenceLinks: { enabled: 'error' },
            fragmentLinks: { enabled: 'ignore' },
            fileLinks: { enabled: 'error', markdownFragmentLinks: 'ignore' },
            ignoredLinks: [],
            unusedLinkDefinitions: { enabled: 'hint' },
            duplicateLinkDefinitions: { enabled: 'error' },
          },
        },
      },
      answers: markdownClient(peers),
      questions: [inLink],
    },
  ];
}
