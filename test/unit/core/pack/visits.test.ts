/** When something is told, as people write it. */
import { deepEqual } from 'node:assert/strict';
import { compareMoments, momentIn } from '../../../../server/core/pack/visits';

describe('the moment of a visit', () => {
  const day = '2027-05-12';
  const moments: readonly (readonly [string, ReturnType<typeof momentIn>])[] = [
    ['2027-05-12', { day }],
    ['2027-05-12 10:00', { day, from: '10:00' }],
    ['2027-05-12T09:05', { day, from: '09:05' }],
    ['2027-05-12 10:00-10:30', { day, from: '10:00', to: '10:30' }],
    ['2027-05-12, 10:00 – 10:30', { day, from: '10:00', to: '10:30' }],
    ['12 May 2027, 2.15pm', { day, from: '14:15' }],
    ['12 May 2027 at 9.30 to 10.15 am', { day, from: '09:30', to: '10:15' }],
    ['12 May 2027, 12.00pm until 1.00pm', { day, from: '12:00', to: '13:00' }],
    ['10:00', { day, from: '10:00' }],
    ['10:00 to 11:00', { day, from: '10:00', to: '11:00' }],
    ['2027-05-12 25:00', undefined],
    ['2027-05-12 10:61', undefined],
    ['2027-05-12 11:00-10:00', undefined],
    ['2027-02-30 10:00', undefined],
    ['12 May 2027 0.15pm', undefined],
    ['after lunch', undefined],
    ['1/2/2027 10:00', undefined],
    ['', undefined],
    ['9'.repeat(100), undefined],
  ];
  for (const [text, moment] of moments)
    it(`is found in “${text.slice(0, 40)}”, or nothing is`, () => deepEqual(momentIn(text, day), moment));

  it('is in the order of the day; what has no time comes behind, and what is not known last', () => {
    const ordered = [
      '2027-05-11 16:00',
      '2027-05-12 09:00',
      '2027-05-12 09:00-09:30',
      '2027-05-12 09:00-10:00',
      '2027-05-12 10:00',
      '2027-05-12',
      '2027-05-13 08:00',
      'after lunch',
      'before lunch',
    ];
    const sorted = (texts: readonly string[]) =>
      texts.toSorted((left, right) => compareMoments(momentIn(left, day), momentIn(right, day)));
    deepEqual(sorted(ordered), ordered);
    deepEqual(sorted(ordered.toReversed()), [...ordered.slice(0, -2), 'before lunch', 'after lunch']);
  });

  it('has no day where nobody knows that of the assessment', () =>
    deepEqual(momentIn('10:00', undefined), undefined));
});
