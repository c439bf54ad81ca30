/** evidencePortfolio/findElements: elements by words, or by the words of a text. */
import { normaliseUri } from '../../core/text/uri';
import type { FoundElements } from '../../features/views/foundElements';
import { foundElements } from '../../features/views/foundElements';
import { FindElementsRequest } from '../protocol';
import type { Service } from './service';

export const foundElementsService: Service = {
  capabilities: {},
  serve: ({ connection, session, guard }) => {
    connection.onRequest(
      FindElementsRequest,
      guard.request('findElements', null as FoundElements | null, ({ root, wanted }) => {
        const uri = normaliseUri(root);
        const portfolio = session.index.portfolios().find((candidate) => candidate.root === uri);
        return portfolio ? foundElements(portfolio, wanted) : null;
      }),
    );
  },
};
