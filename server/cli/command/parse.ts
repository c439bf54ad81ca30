/** What somebody has typed: which command, with which words and options. */
import { existsSync, statSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { listOf } from '../../words/counts';
import type { Command, Given } from './command';
import { UsageError } from './errors';
import { wordMeant } from './wordMeant';

export type Parsed =
  | { readonly kind: 'run'; readonly command: Command; readonly given: Given }
  /** `about`: the commands that are asked about. */
  | { readonly kind: 'help'; readonly about: readonly Command[] }
  | { readonly kind: 'version' };

/** What every command takes. */
const everywhere = {
  help: { type: 'boolean', short: 'h', multiple: true },
  version: { type: 'boolean', short: 'v', multiple: true },
} as const;

/** @throws UsageError */
export function parse(argv: readonly string[], commands: readonly Command[]): Parsed {
  ensureOptionsAreRight(argv, commands);
  const { values, positionals } = typedIn(argv, commands);
  if (values['version']) return { kind: 'version' };
  const [first, ...others] = positionals;
  if (first === undefined) return { kind: 'help', about: allUnlessMeant(Object.keys(values), commands) };
  if (first === 'help') return { kind: 'help', about: commandsAt(others, commands) };
  if (values['help']) return { kind: 'help', about: commandsAt(positionals, commands) };
  const group = groupOf(first, commands);
  const names = Object.keys(values);
  ensureOptions(first, names, new Set(group.flatMap(({ options }) => [...options.keys()])));
  const command = commandIn(group, positionals);
  ensureOptions(command.name, names, new Set(command.options.keys()));
  return {
    kind: 'run',
    command,
    given: {
      words: positionals.slice(wordsOf(command).length),
      options: new Map(
        Object.entries(values).map(([name, given]) => [
          name,
          [given ?? []].flat().map((value) => (typeof value === 'string' ? value : '')),
        ]),
      ),
    },
  };
}

const wordsOf = ({ name }: Command): readonly string[] => name.split(' ');

/** All commands; options without one do nothing, and nobody should take that for success. @throws UsageError */
function allUnlessMeant(given: readonly string[], commands: readonly Command[]): readonly Command[] {
  const lost = given.find((name) => !(name in everywhere));
  if (lost === undefined || given.includes('help')) return commands;
  const names = commands.filter(({ options }) => options.has(lost)).map(({ name }) => `“${name}”`);
  throw new UsageError(`say which command: --${lost} is an option of ${listOf(names)}.`);
}

/** The commands that begin with a word. @throws UsageError */
function groupOf(first: string, commands: readonly Command[]): readonly Command[] {
  const group = commands.filter((command) => wordsOf(command)[0] === first);
  if (group.length === 0) throw new UsageError(noCommand(first, commands));
  return group;
}

/** Those that words are about, what comes behind them left aside; all where there are no words. @throws UsageError */
function commandsAt(words: readonly string[], commands: readonly Command[]): readonly Command[] {
  const [first, second] = words;
  if (first === undefined || first === 'help') return commands;
  const group = groupOf(first, commands);
  return second === undefined ? group : [commandIn(group, words)];
}

/** @throws UsageError */
function commandIn(group: readonly Command[], words: readonly string[]): Command {
  const found = group
    .filter((command) => wordsOf(command).every((word, at) => words[at] === word))
    .sort((left, right) => wordsOf(right).length - wordsOf(left).length)[0];
  if (found) {
    ensureNoSlip(found, group, words[wordsOf(found).length]);
    return found;
  }
  const [only] = group;
  const missing = group.length === 1 ? only?.words[0]?.missing : undefined;
  const names = group.map(({ name }) => `“${name}”`);
  const near = wordMeant(
    words[1] ?? '',
    group.flatMap((command) => wordsOf(command)[1] ?? []),
    (known) => `${words[0] ?? ''} ${known}`,
  );
  throw new UsageError(`${missing ?? `say ${listOf(names, 'or')}.`}${near}`);
}

/** `pack evrify`: a folder of that name would be taken for what is meant, were it there. @throws UsageError */
function ensureNoSlip(command: Command, group: readonly Command[], next = ''): void {
  const longer = group.filter((other) => other.name.startsWith(`${command.name} `));
  if (next === '' || longer.length === 0 || existsSync(next)) return;
  const near = wordMeant(
    next,
    longer.flatMap((other) => wordsOf(other)[wordsOf(command).length] ?? []),
    (known) => `${command.name} ${known}`,
  );
  if (near !== '') throw new UsageError(`there is no folder ${next}.${near}`);
}

function noCommand(word: string, commands: readonly Command[]): string {
  const known = new Set([...commands.flatMap((command) => wordsOf(command)[0] ?? []), 'help']);
  // A word that is one in another place is no slip of the keyboard.
  const near = placeMeant(word, commands) || wordMeant(word, [...known]);
  const isFolder = near === '' && existsSync(word) && statSync(word).isDirectory();
  return isFolder
    ? `${word} is a folder and no command. To check it, say “check ${word}”.`
    : `there is no command ${word}.${near}`;
}

/** Where a word belongs that is the second one of commands, or an option; empty where it is neither. */
function placeMeant(word: string, commands: readonly Command[]): string {
  const below = commands.filter((command) => wordsOf(command)[1] === word).map(({ name }) => name);
  const flags = commands
    .filter(({ options }) => options.has(word) && options.get(word)?.value === undefined)
    .map(({ name }) => `${name} --${word}`);
  const places = below.length > 0 ? below : flags;
  return places.length === 0 ? '' : ` Did you mean ${listOf(places, 'or')}?`;
}

type Typed = Readonly<Record<string, string | boolean | (string | boolean)[] | undefined>>;

/** @throws UsageError */
function typedIn(
  argv: readonly string[],
  commands: readonly Command[],
): { readonly values: Typed; readonly positionals: readonly string[] } {
  return parseArgs({ args: [...argv], options: tableOf(commands), allowPositionals: true, strict: true });
}

interface OptionShape {
  readonly type: 'boolean' | 'string';
  readonly multiple: true;
  readonly short?: string;
}

/** The options of all commands: they may stand before the words that say which one is meant. */
const tableOf = (commands: readonly Command[]): Readonly<Record<string, OptionShape>> => ({
  ...Object.fromEntries(
    commands.flatMap(({ options }) =>
      Array.from(options, ([name, { value }]) => [
        name,
        { type: value === undefined ? ('boolean' as const) : ('string' as const), multiple: true },
      ]),
    ),
  ),
  ...everywhere,
});

/** What is wrong with the options, in our words: Node's say nothing of what was meant. @throws UsageError */
function ensureOptionsAreRight(argv: readonly string[], commands: readonly Command[]): void {
  const table = tableOf(commands);
  const { tokens } = parseArgs({
    args: [...argv],
    options: table,
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  const first = tokens.find((token) => token.kind === 'positional');
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    const { name, value, rawName } = token;
    const known = Object.hasOwn(table, name) ? table[name] : undefined;
    if (known === undefined) {
      // `-format` is read as the letters f, o, r, m, a, t.
      const typed = (argv[token.index] ?? rawName).replace(/=.*$/s, '');
      const command = first && first.index < token.index ? first.value : undefined;
      throw new UsageError(noOption(typed, command, commands));
    }
    const fault = valueFault(rawName, value, known.type === 'string', token.inlineValue === true);
    if (fault !== undefined) throw new UsageError(fault);
  }
}

/** What keeps an option from having the value that it was given, if anything does. */
function valueFault(
  name: string,
  value: string | undefined,
  takesValue: boolean,
  isJoined: boolean,
): string | undefined {
  if (!takesValue) return value === undefined ? undefined : `${name} takes no value.`;
  if (value === undefined) return `${name} lacks its value.`;
  if (value.trim() === '') return `${name} is empty. Say something, or leave it out.`;
  if (!isJoined && value.startsWith('-'))
    return `${name} lacks its value. If ${value} is meant, say ${name}=${value}.`;
  return undefined;
}

/** @param command the word in front of it; where that is none either, both are told: the one may hang on the other */
function noOption(typed: string, command: string | undefined, commands: readonly Command[]): string {
  const options = tableOf(commands);
  const group = commands.filter((one) => wordsOf(one)[0] === command);
  const own = new Set(group.flatMap((one) => [...one.options.keys()]));
  const shown = (name: string): string => `--${name}`;
  const name = typed.replace(/^-+/, '');
  const advice = wordMeant(name, [...own], shown) || wordMeant(name, Object.keys(options), shown);
  return command === undefined || command === 'help' || group.length > 0
    ? `there is no option ${typed}.${advice}`
    : `${noCommand(command, commands)} There is no option ${typed} either.${advice}`;
}

/** @throws UsageError where an option is not one of the command's */
function ensureOptions(command: string, given: readonly string[], allowed: ReadonlySet<string>): void {
  const wrong = given.find((name) => !allowed.has(name));
  if (wrong === undefined) return;
  const advice = wordMeant(wrong, [...allowed], (known) => `--${known}`);
  throw new UsageError(`${command} has no option --${wrong}.${advice}`);
}
