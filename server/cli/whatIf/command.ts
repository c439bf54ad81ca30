/** The words of `what-if`. */
import { parseDate } from '../../core/text/civilDate';
import type { CivilDate } from '../../core/text/civilDate';
import { UsageError } from '../command/errors';
import type { Option, Told } from '../command/argument';
import { choice, flag, several } from '../command/argument';
import { command } from '../command/command';
import { folder, today } from '../command/shared';

const words = { folder };

/** A day, or `assessment`. */
const on: Option<CivilDate | undefined> = {
  value: 'DAY',
  help: 'judges as of another day: YYYY-MM-DD, or “assessment”, the day of the assessment',
  read: (given, name) => {
    const typed = given.at(-1);
    if (typed === undefined || typed === 'assessment') return typed;
    const day = parseDate(typed);
    if (!day)
      throw new UsageError(
        `${name} takes a date as year-month-day, such as 2027-03-01, or “assessment”, not ${typed}.`,
      );
    return day;
  },
};

const options = {
  today,
  withdrawn: several(
    'FILE',
    { help: 'a file of evidence that is withdrawn', note: 'may be given several times' },
    (typed) => typed,
  ),
  rated: several(
    'ID=RATING',
    {
      help: 'an element that is rated otherwise, such as 3.2.4=partial',
      note: 'may be given several times',
    },
    (typed, name) => {
      const sign = typed.lastIndexOf('=');
      const rated = { element: typed.slice(0, sign).trim(), rating: typed.slice(sign + 1).trim() };
      if (sign < 1 || rated.element === '' || rated.rating === '')
        throw new UsageError(`${name} takes an element and a rating, such as 3.2.4=partial, not ${typed}.`);
      return rated;
    },
  ),
  assessor: flag({ help: 'the ratings are the assessor’s' }),
  on,
  format: choice('FORMAT', ['text', 'markdown', 'json'], {
    help: 'what is printed, for people or for programs',
    usually: 'text',
  }),
};

export type WhatIfTold = Told<typeof words & typeof options>;

export const whatIf = command({
  name: 'what-if',
  help: 'what the award and the coverage become if evidence is withdrawn, on another day, or rated otherwise; writes nothing',
  words,
  options,
  run: async (told, surroundings) => (await import('./whatIf')).whatIf(told, surroundings),
});
