/** The words of `due`. */
import { dueGroupings } from '../../core/due/groups';
import { usualDays } from '../../core/due/model';
import type { Option, Told } from '../command/argument';
import { choice, text } from '../command/argument';
import { command } from '../command/command';
import { UsageError } from '../command/errors';
import { folder, today } from '../command/shared';

const words = { folder };

const days: Option<number | undefined> = {
  value: 'DAYS',
  help: 'how many days ahead reviews and actions are listed; what is late always is',
  usually: `up to the assessment, or ${usualDays} where none is to come`,
  read: (given, name) => {
    const typed = given.at(-1);
    if (typed === undefined) return undefined;
    if (!/^\d{1,4}$/.test(typed))
      throw new UsageError(`${name} takes a number of days, such as ${usualDays}, not ${typed}.`);
    return Number(typed);
  },
};

const options = {
  today,
  days,
  person: text('NAME', { help: 'what one person has to do', usually: 'everybody' }),
  by: choice('GROUPS', dueGroupings, {
    help: 'what the list is divided by, as text and as Markdown',
    usually: 'person',
  }),
  format: choice('FORMAT', ['text', 'markdown', 'json', 'ics'], {
    help: 'what is printed: for people, to be mailed, for programs, for calendars',
    usually: 'text',
  }),
};

export type DueTold = Told<typeof words & typeof options>;

export const due = command({
  name: 'due',
  help: 'who has what to do by when',
  words,
  options,
  run: async (told, surroundings) => (await import('./due')).due(told, surroundings),
});
