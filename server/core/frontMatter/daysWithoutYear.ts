/** Days that are said without their year: `12 May`, `12/5`, `the 12th`. */
import type { CivilDate } from '../text/civilDate';
import type { DateReading } from '../text/writtenDates';
import type { Direction, Readings, Where } from './monthsAround';
import { dayIn, monthNumber, monthOf, stepOf } from './monthsAround';
import { monthAlone } from './periodsMeant';

/** `12 May`, `May 12`, `12/5`, `12`, `May`, with `next year` or `last year` behind it. */
export function withoutYear(said: string, { today, direction }: Where): Readings {
  const [, core = '', which] = /^(.*?)(?: (this|next|last) year)?$/.exec(said) ?? [];
  const [, day = '', name = ''] = /^(?:[a-z]{3,9} )?(\d{1,2})(?: of)?[ ./-]*([a-z]{3,9})$/.exec(core) ?? [];
  const [, before = '', behind = ''] =
    /^(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]* )?([a-z]{3,9})[ .-]*(\d{1,2})$/.exec(core) ?? [];
  const [, one = '', other = ''] = /^(\d{1,2})[ ./-](\d{1,2})$/.exec(core) ?? [];
  const readings: DateReading[] = [];
  const add = (month: number, number: string, assumption?: string): void => {
    if (month < 0 || month > 11) return;
    for (const year of yearsOf(today, direction, which)) {
      const date = dayIn(year * 12 + month, Number(number));
      if (date === undefined) continue;
      const isNear = direction === 'future' ? date >= today : date <= today;
      if (which === undefined && !isNear) continue;
      const words = [assumption, which === undefined ? `in ${year}` : undefined].filter(
        (word) => word !== undefined,
      );
      readings.push({ date, ...(words.length > 0 ? { assumption: words.join(', ') } : {}) });
      return;
    }
  };
  if (day !== '') add(monthNumber(name), day);
  else if (before !== '') add(monthNumber(before), behind);
  else if (one !== '') {
    add(Number(other) - 1, one, Number(one) <= 12 && one !== other ? 'the day first' : undefined);
    if (one !== other) add(Number(one) - 1, other, Number(other) <= 12 ? 'the month first' : undefined);
  } else if (/^\d{1,2}$/.test(core)) readings.push(...dayAlone(core, today, direction));
  return readings.length > 0 || day + before + one !== ''
    ? readings
    : monthAlone(core, which, { today, direction });
}

/** The years in which a day is looked for: this one and the next ones, or the last ones, as far as a leap day needs. */
function yearsOf(today: CivilDate, direction: Direction, which: string | undefined): readonly number[] {
  const year = Number(today.slice(0, 4));
  if (which !== undefined) return [year + stepOf(which)];
  return Array.from({ length: 9 }, (_, step) => (direction === 'future' ? year + step : year - step));
}

/** `12`: of this month, or of the next one that has it. */
function dayAlone(day: string, today: CivilDate, direction: Direction): Readings {
  const now = monthOf(today);
  for (const step of [0, 1, 2]) {
    const date = dayIn(direction === 'future' ? now + step : now - step, Number(day));
    if (date !== undefined && (direction === 'future' ? date >= today : date <= today))
      return [{ date, assumption: `the ${direction === 'future' ? 'next' : 'last'} one` }];
  }
  return [];
}
