/** Renaming of a `ref` wherever it is cited. */
import type { Range, TextEdit } from 'vscode-languageserver-types';
import type { EvidenceFile } from '../../core/evidence/evidence';
import { setField } from '../../core/evidence/fieldEdits';
import { isHarmless } from '../../core/evidence/harmless';
import type { Uri } from '../../core/text/span';
import type { Portfolio } from '../../core/portfolio/portfolio';
import type { Edit } from '../../core/text/edit';
import type { Cursor } from '../text/identifierAt';
import { rangesIn, toRange } from '../text/range';
import type { RefSubject } from './subjectAt';
import { citationsIn, subjectAt } from './subjectAt';
import { oneLine } from '../../words/oneLine';

/** Why something cannot be renamed, for people. */
export interface Refusal {
  readonly refusal: string;
}

export type RefAt = { readonly range: Range; readonly placeholder: string } | Refusal;

/** What would be renamed at a place. */
export function prepareRename(portfolio: Portfolio, cursor: Cursor): RefAt {
  const subject = refUnder(portfolio, cursor);
  if ('refusal' in subject) return subject;
  const { start, end } = subject.span;
  // Without quotation marks, which stay.
  const quote = /^["']/.test(cursor.text.slice(start, end)) ? 1 : 0;
  const range = toRange(cursor.text, { start: start + quote, end: end - quote });
  return { range, placeholder: subject.ref };
}

export type Renaming = { readonly edits: ReadonlyMap<Uri, TextEdit[]> } | Refusal;

/** The edits that give a piece of evidence another ref, in its front matter and in all texts that cite it. */
export function renameRef(portfolio: Portfolio, cursor: Cursor, name: string): Renaming {
  const subject = refUnder(portfolio, cursor);
  if ('refusal' in subject) return subject;
  const ref = oneLine(name);
  if (ref === '') return { refusal: 'Type the new ref: it cannot be empty.' };
  const owners = portfolio.evidenceWithRef(subject.ref);
  const [other] = portfolio.evidenceWithRef(ref).filter((evidence) => !owners.includes(evidence));
  if (other)
    return { refusal: `The ref ${ref} is already used by ${portfolio.path(other.uri)}. Choose another one.` };
  return owners.length > 1
    ? renameOne(portfolio, cursor, subject, ref)
    : renameAll(portfolio, owners, subject, ref);
}

function refUnder(portfolio: Portfolio, cursor: Cursor): RefSubject | Refusal {
  const subject = subjectAt(portfolio, cursor);
  return subject?.kind === 'ref'
    ? subject
    : { refusal: 'Only a ref can be renamed: put the cursor on the value of “ref”, or on a mention of it.' };
}

function renameAll(
  portfolio: Portfolio,
  owners: readonly EvidenceFile[],
  subject: RefSubject,
  ref: string,
): Renaming {
  const edits = new Map<Uri, TextEdit[]>();
  for (const evidence of portfolio.evidence.values()) {
    const own = owners.includes(evidence) ? setField(evidence, 'ref', ref) : [];
    if (!own) return unsafe(portfolio, evidence);
    const cited = citationsIn(portfolio, evidence, subject.ref).map((span) => ({ span, newText: ref }));
    if (!isHarmless(evidence.uri, evidence.text, own)) return unsafe(portfolio, evidence);
    if (own.length + cited.length > 0) edits.set(evidence.uri, textEdits(evidence.text, [...own, ...cited]));
  }
  return { edits };
}

/** Where two files have one ref, nobody can know which of them a text means. */
function renameOne(portfolio: Portfolio, { uri }: Cursor, subject: RefSubject, ref: string): Renaming {
  const evidence = portfolio.evidence.get(uri);
  if (!subject.isOwn || !evidence)
    return {
      refusal: `Several files have the ref ${subject.ref}. Give each its own first: rename it where “ref” stands at the top of the file.`,
    };
  const own = setField(evidence, 'ref', ref);
  return own && isHarmless(uri, evidence.text, own)
    ? { edits: new Map([[uri, textEdits(evidence.text, own)]]) }
    : unsafe(portfolio, evidence);
}

const unsafe = (portfolio: Portfolio, { uri }: EvidenceFile): Refusal => ({
  refusal: `The block at the top of ${portfolio.path(uri)} has a mistake. Put that right first, then rename.`,
});

/** Changes of one text as the protocol's edits. */
export function textEdits(text: string, edits: readonly Edit[]): TextEdit[] {
  const range = rangesIn(text);
  return edits.map(({ span, newText }) => ({ range: range(span), newText }));
}
