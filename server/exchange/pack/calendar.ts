/** Events as a file for calendars: RFC 5545. Nothing in it depends on the clock, so that the same events are the same bytes. */

export interface CalendarEvent {
  /** Stays the same from one time to the next: by it, a calendar replaces what it has. */
  readonly id: string;
  /** Year-month-day. */
  readonly day: string;
  /** `10:00`, by the clock of wherever it is; undefined: it takes the day. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly summary: string;
  readonly location?: string | undefined;
  readonly description?: string | undefined;
}

/** @param stamp the day as of which the events are told, which a calendar wants to know of each (3.8.7.2) */
export const calendarOf = (name: string, events: readonly CalendarEvent[], stamp: string): string =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Evidence Portfolio//EN',
    'CALSCALE:GREGORIAN',
    `X-WR-CALNAME:${escaped(name)}`,
    ...events.flatMap((event) => linesOf(event, stamp)),
    'END:VCALENDAR',
  ]
    .map((line) => `${folded(line)}\r\n`)
    .join('');

function linesOf(event: CalendarEvent, stamp: string): readonly string[] {
  const { id, day, from, to, summary, location, description } = event;
  const date = day.replaceAll('-', '');
  const at = (time: string): string => `${date}T${time.replace(':', '')}00`;
  const optional = (key: string, text: string | undefined): readonly string[] =>
    text === undefined || text === '' ? [] : [`${key}:${escaped(text)}`];
  return [
    'BEGIN:VEVENT',
    `UID:${escaped(id)}`,
    `DTSTAMP:${stamp.replaceAll('-', '')}T000000Z`,
    from === undefined ? `DTSTART;VALUE=DATE:${date}` : `DTSTART:${at(from)}`,
    ...(from === undefined || to === undefined ? [] : [`DTEND:${at(to)}`]),
    `SUMMARY:${escaped(summary)}`,
    ...optional('LOCATION', location),
    ...optional('DESCRIPTION', description),
    'END:VEVENT',
  ];
}

/** Values of texts (3.3.11). Control characters cannot stand in them at all. */
const escaped = (text: string): string =>
  text
    .toWellFormed()
    .replace(/\r\n|\r|[\u2028\u2029\u0085]/g, '\n')
    .replace(/[\p{Cc}\u202A-\u202E\u2066-\u2069]/gu, (character) => (character === '\n' ? '\n' : ' '))
    .replace(/[\\;,]/g, '\\$&')
    .replaceAll('\n', '\\n');

const longestLine = 75;

/** Lines of at most 75 octets, none of which ends inside of a character (3.1). */
function folded(line: string): string {
  const lines: string[] = [];
  let [start, length] = ['', 0];
  for (const character of line) {
    const octets = octetsOf(character);
    // What goes on begins with a space.
    if (length + octets > longestLine - (lines.length > 0 ? 1 : 0)) {
      lines.push(start);
      [start, length] = ['', 0];
    }
    start += character;
    length += octets;
  }
  return [...lines, start].join('\r\n ');
}

/** Of a character in UTF-8. */
function octetsOf(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
}
