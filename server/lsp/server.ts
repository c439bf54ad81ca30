/** The composition root: a session, and the services that answer for it. */
import type { Connection, InitializeResult, ServerCapabilities } from 'vscode-languageserver';
import { TextDocumentSyncKind } from 'vscode-languageserver';
import { codeActionService } from './codeActionService';
import { commandService } from './commandService';
import { compareService } from './compareService';
import { completionService } from './completionService';
import type { Environment } from './environment';
import { formattingService } from './formattingService';
import { guardFor } from './guard';
import { hoverService } from './hoverService';
import { lensService } from './lensService';
import { navigationService } from './navigationService';
import { planService } from './planService';
import { planTreeService } from './planTreeService';
import { portfolioService } from './portfolioService';
import { renameService } from './renameService';
import type { Service } from './service';
import { Session } from './session';
import { symbolService } from './symbolService';
import { thisFileService } from './thisFileService';

const services: readonly Service[] = [
  completionService,
  hoverService,
  codeActionService,
  commandService,
  portfolioService,
  compareService,
  planService,
  planTreeService,
  thisFileService,
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
  session.documents.onDidChangeContent(guard.event('change', ({ document }) => session.changed(document)));
  session.documents.onDidClose(guard.event('close', ({ document }) => session.closed(document)));
  for (const { serve } of services) serve({ connection, session, guard, environment });
  session.documents.listen(connection);
  connection.listen();
}
