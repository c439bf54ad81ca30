import { deepEqual } from 'node:assert/strict';
import { elementsWith, type ElementsAsked } from '../../../../server/features/views/elementsWith';
import { at, indexOf } from '../../support/portfolioFiles';

const evidence = (elements: string, more: string): string =>
  `---\ntitle: T\nelements: [${elements}]\n${more}\n---\n\nText.\n`;
/** On 15 June 2026. */
const portfolio = indexOf({
  'portfolio.yaml': 'standard: small\nassignments: { "2.1": [Clerk, Front desk], "1": Clerk }\n',
  'a.md': evidence('"1.1"', 'owner: Front Desk\nreview-by: 2026-06-14'),
  'b.md': evidence('"1.2"', 'owner: clerk\nreview-by: 2026-07-15\nstatus: draft'),
  'c.md': evidence('"2.1"', 'review-by: 2026-06-01\nstatus: withdrawn'),
}).portfolios()[0]!;

describe('The elements with', () => {
  for (const [what, asked, ids] of [
    ['evidence that is overdue', { review: { overdue: true } }, ['1.1']],
    ['evidence to be reviewed within 30 days', { review: { days: 30 } }, ['1.2']],
    ['one day less', { review: { days: 29 } }, []],
    ['either', { review: { overdue: true, days: 30 } }, ['1.1', '1.2']],
    ['what somebody is to find', { people: ['frontdesk'] }, ['2.1']],
    ['what somebody is to find, by a group above, too', { people: ['clerk'] }, ['1.1', '1.2', '2.1']],
    ['what somebody owns', { owners: ['Front Desk'] }, ['1.1']],
    ['what somebody owns or is to find', { owners: ['Front Desk'], people: ['frontdesk'] }, ['1.1', '2.1']],
    [
      'both conditions',
      { owners: ['Front Desk'], people: ['frontdesk'], review: { overdue: true } },
      ['1.1'],
    ],
    ['a file', { file: at('b.md') }, ['1.2']],
    ['a file that is withdrawn', { file: at('c.md') }, []],
    ['nothing that was asked', {}, []],
  ] satisfies readonly (readonly [string, ElementsAsked, readonly string[]])[])
    it(what, () => deepEqual(elementsWith(portfolio, asked), ids));
});
