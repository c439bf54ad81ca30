/** Some texts, each once. Of the thousands that are kept nearly all hold one, for which a set takes ten times the space. */
export type OneOrMore = string | Set<string>;

/** With one more; a set is changed in place. */
export function withMember(all: OneOrMore | undefined, member: string): OneOrMore {
  if (all === undefined || all === member) return member;
  return typeof all === 'string' ? new Set([all, member]) : all.add(member);
}

/** With one fewer; a set is changed in place. Undefined: none is left. */
export function withoutMember(all: OneOrMore | undefined, member: string): OneOrMore | undefined {
  if (typeof all === 'string') return all === member ? undefined : all;
  all?.delete(member);
  return all?.size === 0 ? undefined : all;
}

/** The same texts; what is done to one of the two is not done to the other. */
export const copyOf = <All extends OneOrMore | undefined>(all: All): All | Set<string> =>
  all instanceof Set ? new Set(all) : all;

/** In the order in which they came. */
export const membersOf = (all: OneOrMore | undefined): Iterable<string> =>
  typeof all === 'string' ? [all] : (all ?? []);

export const numberOf = (all: OneOrMore | undefined): number =>
  typeof all === 'string' ? 1 : (all?.size ?? 0);
