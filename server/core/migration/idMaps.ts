/**
 * Maps of portfolio.yaml whose keys are IDs: at the top as they are known, below the name of a standard without that name.
 * Decisions may stand in either, and come to lie on one ID from both.
 */
import { qualified } from '../frontMatter/standardNames';
import type { Manifest } from '../manifest/manifest';
import type { YamlEntry, YamlMap } from '../yaml/nodes';
import type { Targets } from './answers';
import { targetsUnder } from './answers';
import type { Editions } from './editions';
import type { Clash, MovedDecisions } from './movedDecisions';
import { movedDecisions, told } from './movedDecisions';

export interface IdMap {
  readonly map: YamlMap;
  readonly under: string | undefined;
  /** Of the keys of this map, as they stand in it. */
  readonly targets: Targets;
}

export function mapsIn({ standards }: Manifest, value: YamlMap, targets: Targets): readonly IdMap[] {
  const named = new Set(standards.flatMap(({ name }) => name ?? []));
  const below = value.entries.flatMap(({ key, value: own }): readonly IdMap[] =>
    named.has(key.text) && own.kind === 'map'
      ? [{ map: own, under: key.text, targets: targetsUnder(key.text, targets) }]
      : [],
  );
  const entries = value.entries.filter(({ value: own }) => below.every(({ map }) => map !== own));
  return [{ map: { ...value, entries }, under: undefined, targets }, ...below];
}

export const inMap = (under: string | undefined, id: string): string =>
  under === undefined ? id : qualified(under, id);

interface Moves {
  readonly editions: Editions;
  /** IDs that become a part of one, with or without a decision. */
  readonly originsOf: (to: string) => readonly string[];
}

interface DecisionsInMaps {
  readonly decisions: readonly (IdMap & { readonly moved: MovedDecisions })[];
  readonly clashes: readonly Clash[];
}

/** Decisions of different maps that would come to lie on one ID stay in both, and are shown. */
export function decisionsInMaps(text: string, maps: readonly IdMap[], moves: Moves): DecisionsInMaps {
  const staying = new Set<YamlEntry>();
  const clashes: Clash[] = [];
  for (;;) {
    const decisions = maps.map((one) => ({ ...one, moved: movedIn(text, one, moves, staying) }));
    const found = clashesBetween(decisions, moves.editions);
    found.flatMap(({ moving }) => moving).forEach((entry) => staying.add(entry));
    clashes.push(...found.map(({ clash }) => clash));
    if (found.length === 0)
      return { decisions, clashes: [...decisions.flatMap(({ moved }) => moved.clashes), ...clashes] };
  }
}

const movedIn = (
  text: string,
  { map, under, targets }: IdMap,
  { editions, originsOf }: Moves,
  staying: ReadonlySet<YamlEntry>,
): MovedDecisions =>
  movedDecisions(
    text,
    map,
    targets,
    {
      othersAt: originsOf,
      isCurrent: (id) => editions.from.nodes.has(inMap(under, id)),
      named: (id) => inMap(under, id),
      before: (id) => editions.before(inMap(under, id)),
      after: (id) => editions.after(inMap(under, id)),
    },
    staying,
  );

interface ClashBetween {
  readonly clash: Clash;
  /** Those of its decisions that were to move. */
  readonly moving: readonly YamlEntry[];
}

interface Landed {
  readonly entry: YamlEntry;
  readonly under: string | undefined;
  readonly isMoving: boolean;
}

function clashesBetween(
  decisions: DecisionsInMaps['decisions'],
  { before, after }: Editions,
): readonly ClashBetween[] {
  const landing = new Map<string, Landed[]>();
  for (const { map, under, moved } of decisions)
    for (const entry of map.entries) {
      const goals = moved.moved.get(entry);
      for (const written of goals ?? [entry.key.text]) {
        const id = after(inMap(under, written));
        landing.set(id, [...(landing.get(id) ?? []), { entry, under, isMoving: goals !== undefined }]);
      }
    }
  return [...landing].flatMap(([to, landed]) => {
    const moving = landed.filter(({ isMoving }) => isMoving).map(({ entry }) => entry);
    const maps = new Set(landed.map(({ under }) => under));
    // What has been said of one element twice is said of it twice afterwards.
    const origins = new Set(landed.map(({ entry, under }) => before(inMap(under, entry.key.text))));
    if (moving.length === 0 || maps.size === 1 || origins.size === 1) return [];
    const all = landed.map(({ entry, under }) => told(entry, (id) => inMap(under, id)));
    return [{ clash: { to, decisions: all }, moving }];
  });
}
