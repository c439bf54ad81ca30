/** Ways between IDs, evidence and the standard: definition, references, highlights, links, call hierarchy, the page. */
import type { CallHierarchyItem, Location, LocationLink, Position } from 'vscode-languageserver';
import type { Portfolio } from '../../core/portfolio/portfolio';
import { normaliseUri } from '../../core/text/uri';
import type { HierarchyData } from '../../features/navigation/callHierarchy';
import { incomingCalls, outgoingCalls, prepareHierarchy } from '../../features/navigation/callHierarchy';
import type { StandardLocations } from '../../features/navigation/definition';
import { definition } from '../../features/navigation/definition';
import { documentLinks } from '../../features/navigation/documentLinks';
import { highlights } from '../../features/navigation/highlights';
import type { Cursor } from '../../features/text/identifierAt';
import { references } from '../../features/navigation/references';
import { standardPage } from '../../features/views/standardPage';
import { StandardPageRequest } from '../protocol';
import type { Service, ServiceParts } from './service';
import { standardLocations } from './standardLocations';

interface At {
  readonly textDocument: { readonly uri: string };
  readonly position: Position;
}

export const navigationService: Service = {
  capabilities: {
    definitionProvider: true,
    referencesProvider: true,
    documentHighlightProvider: true,
    documentLinkProvider: { resolveProvider: false },
    callHierarchyProvider: true,
  },
  serve: (parts) => {
    serveLocations(parts);
    serveHierarchy(parts);
    const { connection, session, guard } = parts;
    connection.onRequest(
      StandardPageRequest,
      guard.request('standardPage', null, ({ root, base }) => {
        const portfolio = portfolioWith(parts, root);
        return portfolio
          ? standardPage(portfolio, { base: base === undefined ? undefined : normaliseUri(base) })
          : null;
      }),
    );
    connection.onDocumentLinks(
      guard.feature('documentLink', null, async ({ textDocument }) => {
        const uri = normaliseUri(textDocument.uri);
        const portfolio = session.index.portfolioAt(uri);
        return portfolio ? documentLinks(portfolio, uri, await standardLocations(parts, portfolio)) : null;
      }),
    );
  },
};

function serveLocations(parts: ServiceParts): void {
  const { connection, session, guard } = parts;
  connection.onDefinition(
    guard.request('definition', null, async (at): Promise<LocationLink[] | Location[] | null> => {
      const links = await placed(parts, at, (portfolio, cursor, standard) =>
        definition(portfolio, cursor, standard),
      );
      const takesLinks = session.parameters?.capabilities.textDocument?.definition?.linkSupport === true;
      return takesLinks || !links
        ? links
        : links.map(({ targetUri, targetRange }) => ({ uri: targetUri, range: targetRange }));
    }),
  );
  connection.onReferences(
    guard.request('references', null, (at) =>
      placed(parts, at, (portfolio, cursor, standard) => references(portfolio, cursor, standard, at.context)),
    ),
  );
  connection.onDocumentHighlight(
    guard.request('documentHighlight', null, ({ textDocument, position }) => {
      const found = session.cursorAt(textDocument.uri, position);
      return found ? highlights(found.portfolio, found.cursor) : null;
    }),
  );
}

function serveHierarchy(parts: ServiceParts): void {
  const { connection, guard } = parts;
  const { callHierarchy } = connection.languages;
  callHierarchy.onPrepare(
    guard.feature('prepareCallHierarchy', null, (at) => placed(parts, at, prepareHierarchy)),
  );
  callHierarchy.onIncomingCalls(
    guard.feature('incomingCalls', null, ({ item }) => {
      const portfolio = portfolioOf(parts, item);
      return portfolio ? incomingCalls(portfolio, item) : null;
    }),
  );
  callHierarchy.onOutgoingCalls(
    guard.feature('outgoingCalls', null, async ({ item }) => {
      const portfolio = portfolioOf(parts, item);
      return portfolio ? outgoingCalls(portfolio, item, await standardLocations(parts, portfolio)) : null;
    }),
  );
}

/** What a feature answers at a position; null where nothing is known of the document. */
async function placed<Answer>(
  parts: ServiceParts,
  { textDocument, position }: At,
  answer: (portfolio: Portfolio, cursor: Cursor, standard: StandardLocations) => Answer | null,
): Promise<Answer | null> {
  const portfolio = parts.session.cursorAt(textDocument.uri, position)?.portfolio;
  if (!portfolio) return null;
  const standard = await standardLocations(parts, portfolio);
  // The text may have changed while a file was read.
  const found = parts.session.cursorAt(textDocument.uri, position);
  return found ? answer(found.portfolio, found.cursor, standard) : null;
}

const portfolioOf = (parts: ServiceParts, { data }: CallHierarchyItem): Portfolio | undefined =>
  portfolioWith(parts, (data as Partial<HierarchyData> | undefined)?.root ?? '');

const portfolioWith = ({ session }: ServiceParts, root: string): Portfolio | undefined =>
  session.index.portfolios().find((portfolio) => portfolio.root === normaliseUri(root));
