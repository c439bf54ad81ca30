/** What `help` says, of all commands or of some: it follows from their descriptions. */
import { listOf } from '../../words/counts';
import { wrap } from '../output/terminal';
import type { Option } from './argument';
import type { Command } from './command';

/** No line of it is longer. */
const width = 97;

export const helpOn = (commands: readonly Command[]): string =>
  [
    'evidence-portfolio: checks a portfolio of evidence kept as Markdown',
    '',
    ...commands.flatMap((command) =>
      command.uses.flatMap(({ words, help }) =>
        row(`evidence-portfolio ${[command.name, words].join(' ').trimEnd()}`, help, 44),
      ),
    ),
    ...row('evidence-portfolio help [command]', 'all of this, or what there is about one command', 44),
    ...row('evidence-portfolio --version', 'which version it is', 44),
    ...sectionsOf(commands).flatMap(({ title, rows }) => [
      '',
      ...wrap(title, width),
      ...rows.flatMap(([name, help]) => row(name, help, 26)),
    ]),
    '',
    'Exit status: 0 all well, 1 findings, 2 it could not run.',
    '',
  ].join('\n');

interface Section {
  readonly title: string;
  readonly rows: readonly (readonly [name: string, help: string])[];
}

/** An option that several commands have stands once, below the names of them all. */
function sectionsOf(commands: readonly Command[]): readonly Section[] {
  const holders = new Map<Option<unknown>, { readonly name: string; readonly commands: Command[] }>();
  for (const command of commands)
    for (const [name, option] of command.options) {
      const known = holders.get(option);
      if (known) known.commands.push(command);
      else holders.set(option, { name, commands: [command] });
    }
  const rows = new Map<string, (readonly [string, string])[]>();
  const add = (title: string, name: string, help: string): void =>
    void rows.set(title, [...(rows.get(title) ?? []), [name, help]]);
  for (const command of commands) {
    for (const { shown, help } of command.words)
      if (help !== undefined) add(titleOf([command], commands), shown, help);
    for (const [option, { name, commands: among }] of holders)
      if (among[0] === command) add(titleOf(among, commands), typed(name, option), optionHelp(option));
  }
  return Array.from(rows, ([title, its]) => ({ title, rows: its }));
}

/** `Options of check and plan`: commands that begin with one word are called by it where all of them are meant. */
function titleOf(among: readonly Command[], commands: readonly Command[]): string {
  const first = ({ name }: Command): string => name.split(' ')[0] ?? '';
  const names = among.map((command) => {
    const group = commands.filter((other) => first(other) === first(command));
    return group.every((other) => among.includes(other)) ? first(command) : command.name;
  });
  return `Options of ${listOf([...new Set(names)])}`;
}

/** `--today YYYY-MM-DD` */
export const typed = (name: string, { value }: Option<unknown>): string =>
  value === undefined ? `--${name}` : `--${name} ${value}`;

/** All that there is to say of an option: what it does, its choices, what counts where it is not given. */
export const optionHelp = ({ help, choices, usually, note }: Option<unknown>): string =>
  [
    choices === undefined ? help : `${help}: ${listOf(choices, 'or')}`,
    ...(usually === undefined ? [] : [` (default: ${usually})`]),
    ...(note === undefined ? [] : [`; ${note}`]),
  ].join('');

/** Two columns; a name that is too long for its own has a line to itself. */
function row(name: string, help: string, column: number): readonly string[] {
  const [first = '', ...more] = wrap(help, width - column);
  const indented = more.map((line) => `${' '.repeat(column)}${line}`);
  const start = `  ${name}`;
  return start.length < column
    ? [start.padEnd(column) + first, ...indented]
    : [start, `${' '.repeat(column)}${first}`, ...indented];
}
