/**
 * The front matter keys, one entry for each: all that is said of a key and done with it follows from its entry.
 * The type of an evidence file, what is read, checked, kept and written (`fields.ts` and whoever asks it), completion,
 * hover and This File follow in code; the schema and the table in docs/portfolio-format.md with `npm run generate`.
 */
import type { KeyDescription } from '../yaml/keyDescription';
import type { Holding, ValueKind } from './values';
import { choice, day, identifiers, lastDay, ownIdentifiers, ownNumber, paths, person, text } from './values';

/** What an entry says of its key. How its values are read and shown hangs on the kind of value (`values.ts`). */
export interface FrontMatterEntry extends KeyDescription, Holding<ValueKind> {
  /** The property of an evidence file that has the value. */
  readonly field: string;
  /** The key in words, where it stands alone. */
  readonly label: string;
  /**
   * Coverage, its views, the history or the rules on portfolio.yaml ask for the value: they look again when it changes.
   * A test changes each value and looks whether they say something else.
   */
  readonly countsForCoverage: boolean;
  /** Evidence should have it: This File says how many of those are missing. */
  readonly isExpected: boolean;
  /** What no value stands for: a word of the list of values, or the first heading of the text. */
  readonly without?: { readonly countsAs: string } | 'heading';
  /** What the table in docs/portfolio-format.md says, in Markdown; the description where absent. */
  readonly page?: string;
}

export const statuses = {
  draft: 'Being written. It does not count as current evidence yet.',
  'in-review': 'Written, and waiting for approval. It does not count as current evidence yet.',
  approved: 'It counts as current evidence until its review date. No status means the same.',
  withdrawn: 'No longer used. It is left out of the coverage.',
} as const;
export type Status = keyof typeof statuses;

export const kinds = {
  document: 'A policy, procedure, plan, report or web page.',
  data: 'Figures, such as survey results or performance reports.',
  testimony: 'What customers, staff or partners say.',
  observation: 'What somebody saw, such as a visit or a mystery shopping exercise.',
} as const;
export type Kind = keyof typeof kinds;

/** In the order in which they are listed and written. */
export const frontMatterKeys = [
  {
    key: 'title',
    field: 'title',
    label: 'Title',
    description: 'What this piece of evidence is called. Without it, the first heading is used.',
    ...text,
    without: 'heading',
    countsForCoverage: true,
    isExpected: true,
  },
  {
    key: 'elements',
    field: 'elements',
    label: 'Elements',
    description: 'The IDs of the elements of the standard that this evidence supports.',
    page: 'The IDs of the elements of the standard that this evidence supports: one, a list in square brackets (`[3.2.4, 1.3.2]`), or one on each line with a dash.',
    ...identifiers,
    required: true,
    countsForCoverage: true,
    isExpected: true,
  },
  {
    key: 'strongest',
    field: 'strongest',
    label: 'Strongest for',
    description:
      'Those of the elements for which this is the best evidence there is: it comes first in all that an assessor reads.',
    page: 'Those of the elements for which this is the best evidence there is, one or a list. It comes first in the coverage and in all that an assessor reads.',
    ...ownIdentifiers,
    countsForCoverage: true,
    isExpected: false,
  },
  {
    key: 'ref',
    field: 'ref',
    label: 'Reference',
    description: "The portfolio's own number for this piece of evidence. No two files have the same.",
    page: 'The portfolio’s own number for this piece of evidence. No two files have the same.',
    ...ownNumber,
    countsForCoverage: false,
    isExpected: true,
  },
  {
    key: 'kind',
    field: 'kind',
    label: 'Kind',
    description: 'What sort of evidence this is.',
    page: 'What sort of evidence this is: `document`, `data`, `testimony` (what customers, staff or partners say) or `observation` (what somebody saw).',
    ...choice(kinds),
    countsForCoverage: false,
    isExpected: true,
  },
  {
    key: 'owner',
    field: 'owner',
    label: 'Owner',
    description: 'The role or person who keeps this evidence up to date.',
    ...person,
    countsForCoverage: true,
    isExpected: true,
  },
  {
    key: 'status',
    field: 'status',
    label: 'Status',
    description: 'How far this evidence has come. No status counts as approved.',
    page: 'How far the evidence has come: `draft`, `in-review`, `approved` or `withdrawn`. No status counts as approved.',
    ...choice(statuses),
    without: { countsAs: 'approved' },
    countsForCoverage: true,
    isExpected: true,
  },
  {
    key: 'date',
    field: 'date',
    label: 'Date',
    description:
      'The day on which the evidence was true, such as 2026-03-01. Not the day on which the file was saved.',
    page: 'The day on which the evidence was true, as year-month-day. Not the day on which the file was saved.',
    ...day,
    countsForCoverage: true,
    isExpected: true,
  },
  {
    key: 'review-by',
    field: 'reviewBy',
    label: 'Review by',
    description: 'The last day on which the evidence counts as current, such as 2027-03-01.',
    page: 'The last day on which the evidence counts as current. From the day after, it is overdue.',
    ...lastDay,
    countsForCoverage: true,
    isExpected: true,
  },
  {
    key: 'attachments',
    field: 'attachments',
    label: 'Attachments',
    description: 'Files or web addresses that belong to this evidence. Paths start from this file’s folder.',
    page: 'Files or web addresses that belong to this evidence. Paths start from the folder of the evidence file, and use `/` between folders.',
    ...paths,
    countsForCoverage: false,
    isExpected: false,
  },
  {
    key: 'where',
    field: 'where',
    label: 'Where',
    description: 'Where an assessor hears or sees this, such as “Eastfield Library, first floor”.',
    ...text,
    countsForCoverage: false,
    isExpected: false,
  },
  {
    key: 'when',
    field: 'when',
    label: 'When',
    description:
      'When an assessor hears or sees this, such as 2027-05-12 10:00-10:30; a time alone is one on the day of the assessment.',
    ...text,
    countsForCoverage: false,
    isExpected: false,
  },
] as const satisfies readonly FrontMatterEntry[];
export type FrontMatterKey = (typeof frontMatterKeys)[number]['key'];

/** An entry of that list. */
export interface KeyEntry extends FrontMatterEntry {
  readonly key: FrontMatterKey;
}

/** The entry of a key, as it is written; undefined for one that is not ours. */
export const entryNamed = (key: string): KeyEntry | undefined =>
  frontMatterKeys.find((entry: KeyEntry) => entry.key === key);

/** What a portfolio calls the keys. */
export interface KeyNames {
  /** By our key; a name in another one's map is a path: `compliance.controls`. Of keys that are called as here nothing. */
  readonly own: ReadonlyMap<FrontMatterKey, readonly string[]>;
  /** All that there are, in the order of their descriptions. */
  readonly ours: ReadonlySet<FrontMatterKey>;
  /** Equal for names that read all files alike; empty for ours. */
  readonly signature: string;
}

const ours: ReadonlySet<FrontMatterKey> = new Set(frontMatterKeys.map(({ key }) => key));

/** The keys as they are called without a word of the manifest. */
export const ourNames: KeyNames = { own: new Map(), ours, signature: '' };

export const keyNames = (own: ReadonlyMap<FrontMatterKey, readonly string[]>): KeyNames =>
  own.size === 0 ? ourNames : { own, ours, signature: JSON.stringify([...own].sort()) };
