/** textDocument/hover */
import { hover } from '../features/hover';
import { clientMarkup } from './clientMarkup';
import type { Service } from './service';

export const hoverService: Service = {
  capabilities: { hoverProvider: true },
  serve: ({ connection, session, guard }) => {
    connection.onHover(
      guard.request('hover', null, ({ textDocument, position }) => {
        const found = session.placeOf(textDocument.uri, position);
        const markup = clientMarkup(session.parameters?.capabilities.textDocument?.hover?.contentFormat);
        return found ? hover(found.portfolio, found.place, { markup }) : null;
      }),
    );
  },
};
