/** A standard as a portfolio keeps it: its IDs with the portfolio's name for it, and what is outside its profile told. */
import { identifierPattern } from './identifiers';
import type { Standard, StandardNode } from './standard';
import { qualified } from '../frontMatter/standardNames';

export interface Adoption {
  /** What the portfolio calls the standard, and IDs of it; undefined: nothing, as it has no other. */
  readonly name: string | undefined;
  /** The id of one of the standard's profiles; undefined: all of the standard. */
  readonly profile: string | undefined;
}

/** Somebody who types a name has a standard for each letter of it: none of them is kept when it is not used any longer. */
const known = new WeakMap<Standard, Map<string, WeakRef<Standard>>>();

/** The standard itself, where it has no name and is kept as a whole. While it is used, made once for each name and profile. */
export function adoptedAs(standard: Standard, { name, profile }: Adoption): Standard {
  if (name === undefined && profile === undefined) return standard;
  const made = known.get(standard) ?? new Map<string, WeakRef<Standard>>();
  known.set(standard, made);
  const key = JSON.stringify([name, profile]);
  const found = made.get(key)?.deref();
  if (found) return found;
  const adopted = adopt(standard, { name, profile });
  made.set(key, new WeakRef(adopted));
  return adopted;
}

function adopt(standard: Standard, { name, profile }: Adoption): Standard {
  const nodes = new Map<string, StandardNode>();
  const elements: StandardNode[] = [];
  const assessable: string[] = [];
  const idOf = (id: string): string => (name === undefined ? id : qualified(name, id));
  const copy = (node: StandardNode, ancestors: readonly StandardNode[]): StandardNode => {
    const children: StandardNode[] = [];
    const isElementInScope = node.assessable && (profile === undefined || isIn(profile, node));
    const own: { -readonly [Key in keyof StandardNode]: StandardNode[Key] } = {
      ...node,
      id: idOf(node.id),
      standard: name,
      inScope: isElementInScope,
      ancestors,
      children,
    };
    nodes.set(own.id, own);
    if (isElementInScope) elements.push(own);
    if (own.assessable) assessable.push(own.id);
    for (const child of node.children) children.push(copy(child, [...ancestors, own]));
    if (!node.assessable) own.inScope = children.some(({ inScope }) => inScope);
    return own;
  };
  const roots = standard.roots.map((root) => copy(root, []));
  const named = (ids: Standard['retired']): Standard['retired'] =>
    new Map(Array.from(ids, ([old, current]) => [idOf(old), current.map(idOf)] as const));
  const retired = named(standard.retired);
  return {
    ...standard,
    names: {
      ...standard.names,
      short: name === undefined ? standard.names.short : [...standard.names.short, name],
    },
    roots,
    nodes,
    elements,
    retired,
    reused: named(standard.reused),
    elementPattern: identifierPattern(assessable),
    pattern: identifierPattern([
      ...Array.from(nodes.values()).flatMap(({ id, hasId }) => (hasId ? [id] : [])),
      ...retired.keys(),
    ]),
  };
}

/** What a group says of profiles holds for the elements below it that say nothing. An element speaks for itself only. */
function isIn(profile: string, { profiles, ancestors }: StandardNode): boolean {
  if (profiles.length > 0) return profiles.includes(profile);
  const above = ancestors.findLast((one) => one.profiles.length > 0);
  return above?.assessable === false && above.profiles.includes(profile);
}
