/** The language server as a process: `--stdio`, or Node's own channel to VS Code. */
import { homedir } from 'node:os';
import { pathToFileURL } from 'node:url';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { PortfolioIndex } from './core/index/portfolioIndex';
import { rules } from './core/rules/all';
import { matcher } from './host/files/matcher';
import { localDate } from './host/files/localDate';
import { nodeFileAccess, repositoryOf } from './host/disk/nodeFileAccess';
import { startServer } from './lsp/server';
import { beside } from './beside';
import { builtInStandards } from './standards';
import { connectionOverStdio } from './stdio';

const standards = builtInStandards();

const connection = process.argv.includes('--stdio')
  ? connectionOverStdio()
  : createConnection(ProposedFeatures.all);

startServer(connection, {
  version: EVIDENCE_PORTFOLIO_VERSION,
  standards,
  newIndex: (days) => new PortfolioIndex({ standards, rules, matcher, repositoryOf, ...days }),
  disk: nodeFileAccess,
  rulePage: (rule) => beside(`docs/rules/${rule}.md`).href,
  standardFile: (id) => beside(`schemas/standards/${id}.yaml`).href,
  standardImport: () => import('./exchange/standards/importStandard'),
  home: pathToFileURL(homedir()).href,
  packHost: async () => (await import('./host/git/packHost')).packHost,
  startedFrom: undefined,
  memory: () => process.memoryUsage.rss(),
  today: () => localDate(new Date()),
});
