/** A day to judge by is set: what is written is the day on the calendar, and what is judged says of which day it speaks. */
import { deepEqual, equal, ok } from 'node:assert/strict';
import type { TextEdit } from 'vscode-languageserver-types';
import { snapshotsOf } from '../../../server/core/history/snapshots';
import { changesBetween } from '../../../server/core/history/changes';
import { storyOf } from '../../../server/core/history/story/story';
import { completion } from '../../../server/features/completion/completion';
import { coverageTree } from '../../../server/features/views/coverageTree';
import { draftEvidence } from '../../../server/features/editing/draftEvidence';
import { markReviewedIn } from '../../../server/features/editing/editsOfEvidence';
import { planTree } from '../../../server/features/views/planTree';
import { thisFile } from '../../../server/features/views/thisFile';
import { actionsFor } from '../support/codeActions';
import type { Files } from '../support/portfolioFiles';
import { at, home, indexOf } from '../support/portfolioFiles';
import { customerServiceExcellence } from '../support/standards';

const calendar = '2026-06-15';
const asOf = '2029-05-12';
const days = { today: calendar, asOf };
const block = '---\ntitle: A\nelements: [1.1.1]\ndate: 2026-01-01\nreview-by: 2027-01-01\n---\nText\n';
const files: Files = {
  'portfolio.yaml': 'standard: customer-service-excellence\n',
  'a.md': block,
  'action-plan.md': '| Ref | Action | Target |\n| --- | --- | --- |\n| 1.1.1 | Do | March 2028 |\n',
};
const index = indexOf(files, days);
const portfolio = index.portfolioAt(at('a.md'))!;
const set = /20(?:29|30)/;

describe('With a day to judge by', () => {
  it('evidence is judged as of that day', () => equal(portfolio.coverage('1.1.1').state, 'overdue'));

  it('Mark Reviewed writes the day on the calendar', () => {
    const outcome = markReviewedIn(portfolio, { uri: at('a.md'), text: block });
    ok(outcome.kind === 'edits');
    const [edit] = outcome.edits;
    ok(edit?.kind === 'edit');
    deepEqual(
      edit.edits.map(({ newText }) => newText),
      [calendar, '2027-06-15'],
    );
  });
  it('its fix names and writes that day, too', () => {
    const overdue = index.findings(at('a.md')).filter(({ rule }) => rule === 'review-overdue');
    const [fix] = actionsFor(index, 'a.md', overdue, { only: ['quickfix'] });
    equal(fix?.title, 'Mark reviewed: true as of today, 15 June 2026, next review by 15 June 2027');
    ok(!set.test(JSON.stringify(fix)));
  });
  it('a draft is of the day on the calendar', () =>
    ok(draftEvidence(portfolio, '1.1.2')?.text.includes(`date: ${calendar}\n`)));

  for (const [name, path, text] of [
    ['the date of evidence', 'a.md', '---\nelements: [1.1.1]\ndate: $0\n---\n'],
    ['its review', 'a.md', '---\nelements: [1.1.1]\nreview-by: $0\n---\n'],
    ['a block', 'b.md', '$0'],
    ['a manifest', 'portfolio.yaml', '$0'],
    ['the day of the assessment', 'portfolio.yaml', 'assessment-date: $0'],
    ['the day on which the assessor looked', 'portfolio.yaml', 'assessment:\n  1.1.1:\n    assessed: $0\n'],
    ['a target', 'action-plan.md', '| Ref | Action | Target |\n| --- | --- | --- |\n| 1.1.1 | Do | $0 |\n'],
  ] as const)
    it(`what is offered for ${name} speaks of the day on the calendar`, () => {
      const offset = text.indexOf('$0');
      const typed = text.replace('$0', '');
      const typedIn = indexOf({ ...files, [path]: typed }, days).portfolioAt(at(path))!;
      const standards = new Map([[customerServiceExcellence.id, customerServiceExcellence]]);
      const { items } = completion(typedIn, { uri: at(path), text: typed, offset }, { standards });
      const texts = items.map(({ textEdit }) => (textEdit as TextEdit).newText).join('\n');
      ok(/2026|2027/.test(texts), texts);
      ok(!set.test(texts), texts);
    });

  it('every view is told the day', () => {
    equal(coverageTree(portfolio).asOf, asOf);
    equal(planTree(portfolio).asOf, asOf);
    equal(thisFile(portfolio, portfolio.evidence.get(at('a.md'))!, [], () => undefined).asOf, asOf);
  });
  it('changes since a base say it', () => {
    const now = snapshotsOf(index);
    const [changes] = changesBetween(now, now);
    const { remarks } = storyOf(changes!, {
      folder: home,
      addressOf: () => undefined,
      fails: () => false,
    });
    deepEqual(remarks, ['Judged as of 12 May 2029.']);
  });
  it('nothing of it is said where none is set', () => {
    const plain = indexOf(files, { today: calendar }).portfolioAt(at('a.md'))!;
    equal(plain.today, calendar);
    ok(!('asOf' in coverageTree(plain)));
    ok(!('asOf' in planTree(plain)));
  });
  it('it may be the day on the calendar, and is said then as well', () =>
    equal(
      coverageTree(indexOf(files, { today: calendar, asOf: calendar }).portfolioAt(at('a.md'))!).asOf,
      calendar,
    ));
});
