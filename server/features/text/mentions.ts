/** Where evidence names a node of the standard: under `elements`, and at the start of headings. */
import { isClearMention } from '../../core/standard/clearMention';
import type { EvidenceFile } from '../../core/evidence/evidence';
import { headingIdentifiers, mayStartHeading } from '../../core/evidence/headingIdentifiers';
import type { ActionPlan } from '../../core/plan/model';
import { groupsNamed } from '../../core/plan/order';
import { qualified } from '../../core/frontMatter/standardNames';
import type { Span } from '../../core/text/span';
import { spanOf } from '../../core/text/span';
import { isNamed, nodeNamed } from '../../core/standard/retired';
import { interned } from '../../core/text/interned';
import type { Lexicon, StandardNode } from '../../core/standard/standard';
import { knownId } from '../../core/standard/standard';
import { isBare } from '../../core/standard/writtenIdentifiers';

export interface Mention {
  readonly node: StandardNode;
  /** Quotation marks included. */
  readonly span: Span;
}

/** What `elements` names, unknown IDs left out. */
export const elementMentions = (standard: Lexicon, { text, elements }: EvidenceFile): readonly Mention[] =>
  elements.flatMap(({ id, span }): readonly Mention[] => {
    const node = nodeNamed(standard, id);
    if (node) return [{ node, span }];
    // Several IDs in one text, or one with words around it.
    return standard.pattern.find(text, span.start, span.end).flatMap((found) => {
      const inside = isBare(found.id) ? undefined : nodeNamed(standard, found.id);
      return inside ? [{ node: inside, span: found.span }] : [];
    });
  });

/**
 * Headings that start with an ID of the standard. The text is parsed only where something looks like one.
 * @param ids those that matter; where undefined, all do
 */
export function headingMentions(
  standard: Lexicon,
  evidence: EvidenceFile,
  ids?: readonly string[],
): readonly Mention[] {
  const { find } = standard.pattern;
  const wanted: typeof find = (...where) =>
    find(...where).filter(({ id }) => ids === undefined || ids.includes(knownId(standard, id)));
  return headingIdentifiers({ find: wanted }, evidence).flatMap(({ id, span }) => {
    const node = nodeNamed(standard, id);
    return node && isClearMention(node, evidence.text, span) ? [{ node, span }] : [];
  });
}

const known = new WeakMap<Lexicon, WeakMap<EvidenceFile, readonly string[]>>();

/**
 * Whether evidence may name one of some IDs where `mentionsOf` looks. What stands under `elements` is known, and a text in
 * which none of them stands is done with at once. The others are looked through once: to do so for each question would
 * bring the texts of thousands of files into memory to find a few.
 */
export function mayMention(standard: Lexicon, evidence: EvidenceFile, ids: readonly string[]): boolean {
  // Who names it there is asked where all the same: not to be looked through for that twice.
  if (evidence.elements.some(({ id }) => ids.includes(knownId(standard, id)))) return true;
  const files = known.get(standard) ?? new WeakMap<EvidenceFile, readonly string[]>();
  known.set(standard, files);
  let named = files.get(evidence);
  if (!named) {
    // Under `elements`, an ID may be written with escapes; everywhere else it stands as it is.
    if (!ids.some((id) => evidence.contains(ownIdOf(standard, id)))) return false;
    files.set(evidence, (named = idsNamed(standard, evidence)));
  }
  return ids.some((id) => named.includes(id));
}

/** As the standard itself has it: without the name by which the portfolio knows the standard. */
function ownIdOf({ nodes, several }: Lexicon, id: string): string {
  const name = several?.names.find((one) => id.startsWith(qualified(one, '')));
  return nodes.get(id)?.ownId ?? (name === undefined ? id : id.slice(qualified(name, '').length));
}

function idsNamed(standard: Lexicon, evidence: EvidenceFile): readonly string[] {
  const { text, elements, bodyStart } = evidence;
  const listed = elements.flatMap(({ id, span }) => [
    id,
    ...standard.pattern.find(text, span.start, span.end).map((found) => found.id),
  ]);
  const headings = standard.pattern.find(text, bodyStart).filter(({ span }) => mayStartHeading(text, span));
  const named = [...listed, ...headings.map(({ id }) => id)];
  return [
    ...new Set(named.filter((id) => isNamed(standard, id)).map((id) => interned(knownId(standard, id)))),
  ];
}

/** Both, in the order of the file; in headings, of some IDs alone where these are given. */
export const mentionsOf = (
  standard: Lexicon,
  evidence: EvidenceFile,
  ids?: readonly string[],
): readonly Mention[] => [
  ...elementMentions(standard, evidence),
  ...headingMentions(standard, evidence, ids),
];

/** What the rows of a plan are about: elements, and the groups that headings name. */
export const planMentions = (standard: Lexicon, { text, tables }: ActionPlan): readonly Mention[] =>
  tables.flatMap(({ rows }) =>
    rows.flatMap((row): readonly Mention[] => {
      if (row.kind === 'action') {
        const node = nodeNamed(standard, row.id);
        return node ? [{ node, span: row.idSpan }] : [];
      }
      return groupsNamed(standard, row).map(({ group, cell }) => {
        const start = text.indexOf(group.id, cell.span.start);
        const end = start + group.id.length;
        // Written as `1\.1`, or without the name of its standard, it stands nowhere as it is.
        return { node: group, span: start < 0 || end > cell.span.end ? cell.span : spanOf(start, end) };
      });
    }),
  );
