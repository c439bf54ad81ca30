/** What the remedies for elements that a file names have in common. */
import { removeReferencesAt, replaceReferenceAt } from '../evidence/elementEdits';
import { textReferences } from '../evidence/elementsMeant';
import type { EvidenceFile } from '../evidence/evidence';
import type { SeparatedElements } from '../evidence/separateElements';
import { separatedElements } from '../evidence/separateElements';
import { identifiersInText } from '../standard/identifiersInText';
import { insertGuidance } from '../portfolio/guidanceEdits';
import type { Lexicon, StandardNode } from '../standard/standard';
import { shortWords } from '../standard/standard';
import type { Problem } from '../text/span';
import type { Edit } from '../text/edit';
import { qualified } from '../frontMatter/standardNames';
import { scalarEdit } from '../yaml/edits';
import { idsInWords } from './elementTexts';
import type { Edits, EditProposal, Proposal } from './remedy';
import { changing, named } from './remedy';

/** More choices than these are for completion. */
export const maximumChoices = 12;

export const idAt = ({ elements }: EvidenceFile, offset: number): string =>
  elements.find(({ span }) => span.start === offset)?.id ?? '';

/** Another ID in its place, as the finding suggests. */
export const replacingElement = (
  evidence: EvidenceFile,
  { span, suggestions = [] }: Problem,
): readonly Proposal[] =>
  suggestions
    .slice(0, maximumChoices)
    .flatMap(({ replacement, label }, at) =>
      changing(
        evidence,
        `Replace with ${named(replacement, label)}`,
        replaceReferenceAt(evidence, span.start, [replacement]),
        at === 0,
      ),
    );

/** Each ID of a value on its own: all of them; of a range that may be two IDs with a dash between, also those two. */
export function separating(standard: Lexicon, evidence: EvidenceFile, offset: number): readonly Proposal[] {
  const choices = (['all', 'ends'] as const).flatMap((range) => {
    const separated = separatedElements(standard, evidence, offset, range);
    return separated ? [{ ...separated, title: titleOfSeparation(separated) }] : [];
  });
  const [all, ends] = choices;
  const isCertain = identifiersInText(standard, idAt(evidence, offset)).isCertain;
  const isOne = !ends || ends.title === all?.title || isCertain;
  return (isOne ? choices.slice(0, 1) : choices).flatMap(({ edits, title }, at) =>
    changing(evidence, title, edits, at === 0),
  );
}

function titleOfSeparation({ ids, kept, lost }: SeparatedElements): string {
  const words = lost === '' ? '' : `, without “${shortened(lost)}”`;
  const remark = kept === '' ? '' : `, and “${shortened(kept)}” as a remark`;
  return ids.length === 1
    ? `Keep ${lost === '' ? 'the' : 'only the'} ID ${idsInWords(ids)}${remark}${words}`
    : `Write ${idsInWords(ids)} each on its own${remark}${words}`;
}

const shortened = (words: string): string => (words.length > 40 ? `${words.slice(0, 39)}…` : words);

/** @param offset where in the text; at the end of it where absent */
export const insertingGuidance = (
  evidence: EvidenceFile,
  node: StandardNode,
  offset?: number,
): readonly EditProposal[] =>
  changing(
    evidence,
    `Insert the guidance of ${named(node.id, shortWords(node))} as a task list`,
    insertGuidance(evidence, node, offset),
  );

/** Where values start of which nobody can doubt which IDs are meant. */
export const certainTexts = (standard: Lexicon, evidence: EvidenceFile): ReadonlySet<number> =>
  new Set(
    textReferences(standard, evidence).flatMap(({ reference, reading }) =>
      reading.isCertain ? [reference.span.start] : [],
    ),
  );

/**
 * By the place of a value, the edits after which its IDs stand alone. An ID that two values have is left to the first,
 * and the second stays as it is, with its words.
 */
export function separations(
  standard: Lexicon,
  evidence: EvidenceFile,
  problems: readonly Problem[],
): ReadonlyMap<number, readonly Edit[]> {
  const found = new Map<number, readonly Edit[]>();
  const texts = new Set(textReferences(standard, evidence).map(({ reference }) => reference.span.start));
  const taken = new Set<string>();
  for (const { span } of problems) {
    const separated = texts.has(span.start) ? separatedElements(standard, evidence, span.start) : undefined;
    if (!separated) continue;
    const isTaken = separated.ids.some((id) => taken.has(id));
    if (!isTaken) separated.ids.forEach((id) => taken.add(id));
    found.set(span.start, isTaken ? [] : separated.edits);
  }
  return found;
}

/** How an ID is written below a name; undefined below the name of another standard. */
export const below = (name: string, id: string): string | undefined =>
  id.startsWith(qualified(name, '')) ? id.slice(qualified(name, '').length) : undefined;

/** Other IDs in the place of some, the first that each finding suggests; what the list has already is taken out. */
export function elementsReplaced(evidence: EvidenceFile, problems: readonly Problem[]): Edits {
  const present = new Set(evidence.elements.map(({ id }) => id));
  const gone: number[] = [];
  const edits = problems.flatMap(({ span, suggestions: [suggestion] = [] }) => {
    if (!suggestion) return [];
    const isNew = !present.has(suggestion.replacement);
    present.add(suggestion.replacement);
    if (!isNew) gone.push(span.start);
    // In a row of IDs no quotation marks can stand.
    const isBare = evidence.misplaced.length > 0;
    if (isBare) return isNew ? [{ span, newText: suggestion.replacement }] : [];
    const under = evidence.elements.find((one) => one.span.start === span.start)?.under;
    const written = under === undefined ? suggestion.replacement : below(under, suggestion.replacement);
    return isNew && written !== undefined ? [scalarEdit(evidence.text, span, written)] : [];
  });
  return gone.length === 0 ? edits : [...edits, ...(removeReferencesAt(evidence, gone) ?? [])];
}

export const elementsRemoved = (evidence: EvidenceFile, problems: readonly Problem[]): Edits =>
  removeReferencesAt(
    evidence,
    problems.map(({ span }) => span.start),
  );
