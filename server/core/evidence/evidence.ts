/** An evidence file: Markdown whose front matter has `elements`. The format is that of schemas/evidence.schema.json. */
import type { Body } from '../markdown/body';
import { mayHaveHeading, parseBody } from '../markdown/body';
import type { CivilDate } from '../text/civilDate';
import { nearestWord } from '../text/editDistance';
import type { Field } from '../yaml/fields';
import { readChoice, readDate, readField, readText, readTexts, valueOf, withoutBlanks } from '../yaml/fields';
import type { FrontMatter, FrontMatterBlock } from '../frontMatter/frontMatter';
import { parseFrontMatter } from '../frontMatter/frontMatter';
import { interned } from '../text/interned';
import type { FrontMatterKey, Kind, Status } from '../frontMatter/keys';
import { kinds, statuses } from '../frontMatter/keys';
import type { Span, Uri } from '../text/span';
import { spanOf } from '../text/span';
import type { YamlEntry, YamlNode, YamlScalar } from '../yaml/tree';
import { entryOf } from '../yaml/tree';
import { readsAsNumber } from '../../words/yamlScalar';

export interface EvidenceFile {
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
  readonly title: Field<string>;
  readonly ref: Field<string>;
  readonly kind: Field<Kind>;
  readonly owner: Field<string>;
  readonly status: Field<Status>;
  readonly date: Field<CivilDate>;
  readonly reviewBy: Field<CivilDate>;
  readonly attachments: Field<readonly { readonly text: string; readonly span: Span }[]>;
  /** Where the Markdown below the block starts. */
  readonly bodyStart: number;
  /** Headings and links; parsed when first asked for, then kept. */
  readonly body: () => Body;
}

/** An element's ID as the file names it. */
export interface ElementReference {
  /** Source text: an unquoted 1.10 is `1.10`. */
  readonly id: string;
  /** Quotation marks included. */
  readonly span: Span;
  /** Unquoted, and of a form that YAML reads as a number. */
  readonly readsAsNumber: boolean;
}

export interface Misplaced {
  readonly span: Span;
  readonly expected: string;
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
  const lists = entries.filter((entry) => entry.key.text === ('elements' satisfies FrontMatterKey));
  const hidden = lists.length === 0 ? /^elements[ \t]*:/m.exec(text.slice(content.start, content.end)) : null;
  if (lists.length === 0 && (!hidden || frontMatter.faults.length === 0)) return undefined;

  const keyStart = content.start + (hidden?.index ?? 0);
  const entry = (key: FrontMatterKey): YamlEntry | undefined => entryOf(root, key);
  let body: Body | undefined;
  return {
    uri,
    text,
    frontMatter,
    entries,
    elementsKey: lists[0]?.key.span ?? spanOf(keyStart, keyStart + 'elements'.length),
    elements: lists.flatMap((list) => referencesIn(list.value)),
    misplaced: lists.flatMap((list) => misplacedIn(list.value)),
    title: readField(entry('title'), readText),
    ref: readField(entry('ref'), readText),
    kind: readField(
      entry('kind'),
      readChoice(Object.keys(kinds) as Kind[], nearestOf(Object.keys(kinds) as Kind[])),
    ),
    owner: readField(entry('owner'), readText),
    status: readField(
      entry('status'),
      readChoice(Object.keys(statuses) as Status[], nearestOf(Object.keys(statuses) as Status[])),
    ),
    date: readField(entry('date'), readDate),
    reviewBy: readField(entry('review-by'), readDate),
    attachments: readField(entry('attachments'), readTexts),
    bodyStart: frontMatter.span.end,
    body: () => (body ??= parseBody(text)),
  };
}

/** What a file is called: its title, else its first heading, else undefined. */
export function titleOf(evidence: EvidenceFile): string | undefined {
  const title = valueOf(evidence.title);
  if (title) return title;
  if (!mayHaveHeading(evidence.text, evidence.bodyStart)) return undefined;
  return evidence.body().headings.find((heading) => heading.text.trim() !== '')?.text;
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

/** `elements: 3.2.4, 1.1.1` is one text for YAML; the writer meant two IDs. */
const separators = /\s*[,;]\s*|\s+/;

function referencesIn(node: YamlNode): readonly ElementReference[] {
  if (node.kind === 'scalar') return splitScalar(node);
  if (node.kind !== 'list') return [];
  return node.items.flatMap((item) => (item.kind === 'scalar' ? [referenceTo(item)] : []));
}

function misplacedIn(node: YamlNode): readonly Misplaced[] {
  if (node.kind === 'map')
    return [{ span: node.span, expected: 'a list of IDs, each on a line that starts with a dash' }];
  if (node.kind === 'scalar' && splitScalar(node).length > 1) {
    return [
      {
        span: node.span,
        expected: 'several IDs as a list, in square brackets or each on a line that starts with a dash',
      },
    ];
  }
  if (node.kind !== 'list') return [];
  return node.items.flatMap((item) =>
    item.kind === 'list' || item.kind === 'map'
      ? [{ span: item.span, expected: 'one ID on each line, without a colon or brackets' }]
      : [],
  );
}

const referenceTo = (scalar: YamlScalar): ElementReference => ({
  id: interned(withoutBlanks(scalar.text)),
  span: scalar.span,
  readsAsNumber: scalar.plain && readsAsNumber(scalar.text),
});

/** `•`, `(1)` and `1)` are none. */
const mayBeIdentifier = (piece: string): boolean =>
  /^[\p{L}\p{N}]/u.test(piece) && /\d/.test(piece) && !/^\w{1,3}[.)]$/.test(piece);

function splitScalar(scalar: YamlScalar): readonly ElementReference[] {
  const pieces = scalar.text.trim().split(separators);
  const isOneLine = scalar.span.end - scalar.span.start === scalar.text.length;
  // An ID may contain a space in some standards; one of prose is no list of IDs.
  if (!scalar.plain || !isOneLine || pieces.length === 1 || !pieces.every(mayBeIdentifier))
    return [referenceTo(scalar)];
  let at = 0;
  return pieces.map((id) => {
    const start = scalar.text.indexOf(id, at);
    at = start + id.length;
    return { id, span: spanOf(scalar.span.start + start, scalar.span.start + at), readsAsNumber: false };
  });
}

const nearestOf =
  <Word extends string>(words: readonly Word[]) =>
  (typed: string): Word | undefined =>
    nearestWord(typed, words) as Word | undefined;
