/** What a command can be told, as data: help, pages, and the types of what it is told follow from it. */
import type { CivilDate } from '../../core/text/civilDate';
import { parseDate } from '../../core/text/civilDate';
import { UsageError } from './errors';
import { wordMeant } from './wordMeant';

/** An option: `--format json`. What a choice or a list of them looks like is in `choices`. */
export interface Option<Value> {
  /** What stands for its value in help, such as `YYYY-MM-DD`; undefined: it takes none, and being there says it all. */
  readonly value: string | undefined;
  /** For people, as the words behind a colon; without the choices and what goes without saying. */
  readonly help: string;
  /** All values that there are, where they are few. */
  readonly choices?: readonly string[] | undefined;
  /** What counts where nothing is said, for people. */
  readonly usually?: string | undefined;
  /** What else there is to know; a sentence without its end. */
  readonly note?: string | undefined;
  /**
   * @param given the values in the order in which they were typed; of an option without values, one for each time
   * @param name as it is typed: `--format`
   * @throws UsageError
   */
  readonly read: (given: readonly string[], name: string) => Value;
}

/** A word in its place: `3.2.4`, a folder. */
export interface Word<Value> {
  /** As it stands in help: `<id>`, `[folder]`. */
  readonly shown: string;
  /** Where the name alone does not say it. */
  readonly help?: string;
  /** How many of those that are typed it takes at the most. */
  readonly most: number;
  /** What to say where it is missing; undefined: it may be left out. */
  readonly missing: string | undefined;
  readonly read: (given: readonly string[]) => Value;
}

/** What somebody has typed, by the names of a description. */
export type Told<Description> = {
  readonly [Name in keyof Description]: Description[Name] extends {
    readonly read: (...given: never) => infer Value;
  }
    ? Value
    : never;
};

interface Said {
  readonly help: string;
  readonly usually?: string;
  readonly note?: string;
}

/** `--write` */
export const flag = (said: Said): Option<boolean> => ({
  ...said,
  value: undefined,
  read: (given) => given.length > 0,
});

/** `--comment TEXT`; of several the last one counts, as with every option that takes one value. */
export const text = (value: string, said: Said): Option<string | undefined> => ({
  ...said,
  value,
  read: (given) => given.at(-1),
});

/** `--today 2027-03-01` */
export const date = (said: Said): Option<CivilDate | undefined> => ({
  ...said,
  value: 'YYYY-MM-DD',
  read: (given, name) => {
    const typed = given.at(-1);
    if (typed === undefined) return undefined;
    const day = parseDate(typed);
    if (!day)
      throw new UsageError(`${name} takes a date as year-month-day, such as 2027-03-01, not ${typed}.`);
    return day;
  },
});

/** `--format json`: one of a few. Where nothing is `usually` taken, what counts then is the command's own matter. */
export function choice<Value extends string>(
  value: string,
  choices: readonly Value[],
  said: Said & { readonly usually: NoInfer<Value> },
): Option<Value>;
export function choice<Value extends string>(
  value: string,
  choices: readonly Value[],
  said: Omit<Said, 'usually'>,
): Option<Value | undefined>;
export function choice<Value extends string>(
  value: string,
  choices: readonly Value[],
  said: Omit<Said, 'usually'> & { readonly usually?: Value },
): Option<Value | undefined> {
  return {
    ...said,
    value,
    choices,
    read: (given, name) => {
      const typed = given.at(-1);
      return typed === undefined ? said.usually : chosen(typed, choices, name);
    },
  };
}

/** @throws UsageError */
export function chosen<Value extends string>(typed: string, choices: readonly Value[], name: string): Value {
  const found = choices.find((value) => value === typed);
  if (found === undefined)
    throw new UsageError(
      `${name} takes one of ${choices.join(', ')}, not ${typed}.${wordMeant(typed, choices)}`,
    );
  return found;
}

/** An option that may be given several times. @param read one of its values */
export const several = <Value>(
  value: string,
  said: Said & Pick<Option<Value>, 'choices'>,
  read: (typed: string, name: string) => Value,
): Option<readonly Value[]> => ({
  ...said,
  value,
  read: (given, name) => given.map((typed) => read(typed, name)),
});

/** A word that must be there. @param missing what to say where it is not: `say which …` */
export const word = (name: string, missing: string, help?: string): Word<string> => ({
  shown: `<${name}>`,
  ...(help === undefined ? {} : { help }),
  most: 1,
  missing,
  read: ([typed = '']) => typed,
});

/** A word that may be left out. */
export const wordOr = (name: string, usually: string): Word<string> => ({
  shown: `[${name}]`,
  most: 1,
  missing: undefined,
  read: ([typed = usually]) => typed,
});

/** Words of which the command itself finds out what each of them is. @param shown `[head] [folder]` */
export const words = (shown: string, most: number): Word<readonly string[]> => ({
  shown,
  most,
  missing: undefined,
  read: (given) => given,
});
