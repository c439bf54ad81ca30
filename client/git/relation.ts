/** How a branch stands to what is checked out, and which question that answers. Nothing here knows VS Code. */

/**
 * same: one commit. behind: all that the branch has is here. ahead: all that is here is in the branch, and it has more.
 * diverged: each has something that the other has not.
 */
export type Relation = 'same' | 'behind' | 'ahead' | 'diverged';

/** All three are commits. */
export function relationOf(tip: string, head: string, common: string): Relation {
  if (tip === head) return 'same';
  if (common === tip) return 'behind';
  return common === head ? 'ahead' : 'diverged';
}

/** since: what has changed here since the branch was left. would: what the branch would change here. */
export type Direction = 'since' | 'would';

export interface Question {
  /** Nobody has asked for it: it is told what has been done on the branch that is checked out. */
  readonly isAutomatic: boolean;
  /** The default branch is checked out, from which others leave and into which they come back. */
  readonly isOnDefault: boolean;
  /** It is asked about the branch of somebody else: neither the default one, nor a tag or a day. */
  readonly isTheirs: boolean;
}

/** Who asks on main, or about the branch of a colleague, wants to know what it brings. */
export function directionOf(relation: Relation, { isAutomatic, isOnDefault, isTheirs }: Question): Direction {
  if (isAutomatic) return 'since';
  return relation === 'ahead' || (relation === 'diverged' && (isOnDefault || isTheirs)) ? 'would' : 'since';
}
