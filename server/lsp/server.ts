/** The composition root: requests of the protocol on one side, features on the other. */
import type { Connection, InitializeResult } from 'vscode-languageserver';
import { CodeActionKind, TextDocumentSyncKind } from 'vscode-languageserver';
import { normaliseUri } from '../core/uri';
import { codeActions } from '../features/codeActions';
import type { CompletionData } from '../features/completion';
import { completion, resolveCompletion } from '../features/completion';
import type { PortfolioCoverage } from '../features/coverageTree';
import { coverageTree } from '../features/coverageTree';
import { draftEvidence } from '../features/draftEvidence';
import { hover } from '../features/hover';
import { clientMarkup } from './clientMarkup';
import type { Environment } from './environment';
import type { Guard } from './guard';
import { guardFor } from './guard';
import { CoverageRequest, DraftEvidenceRequest, ServerStateRequest } from './protocol';
import { serverState } from './serverState';
import { Session } from './session';

/** Digits and dots as well as what comes before an ID: editors do not ask by themselves inside YAML strings. */
const triggerCharacters = '0123456789. [,"\'-'.split('');

/** Serves one client until the connection ends. */
export function startServer(connection: Connection, environment: Environment): void {
  const session = new Session(connection, environment);
  const guard = guardFor(connection);
  serveLifecycle(connection, session, guard, environment);
  serveLanguage(connection, session, guard);
  servePortfolios(connection, session, guard, environment);
  session.documents.listen(connection);
  connection.listen();
}

function serveLifecycle(
  connection: Connection,
  session: Session,
  guard: Guard,
  { version }: Environment,
): void {
  connection.onInitialize((parameters): InitializeResult => {
    session.initialise(parameters);
    return {
      capabilities: {
        positionEncoding: 'utf-16',
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
        completionProvider: { resolveProvider: true, triggerCharacters },
        hoverProvider: true,
        codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix] },
        workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
      },
      serverInfo: { name: 'evidence-portfolio', version },
    };
  });
  connection.onInitialized(guard.event('initialized', () => session.start(guard)));
  connection.onShutdown(() => session.stop());
  session.documents.onDidChangeContent(guard.event('change', ({ document }) => session.changed(document)));
  session.documents.onDidClose(guard.event('close', ({ document }) => session.closed(document)));
}

function serveLanguage(connection: Connection, session: Session, guard: Guard): void {
  const formats = () => session.parameters?.capabilities.textDocument;
  connection.onHover(
    guard.request('hover', null, ({ textDocument, position }) => {
      const found = session.placeOf(textDocument.uri, position);
      return found
        ? hover(found.portfolio, found.place, { markup: clientMarkup(formats()?.hover?.contentFormat) })
        : null;
    }),
  );
  connection.onCompletion(
    guard.request('completion', null, ({ textDocument, position }) => {
      const found = session.placeOf(textDocument.uri, position);
      return found ? completion(found.portfolio, found.place) : null;
    }),
  );
  connection.onCompletionResolve((item, token) => {
    const resolve = guard.request('completionItem/resolve', item, () => {
      const { uri, element } = (item.data ?? {}) as Partial<CompletionData>;
      const portfolio = uri === undefined ? undefined : session.index.portfolioAt(uri);
      const markup = clientMarkup(formats()?.completion?.completionItem?.documentationFormat);
      return portfolio && element !== undefined ? resolveCompletion(portfolio, item, element, markup) : item;
    });
    return resolve(item, token);
  });
  connection.onCodeAction(
    guard.request('codeAction', null, ({ textDocument, context }) => {
      const document = session.documents.get(textDocument.uri);
      return document
        ? codeActions(textDocument.uri, context.diagnostics, (range) => document.getText(range))
        : null;
    }),
  );
}

function servePortfolios(
  connection: Connection,
  session: Session,
  guard: Guard,
  environment: Environment,
): void {
  const { index, workspace, documents } = session;
  const coverage = guard.request('coverage', { portfolios: [] as readonly PortfolioCoverage[] }, () => ({
    portfolios: index.portfolios().map(coverageTree),
  }));
  connection.onRequest(CoverageRequest, (token) => coverage(undefined, token));
  connection.onRequest(
    DraftEvidenceRequest,
    guard.request('draftEvidence', null, ({ root, element }) => {
      const uri = normaliseUri(root);
      const portfolio = index.portfolios().find((candidate) => candidate.root === uri);
      return portfolio ? draftEvidence(portfolio, element) : null;
    }),
  );
  const state = guard.request('serverState', '', () =>
    serverState(environment, index, workspace, session.settings, documents.all().length),
  );
  connection.onRequest(ServerStateRequest, (token) => state(undefined, token));
}
