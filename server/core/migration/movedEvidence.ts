/** The lists of IDs at the top of an evidence file. */
import { readBlock } from '../evidence/block';
import type { EvidenceFile } from '../evidence/evidence';
import { isHarmless } from '../evidence/harmless';
import { frontMatterKeys } from '../frontMatter/keys';
import { referencesIn } from '../frontMatter/identifierList';
import { identifiersInText } from '../standard/identifiersInText';
import { isNamed } from '../standard/retired';
import { applyEdits } from '../text/edit';
import type { Targets } from './answers';
import type { Editions } from './editions';
import { isMoved } from './editions';
import { movedList } from './idLists';
import type { MovedPart } from './movedBody';
import type { Occurrence } from './occurrence';

/** Keys that hold IDs: `elements`, and those that name some of them. */
const idKeys: readonly string[] = frontMatterKeys
  .filter(({ holds }) => holds === 'identifiers' || holds === 'ownIdentifiers')
  .map(({ key }) => key);

export function movedElements(editions: Editions, targets: Targets, evidence: EvidenceFile): MovedPart {
  const safe = withoutHarm(editions, evidence, targets);
  const { uri } = evidence;
  const parts = listsOf(editions, evidence, safe);
  const occurrences = parts.flatMap(({ value, list }) =>
    referencesIn(value).flatMap((reference): readonly Occurrence[] => {
      const { id, span } = reference;
      const isMovedHere = list.moved.some((one) => one.span.start === span.start);
      if (isMovedHere) return [{ id, uri, span, kind: 'elements', to: targets(id) }];
      const because = targets(id) ? 'The list is written in a way that cannot be changed safely.' : undefined;
      if (because !== undefined) return [{ id, uri, span, kind: 'elements', to: undefined, because }];
      return leftIn(editions, targets, evidence, reference);
    }),
  );
  return { edits: parts.flatMap(({ list }) => list.edits ?? []), occurrences };
}

const listsOf = ({ after }: Editions, evidence: EvidenceFile, targets: Targets) =>
  evidence.entries
    .filter(({ key }) => idKeys.includes(key.text))
    .map(({ key, value }) => ({
      key: key.text,
      value,
      list: movedList(evidence.text, value, targets, after),
    }));

/** Those of the IDs that can be written anew without harm: one with a name for YAML (`&a`) that is used elsewhere stays. */
function withoutHarm(editions: Editions, evidence: EvidenceFile, targets: Targets): Targets {
  if (isAsMeant(editions, evidence, targets)) return targets;
  const ids = new Set(
    listsOf(editions, evidence, targets).flatMap(({ list }) => list.moved.map(({ id }) => id)),
  );
  const kept = new Set<string>();
  const some: Targets = (id) => (kept.has(id) ? targets(id) : undefined);
  for (const id of ids) {
    kept.add(id);
    if (!isAsMeant(editions, evidence, some)) kept.delete(id);
  }
  return some;
}

/** What stays in a list, and is no ID of the newer edition: one with a question, or a text with such an ID in it. */
function leftIn(
  { from, fateOf }: Editions,
  targets: Targets,
  { uri }: EvidenceFile,
  { id, span }: { readonly id: string; readonly span: Occurrence['span'] },
): readonly Occurrence[] {
  if (isMoved(fateOf(id))) return [{ id, uri, span, kind: 'elements', to: undefined }];
  if (isNamed(from, id)) return [];
  const moved = identifiersInText(from, id).parts.filter(
    (part) => targets(part.id) ?? isMoved(fateOf(part.id)),
  );
  return moved.map((part) => ({
    id: part.id,
    uri,
    span,
    kind: 'elements',
    to: undefined,
    because: `It stands in “${id.slice(0, 60)}”: write each ID on its own.`,
  }));
}

/** Read again, the file names what it should, and nothing else in it has changed. */
function isAsMeant(editions: Editions, evidence: EvidenceFile, targets: Targets): boolean {
  const lists = listsOf(editions, evidence, targets);
  if (lists.some(({ list }) => list.edits === undefined)) return false;
  const edits = lists.flatMap(({ list }) => list.edits ?? []);
  if (edits.length === 0) return true;
  const after = readBlock(applyEdits(evidence.text, edits), evidence.names);
  if (!after || !isHarmless(evidence.uri, evidence.text, edits)) return false;
  const wanted = lists.flatMap(({ key, list }) => (key === 'elements' ? list.ids : []));
  return (
    after.elements.map(({ id }) => id).join('\n') === wanted.join('\n') &&
    after.misplaced.length <= evidence.misplaced.length &&
    after.frontMatter.faults.length <= evidence.frontMatter.faults.length
  );
}
