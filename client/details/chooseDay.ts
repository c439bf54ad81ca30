/** Choosing a day: one that is likely, one in a calendar, or one that is typed in any form and said back in words. */
import { dayWords, monthWords } from '../../server/words/dates';
import type { DetailChoice } from '../../server/lsp/protocol';
import { rowAsItStands } from '../../server/words/asItStands';
import { daysOf, monthsFrom } from './calendar';
import type { Choice } from './choiceRows';
import { chooseOrType } from './chooseOrType';
import { showPick } from '../host/pickers';

export interface DayQuestion {
  readonly title: string;
  /** YYYY-MM-DD; a calendar begins here. */
  readonly today: string;
  readonly current?: string | undefined;
  readonly likely: readonly DetailChoice[];
  /** The days that a text may mean, the likeliest first. */
  readonly read: (typed: string) => Promise<readonly DetailChoice[]>;
  /** Days that have been are as likely as those to come. */
  readonly isPast: boolean;
  /** What a row for no day says; left out: there has to be one. */
  readonly none?: string | undefined;
}

/** What is chosen: a day, `''` for none; undefined where the user leaves it. */
export async function chooseDay(question: DayQuestion): Promise<string | undefined> {
  const { title, current, likely, none } = question;
  const chosen = await chooseOrType<string>({
    title,
    placeholder: 'Choose a day, or type one: 12 May 2027, 12/5/27, next Friday, in 3 months, end of March',
    choices: likely.map(({ value, label, words }) => ({
      value,
      label,
      words: value === current ? `${words} (now)` : words,
    })),
    actions: [
      { value: pick, label: 'Pick a day in a calendar…', icon: 'calendar' },
      ...(none === undefined ? [] : [{ value: '', label: none, icon: 'trash' }]),
    ],
    typed: async (text): Promise<readonly Choice<string>[]> => {
      const days = await question.read(text);
      if (days.length > 0) return days;
      return [
        {
          label: `“${text}” is no day that can be told`,
          words: 'Try 12 May 2027, 12/5/27, next Friday or end of March',
          icon: 'question',
        },
      ];
    },
  });
  return chosen === pick ? pickInCalendar(question) : chosen;
}

const pick = 'calendar';

/** First the month, then the day. */
async function pickInCalendar({ title, today, isPast, current }: DayQuestion): Promise<string | undefined> {
  const months = monthsFrom(today, isPast);
  const month = await showPick(
    months.map((value) => ({ label: monthWords(value), value })),
    {
      title: `${title}: in Which Month?`,
      placeHolder: 'Choose a month, or type its name',
      ignoreFocusOut: true,
    },
  );
  if (month === undefined) return undefined;
  const day = await showPick(
    daysOf(month.value).map((value) =>
      Object.assign(rowAsItStands({ label: dayWords(value), description: value === current ? 'now' : '' }), {
        value,
      }),
    ),
    {
      title: `${title}: on Which Day of ${month.label}?`,
      placeHolder: 'Choose a day, or type its number',
      ignoreFocusOut: true,
    },
  );
  return day?.value;
}
