/** The language server as a worker in a browser. */
import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { PortfolioIndex } from './core/index/portfolioIndex';
import { rules } from './core/rules/all';
import { localDate } from './host/files/localDate';
import { matcher } from './host/files/matcher';
import { startServer } from './lsp/server';
import { builtInStandards } from './standards';

/** Stands before the bundle: see .scripts/workerParts.mjs. */
declare const partsAt: (address: string) => void;

const standards = builtInStandards();

startServer(createConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self)), {
  version: EVIDENCE_PORTFOLIO_VERSION,
  standards,
  newIndex: (days) => new PortfolioIndex({ standards, rules, matcher, ...days }),
  disk: undefined,
  rulePage: () => undefined,
  standardFile: () => undefined,
  standardImport: () => import('./exchange/standards/importStandard'),
  home: undefined,
  packHost: undefined,
  startedFrom: partsAt,
  memory: () => undefined,
  today: () => localDate(new Date()),
});
