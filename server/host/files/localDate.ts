import type { CivilDate } from '../../core/text/civilDate';

/** The day on the calendar of this machine. */
export function localDate(now: Date): CivilDate {
  const two = (number: number): string => String(number).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
