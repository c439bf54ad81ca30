/** Arguments that several commands have. */
import type { Severity } from '../../core/text/span';
import { severities } from '../../core/text/span';
import type { Option } from './argument';
import { choice, chosen, date, several, wordOr } from './argument';
import { UsageError } from './errors';

/** The folder of the portfolio, as it was typed. */
export const folder = wordOr('folder', '.');

export const today = date({ help: 'judge reviews as of this day', usually: 'today' });

/** From which severity on a finding makes the exit status 1. */
export type FailOn = Severity | 'never';

export const failOn = choice<FailOn>('SEVERITY', [...severities, 'never'], {
  help: 'from which findings on the exit status is 1',
  usually: 'error',
});

/** Whether a finding of a severity makes the exit status 1. */
export const fails = (severity: Severity, from: FailOn): boolean =>
  from !== 'never' && severities.indexOf(severity) <= severities.indexOf(from);

/** The names of a table of outputs, in its order. */
export const namesOf = <Format extends string>(
  outputs: Readonly<Record<Format, unknown>>,
): readonly Format[] => Object.keys(outputs) as Format[];

/** A format and the file that its output goes to. */
export interface OutputFile<Format extends string> {
  readonly format: Format;
  readonly file: string;
}

/** `--output sarif=evidence.sarif` */
export const outputFiles = <Format extends string>(
  formats: readonly Format[],
): Option<readonly OutputFile<Format>[]> =>
  several(
    'FORMAT=FILE',
    { help: 'writes a file as well, in any of the formats', note: 'may be given several times' },
    (typed, name) => {
      const sign = typed.indexOf('=');
      const file = typed.slice(sign + 1);
      if (sign < 0 || file === '')
        throw new UsageError(
          `${name} takes a format and a file, such as ${formats.at(-1)}=out.txt, not ${typed}.`,
        );
      return { format: chosen(typed.slice(0, sign), formats, name), file };
    },
  );
