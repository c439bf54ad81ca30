/** When and where an assessor hears or sees what they are told: `when` and `where` in the front matter. */
import type { CivilDate } from '../text/civilDate';
import { parseDate } from '../text/civilDate';
import { certainDate } from '../text/writtenDates';

export interface Moment {
  readonly day: CivilDate;
  /** `10:00`; undefined: some time of that day. */
  readonly from?: string;
  readonly to?: string;
}

/** What stands before a time, the time, and the one until which it lasts. */
const hours =
  /^(.*?)[\sT,]*(?:\bat\s+)?(\d{1,2})[:.](\d{2})\s*([ap]m)?(?:\s*(?:-|–|—|to|until)\s*(\d{1,2})[:.](\d{2})\s*([ap]m)?)?$/i;

/**
 * `2027-05-12 10:00-10:30`, `12 May 2027, 2.15pm`, `10:00` on the day of the assessment, a day alone. Undefined where
 * it says something else, or a time that no clock shows.
 */
export function momentIn(text: string, assessmentDate: CivilDate | undefined): Moment | undefined {
  const plain = text.trim();
  if (plain.length > 80) return undefined;
  const [all, before = '', hour, minute, half, endHour, endMinute, endHalf] = hours.exec(plain) ?? [];
  if (all === undefined) {
    const day = dayIn(plain);
    return day === undefined ? undefined : { day };
  }
  const day = before === '' ? assessmentDate : dayIn(before);
  const from = timeOf(hour, minute, half ?? endHalf);
  const to = endHour === undefined ? undefined : timeOf(endHour, endMinute, endHalf ?? half);
  if (day === undefined || from === undefined) return undefined;
  if (endHour === undefined) return { day, from };
  return to !== undefined && to > from ? { day, from, to } : undefined;
}

const dayIn = (text: string): CivilDate | undefined => parseDate(text.trim()) ?? certainDate(text.trim());

function timeOf(hour = '', minute = '', half = ''): string | undefined {
  const number = Number(hour);
  if (Number(minute) > 59 || number > (half === '' ? 23 : 12) || (half !== '' && number === 0))
    return undefined;
  const ofDay = half === '' ? number : (number % 12) + (/^p/i.test(half) ? 12 : 0);
  return `${String(ofDay).padStart(2, '0')}:${minute}`;
}

/** By day and time; what has none comes last. */
export const compareMoments = (left: Moment | undefined, right: Moment | undefined): number =>
  keyOf(left) < keyOf(right) ? -1 : keyOf(left) > keyOf(right) ? 1 : 0;

const keyOf = (moment: Moment | undefined): string =>
  moment ? `${moment.day} ${moment.from ?? '24:00'} ${moment.to ?? ''}` : '~';
