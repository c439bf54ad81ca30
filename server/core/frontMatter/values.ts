/**
 * The kinds of value that a front matter key can hold. What is the same for all keys of one kind hangs on the kind:
 * how a value is read here, what is offered, said and shown for it in the features.
 */
import type { CivilDate } from '../text/civilDate';
import { nearestWord } from '../text/editDistance';
import type { PlacedText, Reading } from '../yaml/fields';
import { readChoice, readDate, readText, readTexts } from '../yaml/fields';
import type { YamlNode } from '../yaml/nodes';
import type { ElementReference } from './identifierList';
import { readIdentifiers } from './identifierList';

/** What each kind of value is, once it has been read. */
export interface ValueTypes {
  /** Any line of text. */
  readonly text: string;
  /** A role or a person: one who looks after a file often looks after others. */
  readonly person: string;
  /** The file's own number in the portfolio. */
  readonly ownNumber: string;
  /** One of a closed list of words. */
  readonly choice: string;
  /** A day on which something was so. */
  readonly day: CivilDate;
  /** The last day on which something is so. */
  readonly lastDay: CivilDate;
  /** Paths of files and addresses of the web. */
  readonly paths: readonly PlacedText[];
  /** IDs of the standard. */
  readonly identifiers: readonly ElementReference[];
  /** Some of the IDs that the file lists itself. */
  readonly ownIdentifiers: readonly ElementReference[];
}
export type ValueKind = keyof ValueTypes;

/** A kind of value. */
export interface Holding<Kind extends ValueKind> {
  readonly holds: Kind;
  readonly read: (node: YamlNode) => Reading<ValueTypes[Kind]>;
  /** Several values may stand there, as a list. */
  readonly isList: boolean;
  /** Words of a list, days or IDs: what stands behind one of those on its line cannot belong to it. */
  readonly isClosed: boolean;
}

const open = { isList: false, isClosed: false } as const;
const closed = { isList: false, isClosed: true } as const;

export const text = { holds: 'text', read: readText, ...open } as const satisfies Holding<'text'>;
export const person = { holds: 'person', read: readText, ...open } as const satisfies Holding<'person'>;
export const ownNumber = {
  holds: 'ownNumber',
  read: readText,
  ...open,
} as const satisfies Holding<'ownNumber'>;
export const day = { holds: 'day', read: readDate, ...closed } as const satisfies Holding<'day'>;
export const lastDay = { holds: 'lastDay', read: readDate, ...closed } as const satisfies Holding<'lastDay'>;
export const paths = {
  holds: 'paths',
  read: readTexts,
  isList: true,
  isClosed: false,
} as const satisfies Holding<'paths'>;
export const identifiers = {
  holds: 'identifiers',
  read: readIdentifiers,
  isList: true,
  isClosed: true,
} as const satisfies Holding<'identifiers'>;
export const ownIdentifiers = {
  holds: 'ownIdentifiers',
  read: readIdentifiers,
  isList: true,
  isClosed: true,
} as const satisfies Holding<'ownIdentifiers'>;

/** @param values each word with what it means, in a sentence */
export function choice<Word extends string>(values: Readonly<Record<Word, string>>) {
  const isWord = (typed: string | undefined): typed is Word =>
    typed !== undefined && Object.hasOwn(values, typed);
  const words = Object.keys(values).filter(isWord);
  const nearest = (typed: string): Word | undefined => {
    const near = nearestWord(typed, words);
    return isWord(near) ? near : undefined;
  };
  return { holds: 'choice', read: readChoice(words, nearest), values, ...closed } as const;
}
