/** The words of `diff` and of `show`. */
import type { CivilDate } from '../../core/text/civilDate';
import { severities } from '../../core/text/span';
import type { OutputFile } from '../command/argumentValues';
import { choice, dateOf, outputFiles, UsageError } from '../command/argumentValues';
import type { FailOn } from '../command/arguments';

export const diffFormats = ['text', 'json', 'html', 'markdown'] as const;
export type DiffFormat = (typeof diffFormats)[number];

export interface DiffArguments {
  readonly command: 'diff';
  /** A revision, or two with `...` between them: then what they have in common is the base. */
  readonly base: string;
  /** A revision or a folder, as somebody typed it: only git can tell which. */
  readonly rest: readonly string[];
  readonly today: CivilDate | undefined;
  readonly baseToday: CivilDate | undefined;
  readonly format: DiffFormat;
  readonly outputs: readonly OutputFile<DiffFormat>[];
  readonly failOn: FailOn;
}

export interface ShowArguments {
  readonly command: 'show';
  /** An element's ID or a file. */
  readonly subject: string;
  readonly folder: string;
  readonly today: CivilDate | undefined;
}

interface Values {
  readonly today?: string | undefined;
  readonly 'base-today'?: string | undefined;
  readonly format?: string | undefined;
  readonly output?: string[] | undefined;
  readonly 'fail-on'?: string | undefined;
}

/** @throws UsageError */
export function diffArguments([base, ...rest]: readonly string[], values: Values): DiffArguments {
  if (base === undefined) throw new UsageError('say which revision to compare with, such as “diff main”.');
  if (rest.length > 2)
    throw new UsageError(`diff takes a base, a head and a folder, not ${rest.length + 1} words.`);
  return {
    command: 'diff',
    base,
    rest,
    today: dateOf(values.today),
    baseToday: dateOf(values['base-today'], 'base-today'),
    format: choice('format', values.format ?? 'text', diffFormats),
    outputs: outputFiles(values.output, diffFormats),
    failOn: choice('fail-on', values['fail-on'] ?? 'error', [...severities, 'never']),
  };
}

/** @throws UsageError */
export function showArguments([subject, folder, ...more]: readonly string[], values: Values): ShowArguments {
  if (subject === undefined || more.length > 0)
    throw new UsageError('say “show” and an element or a file, such as “show 3.2.4”.');
  return { command: 'show', subject, folder: folder ?? '.', today: dateOf(values.today) };
}
