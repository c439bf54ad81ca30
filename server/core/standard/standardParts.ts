/** What stands in a standard's file beside its tree: ratings, profiles, the award, IDs of earlier editions. */
import type { YamlNode } from '../yaml/tree';
import { entryOf } from '../yaml/tree';
import type { Profile, Rating, Standard, StandardNode } from './standard';
import type { Report } from './standardShape';
import { awardKeys, checkKeys, isListOfTexts, namedKeys, textOf, textsOf } from './standardShape';

export const readRatings = (node: YamlNode | undefined, report: Report): readonly Rating[] =>
  readNamed(node, 'rating', 'A list of ratings is expected here, the best first.', report);

export const readProfiles = (node: YamlNode | undefined, report: Report): readonly Profile[] =>
  readNamed(node, 'profile', 'A list of profiles is expected here, each with an id and a title.', report);

/** A list of things with an ID and words, each of which may be just its ID. */
function readNamed(
  node: YamlNode | undefined,
  name: string,
  expected: string,
  report: Report,
): readonly Rating[] {
  if (!node || node.kind === 'empty') return [];
  if (node.kind !== 'list') {
    report(node.span, expected);
    return [];
  }
  return node.items.flatMap((item) => {
    if (item.kind === 'map') checkKeys(item, namedKeys, report);
    const id = item.kind === 'scalar' ? item.text : textOf(item, 'id');
    if (id === '') {
      report(item.span, `This ${name} has no id.`);
      return [];
    }
    return [{ id, title: textOf(item, 'title') || id, description: textOf(item, 'description') }];
  });
}

export function readAward(
  node: YamlNode | undefined,
  ratings: readonly Rating[],
  report: Report,
): Standard['award'] {
  if (!node || node.kind === 'empty') return undefined;
  if (node.kind === 'map') checkKeys(node, awardKeys, report);
  const rating = textOf(node, 'rating');
  const percent = Number(textOf(node, 'percent').trim() || NaN);
  if (ratings.some(({ id }) => id === rating) && percent >= 0 && percent <= 100) return { rating, percent };
  report(node.span, 'An award needs a rating from the list of ratings, and a percent from 0 to 100.');
  return undefined;
}

/**
 * IDs of earlier editions, each with the nodes that have taken its place: one, several or none. What has been replaced
 * more than once leads to where it has ended: A → B → C is A → C.
 */
export function readRetired(
  node: YamlNode | undefined,
  nodes: ReadonlyMap<string, StandardNode>,
  report: Report,
): Pick<Standard, 'retired' | 'reused'> {
  const retired = new Map<string, readonly string[]>();
  const reused = new Map<string, readonly string[]>();
  const all = { retired, reused };
  if (!node || node.kind === 'empty') return all;
  if (node.kind !== 'map') {
    report(node.span, 'Behind “retired”, “old ID: new ID” is expected.');
    return all;
  }
  const named = new Map<string, readonly string[]>();
  for (const { key, value } of node.entries) {
    if (value.kind === 'empty' || value.kind === 'scalar' || isListOfTexts(value))
      named.set(key.text, textsOf(value));
    else report(value.span, `Behind “${key.text}”, one ID or a list of IDs is expected.`);
  }
  const endsOf = endsIn(named, nodes);
  for (const { key } of node.entries) {
    const successors = named.get(key.text);
    if (!successors) continue;
    const { ends, lost } = endsOf(key.text);
    if (nodes.has(key.text)) {
      // An ID that stands for itself, and no other with it, has not changed its meaning.
      if (ends.length === 0 || ends.some((end) => end !== key.text)) reused.set(key.text, ends);
      continue;
    }
    const [first] = lost;
    if (first !== undefined)
      report(
        key.span,
        successors.includes(first)
          ? successors.length === 1
            ? `The id that replaces ${key.text} is not in the standard.`
            : `${first}, which is said to replace ${key.text}, is not in the standard.`
          : `${key.text} leads to ${first}, which is not in the standard.`,
      );
    if (first === undefined || ends.length > 0) retired.set(key.text, ends);
  }
  return all;
}

/** Where a chain ends: nodes that exist, and IDs that lead nowhere, or back to where they came from. */
interface Ends {
  readonly ends: readonly string[];
  readonly lost: readonly string[];
}

/**
 * Of each ID, where its chain ends. What is known of an ID further on is taken over where all of it leads to nodes: it
 * comes back to nothing then. So a chain of thousands is walked once, and not from each of its links.
 */
function endsIn(
  named: ReadonlyMap<string, readonly string[]>,
  nodes: ReadonlyMap<string, StandardNode>,
): (id: string) => Ends {
  const known = new Map<string, Ends>();
  const walk = (id: string): Ends => {
    const ends = new Set<string>();
    const lost = new Set<string>();
    const seen = new Set([id]);
    const waiting = [...(named.get(id) ?? [])];
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const further = named.get(next);
      const before = waiting.length === 0 ? known.get(next) : undefined;
      if (nodes.has(next)) ends.add(next);
      else if (!further || next === id) lost.add(next);
      else if (before?.lost.length === 0) for (const end of before.ends) ends.add(end);
      else if (!seen.has(next)) waiting.push(...further);
      seen.add(next);
    }
    return { ends: [...ends], lost: [...lost] };
  };
  // Each of them leads back to itself.
  const noteRing = (ids: readonly string[]): void => {
    for (const id of ids) known.set(id, { ends: [], lost: [id] });
  };
  return (id) => {
    // From the last link that leads to one ID alone back to the first.
    const chain = new Set([id]);
    for (let next = named.get(id); next?.length === 1;) {
      const [only = ''] = next;
      if (chain.has(only) && !nodes.has(only)) noteRing([...chain].slice([...chain].indexOf(only)));
      if (chain.has(only) || known.has(only) || nodes.has(only)) break;
      chain.add(only);
      next = named.get(only);
    }
    for (const link of [...chain].reverse())
      if (named.has(link) && !known.has(link)) known.set(link, walk(link));
    return known.get(id) ?? walk(id);
  };
}

/** IDs under `profiles` of a node that the standard does not list. */
export function checkProfiles(
  item: YamlNode,
  profiles: readonly Profile[],
  report: Report,
): readonly string[] {
  const value = entryOf(item, 'profiles')?.value;
  const named = value?.kind === 'list' ? value.items : value ? [value] : [];
  return named.flatMap((scalar) => {
    if (scalar.kind !== 'scalar') return [];
    if (profiles.some(({ id }) => id === scalar.text)) return [scalar.text];
    report(scalar.span, `“${scalar.text}” is not among the profiles of this standard.`);
    return [];
  });
}
