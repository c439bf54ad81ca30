/**
 * The one list of front matter keys and of manifest keys. Schemas, completion, hover and the near-miss rule
 * are made from it or tested against it.
 */

export interface KeyDescription {
  readonly key: string;
  /** One sentence, for people. */
  readonly description: string;
  readonly required?: boolean;
  /** The values that the key accepts, where there is a closed list, each with what it means. */
  readonly values?: Readonly<Record<string, string>>;
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

/** What the links of a portfolio lead to. */
export const linkKinds = {
  files: 'Every path is that of a file. One that leads to no file is reported. This is the default.',
  pages:
    'Paths without an ending, with .html at the end or with / at the start are addresses of a website’s pages, and are not checked. Other paths are those of files.',
} as const;
export type LinkKind = keyof typeof linkKinds;

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

export const manifestKeys = [
  { key: 'title', description: 'What this portfolio is called.' },
  { key: 'standard', description: 'The standard: the id of a built-in one, or the path of a standard file.' },
  {
    key: 'include',
    description: 'Patterns of the files that belong to the portfolio. The default is every Markdown file.',
  },
  { key: 'exclude', description: 'Patterns of the files that do not belong to the portfolio.' },
  { key: 'assessment-date', description: 'The day of the assessment, such as 2027-05-12.' },
  {
    key: 'review-notice',
    description: 'How many days before its review date evidence is reported as due soon. The default is 60.',
  },
  {
    key: 'links',
    description: 'What the links in the text lead to: files of the portfolio, or pages of a website.',
    values: linkKinds,
  },
  { key: 'assessment', description: 'Decisions for each element: whether it applies, and how it is rated.' },
  { key: 'rules', description: 'How severe the findings of each rule are.' },
  { key: 'custom-keys', description: 'Further front matter keys that your evidence files use.' },
] as const satisfies readonly KeyDescription[];
export type ManifestKey = (typeof manifestKeys)[number]['key'];

export const decisionKeys = [
  {
    key: 'applicable',
    description: 'false where the element does not apply to you.',
    values: { true: 'The element applies.', false: 'The element does not apply. Give the reason.' },
  },
  { key: 'reason', description: 'Why the element does not apply.' },
  { key: 'self', description: 'How you rate yourselves.' },
  { key: 'assessor', description: 'How the assessor rates you.' },
  { key: 'comment', description: 'What the assessor, or you, say about it.' },
  {
    key: 'assessed',
    description: 'The day on which the assessor gave the rating and the comment, such as 2027-05-12.',
  },
] as const satisfies readonly KeyDescription[];
export type DecisionKey = (typeof decisionKeys)[number]['key'];
