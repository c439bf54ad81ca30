/** A mapping held against the standards of a portfolio: which of them it speaks of, and which parts its IDs are. */
import type { MappedStandard, Mapping, Pair } from './mapping';
import type { Relation } from './relations';
import { converse } from './relations';
import { qualified } from '../frontMatter/standardNames';
import { isNamed, nodeNamed } from '../standard/retired';
import type { Standard, StandardNode } from '../standard/standard';
import { writtenAlike } from '../standard/writtenIdentifiers';
import type { Uri } from '../text/span';
import { joinPath, parentUri } from '../text/uri';

/** A standard of a portfolio, as far as a mapping asks. */
export interface MappableStandard {
  readonly name: string | undefined;
  readonly standard: Standard;
  readonly source: { readonly kind: string; readonly uri?: Uri };
}

/** A part of another standard that a mapping pairs with a part of this one. */
export interface PairedNode {
  readonly node: StandardNode;
  /** How this part stands to that one. */
  readonly relation: Relation;
  /** What the mapping says of it; may be empty. */
  readonly note: string;
  /** The mapping's file. */
  readonly uri: Uri;
}

/** By ID, as the portfolio knows it; read from both ends. */
export type Pairs = ReadonlyMap<string, readonly PairedNode[]>;

/** Nothing where one of the two is none of the standards, or both are one. @param uri of the mapping's file */
export function pairsAmong(standards: readonly MappableStandard[], mapping: Mapping, uri: Uri): Pairs {
  const found = new Map<string, PairedNode[]>();
  const [from, to] = bothMeant(standards, mapping, uri);
  if (!from || !to || from === to) return found;
  const note = (node: StandardNode, paired: PairedNode): void => {
    const there = found.get(node.id);
    if (!there) found.set(node.id, [paired]);
    else if (!there.some((one) => one.node === paired.node)) there.push(paired);
  };
  for (const pair of mapping.pairs) {
    const [one, other] = [nodeMeant(from, pair.from.text), nodeMeant(to, pair.to.text)];
    if (!one || !other) continue;
    note(one, { node: other, ...saidOf(pair, uri) });
    note(other, { node: one, ...saidOf({ ...pair, relation: converse(pair.relation) }, uri) });
  }
  return found;
}

const saidOf = ({ relation, note }: Pair, uri: Uri): Omit<PairedNode, 'node'> => ({ relation, note, uri });

export const bothMeant = (
  standards: readonly MappableStandard[],
  { from, to }: Mapping,
  uri: Uri,
): readonly [MappableStandard | undefined, MappableStandard | undefined] => [
  from && standardMeant(standards, from, uri),
  to && standardMeant(standards, to, uri),
];

/**
 * The standard that a mapping names: by the portfolio's name for it, its id, its file, or its title. Of several that are
 * called alike, the one of the edition that the mapping names.
 */
export function standardMeant(
  standards: readonly MappableStandard[],
  { name, edition }: MappedStandard,
  uri: Uri,
): MappableStandard | undefined {
  const isCalled = tests(name, uri).find((test) => standards.some(test));
  if (!isCalled) return undefined;
  const called = standards.filter(isCalled);
  return (edition === '' ? undefined : called.find((one) => isEdition(one, edition))) ?? called[0];
}

type Test = (one: MappableStandard) => boolean;

/** What says most of itself first: a name is the portfolio's own. */
const tests = (name: string, uri: Uri): readonly Test[] => [
  (one) => one.name === name,
  ({ standard }) => standard.id === name,
  ({ source }) => source.uri !== undefined && source.uri === besides(uri, name),
  (one) => one.name !== undefined && alike(one.name) === alike(name),
  (one) => titlesOf(one).some((title) => alike(title) === alike(name)),
];

/** In all of its languages, whichever is shown: a mapping is made for people with another one, too. */
export const titlesOf = ({ standard }: MappableStandard): readonly string[] => [
  standard.title,
  ...standard.names.titles,
];

/** The path of a file from the mapping's folder. */
const besides = (uri: Uri, path: string): Uri => joinPath(parentUri(uri), path.replaceAll('\\', '/'));

const alike = (words: string): string => words.toLowerCase().replace(/\s+/g, ' ').trim();

/** Whether a standard is of an edition: `2015`, `Rev. 5` and `Revision 5`, by their numbers where both have any. */
export function isEdition({ standard }: MappableStandard, edition: string): boolean {
  if (standard.edition === '') return false;
  if (alike(standard.edition) === alike(edition)) return true;
  const [own, other] = [numbersIn(standard.edition), numbersIn(edition)];
  return own !== '' && own === other;
}

const numbersIn = (words: string): string => (words.match(/\d+/g) ?? []).join('.');

/**
 * The ID of a standard, or of an earlier edition of it, that a mapping means. Publishers of mappings write IDs in their
 * own way (`ac-2.1` for `AC-2(1)`): what can be one only is that.
 */
export function idMeant({ name, standard }: MappableStandard, text: string): string | undefined {
  const whole = name === undefined ? text : qualified(name, text);
  const known = [whole, text].find((id) => isNamed(standard, id));
  if (known !== undefined) return known;
  const written = writtenAlike(standard, whole);
  return written.length === 1 ? written[0] : undefined;
}

/** The part of a standard that an ID of a mapping is; one that has replaced it, where it is retired. */
export const nodeMeant = (of: MappableStandard, text: string): StandardNode | undefined =>
  nodeNamed(of.standard, idMeant(of, text) ?? '');
