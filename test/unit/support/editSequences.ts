/**
 * Sequences of edits told to an index, which is then held against one built afresh. A failure prints the seed and the
 * shortest sequence; run it again with `fc.assert(…, { seed, path })`.
 */
import { deepEqual, equal, ok } from 'node:assert/strict';
import fc from 'fast-check';
import type { RuleSettings } from '../../../server/core/index/check';
import { valueOf } from '../../../server/core/yaml/fields';
import type { Uri } from '../../../server/core/text/span';
import type { Finding } from '../../../server/core/rules/finding';
import type { Portfolio } from '../../../server/core/portfolio/portfolio';
import { displayTitle } from '../../../server/core/evidence/titleAndStanding';
import type { Fact, Delta, Held, PortfolioIndex } from '../../../server/core/index/portfolioIndex';
import type { Standard } from '../../../server/core/standard/standard';
import { isWithin } from '../../../server/core/text/uri';
import type { Content, IndexSetting } from './portfolioFiles';
import { dumpOf } from './dump';
import { apply, at, factOf, emptyIndex } from './portfolioFiles';

/** What an editor and a disk hold, as far as the index can know. */
export interface Model {
  readonly files: Map<Uri, Content>;
  folders: readonly Uri[];
  settings: RuleSettings;
  today: string;
  /** In which elements are shown, whatever the manifests say. */
  language?: string | undefined;
  readonly standards: readonly Standard[];
  /** Where everything is in one repository, evidence outside of the open folders may be shared. `also`: rules. */
  readonly setting: Pick<IndexSetting, 'repository' | 'also'>;
}

/** Changes the model and answers what the index is told of it. */
export type Step = (model: Model, index: PortfolioIndex) => readonly Fact[];

/** Prints as what it does. */
export interface Command {
  readonly name: string;
  readonly step: Step;
  readonly toString: () => string;
}

export const command = (name: string, step: Step): Command => ({ name, step, toString: () => name });

export const write = (path: string, content: Content | undefined): Step => {
  const uri = at(path);
  return ({ files }, index) => {
    if (content === undefined) files.delete(uri);
    else files.set(uri, content);
    return [factOf(index, uri, content)];
  };
};

/** Another name for the same text. */
export const renaming = (from: string, to: string): Command =>
  command(`rename ${from} to ${to}`, (model, index) => {
    const content = model.files.get(at(from));
    if (content === undefined || from === to) return [];
    return [...write(from, undefined)(model, index), ...write(to, content)(model, index)];
  });

/** A folder goes with all that is in it. */
export const deletingFolder = (path: string): Command =>
  command(`delete folder ${path}`, ({ files }, index) => {
    const folder = at(path);
    const inside = [...files.keys()].filter((uri) => isWithin(folder, uri));
    for (const uri of inside) files.delete(uri);
    const gone = new Set([...inside, ...index.placesWithin(folder), folder]);
    return [...gone].map((uri) => ({ kind: 'absent', uri }));
  });

export const opening = (paths: readonly string[]): Command =>
  command(`open folders ${JSON.stringify(paths)}`, (model) => {
    model.folders = paths.map(at);
    return [{ kind: 'folders', folders: model.folders }];
  });

export const setting = (rules: RuleSettings): Command =>
  command(`settings ${JSON.stringify(rules)}`, (model) => {
    model.settings = rules;
    return [{ kind: 'settings', rules }];
  });

export const onDay = (today: string): Command =>
  command(`today ${today}`, (model) => {
    model.today = today;
    return [{ kind: 'today', today }];
  });

export const inLanguage = (language: string | undefined): Command =>
  command(`language ${String(language)}`, (model) => {
    model.language = language;
    return [{ kind: 'language', language }];
  });

/** Files that come, change or go (undefined), told of together; or something else that happens. */
export type Happening = Readonly<Record<string, Content | undefined>> | Command;

export const commandsOf = (happening: Happening): readonly Command[] =>
  isCommand(happening)
    ? [happening]
    : Object.entries(happening).map(([path, content]) => command(`write ${path}`, write(path, content)));

const isCommand = (happening: Happening): happening is Command =>
  Object.values(happening).some((value: unknown) => typeof value === 'function');

export const writing = (
  paths: readonly string[],
  content: fc.Arbitrary<Content | undefined>,
): fc.Arbitrary<Command> =>
  fc
    .tuple(fc.constantFrom(...paths), content)
    .map(([path, value]) =>
      command(`write ${path} ${value === undefined ? 'nothing' : JSON.stringify(value)}`, write(path, value)),
    );

/** The commands of one batch reach the index together. */
export interface Batch {
  readonly commands: readonly Command[];
  /** What it holds back until it has been answered what it asks. */
  readonly held: Held;
}

export const sequencesOf = (commands: fc.Arbitrary<Command>): fc.Arbitrary<readonly Batch[]> =>
  fc.array(
    fc.record({
      commands: fc.array(commands, { minLength: 1, maxLength: 4 }),
      held: fc.constantFrom('nothing', 'findings', 'consequences', 'manifests'),
    }),
    { minLength: 1, maxLength: 8 },
  );

export interface Comparing {
  /** After each batch, and not after the last one only. */
  readonly isEachHeld?: boolean;
  /** The index that goes on with the next batch: the same one, or a copy. */
  readonly goesOn?: (index: PortfolioIndex) => PortfolioIndex;
  /** What has been built afresh for the same batches before, by how many of them had been told: filled here. */
  readonly afresh?: Map<number, string>;
}

/**
 * Holds the index after some batches of edits against one built afresh, and what it has told against what is there.
 * @returns the index, for who wants to see what has been tried
 */
export function checkSequence(
  batches: readonly Batch[],
  standards: readonly Standard[],
  setting: Model['setting'] = {},
  { isEachHeld = false, goesOn = (index) => index, afresh = new Map() }: Comparing = {},
): PortfolioIndex {
  const start = { folders: [at('p')], settings: {}, today: '2026-06-15' };
  const model: Model = { files: new Map(), ...start, standards, setting };
  let index = emptyIndex({ standards, today: model.today, ...setting });
  apply(index, [{ kind: 'folders', folders: model.folders }], model.files);
  const told = new Map<Uri, readonly Finding[]>();
  for (const [number, { commands, held }] of batches.entries()) {
    index = goesOn(index);
    const before = coverageShown(index);
    const plansBefore = plansShown(index);
    const current = index;
    const facts = commands.flatMap(({ step }) => step(model, current));
    const deltas = apply(index, facts, model.files, held);
    for (const { findings } of deltas) {
      for (const [uri, found] of findings) {
        if (found.length > 0) told.set(uri, found);
        else told.delete(uri);
      }
    }
    checkNamed(before, index, deltas);
    checkPlansNamed(plansBefore, index, deltas);
    if (isEachHeld || number === batches.length - 1) {
      const fresh = afresh.get(number) ?? dumpOf(builtAfresh(model));
      afresh.set(number, fresh);
      checkTold(told, index, fresh);
    }
  }
  return index;
}

/** The index holds what one built afresh holds, and has told of all that it has found. */
function checkTold(told: ReadonlyMap<Uri, readonly Finding[]>, index: PortfolioIndex, fresh: string): void {
  equal(dumpOf(index), fresh);
  deepEqual([...told.keys()].sort(), [...index.filesWithFindings()].sort());
  for (const [uri, found] of told) deepEqual(found, index.findings(uri), uri);
}

/** What views show of each portfolio. */
function coverageShown(index: PortfolioIndex): ReadonlyMap<Uri, string> {
  return new Map(index.portfolios().map((portfolio) => [portfolio.root, shown(portfolio)]));
}

function shown(portfolio: Portfolio): string {
  const { title, standard } = portfolio;
  const elements = standard.elements.map(({ id }) => [
    id,
    portfolio.coverage(id),
    portfolio
      .evidenceFor(id)
      .map((evidence) => [
        evidence.uri,
        displayTitle(evidence),
        valueOf(evidence.status),
        valueOf(evidence.reviewBy),
      ]),
  ]);
  return JSON.stringify([
    title,
    portfolio.standards.map((of) => [of.name, of.standard.id, of.profile, of.summary()]),
    elements,
  ]);
}

/** What views show of the plans of each portfolio. */
function plansShown(index: PortfolioIndex): ReadonlyMap<Uri, string> {
  return new Map(
    index
      .portfolios()
      .map(({ root, plans }) => [root, JSON.stringify([...plans].sort().map(([, { text }]) => text))]),
  );
}

function checkPlansNamed(
  before: ReadonlyMap<Uri, string>,
  index: PortfolioIndex,
  deltas: readonly Delta[],
): void {
  const after = plansShown(index);
  const named = new Set(deltas.flatMap((delta) => [...delta.plans, ...delta.coverage]));
  for (const root of new Set([...before.keys(), ...after.keys()]))
    ok(before.get(root) === after.get(root) || named.has(root), `The plans of ${root} changed unsaid.`);
}

function checkNamed(before: ReadonlyMap<Uri, string>, index: PortfolioIndex, deltas: readonly Delta[]): void {
  const after = coverageShown(index);
  const named = new Set(deltas.flatMap((delta) => [...delta.coverage]));
  for (const root of new Set([...before.keys(), ...after.keys()])) {
    ok(before.get(root) === after.get(root) || named.has(root), `The coverage of ${root} changed unsaid.`);
  }
}

function builtAfresh(model: Model): PortfolioIndex {
  const { files, folders, settings, today, language, standards, setting } = model;
  const index = emptyIndex({ standards, today, ...setting });
  const texts = [...files].map(([uri, content]) => factOf(index, uri, content));
  const frame: readonly Fact[] = [
    { kind: 'folders', folders },
    { kind: 'settings', rules: settings },
    { kind: 'language', language },
  ];
  apply(index, [...frame, ...texts], files);
  return index;
}
