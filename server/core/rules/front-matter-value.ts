import type { EvidenceFile } from '../evidence';
import type { Field } from '../fields';
import type { Problem } from '../model';
import type { EvidenceRule } from './rule';

export const frontMatterValue: EvidenceRule = {
  code: 'front-matter-value',
  on: 'evidence',
  severity: 'error',
  summary: 'A value that cannot be right: an unknown status or kind, or a date that does not exist.',
  check: (_, evidence) => [
    ...evidence.misplaced.map(({ span, expected }) => ({ span, message: `Write ${expected}.` })),
    ...fieldsOf(evidence).flatMap(problemOf),
  ],
};

const fieldsOf = ({
  title,
  ref,
  kind,
  owner,
  status,
  date,
  reviewBy,
  attachments,
}: EvidenceFile): readonly Field<unknown>[] => [title, ref, kind, owner, status, date, reviewBy, attachments];

function problemOf(field: Field<unknown>): readonly Problem[] {
  if (field.kind !== 'invalid' || field.isUnread) return [];
  const { span, expected, nearest } = field;
  if (nearest === undefined) return [{ span, message: `Write ${expected}.` }];
  const message = `Did you mean “${nearest}”? Write ${expected}.`;
  return [{ span, message, suggestions: [{ replacement: nearest, label: nearest }] }];
}
