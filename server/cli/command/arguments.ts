/** The words of a command line, read and checked. */
import { existsSync, statSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { CivilDate } from '../../core/text/civilDate';
import type { Severity } from '../../core/text/span';
import { severities } from '../../core/text/span';
import type { OutputFile } from './argumentValues';
import { choice, dateOf, ensureOptions, outputFiles, UsageError } from './argumentValues';
import { wordMeant } from './wordMeant';
import type { DiffArguments, ShowArguments } from '../diff/arguments';
import { diffArguments, showArguments } from '../diff/arguments';
import type { PlanArguments } from '../plan/arguments';
import { planArguments, planOptions } from '../plan/arguments';
import type { RateArguments } from '../rate/arguments';
import { rateArguments, rateOptions } from '../rate/arguments';

export { UsageError };
export type Format = 'text' | 'json';
export const checkFormats = [
  'text', 'json', 'github', 'gitlab', 'azure', 'sarif', 'junit', 'markdown',
] as const; // prettier-ignore
export type CheckFormat = (typeof checkFormats)[number];
export type FailOn = Severity | 'never';

interface FolderArguments {
  readonly folder: string;
  readonly today: CivilDate | undefined;
}
export interface CheckArguments extends FolderArguments {
  readonly command: 'check';
  /** Undefined: what the place where it runs shows best. */
  readonly format: CheckFormat | undefined;
  readonly outputs: readonly OutputFile<CheckFormat>[];
  readonly failOn: FailOn;
  /** The revision that is compared with: only what is new since then fails the check. */
  readonly since: string | undefined;
}
export interface CoverageArguments extends FolderArguments {
  readonly command: 'coverage';
  readonly format: Format;
}
export interface StandardArguments {
  readonly command: 'standard';
  readonly id: string;
  /** A built-in standard's id or a path; undefined: the first built-in one. */
  readonly standard: string | undefined;
}
export type Arguments =
  | PlanArguments
  | RateArguments
  | CheckArguments
  | CoverageArguments
  | DiffArguments
  | ShowArguments
  | StandardArguments
  | { readonly command: 'help' | 'version' };

const options = {
  today: { type: 'string' },
  'base-today': { type: 'string' },
  format: { type: 'string' },
  output: { type: 'string', multiple: true },
  column: { type: 'string', multiple: true },
  'fail-on': { type: 'string' },
  since: { type: 'string' },
  standard: { type: 'string' },
  comment: { type: 'string' },
  assessor: { type: 'boolean' },
  date: { type: 'string' },
  clear: { type: 'boolean' },
  write: { type: 'boolean' },
  force: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean', short: 'v' },
} as const;

/** Options that each command takes. */
const optionsOf: Readonly<Record<string, readonly string[]>> = {
  check: ['today', 'format', 'output', 'fail-on', 'since'],
  coverage: ['today', 'format'],
  diff: ['today', 'base-today', 'format', 'output', 'fail-on'],
  show: ['today'],
  standard: ['standard'],
  rate: rateOptions,
  plan: planOptions,
};
const commands = [...Object.keys(optionsOf), 'help'];

/** @throws UsageError */
export function parseArguments(argv: readonly string[]): Arguments {
  const { values, positionals } = words(argv);
  if (values.version) return { command: 'version' };
  const [command, ...rest] = positionals;
  if (values.help || command === undefined || command === 'help') return { command: 'help' };
  if (optionsOf[command]) ensureOptions(command, Object.keys(values), optionsOf[command]);
  if (command === 'standard') return standardArguments(rest, values.standard);
  if (command === 'diff') return diffArguments(rest, values);
  if (command === 'show') return showArguments(rest, values);
  if (command === 'rate') return rateArguments(rest, values);
  if (command === 'plan') return planArguments(rest, values);
  if (command !== 'check' && command !== 'coverage') throw new UsageError(noCommand(command));
  if (rest.length > 1) throw new UsageError(`${command} takes one folder, not ${rest.length}.`);
  const folder = { folder: rest[0] ?? '.', today: dateOf(values.today) };
  if (command === 'coverage')
    return { command, ...folder, format: choice('format', values.format ?? 'text', ['text', 'json']) };
  return {
    command,
    ...folder,
    format: values.format === undefined ? undefined : choice('format', values.format, checkFormats),
    outputs: outputFiles(values.output, checkFormats),
    failOn: choice('fail-on', values['fail-on'] ?? 'error', [...severities, 'never']),
    since: values.since,
  };
}

function words(argv: readonly string[]) {
  ensureKnown(argv);
  try {
    return parseArgs({ args: [...argv], options, allowPositionals: true, strict: true });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new UsageError(message.replace(/\. To specify.*$/s, '.'));
  }
}

/** Options that no command has, in our words: Node's say nothing of what was meant. @throws UsageError */
function ensureKnown(argv: readonly string[]): void {
  const { tokens } = parseArgs({
    args: [...argv],
    options,
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  const positional = tokens.find(({ kind }) => kind === 'positional');
  const own = optionsOf[positional?.kind === 'positional' ? positional.value : ''] ?? [];
  for (const token of tokens) {
    if (token.kind !== 'option' || token.name in options) continue;
    // `-format` is read as the letters f, o, r, m, a, t.
    const typed = (argv[token.index] ?? token.rawName).replace(/=.*$/s, '');
    const name = typed.replace(/^-+/, '');
    const shown = (known: string): string => `--${known}`;
    const advice = wordMeant(name, own, shown) || wordMeant(name, Object.keys(options), shown);
    throw new UsageError(`there is no option ${typed}.${advice}`);
  }
}

function noCommand(word: string): string {
  const near = wordMeant(word, commands);
  const isFolder = near === '' && existsSync(word) && statSync(word).isDirectory();
  return isFolder
    ? `${word} is a folder and no command. To check it, say “check ${word}”.`
    : `there is no command ${word}.${near}`;
}

function standardArguments(
  [verb, id, ...more]: readonly string[],
  standard: string | undefined,
): StandardArguments {
  const advice = verb === 'show' ? '' : wordMeant(verb ?? '', ['show'], (known) => `standard ${known}`);
  if (verb !== 'show' || id === undefined || more.length > 0)
    throw new UsageError(`say “standard show” and one ID, such as 3.2.4.${advice}`);
  return { command: 'standard', id, standard };
}
