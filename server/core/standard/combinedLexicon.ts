/**
 * Several standards as one lexicon. Each ID is known with the name of its standard before it, and found without it
 * wherever no other standard has it: whoever looks up what somebody wrote gets the node, or nothing where it could be
 * of two.
 */
import { identifierPattern } from './identifiers';
import { qualified, readingsOf } from '../frontMatter/standardNames';
import { listOf } from '../../words/counts';
import type { Lexicon, Standard } from './standard';

/** A standard as `adoptedAs` makes it, with the name that its IDs have before them. */
export interface StandardWithName {
  readonly name: string;
  readonly standard: Standard;
}

/** Of one that has been made, nothing is kept when nobody uses it any longer. */
interface Made {
  readonly standards: readonly WeakRef<Standard>[];
  readonly lexicon: WeakRef<Lexicon>;
}

const known = new WeakMap<Standard, readonly Made[]>();

/** While it is used, made once for each list of standards. */
export function combinedLexicon(standards: readonly [StandardWithName, ...StandardWithName[]]): Lexicon {
  const [first] = standards;
  const made = (known.get(first.standard) ?? []).filter((one) => one.lexicon.deref() !== undefined);
  const found = made.find(
    (one) =>
      one.standards.length === standards.length &&
      one.standards.every((standard, at) => standard.deref() === standards[at]?.standard),
  );
  const before = found?.lexicon.deref();
  if (before) return before;
  const lexicon = combine(standards);
  const refs = standards.map(({ standard }) => new WeakRef(standard));
  known.set(first.standard, [...made, { standards: refs, lexicon: new WeakRef(lexicon) }]);
  return lexicon;
}

function combine(standards: readonly StandardWithName[]): Lexicon {
  const nodes = new Map(standards.flatMap(({ standard }) => [...standard.nodes]));
  const retired = new Map(standards.flatMap(({ standard }) => [...standard.retired]));
  const owners = ownersOf(standards);
  const names = standards.map(({ name }) => name);
  const canonical = (text: string): string | undefined => {
    if (nodes.has(text) || retired.has(text)) return text;
    for (const { name, id } of readingsOf(text, names)) {
      const whole = qualified(name, id);
      if (nodes.has(whole) || retired.has(whole)) return whole;
    }
    const ids = owners.get(text) ?? [];
    return ids.length === 1 ? ids[0] : undefined;
  };
  const unique = Array.from(owners).flatMap(([id, ids]) => (ids.length === 1 ? [id] : []));
  const written = (of: Iterable<string>): readonly string[] =>
    Array.from(of).flatMap((id) => [id, nodes.get(id)?.ownId ?? id]);
  const named = Array.from(nodes.values()).flatMap(({ id, hasId }) => (hasId ? [id] : []));
  const assessable = named.filter((id) => nodes.get(id)?.assessable);
  return {
    title: listOf(
      standards.map(({ standard }) => standard.title),
      'or',
    ),
    acknowledgement: [...new Set(standards.map(({ standard }) => standard.acknowledgement))]
      .filter((words) => words !== '')
      .join(' '),
    names: {
      titles: standards.flatMap(({ standard }) => standard.names.titles),
      short: standards.flatMap(({ standard }) => standard.names.short),
    },
    roots: standards.flatMap(({ standard }) => standard.roots),
    nodes: new Found(nodes, canonical),
    elements: standards.flatMap(({ standard }) => standard.elements),
    retired: new Found(retired, canonical),
    elementPattern: identifierPattern(written(assessable)),
    pattern: identifierPattern([...written(named), ...retired.keys(), ...owners.keys()]),
    several: {
      names,
      titles: new Map(standards.map(({ name, standard }) => [name, standard.names.titles])),
      canonical,
      candidates: (text) => (canonical(text) === undefined ? (owners.get(text) ?? []) : []),
      shortest: (id) => {
        const own = nodes.get(id)?.ownId;
        return own !== undefined && canonical(own) === id ? own : id;
      },
      writings: [...new Set([...named, ...retired.keys(), ...unique])],
    },
  };
}

/** By each ID as its standard has it, the IDs with names that it could be. A group without an ID has none. */
function ownersOf(standards: readonly StandardWithName[]): ReadonlyMap<string, readonly string[]> {
  const owners = new Map<string, string[]>();
  const note = (own: string, id: string): void => {
    const ids = owners.get(own);
    if (ids) ids.push(id);
    else owners.set(own, [id]);
  };
  for (const { name, standard } of standards) {
    for (const { ownId, id, hasId } of standard.nodes.values()) if (hasId) note(ownId, id);
    for (const id of standard.retired.keys()) note(id.slice(qualified(name, '').length), id);
  }
  return owners;
}

/** Found by what somebody wrote, too; gone through by what is known. */
class Found<Value> extends Map<string, Value> {
  readonly #canonical: (text: string) => string | undefined;

  constructor(entries: Iterable<readonly [string, Value]>, canonical: (text: string) => string | undefined) {
    super(entries);
    this.#canonical = canonical;
  }

  override get(text: string): Value | undefined {
    const id = this.#canonical(text);
    return id === undefined ? undefined : super.get(id);
  }

  override has(text: string): boolean {
    const id = this.#canonical(text);
    return id !== undefined && super.has(id);
  }
}
