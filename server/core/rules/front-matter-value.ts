import { textReferences } from '../evidence/elementsMeant';
import type { EvidenceFile } from '../evidence/evidence';
import type { Field } from '../yaml/fields';
import { plainly } from '../text/hiddenCharacters';
import type { Problem } from '../text/span';
import type { Standard } from '../standard/standard';
import { hiddenMessage, namesSeveral, severalMessage } from './elementTexts';
import { evidenceRule } from './rule';

export const frontMatterValue = evidenceRule({
  code: 'front-matter-value',
  severity: 'error',
  summary: 'A value that cannot be right: an unknown status or kind, or a date that does not exist.',
  check: ({ standard, source }, evidence) => [
    ...evidence.misplaced.map(({ span, expected }) => ({ span, message: `Write ${expected}.` })),
    ...(source.kind === 'ready' ? severalIn(standard, evidence) : []),
    ...fieldsOf(evidence).flatMap((field) => problemOf(evidence.text, field)),
  ],
});

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

function problemOf(text: string, field: Field<unknown>): readonly Problem[] {
  if (field.kind !== 'invalid' || field.isUnread) return [];
  const { span, expected, nearest } = field;
  if (nearest === undefined) return [{ span, message: `Write ${expected}.` }];
  const suggestions = [{ replacement: nearest, label: nearest }];
  const written = text.slice(span.start, span.end);
  if (
    plainly(written, true)
      .replace(/^["']|["']$/g, '')
      .trim() === nearest
  )
    return [{ span, message: hiddenMessage(written, nearest), suggestions }];
  return [{ span, message: `Did you mean “${nearest}”? Write ${expected}.`, suggestions }];
}

/** A text with several IDs in it, wherever it stands in the list. */
const severalIn = (standard: Standard, evidence: EvidenceFile): readonly Problem[] =>
  textReferences(standard, evidence).flatMap(({ reference: { id, span }, reading }) =>
    namesSeveral(reading) ? [{ span, message: severalMessage(id, reading) }] : [],
  );
