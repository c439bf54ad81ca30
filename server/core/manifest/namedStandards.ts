/** What a manifest says of its standards: one under `standard`, or several with names under `standards`. */
import { plainly } from '../text/hiddenCharacters';
import type { Problem, Span } from '../text/span';
import { isStandardName } from '../frontMatter/standardNames';
import type { Field } from '../yaml/fields';
import { absent, readField, readText, valueOf } from '../yaml/fields';
import type { YamlEntry, YamlNode } from '../yaml/tree';
import { entryOf } from '../yaml/tree';

/** A standard as the manifest names it. */
export interface StandardEntry {
  /** What the portfolio calls it; undefined under `standard`. */
  readonly name: string | undefined;
  /** The id of a built-in standard, or the path of a file. */
  readonly file: Field<string>;
  /** The id of one of the standard's profiles. */
  readonly profile: Field<string>;
  /** Where findings about it stand; undefined where the manifest names no standard. */
  readonly span: Span | undefined;
}

type Noting = <Value>(field: Field<Value>) => Field<Value>;

/**
 * @param single the entry `standard`
 * @param several the entry `standards`
 * @returns at least one; of both, those with names
 */
export function readStandards(
  { single, several }: { readonly single: YamlEntry | undefined; readonly several: YamlEntry | undefined },
  problems: Problem[],
  noting: Noting,
): readonly [StandardEntry, ...StandardEntry[]] {
  const one = readOne(undefined, single, problems, noting);
  if (!several) return [one];
  if (single)
    problems.push({
      span: single.key.span,
      message:
        'Both “standard” and “standards” stand here, and only “standards” is read. Keep “standards” where the portfolio has several, each with its name, and take the other out.',
    });
  const [first, ...others] = readNamed(several, problems, noting);
  return first ? [first, ...others] : [one];
}

function readNamed({ key, value }: YamlEntry, problems: Problem[], noting: Noting): readonly StandardEntry[] {
  if (value.kind !== 'map' || value.entries.length === 0) {
    problems.push({
      span: value.kind === 'empty' ? key.span : value.span,
      message:
        'Write a short name for each standard, a colon, and the standard: “CSE: customer-service-excellence”. Where there is one only, write “standard” for “standards”, and no name.',
    });
    return [];
  }
  const read: StandardEntry[] = [];
  for (const entry of value.entries) {
    const fault = nameFault(entry.key.text, read);
    if (fault !== undefined) problems.push({ span: entry.key.span, message: fault });
    if (fault === undefined || !read.some(({ name }) => name === entry.key.text))
      read.push(readOne(entry.key.text, entry, problems, noting));
  }
  return read;
}

/** What is wrong with a name, if anything. */
function nameFault(name: string, others: readonly StandardEntry[]): string | undefined {
  if (!isStandardName(name))
    return `“${name.slice(0, 80)}” cannot stand before an ID. A name is short, has letters, perhaps digits, dots, dashes and underscores, and no blanks, such as CSE or ISO-9001.`;
  const alike = others.find((other) => other.name !== undefined && looks(other.name) === looks(name));
  return (
    alike &&
    `${name} looks like ${alike.name ?? ''}, which is another standard of this portfolio. Give them names that nobody takes for one another.`
  );
}

const looks = (name: string): string => plainly(name, true).toLowerCase().replace(/[._-]/g, '');

/** A text alone, or `{ file: …, profile: … }`. */
function readOne(
  name: string | undefined,
  entry: YamlEntry | undefined,
  problems: Problem[],
  noting: Noting,
): StandardEntry {
  // Of `standard:` without a value, nothing is named.
  const place = name === undefined ? undefined : entry?.key.span;
  if (entry?.value.kind !== 'map') {
    const file = noting(readField(entry, readText));
    if (name !== undefined && file.kind === 'empty') problems.push({ span: file.span, message: noStandard });
    return { name, file, profile: absent, span: file.kind === 'valid' ? file.span : place };
  }
  noteOtherKeys(entry.value, problems);
  const file = noting(readField(entryOf(entry.value, 'file'), readText));
  const profile = noting(readField(entryOf(entry.value, 'profile'), readText));
  if (valueOf(file) === undefined && file.kind !== 'invalid')
    problems.push({ span: entry.key.span, message: noStandard });
  return { name, file, profile, span: file.kind === 'valid' ? file.span : entry.key.span };
}

const noStandard =
  'Which standard this is is not said. Write the id of a built-in standard, or the path to a standard’s file, such as standards/iso-9001.yaml.';

function noteOtherKeys(node: YamlNode, problems: Problem[]): void {
  if (node.kind !== 'map') return;
  for (const { key } of node.entries)
    if (key.text !== 'file' && key.text !== 'profile')
      problems.push({
        span: key.span,
        message: `“${key.text}” is not known here. It can be one of these: file, profile.`,
      });
}
