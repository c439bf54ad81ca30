/** Values on the command line, read and checked. */
import type { CivilDate } from '../../core/text/civilDate';
import { parseDate } from '../../core/text/civilDate';
import { wordMeant } from './wordMeant';

/** The command line cannot be understood; the message says why. */
export class UsageError extends Error {}

/** @throws UsageError */
export function dateOf(text: string | undefined, option = 'today'): CivilDate | undefined {
  if (text === undefined) return undefined;
  const date = parseDate(text);
  if (!date)
    throw new UsageError(`--${option} takes a date as year-month-day, such as 2027-03-01, not ${text}.`);
  return date;
}

/** @throws UsageError */
export function choice<Value extends string>(option: string, text: string, choices: readonly Value[]): Value {
  const found = choices.find((value) => value === text);
  if (found === undefined)
    throw new UsageError(
      `--${option} takes one of ${choices.join(', ')}, not ${text}.${wordMeant(text, choices)}`,
    );
  return found;
}

/** @throws UsageError where an option is not one of the command's */
export function ensureOptions(command: string, given: readonly string[], allowed: readonly string[]): void {
  const wrong = given.find((name) => !allowed.includes(name));
  if (wrong === undefined) return;
  const advice = wordMeant(wrong, allowed, (known) => `--${known}`);
  throw new UsageError(`${command} has no option --${wrong}.${advice}`);
}

/** A format and the file that its output goes to. */
export interface OutputFile<Format extends string> {
  readonly format: Format;
  readonly file: string;
}

/** Reads `FORMAT=FILE` of each `--output`. @throws UsageError */
export function outputFiles<Format extends string>(
  texts: readonly string[] | undefined,
  formats: readonly Format[],
): readonly OutputFile<Format>[] {
  return (texts ?? []).map((text) => {
    const sign = text.indexOf('=');
    const file = text.slice(sign + 1);
    if (sign < 0 || file === '')
      throw new UsageError(
        `--output takes a format and a file, such as ${formats.at(-1)}=out.txt, not ${text}.`,
      );
    return { format: choice('output', text.slice(0, sign), formats), file };
  });
}
