/** evidencePortfolio/whatCounts, whatIf and whatIfChoices: pages for those who look for evidence. Loaded when one is asked for. */
import type { Portfolio } from '../../../core/portfolio/portfolio';
import { parseDate } from '../../../core/text/civilDate';
import { normaliseUri } from '../../../core/text/uri';
import type { ReportPage, WhatIfChoices, WhatIfParams, WhatIfResult } from '../../protocol';
import { WhatCountsRequest, WhatIfChoicesRequest, WhatIfRequest } from '../../protocol';
import type { Service } from '../service';

export const draftingService: Service = {
  capabilities: {},
  serve: ({ connection, session: { index, workspace }, guard }) => {
    const portfolioOf = (root: string): Portfolio | undefined => {
      const uri = normaliseUri(root);
      return workspace.isLoading ? undefined : index.portfolios().find((one) => one.root === uri);
    };
    connection.onRequest(
      WhatCountsRequest,
      guard.request('whatCounts', null as ReportPage | null, async ({ root, element }) => {
        const portfolio = portfolioOf(root);
        const node = portfolio?.standard.nodes.get(element);
        if (!portfolio || !node?.assessable) return null;
        const [{ whatCountsDocument }, { pageOf }] = await Promise.all([
          import('../../../core/report/whatCounts'),
          import('./page'),
        ]);
        return pageOf(whatCountsDocument(portfolio, node));
      }),
    );
    connection.onRequest(
      WhatIfRequest,
      guard.request('whatIf', null as WhatIfResult | null, async (params) => {
        const portfolio = portfolioOf(params.root);
        return portfolio ? whatIfPage(portfolio, params) : null;
      }),
    );
    connection.onRequest(
      WhatIfChoicesRequest,
      guard.request('whatIfChoices', null as WhatIfChoices | null, async ({ root, typed }) => {
        const portfolio = portfolioOf(root);
        if (!portfolio) return null;
        const { whatIfChoices } = await import('../../../features/views/whatIfChoices');
        return whatIfChoices(portfolio, typed);
      }),
    );
  },
};

async function whatIfPage(portfolio: Portfolio, { day, ...words }: WhatIfParams): Promise<WhatIfResult> {
  const [{ readSupposition }, { whatIf }, { whatIfDocument }, { pageOf }] = await Promise.all([
    import('../../../core/drafting/supposition'),
    import('../../../core/drafting/whatIf'),
    import('../../../core/report/whatIf'),
    import('./page'),
  ]);
  if (day !== undefined && day !== 'assessment' && !parseDate(day))
    return { problem: `${day} is no day that can be judged by. Choose another one.` };
  const withdrawn = (words.withdrawn ?? []).map(normaliseUri);
  const read = readSupposition(portfolio, { ...words, withdrawn, day });
  return read.kind === 'refused'
    ? { problem: read.message }
    : pageOf(whatIfDocument(whatIf(portfolio, read.supposition)));
}
