/** textDocument/hover */
import { hover } from '../../features/hover/hover';
import { fileAt } from '../../features/hover/file';
import { clientMarkup } from './clientMarkup';
import type { Service } from './service';

export const hoverService: Service = {
  capabilities: { hoverProvider: true },
  serve: ({ connection, session, guard }) => {
    connection.onHover(
      guard.feature('hover', null, async ({ textDocument, position }) => {
        const found = session.cursorAt(textDocument.uri, position);
        if (!found) return null;
        const { portfolio, cursor } = found;
        const markup = clientMarkup(session.parameters?.capabilities.textDocument?.hover?.contentFormat);
        const target = portfolio.isActive ? fileAt(portfolio, cursor)?.uri : undefined;
        const file =
          target === undefined ? undefined : await session.workspace.measureOf(target, portfolio.root);
        const { index } = session;
        const sharers = index.portfoliosWith(cursor.uri).filter((other) => other !== portfolio);
        return hover(portfolio, cursor, { markup, file, sharers, rules: index.rules });
      }),
    );
  },
};
