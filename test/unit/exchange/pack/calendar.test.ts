/** Files for calendars, line by line as RFC 5545 wants them. */
import { equal, ok } from 'node:assert/strict';
import fc from 'fast-check';
import { calendarOf } from '../../../../server/exchange/pack/calendar';

const stamp = '2026-11-21';
const unfolded = (text: string): readonly string[] => text.replaceAll('\r\n ', '').split('\r\n');

describe('a file for calendars', () => {
  it('says an event', () =>
    equal(
      calendarOf(
        'Anytown',
        [
          { id: 'a@x', day: '2027-05-12', from: '10:00', to: '10:30', summary: 'Visit; tour, of\nthe hall \\', location: 'Hall', description: 'A' },
          { id: 'b@x', day: '2027-05-12', summary: 'Day' },
        ],
        stamp,
      ),
      [
        'BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Evidence Portfolio//EN', 'CALSCALE:GREGORIAN', 'X-WR-CALNAME:Anytown',
        'BEGIN:VEVENT', 'UID:a@x', 'DTSTAMP:20261121T000000Z', 'DTSTART:20270512T100000', 'DTEND:20270512T103000',
        'SUMMARY:Visit\\; tour\\, of\\nthe hall \\\\', 'LOCATION:Hall', 'DESCRIPTION:A', 'END:VEVENT',
        'BEGIN:VEVENT', 'UID:b@x', 'DTSTAMP:20261121T000000Z', 'DTSTART;VALUE=DATE:20270512', 'SUMMARY:Day', 'END:VEVENT',
        'END:VCALENDAR', '',
      ].join('\r\n'),
    )); // prettier-ignore

  it('has lines of at most 75 octets, and no character in two', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (summary) => {
        const text = calendarOf('x', [{ id: 'a', day: stamp, summary: `é${summary}`.repeat(3) }], stamp);
        for (const line of text.split('\r\n')) {
          ok(Buffer.byteLength(line) <= 75, line);
          ok(!line.includes('\uFFFD') || summary.includes('\uFFFD'));
        }
        equal(unfolded(text).filter((line) => line.startsWith('SUMMARY:')).length, 1);
      }),
    ));

  it('holds no line that a text has made up', () => {
    const text = calendarOf('x\r\nX-EVIL:1', [{ id: 'a\nb', day: stamp, summary: 'a\rEND:VEVENT\u2028b\u0000\u001B[31m' }], stamp);
    equal(unfolded(text).filter((line) => /^(?:X-EVIL|END:VEVENT|b)/.test(line)).length, 1);
    ok(!/[\p{Cc}]/u.test(text.replaceAll('\r\n', '')));
  }); // prettier-ignore
});
