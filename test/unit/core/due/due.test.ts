import { deepEqual, equal } from 'node:assert/strict';
import { dueIn } from '../../../../server/core/due/due';
import { groupsOf } from '../../../../server/core/due/groups';
import type { Due } from '../../../../server/core/due/model';
import { dueSummary, whenWords } from '../../../../server/core/due/words';
import type { Files } from '../../support/portfolioFiles';
import { indexOf } from '../../support/portfolioFiles';

/** What is due on 15 June 2026. */
const dueOf = (files: Files, days?: number): Due => dueIn(indexOf(files).portfolios()[0]!, { days });
const manifest = (more = ''): string => `standard: small\ntitle: Anytown\n${more}`;
const evidence = (id: string, more: string): string =>
  `---\ntitle: ${id} paper\nelements: ["${id}"]\n${more}\n---\n\nText.\n`;
const plan = (...rows: readonly string[]): string =>
  `---\ntype: action-plan\n---\n\n| Ref | Action | Responsibility | Target Completion Date | Progress |\n| --- | --- | --- | --- | --- |\n${rows.map((row) => `| ${row} |\n`).join('')}`;

/** Every element has something, so that only what is asked for is due. */
const rest = { 'z.md': '---\ntitle: Z\nelements: ["1.1", "1.2", "2.1"]\n---\n\nText.\n' };

const lines = ({ items }: Due): readonly string[] =>
  items.map(
    ({ kind, urgency, by, what, people, expires }) =>
      `${kind} ${urgency} ${by ?? '-'} ${what} ${people.join('+') || 'nobody'}${expires ? ' expires' : ''}`,
  );

describe('What is due', () => {
  for (const [name, more, says] of [
    ['a review that is late', 'review-by: 2026-06-14\nowner: Desk', ['review late 2026-06-14 Review “1.1 paper” Desk']],
    ['one of today, which is in time', 'review-by: 2026-06-15', ['review soon 2026-06-15 Review “1.1 paper” nobody']],
    ['one within the notice', 'review-by: 2026-08-14', ['review soon 2026-08-14 Review “1.1 paper” nobody']],
    ['one after it', 'review-by: 2026-08-15', ['review later 2026-08-15 Review “1.1 paper” nobody']],
    ['not what is far ahead', 'review-by: 2026-09-14', []],
    ['not what has no review date', 'owner: Desk', []],
    ['not what is withdrawn', 'status: withdrawn\nreview-by: 2020-01-01', []],
    ['a draft', 'status: draft\nreview-by: 2020-01-01', ['draft undated - Finish “1.1 paper” nobody']],
    ['what waits for approval', 'status: in-review\nowner: Desk', ['draft undated - Approve “1.1 paper” Desk']],
    ['a status that nobody can read', 'status: finished', ['draft undated - Finish “1.1 paper” nobody']],
  ] as const)
    it(`is ${name}`, () =>
      deepEqual(lines(dueOf({ ...rest, 'portfolio.yaml': manifest(), 'a.md': evidence('1.1', more) })), says)); // prettier-ignore

  for (const [name, row, says] of [
    ['with its words', '1.1 | Ask the desk | Desk | 2026-06-01 | in progress', ['action late 2026-06-01 Ask the desk Desk']],
    ['by the element where it says what the standard says', '1.1 | People are greeted. | | 30/06/2026 | ', ['action soon 2026-06-30 Act on 1.1, “People are greeted” nobody']],
    ['by the element where it says nothing', '1.1 | | TBC | July 2026 | ', ['action soon 2026-07-31 Act on 1.1, “People are greeted” nobody']],
    ['by an ID that nobody knows, where it says nothing', '7.7 | | Desk | July 2026 | ', ['action soon 2026-07-31 Act on 7.7 Desk']],
    ['with the start of very many words', `1.1 | ${'Ask '.repeat(40)}all | Desk | 2026-06-30 | `, [`action soon 2026-06-30 ${'Ask '.repeat(39)}Ask… Desk`]],
    ['without a day', '1.1 | Ask | Desk | ongoing | ', ['action undated - Ask Desk']],
    ['with a day that nobody can read', '1.1 | Ask | Desk | when possible | ', ['action undated - Ask Desk']],
    ['of several people', '1.1 | Ask | Desk; Head<br>Clerk | 2026-06-30 | ', ['action soon 2026-06-30 Ask Desk+Head+Clerk']],
    ['under an ID of an earlier edition', '9.9 | Ask | Desk | 2026-06-30 | ', ['action soon 2026-06-30 Ask Desk']],
    ['without the marks of links', '1.1 | Ask *now*, see [it](a.md) | **Desk** | 2026-06-30 | ', ['action soon 2026-06-30 Ask now, see it Desk']],
    ['unless it is complete', '1.1 | Ask | Desk | 2026-06-01 | complete', []],
    ['unless it is far ahead', '1.1 | Ask | Desk | 2026-12-31 | ', []],
  ] as const)
    it(`is an action ${name}`, () =>
      deepEqual(lines(dueOf({ ...rest, 'portfolio.yaml': manifest(), 'action-plan.md': plan(row) })), says)); // prettier-ignore

  it('is an element without evidence, for whoever is to find it', () => {
    const text = manifest(
      'assignments: { "1.1": Desk, "2": [Head, Clerk] }\nassessment: { "1.2": { applicable: false, reason: None } }\n',
    );
    deepEqual(lines(dueOf({ 'portfolio.yaml': text })), [
      'element undated - Find evidence for 1.1, “People are greeted” Desk',
      'element undated - Find evidence for 2.1, “Questions are answered” Head+Clerk',
    ]);
  });

  it('is wanted by the assessment, and so is what expires before it', () => {
    const found = dueOf({
      'portfolio.yaml': manifest('assessment-date: 2027-03-01\n'),
      'a.md': evidence('1.1', 'review-by: 2027-02-28'),
      'b.md': evidence('1.2', 'review-by: 2027-03-01'),
      'c.md': evidence('1.2', 'review-by: 2027-03-02'),
      'd.md': evidence('1.2', 'status: draft'),
    });
    deepEqual(lines(found), [
      'review later 2027-02-28 Review “1.1 paper” nobody expires',
      'review later 2027-03-01 Review “1.2 paper” nobody',
      'draft later 2027-03-01 Finish “1.2 paper” nobody',
      'element later 2027-03-01 Find evidence for 2.1, “Questions are answered” nobody',
    ]);
    equal(found.further, 1);
    equal(
      dueSummary(found),
      '4 things to do until 1 March 2027, the day of the assessment: 4 have nobody yet. 1 review or action is further ahead.',
    );
  });

  it('is as far ahead as is asked for, and late things always are', () => {
    const files = {
      ...rest,
      'portfolio.yaml': manifest('assessment-date: 2027-03-01\n'),
      'a.md': evidence('1.1', 'review-by: 2026-06-20'),
      'b.md': evidence('1.2', 'review-by: 2026-06-21'),
      'c.md': evidence('1.2', 'review-by: 2020-01-01'),
    };
    const byOf = (days: number): readonly unknown[] => dueOf(files, days).items.map(({ by }) => by);
    deepEqual(byOf(5), ['2020-01-01', '2026-06-20']);
    deepEqual(byOf(0), ['2020-01-01']);
  });

  it('is not wanted by an assessment that has been', () => {
    const found = dueOf({ 'portfolio.yaml': manifest('assessment-date: 2026-06-14\n'), ...rest, 'a.md': evidence('1.1', 'status: draft') });
    deepEqual([found.until, found.assessment, lines(found)], ['2026-09-13', undefined, ['draft undated - Finish “1.1 paper” nobody']]);
    equal(dueSummary(found), '1 thing to do until 13 September 2026: 1 has nobody yet.');
  }); // prettier-ignore

  it('is nothing', () =>
    equal(
      dueSummary(dueOf({ ...rest, 'portfolio.yaml': manifest() })),
      'Nothing is due from 15 June 2026 to 13 September 2026.',
    ));

  it('knows one person by all spellings', () => {
    const found = dueOf({
      ...rest,
      'portfolio.yaml': manifest(),
      'a.md': evidence('1.1', 'review-by: 2026-06-20\nowner: desk officer'),
      'action-plan.md': plan('1.1 | Ask | Desk  Officer | 2026-06-30 | ', '1.1 | Ask again | Desk Officer; Head | 2026-06-30 | '),
    });
    deepEqual(
      groupsOf(found, 'person').map(({ title, items }) => [title, items.length]),
      [['Desk Officer', 3], ['Head', 1]],
    );
  }); // prettier-ignore

  it('is divided by month, late first and without a day last', () => {
    const found = dueOf({
      ...rest,
      'portfolio.yaml': manifest(),
      'a.md': evidence('1.1', 'review-by: 2026-07-20'),
      'b.md': evidence('1.1', 'review-by: 2026-05-20'),
      'c.md': evidence('1.1', 'review-by: 2026-06-15'),
      'd.md': evidence('1.1', 'status: draft'),
      'e.md': evidence('1.1', 'review-by: 2025-06-15'),
    });
    deepEqual(
      groupsOf(found, 'month').map(({ title, items }) => [title, items.map(({ by }) => by)]),
      [['Late', ['2025-06-15', '2026-05-20']], ['June 2026', ['2026-06-15']], ['July 2026', ['2026-07-20']], ['No date', [undefined]]],
    );
  }); // prettier-ignore

  it('has nobody last among people', () => {
    const found = dueOf({ 'portfolio.yaml': manifest('assignments: { "1.1": Zoe, "1.2": adam }\n') });
    deepEqual(
      groupsOf(found, 'person').map(({ title }) => title),
      ['adam', 'Zoe', 'Nobody yet'],
    );
  });

  it('is said by its day', () => {
    const said = (by: string | undefined): string =>
      whenWords({ by } as Due['items'][number], '2026-06-15');
    deepEqual(
      ['2026-06-14', '2026-06-15', '2026-06-16', undefined].map(said),
      ['1 day late, since 14 June 2026', 'today', 'by 16 June 2026', 'no date'],
    );
  }); // prettier-ignore
});
