/**
 * The days that somebody may mean who types one: every form of `writtenDates.ts`, and what people say from where they
 * stand, such as `next Friday`, `in three months`, `end of March`, `12 May`. British order of day and month comes first.
 */
import type { CivilDate } from '../text/civilDate';
import { addDays, addYears, parseDate } from '../text/civilDate';
import { plainly } from '../text/hiddenCharacters';
import type { DateReading } from '../text/writtenDates';
import { readWrittenDate } from '../text/writtenDates';
import { withoutYear } from './daysWithoutYear';
import type { Direction, Readings, Where } from './monthsAround';
import { addMonths, only, stepOf } from './monthsAround';
import { endOfPeriod } from './periodsMeant';

export type { Direction } from './monthsAround';

/** Nobody says a day in more characters. */
const longest = 80;

/** @returns the likeliest first; none where it is no day. @param today from where it is said */
export function daysMeant(typed: string, today: CivilDate, direction: Direction): readonly DateReading[] {
  if (typed.length > longest) return [];
  const said = plainly(typed, true)
    .toLowerCase()
    .replace(/[’‘]/g, "'")
    .replace(/[,;]+|\.$/g, ' ')
    .replace(/\b(?:the|on|by|until|till|due|approx|about|around)\b/g, ' ')
    .replace(/(\d)(?:st|nd|rd|th)\b/g, '$1')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^this time /, '')
    .replace(/^((?:financial )?year|month|quarter) end$/, 'end of $1')
    .replace(/^christmas( day)?/, '25 december')
    .replace(/^new year's day/, '1 january');
  if (said === '') return [];
  const where: Where = { today, direction };
  const found = [
    ...fromToday(said, where),
    ...onWeekday(said, where),
    ...endOfPeriod(said, where),
    ...withoutYear(said, where),
    ...readWrittenDate(said),
    ...readWrittenDate(typed),
  ];
  return found.filter(
    ({ date }, at) => parseDate(date) !== undefined && found.findIndex((other) => other.date === date) === at,
  );
}

const numbers = 'no one two three four five six seven eight nine ten eleven twelve'.split(' ');
/** `3`, `three`, `a`, `couple of`, `half a` of a year is six months and said so by the unit. */
const numberOf = (word: string): number =>
  /^\d+$/.test(word)
    ? Number(word)
    : /^(?:an?|next|last|past)$/.test(word)
      ? 1
      : word.endsWith('couple of')
        ? 2
        : numbers.indexOf(word);

const amount =
  /^(?:in |\+ ?)?(\d{1,4}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:a )?couple of)? ?(half(?: an?)? year|d|w|m|y|days?|weeks?|fortnights?|months?|quarters?|years?|yrs?|mths?|wks?)(?:'s?)?(?: time)?( ago| earlier| from (?:now|today)| hence| after today)?$/;

/** `today`, `in 3 months`, `a year ago`, `+6m`, `next month`. */
function fromToday(said: string, { today, direction }: Where): Readings {
  const named = {
    today: 0,
    now: 0,
    tomorrow: 1,
    yesterday: -1,
    'day after tomorrow': 2,
    'day before yesterday': -2,
  };
  const days = Object.entries(named).find(([name]) => name === said)?.[1];
  if (days !== undefined) return only(addDays(today, days));
  const near = /^(next|last|this) (week|fortnight|month|quarter|year)$/.exec(said);
  if (near) {
    const [, which = '', unit = ''] = near;
    const date = moved(today, unit, stepOf(which));
    return [
      {
        date,
        assumption: which === 'this' ? 'today' : `one ${unit} ${which === 'next' ? 'from' : 'before'} today`,
      },
    ];
  }
  const match = amount.exec(said);
  if (!match) return [];
  const [, number = 'a', unit = '', end = ''] = match;
  const isOpen = end === '' && !/^(?:in |\+)/.test(said);
  // `week` alone may be the start of anything.
  if (isOpen && match[1] === undefined && !unit.startsWith('half')) return [];
  const isPast = /ago|earlier/.test(end) || (direction === 'past' && isOpen);
  const date = moved(today, unit, (isPast ? -1 : 1) * numberOf(number));
  return isOpen ? [{ date, assumption: isPast ? 'before today' : 'from today' }] : only(date);
}

/** The same day some time later; the last day of a month that has none of that number. */
function moved(date: CivilDate, unit: string, by: number): CivilDate {
  if (unit.startsWith('d')) return addDays(date, by);
  if (unit.startsWith('w')) return addDays(date, 7 * by);
  if (unit.startsWith('fortnight')) return addDays(date, 14 * by);
  if (unit.startsWith('half')) return addMonths(date, 6 * by);
  if (unit.startsWith('q')) return addMonths(date, 3 * by);
  return unit.startsWith('m') ? addMonths(date, by) : addYears(date, by);
}

const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
const weekdayNumber = (word: string): number =>
  word.length < 3
    ? -1
    : weekdays.findIndex(
        (name) =>
          name.startsWith(word) ||
          (word === 'thurs' && name === 'thursday') ||
          (word === 'weds' && name === 'wednesday'),
      );
const weekdayOf = (date: CivilDate): number => new Date(`${date}T00:00:00Z`).getUTCDay();

/** `Friday`, `next Friday`, `last Friday`, `Friday week`, `a week on Friday`. */
function onWeekday(said: string, { today, direction }: Where): Readings {
  const week = /^(?:(?:a |one )?week (?:from )?([a-z]+)|([a-z]+) week)$/.exec(said);
  const [, which = '', name = ''] = /^(?:(next|this|coming|last|past) )?([a-z]+)$/.exec(said) ?? [];
  const number = weekdayNumber(week?.[1] ?? week?.[2] ?? name);
  if (number < 0) return [];
  const ahead = (number - weekdayOf(today) + 7) % 7;
  const coming = addDays(today, ahead === 0 ? 7 : ahead);
  const gone = addDays(coming, -7);
  const before = gone === today ? addDays(today, -7) : gone;
  if (week) return only(addDays(coming, 7));
  if (which === 'last' || which === 'past') return only(before);
  if (which === 'this' || which === 'coming') return only(coming);
  const after = addDays(coming, 7);
  // Whether the next Friday is that of this week, no two people agree on.
  if (which === 'next')
    return [
      { date: coming, assumption: 'the first one to come' },
      { date: after, assumption: 'the one a week later' },
    ];
  const readings = [
    { date: coming, assumption: 'the next one' },
    { date: before, assumption: 'the last one' },
  ];
  return direction === 'future' ? readings : readings.toReversed();
}
