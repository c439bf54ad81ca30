/** What a migration comes to, in words: the same on the command line and in the editor. */
import type { Portfolio } from '../portfolio/portfolio';
import { count } from '../../words/counts';
import type { Uri } from '../text/span';
import { isWithin } from '../text/uri';
import { compareNaturally } from '../text/naturalOrder';
import { lineStarts, positionAt } from '../text/lines';
import type { Clash } from './movedDecisions';
import type { Migration } from './migration';
import type { Occurrence, OccurrenceKind } from './occurrence';
import { choiceOf, goneOf, questionsOf, wordsBefore } from './questions';

export interface ReportSection {
  readonly title: string;
  readonly lines: readonly string[];
}

export interface MigrationReport {
  /** `From “Quality”, edition 2015, to “Quality”, edition 2026`. */
  readonly title: string;
  readonly sections: readonly ReportSection[];
  /** Something is left for a person to decide. */
  readonly isOpen: boolean;
  /** Number of files that are written, portfolio.yaml among them. */
  readonly files: number;
}

/** @param isWritten the files have been written already */
export function reportOf(portfolio: Portfolio, migration: Migration, isWritten: boolean): MigrationReport {
  const { editions, edits = [], clashes, occurrences } = migration;
  const sections = [
    section(isWritten ? 'Changed' : 'Would be changed', 'file', fileLines(portfolio, migration)),
    section(
      'Outside of this portfolio, where others may need the old IDs',
      'file',
      edits.flatMap(({ uri }) => (isWithin(portfolio.root, uri) ? [] : [portfolio.path(uri)])),
    ),
    section('IDs with another one in their place', 'ID', movedLines(migration)),
    section('To be decided before anything is written', 'ID', undecidedLines(migration)),
    section('Questions', 'ID', questionLines(portfolio, migration)),
    section('No longer in the standard, and left as they are', 'ID', goneLines(portfolio, migration)),
    section('Decisions that differ, and are left as they are', 'element', clashes.map(clashLine)),
    section('Left as it is, and to be looked at', 'place', leftLines(portfolio, occurrences)),
    section(
      'IDs in the words of files, which stay as they are',
      'file',
      mentionLines(portfolio, occurrences),
    ),
    section('Evidence to be looked at again', 'element', lookAgainLines(migration)),
    { title: 'The mapping between the editions', lines: mappingLines(portfolio, editions) },
  ].filter(({ lines }) => lines.length > 0);
  const isOpen =
    migration.undecided.length + clashes.length > 0 ||
    questionsOf(portfolio, migration).length + goneOf(migration).length > 0 ||
    leftLines(portfolio, occurrences).length > 0;
  return { title: titleOf(editions), sections, isOpen, files: edits.length };
}

const section = (title: string, noun: string, lines: readonly string[]): ReportSection => ({
  title: `${title}: ${count(lines.length, noun)}`,
  lines,
});

function titleOf({ standard: { from, to } }: Migration['editions']): string {
  const named = ({ title, edition }: typeof from): string =>
    `“${title}”${edition === '' ? '' : `, edition ${edition}`}`;
  return from === to
    ? `IDs of earlier editions in ${named(to)}`
    : `From ${named(from)}${from.edition === '' ? '' : ','} to ${named(to)}`;
}

const nouns: Readonly<Record<OccurrenceKind, string>> = {
  elements: 'element',
  heading: 'heading',
  link: 'link',
  action: 'action',
  group: 'heading of the plan',
  decision: 'decision',
  assignment: 'assignment',
  pair: 'ID of a mapping',
  text: 'mention',
};

function fileLines(portfolio: Portfolio, { edits = [], occurrences }: Migration): readonly string[] {
  return edits.map(({ uri }) => {
    const own = occurrences.filter((one) => one.uri === uri && one.to);
    const counts = Object.entries(nouns).flatMap(([kind, noun]) => {
      const number = own.filter((one) => one.kind === kind).length;
      return number === 0 ? [] : [plural(number, noun)];
    });
    const what = counts.length > 0 ? counts.join(', ') : 'what is said of the standard, or of evidence';
    return `${portfolio.path(uri)}: ${what}`;
  });
}

const plural = (number: number, noun: string): string =>
  noun.includes(' of ') ? count(number, noun, noun.replace(' of ', 's of ')) : count(number, noun);

function movedLines({ editions, occurrences }: Migration): readonly string[] {
  const moved = new Map<string, { to: readonly string[]; files: Set<Uri>; places: number }>();
  for (const { id, uri, to, kind } of occurrences) {
    if (!to || kind === 'link') continue;
    const key = `${id}\n${to.join('\n')}`;
    const known = moved.get(key) ?? { to, files: new Set<Uri>(), places: 0 };
    known.files.add(uri);
    moved.set(key, { ...known, places: known.places + 1 });
  }
  return [...moved]
    .sort(([left], [right]) => compareNaturally(left, right))
    .map(([key, { to, files, places }]) => {
      const [id = ''] = key.split('\n');
      const next = to.map((one) => {
        const choice = choiceOf(editions, one);
        return choice ? `${one}, “${choice.words}”` : one;
      });
      return `${id} becomes ${next.join(' and ')}: ${count(places, 'place')} in ${count(files.size, 'file')}`;
    });
}

const undecidedLines = ({ undecided, editions }: Migration): readonly string[] =>
  undecided.map((id) => {
    const before = wordsBefore(editions, id);
    const was = before === id ? '' : `was “${before}”, and `;
    const advice =
      editions.fateOf(id).kind === 'dropped'
        ? ' Nothing has taken its place: take it out of your files, or say what is meant instead.'
        : '';
    return `${id} ${was}is “${choiceOf(editions, id)?.words ?? ''}” now. What stays under it would count for that.${advice}`;
  });

function questionLines(portfolio: Portfolio, migration: Migration): readonly string[] {
  return questionsOf(portfolio, migration).map(({ id, kind, words, choices, files }) => {
    const said = {
      divided: 'has been divided',
      ambiguous: 'could be of more than one of the standards',
      shifted: 'stands for something else, of which the standard does not tell',
      mapped: 'is paired by the mapping with',
      lost: 'is not in this edition, which does not say why',
    }[kind];
    const options = choices
      .map((choice) => `${choice.id}, “${choice.words}”${choice.stands ? `, which ${choice.stands}` : ''}`)
      .join('; or ');
    return `${idWithWords(id, words)}${words === id ? ' ' : ', '}${said}: ${options}? It stays as it is in ${listed(files)}.`;
  });
}

/** Once the portfolio has moved, nobody knows the words of an ID that is gone. */
export const idWithWords = (id: string, words: string): string => (words === id ? id : `${id}, “${words}”`);

const listed = (files: readonly string[]): string =>
  files.length <= 4 ? files.join(', ') : `${files.slice(0, 3).join(', ')} and ${files.length - 3} more files`;

function goneLines(portfolio: Portfolio, migration: Migration): readonly string[] {
  return goneOf(migration).map(({ id, words, isSaid, occurrences }) => {
    const why = isSaid ? '' : ' (the standard does not say why)';
    return `${idWithWords(id, words)}${why}: ${listed(occurrences.map((one) => placeOf(portfolio, one)))}`;
  });
}

function clashLine({ to, decisions }: Clash): string {
  const each = decisions.map(({ id, values }) => {
    const said = Object.entries(values).map(([key, value]) => `${key} ${value}`);
    return `${id} (${said.length > 0 ? said.join(', ') : 'nothing'})`;
  });
  return `${to} would be said by ${each.join(' and ')}. Write one of them by hand.`;
}

function leftLines(portfolio: Portfolio, occurrences: readonly Occurrence[]): readonly string[] {
  return occurrences.flatMap((one) => {
    const { id, because, to } = one;
    if (to || because === undefined) return [];
    return [`${placeOf(portfolio, one)}: ${id === '' ? '' : `${id}. `}${because}`];
  });
}

function mentionLines(portfolio: Portfolio, occurrences: readonly Occurrence[]): readonly string[] {
  const byFile = new Map<Uri, Occurrence[]>();
  for (const one of occurrences)
    if (one.kind === 'text') byFile.set(one.uri, [...(byFile.get(one.uri) ?? []), one]);
  return [...byFile].map(([uri, own]) => {
    const lines = linesOf(textOf(portfolio, uri));
    const each = own.map(({ id, span }) => `${id} in line ${lines(span.start)}`);
    const shown = [...new Set(each)];
    const more = shown.length > 6 ? ` and ${shown.length - 6} more` : '';
    return `${portfolio.path(uri)}: ${shown.slice(0, 6).join(', ')}${more}`;
  });
}

const lookAgainLines = ({ editions, lookAgain }: Migration): readonly string[] =>
  lookAgain.map(({ id, changed }) => `${id}, “${choiceOf(editions, id)?.words ?? ''}”: ${changed}`);

function mappingLines(portfolio: Portfolio, { way }: Migration['editions']): readonly string[] {
  if (!way) return [];
  const { named, pairs, unknown } = way;
  const unsaid = named.saysRelations
    ? []
    : [
        'It does not say how its pairs stand to each other: an ID moves by itself where the pair is the only one on both sides.',
      ];
  const shown = `${unknown.slice(0, 8).join(', ')}${unknown.length > 8 ? ` and ${unknown.length - 8} more` : ''}`;
  return [
    `${portfolio.path(named.uri)}: ${count(pairs, 'pair')} of ${named.mapping.pairs.length}, with both IDs known`,
    ...unsaid,
    ...(unknown.length > 0 ? [`Not known on the side where they stand, and left out: ${shown}.`] : []),
    ...named.remarks,
  ];
}

const placeOf = (portfolio: Portfolio, { uri, span }: Occurrence): string =>
  `${portfolio.path(uri)}:${linesOf(textOf(portfolio, uri))(span.start)}`;

const textOf = ({ evidence, plans, manifest, parts }: Portfolio, uri: Uri): string => {
  const own = evidence.get(uri)?.text ?? plans.get(uri)?.text;
  if (own !== undefined) return own;
  const mapping = parts.mappingAt(uri);
  return manifest?.uri === uri ? manifest.text : mapping?.kind === 'read' ? mapping.text : '';
};

/** From offsets to lines, from 1. */
function linesOf(text: string): (offset: number) => number {
  const starts = lineStarts(text);
  return (offset) => positionAt(starts, offset).line + 1;
}
