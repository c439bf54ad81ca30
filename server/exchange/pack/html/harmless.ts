/**
 * Takes out of a tree what could act, as hast-util-sanitize does by the same schema, and in the tree itself: that makes
 * another tree, and looks each property up in lists.
 */
import type { Element, ElementContent, Properties } from 'hast';

type Value = string | number | boolean;

/** What a property may be: anything, or one of these. */
type Allowed = string | readonly [name: string, ...values: (Value | RegExp)[]];

/** The parts of a schema of hast-util-sanitize that are needed here, and mean the same. */
export interface Harmless {
  readonly tagNames: readonly string[];
  /** By the name of the element; `*`: of all. */
  readonly attributes: Readonly<Record<string, readonly Allowed[]>>;
  /** Elements that stand below one of some others. */
  readonly ancestors: Readonly<Record<string, readonly string[]>>;
  /** Properties that begin with the prefix. */
  readonly clobber: readonly string[];
  /** How addresses may begin, by the name of the property. */
  readonly protocols: Readonly<Record<string, readonly string[]>>;
  /** What an element has if nothing else is said. */
  readonly required: Readonly<Record<string, Readonly<Record<string, Value>>>>;
}

/** The same, to look things up in. */
interface Rules {
  readonly tagNames: ReadonlySet<string>;
  readonly attributes: ReadonlyMap<string, ReadonlyMap<string, Allowed>>;
  readonly ancestors: ReadonlyMap<string, readonly string[]>;
  readonly clobber: ReadonlySet<string>;
  readonly protocols: ReadonlyMap<string, readonly string[]>;
  readonly required: ReadonlyMap<string, Readonly<Record<string, Value>>>;
  readonly prefix: string;
}

/** @returns what changes the nodes that it is given, and gives back those that stay */
export function harmlessBy(
  schema: Harmless,
): (nodes: readonly ElementContent[], prefix: string) => ElementContent[] {
  const rules = {
    tagNames: new Set(schema.tagNames),
    attributes: new Map(Object.entries(schema.attributes).map(([name, own]) => [name, byName(own)])),
    ancestors: new Map(Object.entries(schema.ancestors)),
    clobber: new Set(schema.clobber),
    protocols: new Map(Object.entries(schema.protocols)),
    required: new Map(Object.entries(schema.required)),
  };
  return (nodes, prefix) => kept(nodes, [], { ...rules, prefix });
}

/** @param above names of the elements that these stand in */
function kept(nodes: readonly ElementContent[], above: string[], rules: Rules): ElementContent[] {
  const all: ElementContent[] = [];
  for (const node of nodes) {
    if (node.type === 'text') all.push(node);
    if (node.type !== 'element') continue;
    above.push(node.tagName);
    const children = kept(node.children, above, rules);
    above.pop();
    if (isKept(node.tagName, above, rules)) {
      node.properties = propertiesOf(node, rules);
      node.children = children;
      all.push(node);
    } else for (const child of children) all.push(child);
  }
  return all;
}

const isKept = (name: string, above: readonly string[], { tagNames, ancestors }: Rules): boolean =>
  tagNames.has(name) && (ancestors.get(name)?.some((one) => above.includes(one)) ?? true);

function propertiesOf({ tagName, properties }: Element, rules: Rules): Properties {
  const safe: Properties = {};
  const own = rules.attributes.get(tagName);
  const ofAll = rules.attributes.get('*');
  for (const key in properties) {
    const value = properties[key];
    const said = valueOf(own?.get(key), key, value, rules) ?? valueOf(ofAll?.get(key), key, value, rules);
    if (said !== undefined && said !== null) safe[key] = said;
  }
  const required = rules.required.get(tagName);
  for (const key in required) if (!Object.hasOwn(safe, key)) safe[key] = required[key];
  return safe;
}

function valueOf(
  allowed: Allowed | undefined,
  key: string,
  value: unknown,
  rules: Rules,
): Properties[string] {
  if (allowed === undefined) return undefined;
  if (!Array.isArray(value)) return oneOf(allowed, key, value, rules);
  return value.flatMap((part: unknown) => {
    const safe = oneOf(allowed, key, part, rules);
    return typeof safe === 'string' || typeof safe === 'number' ? [safe] : [];
  });
}

function oneOf(allowed: Allowed, key: string, value: unknown, rules: Rules): Value | undefined {
  if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') return undefined;
  const known = rules.protocols.get(key);
  if (known && !beginsWith(String(value), known)) return undefined;
  if (typeof allowed !== 'string' && !isAmong(value, allowed)) return undefined;
  return rules.clobber.has(key) ? rules.prefix + String(value) : value;
}

/** The first of a name is taken. */
const byName = (all: readonly Allowed[]): ReadonlyMap<string, Allowed> =>
  new Map(
    all.map((allowed) => [typeof allowed === 'string' ? allowed : allowed[0], allowed] as const).reverse(),
  );

const isAmong = (value: Value, [, ...allowed]: readonly [string, ...(Value | RegExp)[]]): boolean =>
  allowed.length === 0 ||
  allowed.some((one) => (one instanceof RegExp ? one.test(String(value)) : one === value));

/** An address that begins with one of these, or with none at all. */
function beginsWith(address: string, protocols: readonly string[]): boolean {
  const colon = address.indexOf(':');
  const other = address.search(/[/?#]/);
  return colon < 0 || (other >= 0 && other < colon) || protocols.includes(address.slice(0, colon));
}
