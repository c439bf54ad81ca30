/** evidencePortfolio/thisFile: one evidence file in plain words. */
import { normaliseUri } from '../../core/text/uri';
import type { ThisFile } from '../../features/views/thisFile';
import { thisFile } from '../../features/views/thisFile';
import { ThisFileRequest } from '../protocol';
import type { Service } from './service';

export const thisFileService: Service = {
  capabilities: {},
  serve: ({ connection, session, guard }) => {
    const { index, workspace } = session;
    connection.onRequest(
      ThisFileRequest,
      guard.request('thisFile', null as ThisFile | null, (params) => {
        const uri = normaliseUri(params.uri);
        const portfolio = index.portfolioAt(uri);
        const evidence = portfolio?.isActive === true ? portfolio.evidence.get(uri) : undefined;
        if (!portfolio || !evidence) return null;
        // While the folders are read, every finding that depends on other files is premature.
        const findings = workspace.isLoading ? [] : index.findings(uri);
        const sharers = index.portfoliosWith(uri).filter((other) => other !== portfolio && other.isActive);
        return thisFile(portfolio, evidence, findings, (other) => index.textOf(other), sharers);
      }),
    );
  },
};
