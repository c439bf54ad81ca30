import { textReferences } from '../evidence/elementsMeant';
import { entriesOf } from '../evidence/block';
import type { EvidenceFile } from '../evidence/evidence';
import type { Misplaced } from '../frontMatter/identifierList';
import { isByStandard } from '../frontMatter/identifierList';
import { details, invalidAt } from '../frontMatter/fields';
import type { Field } from '../yaml/fields';
import { plainly } from '../text/hiddenCharacters';
import type { Problem } from '../text/span';
import type { Lexicon } from '../standard/standard';
import { hiddenMessage, namesSeveral, severalMessage } from './elementTexts';
import { splitElements } from '../evidence/elementEdits';
import type { Portfolio } from '../portfolio/portfolio';
import { scalarEdit, singleText } from '../yaml/edits';
import { writingDate } from './dateRemedies';
import { certainTexts, separating, separations } from './elementRemedies';
import type { Edits, Proposal } from './remedy';
import { bySuggestions, changing, replacing, wordsReplaced } from './remedy';
import { evidenceRule } from './rule';

export const frontMatterValue = evidenceRule({
  code: 'front-matter-value',
  severity: 'error',
  summary: 'A value that cannot be right: an unknown status or kind, or a date that does not exist.',
  check: ({ standard, source }, evidence) => [
    ...evidence.misplaced.map((one) => misplacedProblem(standard, one)),
    ...(standard.several ? [] : namesWithoutStandards(evidence)),
    ...(source.kind === 'ready' ? severalIn(standard, evidence) : []),
    ...details.flatMap(({ field }) => problemOf(evidence.text, evidence[field])),
  ],
  remedy: {
    care: 'choice',
    least: 'safe',
    careOf: ({ standard }, evidence) => {
      const certain = certainTexts(standard, evidence);
      return (problem) =>
        isRun(evidence, problem) || certain.has(problem.span.start) ? 'safe' : bySuggestions(problem);
    },
    proposals: valueProposals,
    together: valuesMended,
  },
});

function misplacedProblem({ several }: Lexicon, { span, expected, meant }: Misplaced): Problem {
  const known = meant === undefined ? undefined : several?.canonical(meant);
  if (meant === undefined || known === undefined) return { span, message: `Write ${expected}.` };
  return {
    span,
    message: `With a blank behind the colon, this is a name with a value to YAML, and no ID. Write ${meant}.`,
    suggestions: [{ replacement: meant, label: meant }],
  };
}

const oneStandard =
  'This portfolio has one standard, so that its IDs stand below no name. Write a list of IDs, each on a line that starts with a dash. For several standards, portfolio.yaml says “standards”, with a name for each.';

/** IDs below names, where the portfolio has one standard and no name for it. */
const namesWithoutStandards = (evidence: EvidenceFile): readonly Problem[] =>
  entriesOf(evidence, 'elements').flatMap(({ value }) =>
    value.kind === 'map' && isByStandard(value) ? [{ span: value.span, message: oneStandard }] : [],
  );

function problemOf(text: string, field: Field<unknown>): readonly Problem[] {
  if (field.kind !== 'invalid' || field.isUnread) return [];
  const { span, expected, nearest } = field;
  if (nearest === undefined) return [{ span, message: `Write ${expected}.` }];
  const suggestions = [{ replacement: nearest, label: nearest }];
  const written = text.slice(span.start, span.end).replace(/^["']|["']$/g, '');
  if (plainly(written, true).trim() === nearest)
    return [{ span, message: hiddenMessage(written, nearest), suggestions }];
  return [{ span, message: `Did you mean “${nearest}”? Write ${expected}.`, suggestions }];
}

/** A text with several IDs in it, wherever it stands in the list. */
const severalIn = (standard: Lexicon, evidence: EvidenceFile): readonly Problem[] =>
  textReferences(standard, evidence).flatMap(({ reference: { id, span }, reading }) =>
    namesSeveral(reading) ? [{ span, message: severalMessage(id, reading) }] : [],
  );

function valueProposals(
  { standard }: Portfolio,
  evidence: EvidenceFile,
  problem: Problem,
): readonly Proposal[] {
  const { start } = problem.span;
  const [slip] = problem.suggestions ?? [];
  if (slip && evidence.misplaced.some(({ span }) => span.start === start))
    return changing(
      evidence,
      `Replace with ${slip.replacement}`,
      [{ span: problem.span, newText: slip.replacement }],
      true,
    );
  if (evidence.misplaced.some(({ span }) => span.start === start)) {
    const list = changing(evidence, 'Write these IDs as a list', splitElements(evidence), true);
    return list.length > 0 ? list : separating(standard, evidence, start);
  }
  if (evidence.elements.some(({ span }) => span.start === start))
    return separating(standard, evidence, start);
  if ((problem.suggestions ?? []).length > 0) return replacing(evidence, problem);
  // A list or a map is not one wrong word.
  if (singleText(evidence.text, problem.span) === undefined) return [];
  const detail = invalidAt(evidence, start);
  if (detail?.holds === 'day' || detail?.holds === 'lastDay') return writingDate(evidence, problem);
  return Object.keys(detail?.values ?? {}).flatMap((word) =>
    changing(evidence, `Replace with ${word}`, [scalarEdit(evidence.text, problem.span, word)]),
  );
}

/** Several IDs in a row that should be a list. */
const isRun = ({ misplaced, elements }: EvidenceFile, { span }: Problem): boolean =>
  misplaced.some((item) => item.span.start === span.start) &&
  elements.some((reference) => reference.span.start === span.start);

/** What has one remedy: words, a run of IDs as a list, texts with several IDs each on its own. */
function valuesMended({ standard }: Portfolio, evidence: EvidenceFile, problems: readonly Problem[]): Edits {
  const isSplit = problems.some((problem) => isRun(evidence, problem));
  const texts = isSplit ? new Map<number, never>() : separations(standard, evidence, problems);
  const others = problems.filter((problem) => !isRun(evidence, problem) && !texts.has(problem.span.start));
  const split = isSplit ? splitElements(evidence) : [];
  // The list of elements is another key than those with a wrong word.
  return split && [...[...texts.values()].flat(), ...(wordsReplaced(evidence, others) ?? []), ...split];
}
