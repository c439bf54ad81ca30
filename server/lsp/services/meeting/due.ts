/** evidencePortfolio/due and evidencePortfolio/people: who has what to do by when. Loaded when somebody asks. */
import type { DueResult, PastDayResult, PeopleResult } from '../../protocol';
import { DueRequest, PastDayRequest, PeopleRequest } from '../../protocol';
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
    const unknown: PastDayResult = { problem: 'That is no day.' };
    connection.onRequest(
      PastDayRequest,
      guard.request('pastDay', unknown, async ({ typed }) => {
        const { pastDay } = await import('../../../core/history/pastDays');
        const problem = 'Write a day, such as 25 October 2026, 2026-10-25, yesterday or 3 months ago.';
        return pastDay(typed, index.days.today) ?? { problem };
      }),
    );
    const nobody: PeopleResult = { people: [] };
    const people = guard.question('people', nobody, async () => {
      const { peopleOf } = await import('../../../features/views/dueList');
      return { people: peopleOf(index.portfolios()) };
    });
    connection.onRequest(PeopleRequest, people);
  },
};
