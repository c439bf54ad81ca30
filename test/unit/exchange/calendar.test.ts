/** Files for calendars, held against RFC 5545: what comes back of a text, and what no line may be. */
import { deepEqual, equal, ok } from 'node:assert/strict';
import fc from 'fast-check';
import { calendarOf } from '../../../server/exchange/parts/calendar';

const event = { id: 'a@b', day: '2027-03-01', summary: 'S' } as const;

/** Content lines, unfolded (3.1). */
const linesOf = (text: string): readonly string[] => text.replaceAll('\r\n ', '').split('\r\n');

/** A text's value as a calendar reads it (3.3.11). */
const read = (value: string): string =>
  value.replace(/\\([\\;,nN])/g, (_, mark: string) => (mark.toLowerCase() === 'n' ? '\n' : mark));

const valueOf = (text: string, name: string): string | undefined =>
  linesOf(text)
    .find((line) => line.startsWith(`${name}:`))
    ?.slice(name.length + 1);

describe('A file for calendars', () => {
  it('is what RFC 5545 asks for', () =>
    equal(
      calendarOf('Visits', [{ ...event, from: '10:00', to: '11:30', location: 'Desk; here', isFree: true }], '2026-06-15'),
      [
        'BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Evidence Portfolio//EN', 'CALSCALE:GREGORIAN', 'X-WR-CALNAME:Visits',
        'BEGIN:VEVENT', 'UID:a@b', 'DTSTAMP:20260615T000000Z', 'DTSTART:20270301T100000', 'DTEND:20270301T113000',
        'SUMMARY:S', 'LOCATION:Desk\\; here', 'TRANSP:TRANSPARENT', 'END:VEVENT', 'END:VCALENDAR', '',
      ].join('\r\n'),
    )); // prettier-ignore

  for (const [name, text, escaped] of [
    ['marks of the format', 'a, b; c\\d: "e"', 'a\\, b\\; c\\\\d: "e"'],
    ['lines', 'a\r\nb\nc\u2028d', 'a\\nb\\nc\\nd'],
    ['characters that act', 'a\u001B[31mb\u202Ec\u0000', 'a [31mb c '],
    ['what would end the event', 'a\r\nEND:VEVENT', 'a\\nEND:VEVENT'],
    ['half a character', 'a\uD83D', 'a\uFFFD'],
  ] as const)
    it(`keeps ${name} from acting`, () =>
      equal(valueOf(calendarOf('N', [{ ...event, summary: text }], '2026-06-15'), 'SUMMARY'), escaped));

  it('has no line of more than 75 octets, and gives back every text, in generated ones', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 300 });
    fc.assert(
      fc.property(text, text, (summary, description) => {
        const written = calendarOf('N', [{ ...event, summary, description }], '2026-06-15');
        ok(written.endsWith('\r\n'));
        const lines = written.slice(0, -2).split('\r\n');
        for (const line of lines) {
          ok(Buffer.byteLength(line) <= 75, line);
          ok(!/[\r\n]/.test(line) && line.isWellFormed());
        }
        const known = (said: string): string => read(said).replace(/[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]/gu, ' ');
        const plain = (given: string): string => given.toWellFormed().replace(/\r\n|[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]/gu, ' ');
        equal(known(valueOf(written, 'SUMMARY') ?? ''), plain(summary));
        equal(known(valueOf(written, 'DESCRIPTION') ?? ''), plain(description));
      }),
    );
  }); // prettier-ignore

  it('is the same for the same events', () => {
    const once = calendarOf('N', [event], '2026-06-15');
    deepEqual(calendarOf('N', [event], '2026-06-15'), once);
  });
});
