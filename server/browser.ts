/** The language server as a worker in a browser. */
import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { localDate } from './host/files/localDate';
import { matcher } from './host/files/matcher';
import { startServer } from './lsp/server';
import { builtInStandards } from './standards';

startServer(createConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self)), {
  version: EVIDENCE_PORTFOLIO_VERSION,
  standards: builtInStandards(),
  matcher,
  repositoryOf: undefined,
  disk: undefined,
  rulePage: () => undefined,
  standardFile: () => undefined,
  memory: () => undefined,
  today: () => localDate(new Date()),
});
