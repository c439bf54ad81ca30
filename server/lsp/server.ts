/** The composition root: a session, and the services that answer for it. */
import type { Connection, InitializeResult, ServerCapabilities } from 'vscode-languageserver';
import { TextDocumentSyncKind } from 'vscode-languageserver';
import { codeActionService } from './services/codeActions';
import { commandService } from './services/commands';
import { compareService } from './services/compare';
import { completionService } from './services/completion';
import { coverageService } from './services/coverage';
import type { Environment } from './environment';
import { fileStatesService } from './services/files/fileStates';
import { formattingService } from './services/formatting';
import { answerService } from './services/meeting/answers';
import { draftingService } from './services/meeting/drafting';
import { dueService } from './services/meeting/due';
import { reportPageService } from './services/meeting/reportPage';
import { foundElementsService } from './services/foundElements';
import { guardFor } from './guard';
import { hoverService } from './services/hover';
import { lensService } from './services/lenses';
import { migrationService } from './services/migration';
import { navigationService } from './services/navigation';
import { exportService } from './transfer/exports';
import { importService } from './transfer/imports';
import { packService } from './transfer/packs';
import { planService } from './transfer/plan';
import { planTreeService } from './services/planTree';
import { portfolioService } from './services/portfolios';
import { renameService } from './services/rename';
import type { Service } from './services/service';
import { Session } from './session';
import { symbolService } from './services/symbols';
import { tableService } from './services/tables';
import { thisFileService } from './services/files/thisFile';

const services: readonly Service[] = [
  completionService,
  hoverService,
  codeActionService,
  commandService,
  coverageService,
  portfolioService,
  compareService,
  planService,
  importService,
  exportService,
  packService,
  migrationService,
  planTreeService,
  dueService,
  reportPageService,
  draftingService,
  answerService,
  thisFileService,
  fileStatesService,
  tableService,
  foundElementsService,
  navigationService,
  symbolService,
  renameService,
  lensService,
  formattingService,
];

/** Serves one client until the connection ends. */
export function startServer(connection: Connection, environment: Environment): void {
  const session = new Session(connection, environment);
  const guard = guardFor(connection);
  connection.onInitialize((parameters): InitializeResult => {
    session.initialise(parameters);
    return {
      capabilities: {
        positionEncoding: 'utf-16',
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
        workspace: {
          workspaceFolders: { supported: true, changeNotifications: true },
          fileOperations: { willRename: { filters: [{ pattern: { glob: '**/*' } }] } },
        },
        ...services.reduce<ServerCapabilities>((all, { capabilities }) => ({ ...all, ...capabilities }), {}),
      },
      serverInfo: { name: 'evidence-portfolio', version: environment.version },
    };
  });
  connection.onInitialized(guard.event('initialized', () => session.start(guard)));
  connection.onShutdown(() => session.stop());
  for (const { serve } of services) serve({ connection, session, guard, environment });
  session.followDocuments(guard);
  connection.listen();
}
