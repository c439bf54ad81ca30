/** evidencePortfolio/reportPage: the report of a portfolio, with what the client knows of the past. Loaded when it is asked for. */
import { normaliseUri } from '../../../core/text/uri';
import type { ReportPage, ReportPageParams } from '../../protocol';
import { ReportPageRequest } from '../../protocol';
import type { Service, ServiceParts } from '../service';
import { reportedPast } from './reportedPast';

export const reportPageService: Service = {
  capabilities: {},
  serve: (parts) => {
    const none: ReportPage | null = null;
    parts.connection.onRequest(
      ReportPageRequest,
      parts.guard.request('reportPage', none as ReportPage | null, (params) => reportPage(parts, params)),
    );
  },
};

async function reportPage(parts: ServiceParts, params: ReportPageParams): Promise<ReportPage | null> {
  const { index, workspace } = parts.session;
  const root = normaliseUri(params.root);
  const portfolio = index.portfolios().find((candidate) => candidate.root === root);
  if (!portfolio || workspace.isLoading) return null;
  const [{ reportOf }, { pageOf }] = await Promise.all([
    import('../../../core/report/report'),
    import('./page'),
  ]);
  return pageOf(reportOf(portfolio, await reportedPast(parts, portfolio, params)));
}
