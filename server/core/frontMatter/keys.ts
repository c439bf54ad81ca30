/** The one list of front matter keys. */
import type { KeyDescription } from '../yaml/keyDescription';

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

export const frontMatterKeys = [
  {
    key: 'title',
    description: 'What this piece of evidence is called. Without it, the first heading is used.',
  },
  {
    key: 'elements',
    description: 'The IDs of the elements of the standard that this evidence supports.',
    required: true,
  },
  {
    key: 'ref',
    description: "The portfolio's own number for this piece of evidence. No two files have the same.",
  },
  { key: 'kind', description: 'What sort of evidence this is.', values: kinds },
  { key: 'owner', description: 'The role or person who keeps this evidence up to date.' },
  {
    key: 'status',
    description: 'How far this evidence has come. No status counts as approved.',
    values: statuses,
  },
  {
    key: 'date',
    description:
      'The day on which the evidence was true, such as 2026-03-01. Not the day on which the file was saved.',
  },
  {
    key: 'review-by',
    description: 'The last day on which the evidence counts as current, such as 2027-03-01.',
  },
  {
    key: 'attachments',
    description: 'Files or web addresses that belong to this evidence. Paths start from this file’s folder.',
  },
] as const satisfies readonly KeyDescription[];
export type FrontMatterKey = (typeof frontMatterKeys)[number]['key'];
