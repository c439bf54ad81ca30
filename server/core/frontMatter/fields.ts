/** The values of the front matter keys, as an evidence file has them: one property for each key but `elements`. */
import type { Field } from '../yaml/fields';
import { absent, readField } from '../yaml/fields';
import type { YamlEntry } from '../yaml/nodes';
import type { FrontMatterEntry } from './keys';
import { frontMatterKeys } from './keys';
import type { Holding, ValueKind, ValueTypes } from './values';

/** The list of elements is what evidence is; every other key is a detail of it. */
type DetailEntry = Exclude<(typeof frontMatterKeys)[number], { readonly key: 'elements' }>;
export type DetailKey = DetailEntry['key'];
type DetailField = DetailEntry['field'];

/** A property for each detail, of the type that its kind of value is read as. */
export type EvidenceFields = {
  readonly [Entry in DetailEntry as Entry['field']]: Field<
    Extract<ReturnType<Entry['read']>, { readonly value: unknown }>['value']
  >;
};

/** A detail that holds one kind of value. */
export type DetailHolding<Kind extends ValueKind> = Omit<FrontMatterEntry, keyof Holding<Kind>> &
  Holding<Kind> & { readonly key: DetailKey; readonly field: DetailField };

/** A detail; its kind of value (`holds`) says what can be asked of it. */
export type Detail = { readonly [Kind in ValueKind]: DetailHolding<Kind> }[ValueKind];

/** Every key but `elements`, in the order of the list of keys. */
export const details: readonly Detail[] = frontMatterKeys.filter(
  (entry): entry is DetailEntry => entry.key !== 'elements',
);

/** The detail with a key, as it is written; undefined for `elements`, and for a key that is not ours. */
export const detailNamed = (key: string): Detail | undefined => byKey.get(key);

const byKey: ReadonlyMap<string, Detail> = new Map(details.map((detail) => [detail.key, detail]));

/** The value of a detail, with the type that its kind has. */
export const fieldOf = <Kind extends ValueKind>(
  fields: EvidenceFields,
  { field }: DetailHolding<Kind>,
): Field<ValueTypes[Kind]> =>
  // What is in the field has been read by the reader of that kind, in `readFields`.
  fields[field] as Field<ValueTypes[Kind]>;

/** The detail whose value starts at an offset and cannot be right. */
export const invalidAt = (fields: EvidenceFields, offset: number): Detail | undefined =>
  details.find((detail) => {
    const field = fields[detail.field];
    return field.kind === 'invalid' && field.span.start === offset;
  });

/** Copied for each file, so that all have their properties in one order: V8 reads those fastest. */
const none = Object.fromEntries(details.map(({ field }) => [field, absent])) as Record<
  DetailField,
  Field<unknown>
>;

/** Reads the details among the entries of a block; of several with one key, the first counts. */
export function readFields(entries: readonly YamlEntry[]): EvidenceFields {
  const fields = { ...none };
  for (const entry of entries) {
    const detail = byKey.get(entry.key.text);
    if (detail && fields[detail.field] === absent)
      fields[detail.field] = readField<unknown>(entry, detail.read);
  }
  return fields as EvidenceFields;
}

/** Those of something that has them among others. */
export const fieldsOf = (from: EvidenceFields): EvidenceFields => {
  const fields = { ...none };
  for (const { field } of details) fields[field] = from[field];
  return fields as EvidenceFields;
};
