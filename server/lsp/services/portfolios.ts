/** The requests of our own: drafts of evidence, files to be looked at again, the server's state. */
import { normaliseUri } from '../../core/text/uri';
import { draftEvidence } from '../../features/editing/draftEvidence';
import { CountsRequest, DraftEvidenceRequest, LookAgainRequest, ServerStateRequest } from '../protocol';
import { visible } from '../../words/visible';
import { counts, serverState } from '../serverState';
import type { Service } from './service';

export const portfolioService: Service = {
  capabilities: {},
  serve: ({ connection, session, guard, environment }) => {
    const { index, workspace, documents } = session;
    connection.onRequest(
      DraftEvidenceRequest,
      guard.request('draftEvidence', null, ({ root, elements, title }) => {
        const uri = normaliseUri(root);
        const portfolio = index.portfolios().find((candidate) => candidate.root === uri);
        return portfolio ? draftEvidence(portfolio, elements, { title }) : null;
      }),
    );
    connection.onRequest(
      LookAgainRequest,
      guard.request('lookAgain', null, async ({ uris }) => {
        await workspace.lookAgain(uris.map(normaliseUri));
        return null;
      }),
    );
    const state = guard.question('serverState', '', () =>
      visible(
        serverState(environment, index, workspace, session.settings, {
          open: documents.all().length,
          isAtRest: guard.working() === 0 && !session.hasNews,
        }),
      ),
    );
    connection.onRequest(ServerStateRequest, state);
    const numbers = guard.question('counts', [] as readonly string[], () =>
      counts({ environment, index, workspace }),
    );
    connection.onRequest(CountsRequest, numbers);
  },
};
