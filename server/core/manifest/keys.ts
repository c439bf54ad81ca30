/** The one list of the keys of portfolio.yaml. Completion and hover are made from it, the schema is tested against it. */
import type { KeyDescription } from '../yaml/keyDescription';

/** What the links of a portfolio lead to. */
export const linkKinds = {
  files: 'Every path is that of a file. One that leads to no file is reported. This is the default.',
  pages:
    'Paths without an ending, with .html at the end or with / at the start are addresses of a website’s pages, and are not checked. Other paths are those of files.',
} as const;
export type LinkKind = keyof typeof linkKinds;

export const manifestKeys = [
  { key: 'title', description: 'What this portfolio is called.' },
  {
    key: 'standard',
    description:
      'The standard: the id of a built-in one, or the path of a standard file. For a part of it: { file: …, profile: … }.',
  },
  {
    key: 'standards',
    description:
      'Several standards instead of one: a short name for each, which files write before an ID, as in ISO:9.1.2.',
  },
  {
    key: 'mappings',
    description:
      'Files that say which elements of two of the standards ask for the same: where one lacks evidence, what stands for the other is shown.',
  },
  {
    key: 'language',
    description:
      'The language in which elements are shown, such as cy, where the standard has its words in several.',
  },
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
  {
    key: 'assignments',
    description: 'Who is to find evidence for an element, or for all below a heading of the standard.',
  },
  { key: 'rules', description: 'How severe the findings of each rule are.' },
  {
    key: 'keys',
    description: 'What your files call our front matter keys, such as { elements: satisfies }.',
  },
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
  {
    key: 'look-again',
    description:
      'From which day on the evidence for the element is to be looked at once more: evidence with an earlier date is reported.',
  },
  { key: 'changed', description: 'What has changed, so that the evidence is to be looked at once more.' },
] as const satisfies readonly KeyDescription[];
export type DecisionKey = (typeof decisionKeys)[number]['key'];
