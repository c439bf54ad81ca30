import { equal } from 'node:assert/strict';
import { anchorAt, nodeAtLine } from '../../../../client/pages/standardAnchor';

const page = {
  text: [
    '# Standard',
    '',
    '## 1 Customer Insight &amp; more',
    '',
    '#### 1\\.1\\.1: evidenced, 2 items',
    'Text',
    '#### AC\\-2\\(1\\) Accounts: not applicable',
  ].join('\n'),
  lines: { '1': 2, '1.1.1': 4, 'AC-2(1)': 6 },
};

describe('The page of a standard', () => {
  it('has the anchors that the Markdown preview gives its headings', () => {
    equal(anchorAt(page, '1.1.1'), '111-evidenced-2-items');
    equal(anchorAt(page, 'AC-2(1)'), 'ac-21-accounts-not-applicable');
    equal(anchorAt(page, '9'), '');
  });
  it('knows which node a line belongs to', () => {
    equal(nodeAtLine(page, 0), undefined);
    equal(nodeAtLine(page, 2), '1');
    equal(nodeAtLine(page, 5), '1.1.1');
    equal(nodeAtLine(page, 60), 'AC-2(1)');
  });
});
