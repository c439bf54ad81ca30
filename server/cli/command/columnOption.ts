/** `--column owner="Lead officer"`: which column of a file from outside is meant. */
import type { FileColumn } from '../../core/tables/fileColumns';
import type { Option } from './argument';
import { UsageError } from './errors';

/** For each meaning the header of its column, its letter or its number; undefined: the file has no such column. */
type Columns<Role> = ReadonlyMap<Role, string | undefined>;

interface Meanings<Role extends string> {
  /** As they are typed. */
  readonly words: readonly string[];
  /** The meaning that a word names; `near`: what may have been meant. */
  readonly named: (
    word: string,
  ) => { readonly role: Role } | { readonly role: undefined; readonly near: string | undefined };
}

/** @param example of one, for people */
export function columnOption<Role extends string>(
  { words, named }: Meanings<Role>,
  example = 'owner="Lead officer"',
): Option<Columns<Role>> {
  const meanings = words.join(', ');
  /** `none` says that there is no such column. @throws UsageError */
  const columnOf = (typed: string, option: string): readonly [Role, string | undefined] => {
    const sign = typed.indexOf('=');
    const [word, name] = [typed.slice(0, Math.max(0, sign)).trim(), typed.slice(sign + 1).trim()];
    if (word === '' || name === '')
      throw new UsageError(
        `${option} takes a meaning and the header of a column, such as ${example}, not ${typed}.`,
      );
    const found = named(word);
    if ('near' in found)
      throw new UsageError(
        `${option} knows no ${word}.${found.near === undefined ? '' : ` Did you mean ${found.near}?`} It takes ${meanings}.`,
      );
    return [found.role, name.toLowerCase() === 'none' ? undefined : name];
  };
  return {
    value: 'MEANING=HEADER',
    help: `which column is meant, such as ${example}; the meanings: ${meanings}`,
    note: 'a letter or a number instead of a header; =none: there is no such column',
    read: (given, name) => new Map(given.map((typed) => columnOf(typed, name))),
  };
}

/**
 * How to say which column is which, as a whole sentence after the message of a file that was not understood; empty where
 * it has no columns to choose from.
 * @param words the meanings without which nothing can be read
 */
export function howToSay(columns: readonly FileColumn[] | undefined, ...words: readonly string[]): string {
  if (columns === undefined || columns.length < words.length) return '';
  return ` Say which is which: ${words.map((word) => `--column ${word}="HEADER"`).join(' ')}.`;
}
