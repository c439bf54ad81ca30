/** The parts that everything else counts on: days, order, lines, distances. */
import { deepEqual, equal, ok } from 'node:assert/strict';
import fc from 'fast-check';
import { addDays, daysBetween, parseDate } from '../../../server/core/text/civilDate';
import { formatDate } from '../../../server/words/dates';
import { editDistance, nearestWord } from '../../../server/core/text/editDistance';
import { lineAround, lineStarts, positionAt } from '../../../server/core/text/lines';
import { compareNaturally } from '../../../server/core/text/naturalOrder';

describe('Days', () => {
  for (const text of ['2026-06-15', '2024-02-29', '2000-02-29', '0001-01-01', '9999-12-31'])
    it(`${text} exists`, () => equal(parseDate(text), text));

  for (const text of [
    ...['2026-02-29', '1900-02-29', '2026-04-31', '2026-13-01', '2026-00-10', '2026-01-00', '2026-6-15'],
    ...['26-06-15', '15/06/2026', '2026-06-15T00:00', ' 2026-06-15', '2026-06-15\n', '２０２６-06-15', ''],
  ])
    it(`${JSON.stringify(text)} is none`, () => equal(parseDate(text), undefined));

  it('exist exactly where the calendar of the machine has them', () => {
    for (const year of ['0000', '0004', '1900', '2000', '2023', '2024', '2100', '9999'])
      for (let month = 0; month <= 14; month++)
        for (let day = 0; day <= 33; day++) {
          const text = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
          const time = Date.parse(`${text}T00:00:00Z`);
          const isDay = !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === text;
          equal(parseDate(text), isDay ? text : undefined, text);
        }
  });

  it('are added and counted over months, years and the change of the clocks', () => {
    equal(addDays('2026-03-28', 2), '2026-03-30');
    equal(addDays('2026-12-31', 1), '2027-01-01');
    equal(addDays('2024-02-28', 1), '2024-02-29');
    equal(addDays('2026-01-01', -1), '2025-12-31');
    equal(daysBetween('2026-03-28', '2026-03-30'), 2);
    equal(daysBetween('2026-06-15', '2026-06-15'), 0);
    equal(daysBetween('2026-06-15', '2026-06-14'), -1);
  });

  it('are as far apart as was added, and in the order of their texts', () => {
    const days = fc.integer({ min: -200_000, max: 200_000 });
    fc.assert(
      fc.property(days, days, (from, to) => {
        const [left, right] = [addDays('2026-06-15', from), addDays('2026-06-15', to)];
        equal(daysBetween(left, right), to - from);
        equal(left < right, from < to);
        equal(parseDate(left), left);
      }),
    );
  });

  it('are written as in the UK', () => {
    equal(formatDate('2027-03-01'), '1 March 2027');
    equal(formatDate('2026-12-31'), '31 December 2026');
  });
});

describe('Natural order', () => {
  for (const sorted of [
    ['1.4.2', '1.4.9', '1.4.10', '1.10.1', '2.1', '10.1'],
    ['AC-1', 'AC-2', 'AC-2(1)', 'AC-2(2)', 'AC-2(10)', 'AC-10'],
    ['A1.a', 'A1.b', 'A2.a', 'A10.a', 'B1.a'],
    ['GV.OC-01', 'GV.OC-02', 'GV.OC-10', 'GV.RM-01'],
    ['', '1', '01', '1.', 'a', 'b2', 'b10'].sort(compareNaturally),
    ['9'.repeat(400), `1${'0'.repeat(400)}`],
  ])
    it(sorted.join(' < ').slice(0, 60), () => {
      deepEqual([...sorted].reverse().sort(compareNaturally), sorted);
    });

  it('is an order', () => {
    const text = fc
      .array(fc.constantFrom('0', '1', '9', '10', '.', 'a', 'é', '٣', '00', '9'.repeat(320)), {
        maxLength: 5,
      })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, text, text, (a, b, c) => {
        equal(Math.sign(compareNaturally(a, b)), -Math.sign(compareNaturally(b, a)) + 0);
        equal(compareNaturally(a, b) === 0, a === b);
        if (compareNaturally(a, b) <= 0 && compareNaturally(b, c) <= 0) ok(compareNaturally(a, c) <= 0);
      }),
      { numRuns: 500 },
    );
  });
});

describe('Lines', () => {
  for (const [text, starts] of [
    ['', [0]],
    ['a', [0]],
    ['a\nb', [0, 2]],
    ['a\r\nb', [0, 3]],
    ['a\rb', [0, 2]],
    ['\n\r\n\r\r', [0, 1, 3, 4, 5]],
    ['a\u2028b\u0085c', [0]],
  ] as const)
    it(`of ${JSON.stringify(text)}`, () => deepEqual(lineStarts(text), starts));

  it('count UTF-16 units', () => {
    const starts = lineStarts('😀a\nb');
    deepEqual(positionAt(starts, 2), { line: 0, character: 2 });
    deepEqual(positionAt(starts, 4), { line: 1, character: 0 });
    deepEqual(positionAt(starts, 99), { line: 1, character: 95 });
    deepEqual(positionAt(starts, -1), { line: 0, character: 0 });
  });

  it('lead from each offset to a position and back', () => {
    const text = fc.array(fc.constantFrom('a', '\n', '\r', '\r\n', '😀'), { maxLength: 12 });
    fc.assert(
      fc.property(text, fc.nat(20), (parts, at) => {
        const whole = parts.join('');
        const offset = Math.min(at, whole.length);
        const starts = lineStarts(whole);
        const { line, character } = positionAt(starts, offset);
        equal(starts[line]! + character, offset);
        const around = lineAround(whole, offset);
        ok(around.start <= offset && offset <= around.end);
        ok(!/[\r\n]/.test(whole.slice(around.start, around.end)));
      }),
    );
  });
});

describe('Edit distance', () => {
  for (const [left, right, distance] of [
    ['', '', 0],
    ['', 'abc', 3],
    ['3.2.4', '3.2.4', 0],
    ['3.2.4', '3.2.5', 1],
    ['3.2.4', '3.4.2', 2],
    ['3.2.4', '32.4', 1],
    ['3.2.4', '3.24.', 1],
    ['ab', 'ba', 1],
    ['abc', 'cab', 2],
    ['kitten', 'sitting', 3],
  ] as const)
    it(`from ${left} to ${right} is ${distance}`, () => {
      equal(editDistance(left, right), distance);
      equal(editDistance(right, left), distance);
    });

  for (const [word, words, nearest] of [
    ['owners', ['owner', 'status'], 'owner'],
    ['Title', ['title'], 'title'],
    ['titel', ['title'], 'title'],
    ['ref', ['kind', 'ref'], 'ref'],
    ['colour', ['title', 'owner'], undefined],
    ['a', ['b'], 'b'],
    ['a', [], undefined],
    ['', ['title'], undefined],
  ] as const)
    it(`takes ${JSON.stringify(word)} for ${String(nearest)}`, () =>
      equal(nearestWord(word, words), nearest));

  it('costs nothing for a text that can be near to none', () => {
    equal(nearestWord('x'.repeat(2_000_000), ['title', 'owner', 'status']), undefined);
  });
});
