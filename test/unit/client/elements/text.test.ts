import { equal, ok } from 'node:assert/strict';
import {
  coverageSummary,
  elementLink,
  evidenceLink,
  relativeAddress,
} from '../../../../client/elements/text';
import { element, group, row, summary } from '../coverage/example';

const folder = 'file:///anytown/evidence';

describe('A Markdown link', () => {
  it('leads from a folder to a file', () => {
    const uri = 'file:///anytown/evidence/a%20b.md';
    equal(relativeAddress('file:///anytown/evidence', uri), 'a%20b.md');
    equal(relativeAddress('file:///anytown/evidence/', uri), 'a%20b.md');
    equal(relativeAddress('file:///anytown', uri), 'evidence/a%20b.md');
    equal(relativeAddress('file:///anytown/reports/2026', uri), '../../evidence/a%20b.md');
  });
  it('of evidence has its title', () =>
    equal(
      evidenceLink(row('a', { title: 'What [they] *said*' }), folder),
      '[What \\[they\\] \\*said\\*](a.md)',
    ));
  it('of an element leads to what counts of its evidence', () => {
    const evidence = [row('draft', { status: 'draft' }), row('old', { overdue: true }), row('good')];
    const node = element('3.2.4', 'evidenced', {
      title: 'We tell the truth…',
      text: 'We tell the truth always',
    });
    equal(elementLink(node, evidence, folder), '[3.2.4 We tell the truth](good.md)');
    equal(elementLink(node, evidence.slice(0, 1), folder), '[3.2.4 We tell the truth](draft.md)');
    equal(elementLink(node, [], folder), '3.2.4 We tell the truth');
  });
});

describe('The summary of coverage', () => {
  it('says what there is and what is still to do', () => {
    const counts = { evidenced: 1, overdue: 1, missing: 1, notApplicable: 1 };
    const nodes = [
      group(
        '1',
        'Insight',
        [
          element('1.1', 'evidenced', { text: 'Fine', items: 1 }),
          element('1.2', 'missing', { text: 'Nothing | yet' }),
          element('1.3', 'overdue', {
            text: 'Old',
            items: 1,
          }),
          element('1.4', 'not-applicable', { text: 'Charges', reason: 'We make none' }),
        ],
        counts,
      ),
    ];
    const overdue = row('b', { title: 'B', overdue: true, reviewBy: '2026-03-01', owner: 'Desk' });
    equal(
      coverageSummary(
        {
          root: 'file:///anytown',
          manifest: null,
          title: 'Anytown',
          standard: 's',
          standardTitle: 'Small Standard',
          files: 2,
          summary: summary(counts),
          nodes,
        },
        new Map([['1.3', [overdue]]]),
      ),
      `# Anytown: coverage

Small Standard, 4 elements: 1 of 3 evidenced · 1 overdue · 1 missing.

| Criterion | Coverage |
| --- | --- |
| 1 Insight | 1 of 3 evidenced · 1 overdue · 1 missing |

## Missing: 1 element

- 1.2 Nothing | yet

## Overdue: 1 element

- 1.3 Old – B (review was due by 1 March 2026, Desk)

## Not applicable: 1 element

- 1.4 Charges – We make none
`,
    );
  });

  it('says of which day it speaks, where somebody has set one', () => {
    const portfolio = {
      root: 'file:///anytown',
      manifest: null,
      title: 'Anytown',
      asOf: '2027-05-12',
      standard: 's',
      standardTitle: 'Small Standard',
      files: 0,
      summary: summary({ missing: 4 }),
      nodes: [],
    };
    const text = coverageSummary(portfolio, new Map());
    ok(text.includes('Small Standard, 4 elements, as of 12 May 2027: '), text);
  });
});
