/** Cells in which something stands and nothing is said. */
import { equal } from 'node:assert/strict';
import { noValueOf } from '../../../../server/core/tables/noValue';

describe('A cell that says nothing', () => {
  const cases: Readonly<Record<string, readonly string[]>> = {
    nothing: ['', '  ', '-', '–', '—', '---', '\u00A0', '**-**', '_____'],
    none: ['n/a', 'N/A', 'N.A.', 'n / a', 'na', 'Not applicable', 'None', 'nil', '(none)', 'Nothing'],
    open: [
      'TBC', 'tba', 'TBD', 'tbc.', 'T.B.C.', 'To be confirmed', 'to be agreed', 'still to be decided', '?', '??',
      '(TBC)', '[TBC]', '...', '…', 'unknown', 'not yet known', 'xxx', 'Choose an item.', 'Select a date',
      'Click here to enter text.', 'Click or tap to enter a date.', '[insert name]', '<name>', 'dd/mm/yyyy',
    ],
    fault: [
      '#REF!', '#N/A', '#DIV/0!', '#VALUE!', '#NAME?', '#NUM!', '#NULL!', '#SPILL!', '#CALC!', '#ref', '########',
      'Err:502', 'Error: 508', 'NaN', 'undefined', 'null', '[object Object]',
    ],
    elsewhere: [
      '"', '”', '〃', '" "', "''", 'ditto', 'Ditto.', 'do.', 'as above', 'As above.', 'see above', 'same as above',
      'see below', 'Same', 'ibid.', 'see row 4', 'as previous', 'same as previous row', '(as above)', '*see above*',
    ],
  }; // prettier-ignore
  for (const [kind, texts] of Object.entries(cases))
    for (const text of texts)
      it(`${JSON.stringify(text)}: ${kind}`, () => {
        equal(noValueOf(text), kind);
      });

  const values = [
    'Reader', 'Nadia', 'Dora', 'NA Team', 'Same-day replies', 'None of the forms has a date', 'Tbilisi office', '0', 'No',
    'See above the counter', '2027-03-31', '#1', 'Annul', 'To be confirmed by the Board in May', 'Do', '"Tell us"', 'x',
    'Unknown callers', 'Ask?', 'n', '1.1.1', 'Nothing to pay',
  ]; // prettier-ignore
  for (const text of values)
    it(`${JSON.stringify(text)}: says something`, () => {
      equal(noValueOf(text), undefined);
    });

  it('is told in no time, however long it is', () => {
    for (const text of ['#'.repeat(1e6), '" '.repeat(5e5), 'click '.repeat(2e5)]) noValueOf(text);
  });
});
