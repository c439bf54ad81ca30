/** textDocument/documentSymbol and workspace/symbol */
import type { DocumentSymbol, SymbolInformation } from 'vscode-languageserver';
import { normaliseUri } from '../../core/text/uri';
import { documentSymbols } from '../../features/navigation/documentSymbols';
import { workspaceSymbols } from '../../features/navigation/workspaceSymbols';
import type { InitializationOptions } from '../protocol';
import type { Service } from './service';
import { standardLocations } from './standardLocations';

export const symbolService: Service = {
  capabilities: {
    // The name tells our outline from the editor's own, where it shows both.
    documentSymbolProvider: { label: 'Evidence Portfolio' },
    workspaceSymbolProvider: true,
  },
  serve: (parts) => {
    const { connection, session, guard } = parts;
    connection.onDocumentSymbol(
      guard.feature('documentSymbol', null, ({ textDocument }) => {
        const uri = normaliseUri(textDocument.uri);
        const portfolio = session.index.portfolioAt(uri);
        const { outlinesHeadings } = (session.parameters?.initializationOptions ??
          {}) as InitializationOptions;
        const options = { ownHeadings: outlinesHeadings === true };
        const symbols = portfolio?.isActive ? documentSymbols(portfolio, uri, options) : null;
        const { documentSymbol } = session.parameters?.capabilities.textDocument ?? {};
        return symbols && documentSymbol?.hierarchicalDocumentSymbolSupport !== true
          ? symbols.flatMap((symbol) => flat(textDocument.uri, symbol, ''))
          : symbols;
      }),
    );
    connection.onWorkspaceSymbol(
      guard.feature('workspaceSymbol', null, async ({ query }) => {
        const portfolios = session.index.portfolios();
        const found = await Promise.all(
          portfolios.map(async (portfolio) =>
            workspaceSymbols(portfolio, query, await standardLocations(parts, portfolio)),
          ),
        );
        // Evidence that portfolios share is found in each of them.
        const once = new Map(
          found.flat().map((symbol) => [`${symbol.name} ${JSON.stringify(symbol.location)}`, symbol]),
        );
        return [...once.values()];
      }),
    );
  },
};

/** As clients of earlier days want it: a list, each symbol with the name of what holds it. */
const flat = (uri: string, symbol: DocumentSymbol, containerName: string): readonly SymbolInformation[] => [
  { name: symbol.name, kind: symbol.kind, location: { uri, range: symbol.range }, containerName },
  ...(symbol.children ?? []).flatMap((child) => flat(uri, child, symbol.name)),
];
