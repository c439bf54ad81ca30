/** evidencePortfolio/actionPlan: the actions of all portfolios, for a view. */
import { planTree } from '../../features/views/planTree';
import type { ActionPlanResult } from '../protocol';
import { ActionPlanRequest } from '../protocol';
import type { Service } from './service';

export const planTreeService: Service = {
  capabilities: {},
  serve: ({ connection, session, guard }) => {
    const none: ActionPlanResult = { portfolios: [] };
    const answer = guard.question('actionPlan', none, () => ({
      portfolios: session.index.portfolios().map(planTree),
    }));
    connection.onRequest(ActionPlanRequest, answer);
  },
};
