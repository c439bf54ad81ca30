/** Tables to work in: all evidence, and one action plan. */
import { normaliseUri } from '../../core/text/uri';
import type { EvidenceTable } from '../../features/views/evidenceTable';
import type { PlanCellChoice, PlanTable } from '../../features/views/planTable';
import { EvidenceTableRequest, PlanChoicesRequest, PlanTableRequest } from '../protocol';
import type { Service } from './service';

export const tableService: Service = {
  capabilities: {},
  serve: ({ connection, session: { index }, guard }) => {
    connection.onRequest(
      EvidenceTableRequest,
      guard.request('evidenceTable', null as EvidenceTable | null, async (params) => {
        const { evidenceTable } = await import('../../features/views/evidenceTable');
        const root = normaliseUri(params.root);
        const portfolio = index.portfolios().find((one) => one.root === root);
        return portfolio ? evidenceTable(portfolio) : null;
      }),
    );
    connection.onRequest(
      PlanTableRequest,
      guard.request('planTable', null as PlanTable | null, async (params) => {
        const { planTable } = await import('../../features/views/planTable');
        const uri = normaliseUri(params.uri);
        const portfolio = index.portfolioAt(uri);
        return portfolio ? planTable(portfolio, uri) : null;
      }),
    );
    connection.onRequest(
      PlanChoicesRequest,
      guard.request('planChoices', [] as readonly PlanCellChoice[], async ({ uri, key, typed }) => {
        const { planCellChoices } = await import('../../features/views/planTable');
        const portfolio = index.portfolioAt(normaliseUri(uri));
        const plan = portfolio?.plans.get(normaliseUri(uri));
        return portfolio && plan ? planCellChoices(portfolio, plan, key, typed) : [];
      }),
    );
  },
};
