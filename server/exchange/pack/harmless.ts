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

/** @returns what changes the nodes that it is given, and gives back those that stay */
export function harmlessBy(schema: Harmless): (nodes: ElementContent[], prefix: string) => ElementContent[] {
  const names = new Set(schema.tagNames);
  const ancestors = new Map(Object.entries(schema.ancestors));
  const clobber = new Set(schema.clobber);
  const byElement = new Map(Object.entries(schema.attributes).map(([name, own]) => [name, byName(own)]));
  const forAll = byElement.get('*');
  const protocols = new Map(Object.entries(schema.protocols));
  const required = new Map(Object.entries(schema.required));
  const stack: string[] = [];

  const isKept = (name: string): boolean =>
    names.has(name) && (ancestors.get(name)?.some((one) => stack.includes(one)) ?? true);

  const one = (allowed: Allowed, key: string, value: unknown, prefix: string): Value | undefined => {
    if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean')
      return undefined;
    const known = protocols.get(key);
    if (known && !beginsWith(String(value), known)) return undefined;
    if (typeof allowed !== 'string' && !isAmong(value, allowed)) return undefined;
    return clobber.has(key) ? prefix + String(value) : value;
  };

  const valueOf = (
    allowed: Allowed | undefined,
    key: string,
    value: unknown,
    prefix: string,
  ): Properties[string] => {
    if (allowed === undefined) return undefined;
    if (!Array.isArray(value)) return one(allowed, key, value, prefix);
    return value.flatMap((part: unknown) => {
      const safe = one(allowed, key, part, prefix);
      return typeof safe === 'string' || typeof safe === 'number' ? [safe] : [];
    });
  };

  const propertiesOf = ({ tagName, properties }: Element, prefix: string): Properties => {
    const own = byElement.get(tagName);
    const safe: Properties = {};
    for (const key of Object.keys(properties)) {
      const value = properties[key];
      const kept =
        valueOf(own?.get(key), key, value, prefix) ?? valueOf(forAll?.get(key), key, value, prefix);
      if (kept !== undefined && kept !== null) safe[key] = kept;
    }
    for (const [key, value] of Object.entries(required.get(tagName) ?? {}))
      if (!Object.hasOwn(safe, key)) safe[key] = value;
    return safe;
  };

  const all = (nodes: ElementContent[], prefix: string): ElementContent[] => {
    const kept: ElementContent[] = [];
    for (const node of nodes) {
      if (node.type === 'text') kept.push(node);
      if (node.type !== 'element') continue;
      stack.push(node.tagName);
      const children = all(node.children, prefix);
      stack.pop();
      if (isKept(node.tagName)) {
        node.properties = propertiesOf(node, prefix);
        node.children = children;
        kept.push(node);
      } else for (const child of children) kept.push(child);
    }
    return kept;
  };
  return (nodes, prefix) => {
    stack.length = 0;
    return all(nodes, prefix);
  };
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
