/** Code lenses and inlay hints, each with a setting of its own, and asked for again when something has changed. */
import type { CodeLens, InlayHint } from 'vscode-languageserver';
import { CodeLensRefreshRequest, InlayHintRefreshRequest } from 'vscode-languageserver';
import type { Portfolio } from '../../core/portfolio/portfolio';
import { spanOf } from '../../core/text/span';
import { normaliseUri } from '../../core/text/uri';
import type { LensData } from '../../features/views/codeLenses';
import { codeLenses, resolveCodeLens } from '../../features/views/codeLenses';
import type { HintData } from '../../features/views/inlayHints';
import { inlayHints, resolveInlayHint } from '../../features/views/inlayHints';
import { markdown } from '../../features/text/markup';
import { letGo } from '../guard';
import type { Service, ServiceParts } from './service';

/** Sets both dates of a piece of evidence: `{ uri }`. The server runs it itself. */
const markReviewed = 'evidencePortfolio.server.markReviewed';
const setDetails = 'evidencePortfolio.server.setDetails';

export const lensService: Service = {
  capabilities: {
    codeLensProvider: { resolveProvider: true },
    inlayHintProvider: { resolveProvider: true },
  },
  serve: (parts) => {
    serveLenses(parts);
    serveHints(parts);
    parts.session.onRefresh.add(() => refresh(parts));
  },
};

function serveLenses({ connection, session, guard }: ServiceParts): void {
  connection.onCodeLens(
    guard.feature('codeLens', null, ({ textDocument }) => {
      const uri = normaliseUri(textDocument.uri);
      const portfolio = session.index.portfolioAt(uri);
      return portfolio && session.settings.codeLens ? codeLenses(portfolio, uri) : null;
    }),
  );
  connection.onCodeLensResolve((lens, token) => {
    const resolve = guard.feature('codeLens/resolve', lens, (asked: CodeLens) => {
      const portfolio = portfolioOf(session, asked.data as Partial<LensData> | undefined);
      const { showElement } = session.options;
      return portfolio ? resolveCodeLens(portfolio, asked, { showElement, markReviewed, setDetails }) : asked;
    });
    return resolve(lens, token);
  });
}

function serveHints({ connection, session, guard }: ServiceParts): void {
  const { inlayHint } = connection.languages;
  inlayHint.on(
    guard.feature('inlayHint', null, ({ textDocument, range }) => {
      const uri = normaliseUri(textDocument.uri);
      const document = session.documents.get(textDocument.uri);
      const portfolio = session.index.portfolioAt(uri);
      if (!document || !portfolio || !session.settings.inlayHints) return null;
      const within = spanOf(document.offsetAt(range.start), document.offsetAt(range.end));
      return inlayHints(portfolio, uri, within);
    }),
  );
  inlayHint.resolve((hint, token) => {
    const resolve = guard.feature('inlayHint/resolve', hint, (asked: InlayHint) => {
      const portfolio = portfolioOf(session, asked.data as Partial<HintData> | undefined);
      return portfolio ? resolveInlayHint(portfolio, asked, markdown) : asked;
    });
    return resolve(hint, token);
  });
}

const portfolioOf = (
  { index }: ServiceParts['session'],
  data: { readonly uri?: string } | undefined,
): Portfolio | undefined => (data?.uri === undefined ? undefined : index.portfolioAt(data.uri));

/** Editors ask for lenses and hints when their own file changes, not when another one does. */
function refresh({ connection, session }: ServiceParts): void {
  const { workspace } = session.parameters?.capabilities ?? {};
  if (workspace?.codeLens?.refreshSupport)
    letGo(connection, 'refreshing lenses', connection.sendRequest(CodeLensRefreshRequest.type));
  if (workspace?.inlayHint?.refreshSupport)
    letGo(connection, 'refreshing hints', connection.sendRequest(InlayHintRefreshRequest.type));
}
