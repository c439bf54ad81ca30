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
  ensureKnown(argv, commands);
  const { values, positionals } = typedIn(argv, commands);
  if (values['version']) return { kind: 'version' };
  const [first, ...others] = positionals;
  if (first === undefined) return { kind: 'help', about: commands };
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

/** The commands that begin with a word. @throws UsageError */
function groupOf(first: string, commands: readonly Command[]): readonly Command[] {
  const group = commands.filter((command) => wordsOf(command)[0] === first);
  if (group.length === 0) throw new UsageError(noCommand(first, commands));
  return group;
}

/** Those that words are about, what comes behind them left aside; all where there are no words. @throws UsageError */
function commandsAt(words: readonly string[], commands: readonly Command[]): readonly Command[] {
  const [first, second] = words;
  if (first === undefined) return commands;
  const group = groupOf(first, commands);
  return second === undefined ? group : [commandIn(group, words)];
}

/** @throws UsageError */
function commandIn(group: readonly Command[], words: readonly string[]): Command {
  const found = group
    .filter((command) => wordsOf(command).every((word, at) => words[at] === word))
    .sort((left, right) => wordsOf(right).length - wordsOf(left).length)[0];
  if (found) return found;
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

function noCommand(word: string, commands: readonly Command[]): string {
  const known = new Set([...commands.flatMap((command) => wordsOf(command)[0] ?? []), 'help']);
  const near = wordMeant(word, [...known]);
  const isFolder = near === '' && existsSync(word) && statSync(word).isDirectory();
  return isFolder
    ? `${word} is a folder and no command. To check it, say “check ${word}”.`
    : `there is no command ${word}.${near}`;
}

type Typed = Readonly<Record<string, string | boolean | (string | boolean)[] | undefined>>;

/** @throws UsageError */
function typedIn(
  argv: readonly string[],
  commands: readonly Command[],
): { readonly values: Typed; readonly positionals: readonly string[] } {
  try {
    return parseArgs({ args: [...argv], options: tableOf(commands), allowPositionals: true, strict: true });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new UsageError(message.replace(/\. To specify.*$/s, '.'));
  }
}

/** The options of all commands: they may stand before the words that say which one is meant. */
const tableOf = (commands: readonly Command[]) => ({
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

/** Options that no command has, in our words: Node's say nothing of what was meant. @throws UsageError */
function ensureKnown(argv: readonly string[], commands: readonly Command[]): void {
  const options = tableOf(commands);
  const { tokens } = parseArgs({
    args: [...argv],
    options,
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  const positional = tokens.find(({ kind }) => kind === 'positional');
  const first = positional?.kind === 'positional' ? positional.value : '';
  const own = commands
    .filter((command) => wordsOf(command)[0] === first)
    .flatMap((command) => [...command.options.keys()]);
  for (const token of tokens) {
    if (token.kind !== 'option' || token.name in options) continue;
    // `-format` is read as the letters f, o, r, m, a, t.
    const typed = (argv[token.index] ?? token.rawName).replace(/=.*$/s, '');
    const name = typed.replace(/^-+/, '');
    const shown = (known: string): string => `--${known}`;
    const advice = wordMeant(name, [...new Set(own)], shown) || wordMeant(name, Object.keys(options), shown);
    throw new UsageError(`there is no option ${typed}.${advice}`);
  }
}

/** @throws UsageError where an option is not one of the command's */
function ensureOptions(command: string, given: readonly string[], allowed: ReadonlySet<string>): void {
  const wrong = given.find((name) => !allowed.has(name));
  if (wrong === undefined) return;
  const advice = wordMeant(wrong, [...allowed], (known) => `--${known}`);
  throw new UsageError(`${command} has no option --${wrong}.${advice}`);
}
