import { deepEqual, equal } from 'node:assert/strict';
import {
  countsInWords,
  elementDescription,
  evidenceDescription,
  evidenceTooltip,
  groupDescription,
  nodeDescription,
  nodeLabel,
  nodeName,
  nodeSpoken,
  nodeTooltip,
  onDay,
  statusText,
  tooltip,
} from '../../../../client/words/coverageLabels';
import { escapeEveryMark } from '../../../../server/words/markdown';
import { formatDate } from '../../../../server/words/dates';
import { element, group, summary } from '../coverage/example';

describe('The words of the Coverage view', () => {
  const groups: readonly (readonly [counts: Parameters<typeof summary>[0], words: string])[] = [
    [{ evidenced: 10, missing: 1 }, '10 of 11 evidenced · 1 missing'],
    [{ evidenced: 11 }, '11 of 11 evidenced'],
    [
      { evidenced: 4, overdue: 2, draft: 1, missing: 3 },
      '4 of 10 evidenced · 2 overdue · 1 draft only · 3 missing',
    ],
    [{ evidenced: 4, notApplicable: 1 }, '4 of 4 evidenced'],
    [{ notApplicable: 3 }, 'not applicable'],
    [{}, 'no elements'],
  ];
  for (const [counts, words] of groups) {
    it(`says “${words}” of a group`, () => equal(groupDescription(summary(counts)), words));
  }

  it('says who is to find evidence where there is none that counts', () => {
    const assigned = ['Desk', 'Training Officer'];
    for (const [state, words] of [
      ['missing', 'missing · Desk, Training Officer'],
      ['draft', 'draft only · Desk, Training Officer'],
      ['overdue', 'overdue · Desk, Training Officer'],
      ['evidenced', 'evidenced · 2 items'],
      ['not-applicable', 'not applicable'],
    ] as const)
      equal(elementDescription(element('1.1.1', state, { current: 2, assigned })), words);
  });
  it('says how many items an evidenced element has', () => {
    equal(elementDescription(element('1.1.1', 'evidenced', { current: 1 })), 'evidenced · 1 item');
    equal(elementDescription(element('1.1.1', 'evidenced', { current: 2 })), 'evidenced · 2 items');
  });

  it('says how much of the guidance is ticked', () => {
    const points = { addressed: 2, total: 4 };
    equal(
      elementDescription(element('1.1.1', 'evidenced', { current: 1, points })),
      'evidenced · 1 item · 2 of 4 points',
    );
    equal(elementDescription(element('1.1.1', 'draft', { points })), 'draft only · 2 of 4 points');
  });

  it('says every other state in its own words', () => {
    deepEqual(
      (['missing', 'overdue', 'draft', 'not-applicable'] as const).map((state) =>
        elementDescription(element('1.1.1', state)),
      ),
      ['missing', 'overdue', 'draft only', 'not applicable'],
    );
  });

  it('says a status and a review date', () => {
    const row = { uri: 'file:///a.md', title: 'A', overdue: false, owner: null } as const;
    equal(
      evidenceDescription({ ...row, status: 'approved', reviewBy: '2027-03-01' }),
      'approved · review by 1 March 2027',
    );
    equal(evidenceDescription({ ...row, status: 'in-review', reviewBy: null }), 'in review');
    equal(
      evidenceDescription({ ...row, status: 'draft', reviewBy: null, strongest: true }),
      'strongest · draft',
    );
    equal(
      evidenceDescription({ ...row, status: 'approved', reviewBy: '2026-12-31', overdue: true }),
      'overdue · review was due by 31 December 2026',
    );
  });

  it('leaves what is no day as it is', () => {
    equal(formatDate('2027-13-01'), '2027-13-01');
    equal(formatDate('next spring'), 'next spring');
  });

  it('counts a portfolio for the status bar', () => {
    const one = summary({ evidenced: 44, missing: 9, overdue: 3, notApplicable: 1 });
    equal(statusText(one), '57 elements: 44 evidenced, 9 missing');
    deepEqual(countsInWords(one), ['44 evidenced', '3 overdue', '9 missing', '1 not applicable']);
  });

  it('says of which day the counts are, where somebody has set one', () => {
    equal(onDay('9 missing', '2027-05-12'), '9 missing · as of 12 May 2027');
    equal(onDay('', '2027-05-12'), 'as of 12 May 2027');
    equal(onDay('9 missing', undefined), '9 missing');
  });

  it('calls an element without a title by what tells it from its like, and in a sentence by its ID', () => {
    const node = element('3.2.4', 'missing', { title: 'We take…', text: 'We take reasonable steps.' });
    for (const [more, label, name] of [
      [{}, '3.2.4 We take…', '3.2.4'],
      [{ words: 'reasonable steps' }, '3.2.4 reasonable steps', '3.2.4'],
      [{ title: 'We take reasonable steps.' }, '3.2.4 We take reasonable steps.', '3.2.4'],
      [{ title: 'Steps' }, '3.2.4 Steps', '3.2.4 Steps'],
      [{ title: '', text: '' }, '3.2.4', '3.2.4'],
      [{ title: '', label: 'Über uns' }, 'Über uns', 'Über uns'],
    ] as const) {
      equal(nodeLabel({ ...node, ...more }), label);
      equal(nodeName({ ...node, ...more }), name);
      equal(nodeDescription({ ...node, ...more }), 'missing');
    }
  });

  it('names an element by the title that the standard gives it', () => {
    const node = element('AC-2', 'draft', { title: 'Account management', text: 'The organisation manages…' });
    equal(nodeLabel(node), 'AC-2 Account management');
    equal(nodeDescription(node), 'draft only');
    equal(nodeLabel(group('1', 'Customer Insight', [])), '1 Customer Insight');
    equal(nodeLabel(element('1', 'missing', { title: '', text: '' })), '1');
  });

  it('tells a screen reader the level, the words and the state', () => {
    const node = element('3.2.4', 'missing', { title: 'We take…', text: 'We take reasonable steps.' });
    equal(nodeSpoken(node), 'Element 3.2.4, We take reasonable steps., missing');
    equal(
      nodeSpoken(group('1', 'Customer Insight', [], { evidenced: 10, missing: 1 })),
      'Criterion 1, Customer Insight, 10 of 11 evidenced, 1 missing',
    );
  });
});

describe('A tooltip', () => {
  it('never lets a file’s text act as Markdown', () => {
    equal(
      escapeEveryMark('[a](command:x) `b`\n<img src=x>'),
      '\\[a\\]\\(command\\:x\\) \\`b\\` \\<img src\\=x\\>',
    );
    equal(tooltip('# *Title*', ['', 'text'], ['a', '']), '**\\# \\*Title\\***\n\ntext\n\n- a');
  });

  it('has the element’s text, its state and what to do next', () => {
    equal(
      nodeTooltip(element('3.2.4', 'missing', { text: 'We take steps' })),
      '**Element 3\\.2\\.4**\n\nWe take steps\n\n- Missing\\: nothing yet\n- Click to read what the standard says',
    );
  });

  it('has the guidance of an element', () => {
    const node = element('3.2.4', 'draft', { text: 'T', guidance: ['One.', '*Two*'] });
    equal(nodeTooltip(node).split('\n\n').slice(-2).join('|'), '**Guidance**|- One\\.\n- \\*Two\\*');
  });

  it('of evidence has its path and its owner', () => {
    const row = { uri: 'file:///a.md', title: 'A', overdue: false, status: 'draft', reviewBy: null } as const;
    equal(evidenceTooltip({ ...row, owner: 'Desk' }, 'a.md'), '**A**\n\na\\.md\n\n- Draft\n- Kept by Desk');
    equal(
      evidenceTooltip({ ...row, owner: null }, 'a.md')
        .split('\n')
        .at(-1),
      '- Nobody is named as its owner',
    );
  });

  it('has the reason for which an element does not apply', () => {
    equal(
      nodeTooltip(element('3.3.3', 'not-applicable', { text: 'Premises', reason: 'We have no premises' })),
      '**Element 3\\.3\\.3**\n\nPremises\n\n- Not applicable\\: We have no premises',
    );
  });

  it('says when a single piece carries an element', () => {
    equal(
      nodeTooltip(element('1.1.1', 'evidenced', { text: 'T', current: 1 }))
        .split('\n')
        .at(-1),
      '- Rests on a single piece of evidence',
    );
  });
});
