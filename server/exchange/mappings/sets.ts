/** A relation between two sets of parts, as relations between single ones. */
import type { Relation } from '../../core/mapping/relations';

/**
 * How a part of one set stands to a part of the other, given how the sets stand to each other as a whole. What all of
 * several parts say together, none of them says alone.
 * @param from number of parts in the one set, @param to in the other
 */
export function relationOfParts(relation: Relation, from: number, to: number): Relation {
  if (from <= 1 && to <= 1) return relation;
  const isWithin = (relation === 'equal' || relation === 'subset') && to <= 1;
  const holds = (relation === 'equal' || relation === 'superset') && from <= 1;
  return isWithin ? 'subset' : holds ? 'superset' : 'intersects';
}

/**
 * How the whole of two parts stand to each other, where the relation is that of a statement of one, or of both.
 * @param isPart which of the two are statements of what is meant
 */
export function relationOfWholes(
  relation: Relation,
  isPart: { readonly from: boolean; readonly to: boolean },
): Relation {
  if (!isPart.from && !isPart.to) return relation;
  if (isPart.from && isPart.to) return 'intersects';
  const holds = relation === 'equal' || relation === (isPart.from ? 'superset' : 'subset');
  if (!holds) return 'intersects';
  return isPart.from ? 'superset' : 'subset';
}
