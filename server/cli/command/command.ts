/** A command of the command line: one description, from which parsing, help and its page follow. */
import type { Option, Told, Word } from './argument';
import { UsageError } from './errors';
import type { ExitStatus, Surroundings } from './surroundings';

/** What was typed behind the words that call the command. */
export interface Given {
  readonly words: readonly string[];
  /** By its name without dashes. An option that takes no value has an empty text for each time. */
  readonly options: ReadonlyMap<string, readonly string[]>;
}

/** A way to call a command, with what it does then. */
export interface Use {
  /** What stands behind the command's own words: `[folder]`. */
  readonly words: string;
  readonly help: string;
}

/** A command as the list of commands knows it. */
export interface Command {
  /** The words that call it: `check`; `plan import`. */
  readonly name: string;
  readonly uses: readonly Use[];
  readonly words: readonly Word<unknown>[];
  /** By name, without dashes. */
  readonly options: ReadonlyMap<string, Option<unknown>>;
  /** @throws UsageError, RunError */
  readonly run: (given: Given, surroundings: Surroundings) => Promise<ExitStatus>;
}

type Words = Readonly<Record<string, Word<unknown>>>;
type Options = Readonly<Record<string, Option<unknown>>>;

export interface Description<ItsWords extends Words, ItsOptions extends Options> {
  readonly name: string;
  /** What it does, behind its words in help; several where its words can be used in several ways. */
  readonly help: string | readonly Use[];
  /** In the order in which they are typed. */
  readonly words: ItsWords;
  /** Each under the name that the command knows it by: `failOn` is typed as `--fail-on`. */
  readonly options: ItsOptions;
  /** What to say of more words than it takes. @param given how many there are */
  readonly tooMany?: (given: number) => string;
  readonly run: (told: Told<ItsWords> & Told<ItsOptions>, surroundings: Surroundings) => Promise<ExitStatus>;
}

export function command<ItsWords extends Words, ItsOptions extends Options>(
  description: Description<ItsWords, ItsOptions>,
): Command {
  const { name, help, words, options } = description;
  const list = Object.values(words);
  const shown = list.map((word) => word.shown).join(' ');
  return {
    name,
    uses: typeof help === 'string' ? [{ words: shown, help }] : help,
    words: list,
    options: new Map(Object.entries(options).map(([key, option]) => [typedAs(key), option])),
    run: async (given, surroundings) => description.run(toldIn(given, description), surroundings),
  };
}

/** `failOn` as `fail-on`. */
const typedAs = (key: string): string => key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** @throws UsageError */
function toldIn<ItsWords extends Words, ItsOptions extends Options>(
  { words: typed, options: values }: Given,
  { name, words, options, tooMany = oneFolder(name, words) }: Description<ItsWords, ItsOptions>,
): Told<ItsWords> & Told<ItsOptions> {
  let left = typed;
  const read = Object.entries(words).map(([key, word]) => {
    const own = left.slice(0, word.most);
    left = left.slice(word.most);
    if (own.length === 0 && word.missing !== undefined) throw new UsageError(word.missing);
    return [key, word.read(own)];
  });
  if (left.length > 0) throw new UsageError(tooMany(typed.length));
  const said = Object.entries(options).map(([key, option]) => {
    const named = typedAs(key);
    return [key, option.read(values.get(named) ?? [], `--${named}`)];
  });
  // The entries are those of the descriptions, one by one.
  return Object.fromEntries([...read, ...said]) as Told<ItsWords> & Told<ItsOptions>;
}

/** Most commands end with a folder: what comes before it is one word each. */
const oneFolder =
  (name: string, words: Words) =>
  (given: number): string =>
    `${name} takes one folder, not ${given - Object.keys(words).length + 1}.`;
