/** evidencePortfolio/due and evidencePortfolio/people: who has what to do by when. Loaded when somebody asks. */
import type { DueResult, PeopleResult } from '../../protocol';
import { DueRequest, PeopleRequest } from '../../protocol';
import type { Service } from '../service';

export const dueService: Service = {
  capabilities: {},
  serve: ({ connection, session, guard }) => {
    const { index } = session;
    const none: DueResult = { portfolios: [] };
    connection.onRequest(
      DueRequest,
      guard.request('due', none, async ({ days }) => {
        const { dueList } = await import('../../../features/views/dueList');
        return { portfolios: index.portfolios().map((portfolio) => dueList(portfolio, days)) };
      }),
    );
    const nobody: PeopleResult = { people: [] };
    const people = guard.request('people', nobody, async () => {
      const { peopleOf } = await import('../../../features/views/dueList');
      return { people: peopleOf(index.portfolios()) };
    });
    connection.onRequest(PeopleRequest, (token) => people(undefined, token));
  },
};
