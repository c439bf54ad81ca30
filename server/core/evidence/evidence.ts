/** An evidence file: Markdown whose front matter has `elements`. The format is that of schemas/evidence.schema.json. */
import type { EvidenceFields } from '../frontMatter/fields';
import { fieldsOf, readFields } from '../frontMatter/fields';
import type { Body } from '../markdown/body';
import { parseBody } from '../markdown/body';
import { firstHeading, headingsAround } from '../markdown/headings';
import type { Heading } from '../markdown/bodyModel';
import type { KeyNames } from '../frontMatter/keys';
import { ourNames } from '../frontMatter/keys';
import { shortcuts } from '../text/shortcuts';
import type { Uri } from '../text/span';
import type { EvidenceBlock } from './block';
import { readBlock } from './block';

/** With the value of each front matter key: `frontMatter/keys.ts` says which those are. */
export interface EvidenceFile extends EvidenceFields, EvidenceBlock {
  /** A Markdown file of a portfolio is evidence, or an action plan. */
  readonly isPlan: false;
  readonly uri: Uri;
  readonly text: string;
  /** Whether some words stand in the text as they are: of a file that is not open, without making a text of it. */
  contains(words: string): boolean;
  /** Headings and links; parsed when first asked for, then kept. */
  body(): Body;
  /** The first heading that says anything, if any; read whenever somebody asks. */
  heading(): string | undefined;
  /** The headings in which offsets stand; ascending, both. */
  headingsAt(places: readonly number[]): readonly Heading[];
}

/**
 * Reads a Markdown file. Undefined where it is not an evidence file: no front matter, or none with `elements`.
 * Never throws; what is wrong stands in the parts of the answer.
 * @param names what its portfolio calls our keys
 */
export function parseEvidence(uri: Uri, text: string, names: KeyNames = ourNames): EvidenceFile | undefined {
  const block = readBlock(text, names);
  // A literal with the fields spread in it takes V8 forty times as long.
  return block && Object.assign(partsOf(uri, text, block), readFields(block.entries));
}

/**
 * The same evidence with another text below its block, which is not read again: that is what most keystrokes make.
 * Undefined where the block has changed, or may have.
 */
export function withOtherBody(before: EvidenceFile, text: string): EvidenceFile | undefined {
  const { bodyStart, frontMatter } = before;
  // Where a line of its own closes a block, nothing below that line has a say in it. It may be the last one.
  const isClosed = frontMatter.kind === 'closed' && '\r\n'.includes(text.charAt(bodyStart));
  if (!shortcuts.taken || !isClosed || !text.startsWith(before.text.slice(0, bodyStart))) return undefined;
  return Object.assign(partsOf(before.uri, text, before), fieldsOf(before));
}

/** True where one has been made of the other with another body: then all that the block says is the same. */
export const haveOneBlock = (one: EvidenceFile, other: EvidenceFile): boolean =>
  one.elements === other.elements;

/** All but the values of the keys. */
function partsOf(uri: Uri, text: string, block: EvidenceBlock): Omit<EvidenceFile, keyof EvidenceFields> {
  const { names, frontMatter, entries, elementsKey, elements, misplaced, bodyStart } = block;
  let body: Body | undefined;
  return {
    isPlan: false,
    uri,
    text,
    contains: (words) => text.includes(words),
    names,
    frontMatter,
    entries,
    elementsKey,
    elements,
    misplaced,
    bodyStart,
    body: () => (body ??= parseBody(text)),
    heading: () => firstHeading(text, bodyStart),
    headingsAt: (places) => headingsAround(text, places),
  };
}
