/**
 * evidencePortfolio/thisFile: one evidence file in plain words. evidencePortfolio/detailChoices: what can be offered for
 * a detail of it, such as the days that a text may mean. evidencePortfolio/newPortfolio: the same where a portfolio is
 * begun. evidencePortfolio/filePreview: the same file for a rendered page of it.
 */
import { normaliseUri } from '../../../core/text/uri';
import type { ThisFile } from '../../../features/views/thisFile';
import { thisFile } from '../../../features/views/thisFile';
import type { FilePreview } from '../../../features/views/filePreview';
import type { DetailChoices } from '../../../features/views/detailChoices';
import type { NewPortfolioResult } from '../../protocol';
import {
  DetailChoicesRequest,
  FilePreviewRequest,
  NewPortfolioRequest,
  ThisFileRequest,
} from '../../protocol';
import type { EvidenceFile } from '../../../core/evidence/evidence';
import type { Portfolio } from '../../../core/portfolio/portfolio';
import type { Session } from '../../session';
import type { Service } from '../service';

export const thisFileService: Service = {
  capabilities: {},
  serve: ({ connection, session, guard, environment }) => {
    const { index, workspace } = session;
    connection.onRequest(
      ThisFileRequest,
      guard.request('thisFile', null as ThisFile | null, (params) => {
        const found = evidenceAt(session, params.uri);
        if (!found) return null;
        const { portfolio, evidence } = found;
        const { uri } = evidence;
        // While the folders are read, every finding that depends on other files is premature.
        const findings = workspace.isLoading ? [] : index.findings(uri);
        const sharers = index.portfoliosWith(uri).filter((other) => other !== portfolio && other.isActive);
        return thisFile(portfolio, evidence, findings, (other) => index.textOf(other), sharers);
      }),
    );
    connection.onRequest(
      FilePreviewRequest,
      guard.request('filePreview', null as FilePreview | null, async (params) => {
        const found = evidenceAt(session, params.uri);
        if (!found) return null;
        const { portfolio, evidence } = found;
        const { filePreview } = await import('../../../features/views/filePreview');
        const findings = workspace.isLoading ? [] : index.findings(evidence.uri);
        const sharers = index
          .portfoliosWith(evidence.uri)
          .filter((other) => other !== portfolio && other.isActive);
        return filePreview(portfolio, evidence, findings, sharers);
      }),
    );
    connection.onRequest(
      DetailChoicesRequest,
      guard.request('detailChoices', null as DetailChoices | null, async ({ uri, key, typed }) => {
        const found = evidenceAt(session, uri);
        if (!found) return null;
        const { detailChoices } = await import('../../../features/views/detailChoices');
        return detailChoices(
          found.portfolio,
          found.evidence,
          key,
          typeof typed === 'string' ? typed : undefined,
        );
      }),
    );
    connection.onRequest(
      NewPortfolioRequest,
      guard.request('newPortfolio', null as NewPortfolioResult | null, async ({ typed }) => {
        const { assessmentDays } = await import('../../../features/views/detailChoices');
        const today = environment.today();
        return {
          standards: Array.from(environment.standards.values(), ({ id, title }) => ({ id, title })),
          days: assessmentDays(typeof typed === 'string' ? typed : undefined, today),
          today,
        };
      }),
    );
  },
};

function evidenceAt(
  { index }: Session,
  address: string,
): { readonly portfolio: Portfolio; readonly evidence: EvidenceFile } | undefined {
  const uri = normaliseUri(address);
  const portfolio = index.portfolioAt(uri);
  const evidence = portfolio?.isActive === true ? portfolio.evidence.get(uri) : undefined;
  return portfolio && evidence && { portfolio, evidence };
}
