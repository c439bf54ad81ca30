/** What columns may mean, kind of file by kind of file, as the lists show them. Nothing here knows VS Code. */
import type { AssessmentColumn, MatrixColumn, PlanColumnRole } from '../../server/lsp/protocol';
import type { Meaning } from './columnWords';

type Meanings<Role extends string> = readonly (Meaning & { readonly role: Role | null })[];

const reference = {
  role: 'ref',
  label: 'Reference',
  detail: 'Which element of the standard the row is about: 1.1.2',
} as const;
const notRead = { role: null, label: 'None of these', detail: 'It is not read' } as const;

export const planMeanings: Meanings<PlanColumnRole> = [
  { ...reference, detail: 'Which element of the standard the action is for: 1.1.2' },
  { role: 'action', label: 'Action', detail: 'What is to be done' },
  { role: 'responsibility', label: 'Responsibility', detail: 'Who does it: a role or a person' },
  { role: 'target', label: 'Target date', detail: 'When it is to be done' },
  { role: 'progress', label: 'Progress', detail: 'How far it is: not started, in progress, complete, 50%' },
  { role: 'comments', label: 'Comments', detail: 'Anything else that is said about it' },
  { role: null, label: 'A column of our own', detail: 'It is kept as it is, under its own name' },
];

export const matrixMeanings: Meanings<MatrixColumn> = [
  reference,
  { role: 'standard', label: 'Standard', detail: 'Whose element it is, where there are several standards' },
  { role: 'element', label: 'Element', detail: 'The words of the standard' },
  { role: 'guidance', label: 'Guidance', detail: 'What the standard says to it; it is not read' },
  {
    role: 'evidence',
    label: 'Evidence',
    detail: 'The documents that an assessor is shown, one or several in a cell',
  },
  { role: 'told', label: 'Tell me', detail: 'What an assessor is told, or sees on site' },
  { role: 'esRef', label: 'Number of the evidence', detail: 'ES 01: your own number for the document' },
  {
    role: 'toldRef',
    label: 'Number of what is told',
    detail: 'Your own number for what an assessor is told',
  },
  {
    role: 'kind',
    label: 'Kind',
    detail: 'Document, data, testimony or observation: what is shown, and what is told',
  },
  { role: 'owner', label: 'Owner', detail: 'Who keeps the evidence: a role or a person' },
  { role: 'status', label: 'Status', detail: 'Draft, in review, approved, withdrawn' },
  { role: 'date', label: 'Date', detail: 'When the evidence was true' },
  { role: 'reviewBy', label: 'Review by', detail: 'From the day after, it is overdue' },
  { role: 'where', label: 'Where to look', detail: 'A file, an address, a page: it becomes an attachment' },
  { role: 'notes', label: 'Notes', detail: 'Anything else; it becomes the text of the evidence' },
  { role: 'applies', label: 'Applies', detail: 'Yes or no: whether the element applies to you' },
  { role: 'reason', label: 'Reason', detail: 'Why the element does not apply' },
  {
    role: 'rating',
    label: 'Rating',
    detail: 'How the element is rated; an assessor’s sheet is imported as such',
  },
  notRead,
];

export const assessmentMeanings: Meanings<AssessmentColumn> = [
  reference,
  { role: 'element', label: 'Element', detail: 'The words of the standard; they are not read' },
  { role: 'show', label: 'Show me', detail: 'The documents that were shown; they are not read' },
  { role: 'tell', label: 'Tell me', detail: 'What was told or seen on site; it is not read' },
  { role: 'self', label: 'Your own rating', detail: 'How you rate yourselves' },
  { role: 'assessor', label: 'The assessor’s rating', detail: 'How the assessor rates the element' },
  { role: 'comment', label: 'The assessor’s comments', detail: 'What the assessor says to it' },
  { role: 'assessed', label: 'Date', detail: 'When the assessor looked' },
  notRead,
];
