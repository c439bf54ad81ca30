/** An evidence file: Markdown whose front matter has `elements`. The format is that of schemas/evidence.schema.json. */
import type { EvidenceFields } from '../frontMatter/fields';
import { readFields } from '../frontMatter/fields';
import type { Body } from '../markdown/body';
import { parseBody } from '../markdown/body';
import { firstHeading } from '../markdown/headings';
import type { Uri } from '../text/span';
import type { EvidenceBlock } from './block';
import { readBlock } from './block';

/** With the value of each front matter key: `frontMatter/keys.ts` says which those are. */
export interface EvidenceFile extends EvidenceFields, EvidenceBlock {
  readonly uri: Uri;
  readonly text: string;
  /** Headings and links; parsed when first asked for, then kept. */
  readonly body: () => Body;
  /** The first heading that says anything, if any; read whenever somebody asks. */
  readonly heading: () => string | undefined;
}

/**
 * Reads a Markdown file. Undefined where it is not an evidence file: no front matter, or none with `elements`.
 * Never throws; what is wrong stands in the parts of the answer.
 */
export function parseEvidence(uri: Uri, text: string): EvidenceFile | undefined {
  const block = readBlock(text);
  if (!block) return undefined;
  let body: Body | undefined;
  const { frontMatter, entries, elementsKey, elements, misplaced, bodyStart } = block;
  const parts = {
    uri,
    text,
    frontMatter,
    entries,
    elementsKey,
    elements,
    misplaced,
    bodyStart,
    body: () => (body ??= parseBody(text)),
    heading: () => firstHeading(text, bodyStart),
  };
  // A literal with the fields spread in it takes V8 forty times as long.
  return Object.assign(parts, readFields(entries));
}
