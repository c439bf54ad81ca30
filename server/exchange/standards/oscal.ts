/**
 * OSCAL catalogues, and profiles that have been resolved to one:
 * https://pages.nist.gov/OSCAL-Reference/models/latest/catalog/
 */
import { ExchangeError } from '../parts/limits';
import { listAt, member, textAt, textFrom } from './data';
import type { DraftNode, Imported } from './draft';
import { deepest, draftNode, filled, mostNodes } from './draft';
import { someOf, withUniqueIds } from './ids';
import { controlNames } from './oscalNames';
import type { Names } from './oscalNames';
import type { Parameters } from './oscalProse';
import { linesOf, pointsIn, propertyOf, proseOf } from './oscalProse';
import { retiredIn } from './oscalRetired';
import { oneLine } from './plainProse';

/** Other documents of OSCAL, which are no standard. */
const others: Readonly<Record<string, string>> = {
  profile:
    'This is an OSCAL profile that only names controls of a catalogue. Import the catalogue, and give this file with --profile; or import the profile once it has been resolved to a catalogue.',
  'component-definition': 'This is an OSCAL component definition, which is no standard. Import the catalogue that it refers to.',
  'system-security-plan': 'This is an OSCAL system security plan, which is no standard. Import the catalogue that it refers to.',
  'assessment-plan': 'This is an OSCAL assessment plan, which is no standard.',
  'assessment-results': 'This is an OSCAL assessment result, which is no standard.',
  'plan-of-action-and-milestones': 'This is an OSCAL plan of action and milestones, which is no standard.',
  'mapping-collection': 'This is an OSCAL mapping between standards, and no standard itself. “standard import” makes a mapping file of it.',
}; // prettier-ignore

export const isOscal = (data: unknown): boolean =>
  ['catalog', ...Object.keys(others)].some((name) => member(member(data, name), 'metadata') !== undefined);

/** @throws ExchangeError where it is another document than a catalogue */
export function readOscal(data: unknown): Imported {
  const catalogue = member(data, 'catalog');
  if (catalogue === undefined) {
    const other = Object.keys(others).find((name) => member(data, name) !== undefined);
    throw new ExchangeError(others[other ?? ''] ?? 'There is no OSCAL catalogue in it.');
  }
  const metadata = member(catalogue, 'metadata');
  const names = controlNames(catalogue);
  const remarks: string[] = [...names.remarks];
  const reading: Reading = { names, parameters: names.parameters, left: new Map() };
  const children = withUniqueIds(nodesIn(catalogue, reading, 0), remarks);
  const { retired, remarks: withdrawn } = retiredIn(names);
  const isResolved = propertyOf(metadata, 'resolution-tool') !== '' || hasSource(metadata);
  const levels = levelsOf(catalogue);
  const publisher = publisherOf(metadata);
  return {
    kind: isResolved ? 'a resolved OSCAL profile' : 'an OSCAL catalogue',
    standard: {
      ...filled({
        edition: textAt(metadata, 'version'),
        publisher,
        source: sourceOf(metadata),
        acknowledgement: publisher === '' ? '' : `Text of the standard: ${publisher}.`,
        levels,
      }),
      title: oneLine(textAt(metadata, 'title')) || 'OSCAL catalogue',
      ...(retired.size > 0 ? { retired } : {}),
      children,
    },
    ids: new Map(names.controls.map((control) => [textAt(control, 'id'), names.idOf(control) ?? ''])),
    remarks: [...remarks, ...withdrawn, ...leftWords(reading.left)],
  };
}

interface Reading {
  readonly names: Names;
  readonly parameters: Parameters;
  /** Parts that are left out, by their name: IDs of the controls that have them. */
  readonly left: Map<string, string[]>;
}

const hasSource = (metadata: unknown): boolean =>
  listAt(metadata, 'links').some((link) => textAt(link, 'rel') === 'source-profile');

function nodesIn(parent: unknown, reading: Reading, depth: number): readonly DraftNode[] {
  if (depth > deepest) throw new ExchangeError(`It has more than ${deepest} levels.`);
  if (reading.names.count > mostNodes) throw new ExchangeError(`It has more than ${mostNodes} controls.`);
  const groups = listAt(parent, 'groups').flatMap((group) => groupNode(group, reading, depth));
  return [
    ...groups,
    ...listAt(parent, 'controls').flatMap((control) => controlNode(control, reading, depth)),
  ];
}

function groupNode(group: unknown, reading: Reading, depth: number): readonly DraftNode[] {
  const introduction = listAt(group, 'parts').flatMap((part) => pointsIn(reading.parameters, part));
  return [
    draftNode(
      {
        id: reading.names.idOf(group),
        title: oneLine(proseOf(reading.parameters, textAt(group, 'title'))),
        introduction,
        assessable: false,
      },
      nodesIn(group, reading, depth + 1),
    ),
  ];
}

function controlNode(control: unknown, reading: Reading, depth: number): readonly DraftNode[] {
  const children = nodesIn(control, reading, depth + 1);
  // Controls below one that was withdrawn are withdrawn, too, or they stay for themselves.
  if (reading.names.isWithdrawn(control)) return children;
  const id = reading.names.idOf(control) ?? '';
  const { parameters } = reading;
  const parts = listAt(control, 'parts');
  const of = (purpose: Purpose): readonly unknown[] =>
    parts.filter((part) => purposeOf(textAt(part, 'name')) === purpose);
  for (const part of of('left')) {
    const name = textAt(part, 'name');
    const ids = reading.left.get(name);
    if (ids) ids.push(id);
    else reading.left.set(name, [id]);
  }
  return [
    draftNode(
      {
        id,
        title: oneLine(proseOf(parameters, textAt(control, 'title'))),
        text: of('text')
          .flatMap((part) => linesOf(parameters, part))
          .join('\n')
          .trim(),
        introduction: of('introduction').flatMap((part) => pointsIn(parameters, part)),
        guidance: of('guidance').flatMap((part) => pointsIn(parameters, part)),
        related: relatedTo(control, reading.names),
        ...(children.length > 0 ? { assessable: true } : {}),
      },
      children,
    ),
  ];
}

type Purpose = 'text' | 'introduction' | 'guidance' | 'left';

function purposeOf(name: string): Purpose {
  if (/^(?:statement|item|requirement|description)$/i.test(name)) return 'text';
  if (/^(?:overview|purpose|introduction|instruction|rationale|objective-statement)$/i.test(name))
    return 'introduction';
  return /guidance|discussion|information|example|note|implementation|evidence/i.test(name)
    ? 'guidance'
    : 'left';
}

const relatedTo = (control: unknown, names: Names): readonly string[] => [
  ...new Set(
    listAt(control, 'links').flatMap((link) => {
      if (!['related', 'required'].includes(textAt(link, 'rel'))) return [];
      const target = names.targetOf(textAt(link, 'href'));
      return target === undefined || names.isWithdrawn(target) ? [] : (names.idOf(target) ?? []);
    }),
  ),
];

/** Who has published it: by the role, else the one organisation that is named. */
function publisherOf(metadata: unknown): string {
  const parties = listAt(metadata, 'parties');
  const nameOf = (uuid: unknown): string =>
    textAt(
      parties.find((party) => textAt(party, 'uuid') === uuid),
      'name',
    );
  for (const role of ['publisher', 'creator', 'prepared-by']) {
    const found = listAt(metadata, 'responsible-parties').find((party) => textAt(party, 'role-id') === role);
    const name = listAt(found, 'party-uuids')
      .map(textFrom)
      .map(nameOf)
      .find((own) => own !== '');
    if (name) return name;
  }
  const [only, ...more] = parties.filter((party) => textAt(party, 'type') === 'organization');
  return more.length === 0 ? textAt(only, 'name') : '';
}

function sourceOf(metadata: unknown): string {
  const [version, day] = [textAt(metadata, 'oscal-version'), textAt(metadata, 'last-modified').slice(0, 10)];
  return `Imported from OSCAL${version ? ` ${version}` : ''}${day ? `, last modified ${day}` : ''}.`;
}

/** What the levels are called, from the top, as far as all that stands at one of them is called the same. */
function levelsOf(catalogue: unknown): readonly string[] {
  const found: Set<string>[] = [];
  const visit = (parent: unknown, depth: number, isControl: boolean): void => {
    if (depth > deepest) return;
    for (const group of listAt(parent, 'groups')) {
      (found[depth] ??= new Set()).add(wordOf(textAt(group, 'class')) || 'Group');
      visit(group, depth + 1, false);
    }
    for (const control of listAt(parent, 'controls')) {
      (found[depth] ??= new Set()).add(isControl ? 'Control enhancement' : 'Control');
      visit(control, depth + 1, true);
    }
  };
  visit(catalogue, 0, false);
  const end = found.findIndex((words) => words.size !== 1);
  return (end < 0 ? found : found.slice(0, end)).flatMap((words) => [...words]);
}

/** `family` is a word for people, `SP800-53` is none. */
const wordOf = (name: string): string =>
  /^[\p{L} -]{3,30}$/u.test(name) ? name.charAt(0).toUpperCase() + name.slice(1).replaceAll('-', ' ') : '';

const leftWords = (left: ReadonlyMap<string, readonly string[]>): readonly string[] =>
  [...left].map(
    ([name, ids]) =>
      `Parts called “${name || 'nothing'}” are left out: ${ids.length} of them, at ${someOf([...new Set(ids)], 4)}.`,
  );
