import { deepEqual, equal } from 'node:assert/strict';
import { parseEvidence } from '../../../../server/core/evidence/evidence';
import {
  pointsFollowed,
  pointsInFile,
  pointsInPortfolio,
  pointsInWords,
} from '../../../../server/core/portfolio/guidance';
import { at, indexOf } from '../../support/portfolioFiles';
import { customerServiceExcellence } from '../../support/standards';

const element = customerServiceExcellence.nodes.get('3.2.4')!;
const front = '---\nelements: 3.2.4\n---\n\n';
const evidence = (body: string) => parseEvidence(at('a.md'), front + body)!;

/** The points of 3.2.4 by their place, with an x where they are ticked. */
const followed = (body: string): string =>
  pointsFollowed(evidence(body), element)
    .map(({ order, task }) => `${order}${task.isDone ? 'x' : ''}`)
    .join(' ');

describe('Guidance that a file follows', () => {
  for (const [body, expected] of [
    ['', ''],
    ['Complaints and comments from customers.', ''],
    ['- Complaints and comments from customers.', ''],
    ['- [ ] Complaints and comments from customers.', '2'],
    ['- [x] Complaints and comments from customers.', '2x'],
    ['* [X] complaints AND comments from customers', '2x'],
    ['1. [x] Complaints and comments from customers: 87 in the year', '2x'],
    ['- [x] Complaints and comments from customersʼ families', ''],
    ['- [x] Complaints and comments', ''],
    ['- [x] **Complaints** and _comments_ from customers.', '2x'],
    ['- [x] Complaints &amp; comments from customers.', ''],
    ['- [x] Compl&#97;ints and comments from customers.', '2x'],
    ['- [x] [Complaints and comments from customers](b.md), in full', '2x'],
    ['- [x] Details of the service standards\n  for responding to customers’ enquiries.', '1x'],
    [
      '- [ ] Customers’ views and feedback on the accuracy of the information.\n- [x] Complaints and comments from customers.',
      '0 2x',
    ],
    ['- [ ] Complaints and comments from customers.\n- [x] Complaints and comments from customers.', '2x'],
    ['```\n- [x] Complaints and comments from customers.\n```', ''],
    ['> - [x] Complaints and comments from customers.', '2x'],
    ['- Sub\n  - [x] Complaints and comments from customers.', '2x'],
  ] as const)
    it(`${JSON.stringify(body)}: ${expected || 'nothing'}`, () => equal(followed(body), expected));

  it('is counted for a file that has the list', () => {
    deepEqual(pointsInFile(evidence('- [x] Complaints and comments from customers.'), element), {
      addressed: 1,
      total: 4,
    });
    equal(pointsInFile(evidence('No list'), element), undefined);
    equal(pointsInWords({ addressed: 1, total: 1 }), '1 of 1 point addressed');
    equal(pointsInWords({ addressed: 0, total: 4 }), '0 of 4 points addressed');
  });

  it('is counted once for all files that count', () => {
    const list = (body: string, more = ''): string => `---\nelements: 3.2.4\n${more}---\n${body}\n`;
    const portfolio = indexOf({
      'portfolio.yaml': '',
      'a.md': list('- [x] Complaints and comments from customers.'),
      'b.md': list(
        '- [x] Complaints and comments from customers.\n- [ ] Details of the service standards for responding to customers’ enquiries.',
      ),
      'c.md': list(
        '- [x] Customers’ views and feedback on the accuracy of the information.',
        'status: withdrawn\n',
      ),
    }).portfolioAt(at('a.md'))!;
    deepEqual(pointsInPortfolio(portfolio, element), { addressed: 1, total: 4 });
    equal(pointsInPortfolio(portfolio, customerServiceExcellence.nodes.get('1.1.1')!), undefined);
  });
});
