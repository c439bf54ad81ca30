/** An evidence file: Markdown whose front matter has `elements`. The format is that of schemas/evidence.schema.json. */
import type { Body } from '../markdown/body';
import { parseBody } from '../markdown/body';
import { firstHeading } from '../markdown/headings';
import type { CivilDate } from '../text/civilDate';
import { valueOf } from '../yaml/fields';
import type { EvidenceFields } from '../frontMatter/fields';
import { entriesOf, readFields } from '../frontMatter/fields';
import type { FrontMatter, FrontMatterBlock } from '../frontMatter/frontMatter';
import { parseFrontMatter } from '../frontMatter/frontMatter';
import type { ElementReference, Misplaced } from '../frontMatter/identifierList';
import { misplacedIn, referencesIn } from '../frontMatter/identifierList';
import type { Span, Uri } from '../text/span';
import { spanOf } from '../text/span';
import type { YamlEntry } from '../yaml/tree';

/** With the value of each front matter key: `frontMatter/keys.ts` says which those are. */
export interface EvidenceFile extends EvidenceFields {
  readonly uri: Uri;
  readonly text: string;
  readonly frontMatter: FrontMatter & FrontMatterBlock;
  /** Every entry of the block, known key or not. */
  readonly entries: readonly YamlEntry[];
  /** The `elements` key, or the block's first fence where faults hide it. */
  readonly elementsKey: Span;
  readonly elements: readonly ElementReference[];
  /** Items of `elements` that are no IDs at all, such as a list in a list. */
  readonly misplaced: readonly Misplaced[];
  /** Where the Markdown below the block starts. */
  readonly bodyStart: number;
  /** Headings and links; parsed when first asked for, then kept. */
  readonly body: () => Body;
}

/**
 * Reads a Markdown file. Undefined where it is not an evidence file: no front matter, or none with `elements`.
 * Never throws; what is wrong stands in the parts of the answer.
 */
export function parseEvidence(uri: Uri, text: string): EvidenceFile | undefined {
  const frontMatter = parseFrontMatter(text);
  if (frontMatter.kind === 'none') return undefined;
  const { root, content } = frontMatter;
  const entries = root.kind === 'map' ? root.entries : [];
  const lists = entriesOf({ entries }, 'elements');
  const hidden = lists.length === 0 ? /^elements[ \t]*:/m.exec(text.slice(content.start, content.end)) : null;
  if (lists.length === 0 && (!hidden || frontMatter.faults.length === 0)) return undefined;

  const keyStart = content.start + (hidden?.index ?? 0);
  let body: Body | undefined;
  const parts = {
    uri,
    text,
    frontMatter,
    entries,
    elementsKey: lists[0]?.key.span ?? spanOf(keyStart, keyStart + 'elements'.length),
    elements: lists.flatMap((list) => referencesIn(list.value)),
    misplaced: lists.flatMap((list) => misplacedIn(list.value)),
    bodyStart: frontMatter.span.end,
    body: () => (body ??= parseBody(text)),
  };
  // A literal with the fields spread in it takes V8 forty times as long.
  return Object.assign(parts, readFields(entries));
}

/** What a file is called: its title, else its first heading, else undefined. */
export function titleOf(evidence: EvidenceFile): string | undefined {
  const title = valueOf(evidence.title);
  if (title) return title;
  return firstHeading(evidence.text, evidence.bodyStart);
}

/** How evidence counts towards coverage on a day. */
export type Standing = 'current' | 'overdue' | 'draft' | 'withdrawn';

export function standingOf(evidence: EvidenceFile, today: CivilDate): Standing {
  const status = valueOf(evidence.status);
  if (status === 'withdrawn') return 'withdrawn';
  // A status that nobody can read does not make evidence count.
  if (status === 'draft' || status === 'in-review' || evidence.status.kind === 'invalid') return 'draft';
  return isOverdue(evidence, today) ? 'overdue' : 'current';
}

/** The review date is the last good day. */
export function isOverdue(evidence: EvidenceFile, today: CivilDate): boolean {
  const reviewBy = valueOf(evidence.reviewBy);
  return reviewBy !== undefined && reviewBy < today;
}
