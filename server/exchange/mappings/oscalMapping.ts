/**
 * Mapping collections of OSCAL 1.2, and of its drafts:
 * https://pages.nist.gov/OSCAL-Reference/models/latest/mapping/
 */
import { relationCalled } from '../../core/mapping/relations';
import type { Relation } from '../../core/mapping/relations';
import { ExchangeError } from '../parts/limits';
import { listAt, member, membersOf, textAt, textFrom } from '../standards/data';
import { someOf } from '../standards/ids';
import { oneLine } from '../standards/plainProse';
import type { DraftPair, ImportedMapping } from './draft';
import { mostPairs } from './draft';
import { relationOfParts, relationOfWholes } from './sets';

export const isOscalMapping = (data: unknown): boolean => member(data, 'mapping-collection') !== undefined;

/** @throws ExchangeError where no pair can be made of it */
export function readOscalMapping(data: unknown): ImportedMapping {
  const collection = member(data, 'mapping-collection');
  const metadata = member(collection, 'metadata');
  const all = severalAt(collection, 'mappings');
  const [first] = all;
  if (first === undefined) throw new ExchangeError('This OSCAL mapping has no mappings in it.');
  const ends = endsOf(first, collection);
  // Several of the same two standards are one; a file of ours has no place for others.
  const isMeant = (one: unknown): boolean => JSON.stringify(endsOf(one, collection)) === JSON.stringify(ends);
  const meant = all.filter(isMeant);
  const read: Reading = { unknown: new Map(), crowds: 0, statements: new Set(), left: new Map() };
  const pairs = meant.flatMap((one) => severalAt(one, 'maps').flatMap((map) => pairsIn(map, read)));
  for (const one of meant) countLeft(one, ['source-gap-summary', 'target-gap-summary'], read);
  return {
    kind: 'an OSCAL mapping',
    saysRelations: true,
    mapping: {
      title: oneLine(textAt(metadata, 'title')),
      publisher: '',
      source: sourceOf(metadata),
      acknowledgement: '',
      ...ends,
      pairs,
    },
    remarks: [
      ...(meant.length < all.length
        ? [
            `Mappings of other standards in the same file are left out: ${someOf(all.filter((one) => !isMeant(one)).map((one) => namesIn(endsOf(one, collection))))}.`,
          ]
        : []),
      ...remarksOf(read),
    ],
  };
}

/** Some programs write a single one without a list. */
function severalAt(data: unknown, name: string): readonly unknown[] {
  const list = listAt(data, name);
  return list.length === 0 && membersOf(member(data, name)).length > 0 ? [member(data, name)] : list;
}

interface Ends {
  readonly from: string;
  readonly to: string;
}

const namesIn = ({ from, to }: Ends): string => `${from} to ${to}`;

const endsOf = (mapping: unknown, collection: unknown): Ends => ({
  from: resourceName(member(mapping, 'source-resource'), collection, 'source'),
  to: resourceName(member(mapping, 'target-resource'), collection, 'target'),
});

/** The title of the resource, where the file has it; else the name of its file. */
function resourceName(resource: unknown, collection: unknown, usually: string): string {
  const href = textAt(resource, 'href');
  const known = href.startsWith('#')
    ? listAt(member(collection, 'back-matter'), 'resources').find((one) => `#${textAt(one, 'uuid')}` === href)
    : undefined;
  const title = oneLine(textAt(known, 'title'));
  if (title !== '') return title;
  const link = textAt(listAt(known, 'rlinks')[0], 'href') || (href.startsWith('#') ? '' : href);
  const file = link.split(/[?#]/)[0]?.split(/[\\/]/).filter(Boolean).at(-1) ?? '';
  return decoded(file).replace(/\.(?:json|ya?ml|xml)$/i, '') || usually;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

const sourceOf = (metadata: unknown): string => {
  const version = textAt(metadata, 'version');
  return `Imported from an OSCAL mapping${version === '' ? '' : `, version ${version}`}.`;
};

interface Reading {
  /** Relations that are none of ours, with how often. */
  readonly unknown: Map<string, number>;
  /** Maps between several parts. */
  crowds: number;
  /** Statements whose controls are named in their place. */
  readonly statements: Set<string>;
  /** Fields that there is no place for, with how often. */
  readonly left: Map<string, number>;
}

function pairsIn(map: unknown, read: Reading): readonly DraftPair[] {
  const relation = relationIn(map);
  if (relation.meant === undefined) {
    read.unknown.set(relation.written, (read.unknown.get(relation.written) ?? 0) + 1);
    return [];
  }
  const sources = itemsIn(map, 'sources', read);
  const targets = itemsIn(map, 'targets', read);
  countLeft(map, ['qualifiers', 'matching-rationale', 'confidence-score', 'coverage', 'props'], read);
  if (sources.length * targets.length > mostPairs)
    throw new ExchangeError('One of its maps has too many parts.');
  if (sources.length > 1 || targets.length > 1) read.crowds++;
  const own = relationOfParts(relation.meant, sources.length, targets.length);
  const note = oneLine(textAt(map, 'remarks'));
  return sources.flatMap((from) =>
    targets.map((to) => ({
      from: from.id,
      to: to.id,
      relation: relationOfWholes(own, { from: from.isStatement, to: to.isStatement }),
      note,
    })),
  );
}

/** A word, or in drafts of the format a map with the word behind `type`. */
function relationIn(map: unknown): { readonly meant: Relation | undefined; readonly written: string } {
  const value = member(map, 'relationship');
  const written = textFrom(value) || textAt(value, 'type');
  return { meant: relationCalled(written), written: written || 'none' };
}

interface Item {
  readonly id: string;
  readonly isStatement: boolean;
}

function itemsIn(map: unknown, name: string, read: Reading): readonly Item[] {
  return listAt(map, name).flatMap((item): readonly Item[] => {
    const id = textAt(item, 'id-ref');
    const control = /^(.+?)_(?:smt|stm)\b/.exec(id)?.[1];
    if (id === '') return [];
    if (textAt(item, 'type') !== 'statement' || control === undefined) return [{ id, isStatement: false }];
    read.statements.add(id);
    return [{ id: control, isStatement: true }];
  });
}

function countLeft(from: unknown, names: readonly string[], { left }: Reading): void {
  for (const [name] of membersOf(from)) if (names.includes(name)) left.set(name, (left.get(name) ?? 0) + 1);
}

function remarksOf({ unknown, crowds, statements, left }: Reading): readonly string[] {
  const counted = (all: ReadonlyMap<string, number>): string =>
    someOf(Array.from(all, ([name, number]) => `${name.replaceAll('-', ' ')} (${number})`));
  return [
    ...(unknown.size > 0
      ? [`Relations that are no relation of a mapping file are left out: ${counted(unknown)}.`]
      : []),
    ...(crowds > 0
      ? [
          `${crowds === 1 ? 'One entry is' : `${crowds} entries are`} about several parts together: each part by itself is a part of the whole, and the relations of the pairs say so.`,
        ]
      : []),
    ...(statements.size > 0
      ? [
          `Statements of controls have become pairs of their controls, with the relation that the control has then: ${someOf([...statements])}.`,
        ]
      : []),
    ...(left.size > 0 ? [`Left out: ${counted(left)}.`] : []),
  ];
}
