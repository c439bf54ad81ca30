/** Who is to find evidence for an element. */
import { byKnownId } from '../manifest/knownIds';
import { retiredIdsOf } from '../standard/retired';
import type { StandardNode } from '../standard/standard';
import { valueOf } from '../yaml/fields';
import type { Portfolio } from './portfolio';

/**
 * As portfolio.yaml says under `assignments`: of the element itself, also under an ID of an earlier edition, else of
 * the nearest group above it that somebody has. Texts as they are written; none where nobody is named.
 */
export function assigneesOf({ manifest, standard }: Portfolio, node: StandardNode): readonly string[] {
  if (!manifest || manifest.assignments.size === 0) return [];
  const assignments = byKnownId(manifest.assignments, standard);
  for (const { id } of [node, ...node.ancestors.toReversed()])
    for (const named of [id, ...retiredIdsOf(standard, id)]) {
      const assignment = assignments.get(named);
      const who = (assignment ? (valueOf(assignment.who) ?? []) : [])
        .map(({ text }) => text.trim())
        .filter((text) => text !== '');
      if (who.length > 0) return who;
    }
  return [];
}
