/** Completion of dates: nobody should have to count days. */
import type { CivilDate } from '../../core/text/civilDate';
import { addDays, addYears, parseDate } from '../../core/text/civilDate';
import type { Portfolio } from '../../core/portfolio/portfolio';
import type { Choice, Question } from './item';
import { dayWords } from '../../words/dates';

/** Days that somebody is likely to mean, the likeliest first. */
export function evidenceDates({ portfolio, cursor }: Question, kind: 'day' | 'lastDay'): readonly Choice[] {
  const { manifest } = portfolio;
  const { today } = portfolio.days;
  if (kind === 'day')
    return dates([
      [today, 'today'],
      [addDays(today, -1), 'yesterday'],
    ]);
  const date = dateIn(cursor.text);
  const assessment = manifest?.assessmentDate;
  return dates([
    ...(date ? [[addYears(date, 1), 'one year after the date'] as const] : []),
    [addYears(today, 1), 'one year from today'],
    ...(assessment && assessment >= today ? [[assessment, 'the day of the assessment'] as const] : []),
  ]);
}

export const assessmentDates = ({
  portfolio: {
    days: { today },
  },
}: Question): readonly Choice[] =>
  dates([
    [addYears(today, 1), 'one year from today'],
    [today, 'today'],
  ]);

/** Days on which an assessor may have looked, the likeliest first. */
export function assessedDates({ days: { today }, manifest }: Portfolio): readonly Choice[] {
  const assessment = manifest?.assessmentDate;
  return dates([
    ...(assessment && assessment <= today ? [[assessment, 'the day of the assessment'] as const] : []),
    [today, 'today'],
    [addDays(today, -1), 'yesterday'],
  ]);
}

/** Of two reasons for one day, the first is given. */
function dates(days: readonly (readonly [CivilDate, string])[]): readonly Choice[] {
  const reasons = new Map<CivilDate, string>();
  for (const [day, reason] of days) if (!reasons.has(day)) reasons.set(day, reason);
  return Array.from(reasons, ([label, reason]) => ({ label, words: `${dayWords(label)}: ${reason}` }));
}

/** The file's date, also where its block is broken. */
function dateIn(text: string): CivilDate | undefined {
  const [, found = ''] = /^date[ \t]*:[ \t]*["']?(\d{4}-\d{2}-\d{2})/m.exec(text) ?? [];
  return parseDate(found);
}
