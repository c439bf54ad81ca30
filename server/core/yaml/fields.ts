/** Values of front matter and manifest: each is there, absent, empty, or something that it cannot be. */
import type { CivilDate } from '../text/civilDate';
import { parseDate } from '../text/civilDate';
import { plainly } from '../text/hiddenCharacters';
import { interned } from '../text/interned';
import type { Span } from '../text/span';
import { withoutBlanks } from '../../words/yamlScalar';
import { certainDate, readWrittenDate } from '../text/writtenDates';
import type { YamlEntry, YamlNode } from './tree';

export type Field<Value> =
  | { readonly kind: 'absent' }
  | { readonly kind: 'empty'; readonly key: Span; readonly span: Span }
  | { readonly kind: 'valid'; readonly key: Span; readonly span: Span; readonly value: Value }
  | InvalidField;

export interface InvalidField {
  readonly kind: 'invalid';
  readonly key: Span;
  readonly span: Span;
  /** What was expected, as the end of the sentence “Write …”. */
  readonly expected: string;
  /** A value that was probably meant. */
  readonly nearest?: string;
  /** A fault of the YAML is the reason, and is reported as such. */
  readonly isUnread?: true;
}

export const absent = { kind: 'absent' } as const;

/** The value, or undefined where the field has none. */
export const valueOf = <Value>(field: Field<Value>): Value | undefined =>
  field.kind === 'valid' ? field.value : undefined;

/** Reads one entry with `read`, which answers a value or what it expected instead. */
export function readField<Value>(
  entry: YamlEntry | undefined,
  read: (node: YamlNode) => Reading<Value>,
): Field<Value> {
  if (!entry) return absent;
  const key = entry.key.span;
  const { span } = entry.value;
  if (entry.value.kind === 'empty') return { kind: 'empty', key, span: key };
  if (entry.value.kind === 'unread')
    return { kind: 'invalid', key, span, expected: 'it so that it can be read', isUnread: true };
  const reading = read(entry.value);
  return 'value' in reading
    ? { kind: 'valid', key, span, value: reading.value }
    : { kind: 'invalid', key, span, ...reading };
}

export type Reading<Value> =
  { readonly value: Value } | { readonly expected: string; readonly nearest?: string };

export const readText = (node: YamlNode): Reading<string> =>
  node.kind === 'scalar' ? { value: interned(node.text.trim()) } : { expected: 'one line of text' };

export function readDate(node: YamlNode): Reading<CivilDate> {
  const date = node.kind === 'scalar' ? parseDate(withoutBlanks(node.text)) : undefined;
  if (date) return { value: interned(date) };
  const written = node.kind === 'scalar' ? withoutBlanks(node.text) : '';
  const nearest = certainDate(written);
  const assumed = readWrittenDate(written).flatMap(({ date: day, assumption }) =>
    assumption === undefined ? [] : [`${day} (${assumption})`],
  );
  const isShaped = /^\d{4}-\d{2}-\d{2}$/.test(written);
  const expected = isShaped
    ? 'a day that exists, as year-month-day'
    : `a date as year-month-day, such as ${assumed.join(' or ') || '2027-03-01'}`;
  return nearest === undefined ? { expected } : { expected, nearest };
}

/** One of a list of words. `nearest` is found by the caller, who knows how to search. */
export const readChoice =
  <Value extends string>(choices: readonly Value[], nearest: (typed: string) => Value | undefined) =>
  (node: YamlNode): Reading<Value> => {
    const typed = node.kind === 'scalar' ? withoutBlanks(node.text) : '';
    const value = choices.find((choice) => choice === typed);
    if (value !== undefined) return { value };
    const near = typed === '' ? undefined : nearest(plainly(typed, true));
    const expected = `one of these: ${choices.join(', ')}`;
    return near === undefined ? { expected } : { expected, nearest: near };
  };

/** A text, and where it stands, quotation marks included. */
export interface PlacedText {
  readonly text: string;
  readonly span: Span;
}

/** A list of texts; a single text is a list of one. */
export function readTexts(node: YamlNode): Reading<readonly PlacedText[]> {
  if (node.kind === 'scalar') return { value: [{ text: interned(node.text.trim()), span: node.span }] };
  const expected = 'a list of texts';
  if (node.kind !== 'list') return { expected };
  const value = node.items.flatMap((item) =>
    item.kind === 'scalar' ? [{ text: interned(item.text.trim()), span: item.span }] : [],
  );
  return value.length === node.items.filter((item) => item.kind !== 'empty').length
    ? { value }
    : { expected };
}
