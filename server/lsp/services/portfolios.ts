/** The requests of our own: coverage, drafts of evidence, the server's state. */
import { normaliseUri } from '../../core/text/uri';
import type { PortfolioCoverage } from '../../features/views/coverageTree';
import { coverageTree } from '../../features/views/coverageTree';
import { draftEvidence } from '../../features/editing/draftEvidence';
import { CoverageRequest, DraftEvidenceRequest, ServerStateRequest } from '../protocol';
import { serverState } from '../serverState';
import type { Service } from './service';

export const portfolioService: Service = {
  capabilities: {},
  serve: ({ connection, session, guard, environment }) => {
    const { index, workspace, documents } = session;
    const coverage = guard.request('coverage', { portfolios: [] as readonly PortfolioCoverage[] }, () => ({
      portfolios: index.portfolios().map(coverageTree),
    }));
    connection.onRequest(CoverageRequest, (token) => coverage(undefined, token));
    connection.onRequest(
      DraftEvidenceRequest,
      guard.request('draftEvidence', null, ({ root, elements, title }) => {
        const uri = normaliseUri(root);
        const portfolio = index.portfolios().find((candidate) => candidate.root === uri);
        return portfolio ? draftEvidence(portfolio, elements, { title }) : null;
      }),
    );
    const state = guard.request('serverState', '', () =>
      serverState(environment, index, workspace, session.settings, {
        open: documents.all().length,
        isAtRest: guard.working() === 0 && !session.hasNews,
      }),
    );
    connection.onRequest(ServerStateRequest, (token) => state(undefined, token));
  },
};
