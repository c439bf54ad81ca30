/** Quick fixes for findings about the elements that a file names. */
import type { EvidenceFile } from '../../core/evidence/evidence';
import { addElement, removeReferencesAt, replaceReferenceAt } from '../../core/evidence/elementEdits';
import { clearDecision } from '../../core/manifest/decisionEdits';
import { insertGuidance } from '../../core/portfolio/guidanceEdits';
import { shortWords } from '../../core/standard/standard';
import { identifiersInText } from '../../core/standard/identifiersInText';
import { idsInWords, listedTwin } from '../../core/rules/elementTexts';
import type { SeparatedElements } from '../../core/evidence/separateElements';
import { separatedElements } from '../../core/evidence/separateElements';
import type { Standard } from '../../core/standard/standard';
import type { Fix, FixContext, Fixer } from './context';
import { fixHere, named } from './context';

/** More choices than these are for completion. */
const maximumChoices = 12;

/** Another ID in its place, as the finding suggests. */
export const replaceElement: Fixer = (context, { span, suggestions = [] }) =>
  suggestions
    .slice(0, maximumChoices)
    .flatMap(({ replacement, label }, at) =>
      fixHere(
        context,
        `Replace with ${named(replacement, label)}`,
        context.evidence && replaceReferenceAt(context.evidence, span.start, [replacement]),
        at === 0,
      ),
    );

/** The ID alone, where the value has more in it; else another one in its place. */
export const unknownElement: Fixer = (context, finding) => {
  const { evidence, portfolio } = context;
  const { start } = finding.span;
  const id = idAt(context, start);
  const [suggestion] = finding.suggestions ?? [];
  const listed = listedTwin(portfolio.standard, evidence, id);
  if (listed !== undefined)
    return fixHere(
      context,
      `Remove “${id}”: ${listed} is in the list already`,
      evidence && removeReferencesAt(evidence, [start]),
      true,
    );
  const alone = suggestion && hasMore(portfolio.standard, id) ? separate(context, start) : [];
  return alone.length > 0 ? alone : replaceElement(context, finding);
};

/** The ID stands in a text with something else, however little. */
const hasMore = (standard: Standard, id: string): boolean =>
  identifiersInText(standard, id).parts.filter(({ isKnown }) => isKnown).length > 0;

/** Each ID of a value on its own: all of them; of a range that may be two IDs with a dash between, also those two. */
export function separate(context: FixContext, offset: number): readonly Fix[] {
  const { evidence, portfolio } = context;
  if (!evidence) return [];
  const choices = (['all', 'ends'] as const).flatMap((range) => {
    const separated = separatedElements(portfolio.standard, evidence, offset, range);
    return separated ? [{ ...separated, title: titleOfSeparation(separated) }] : [];
  });
  const [all, ends] = choices;
  const isOne = !ends || ends.title === all?.title || isCertainAt(context, offset);
  return (isOne ? choices.slice(0, 1) : choices).flatMap(({ edits, title }, at) =>
    fixHere(context, title, edits, at === 0),
  );
}

const isCertainAt = (context: FixContext, offset: number): boolean =>
  identifiersInText(context.portfolio.standard, idAt(context, offset)).isCertain;

function titleOfSeparation({ ids, kept, lost }: SeparatedElements): string {
  const words = lost === '' ? '' : `, without “${shortened(lost)}”`;
  const remark = kept === '' ? '' : `, and “${shortened(kept)}” as a remark`;
  return ids.length === 1
    ? `Keep ${lost === '' ? 'the' : 'only the'} ID ${idsInWords(ids)}${remark}${words}`
    : `Write ${idsInWords(ids)} each on its own${remark}${words}`;
}

const shortened = (words: string): string => (words.length > 40 ? `${words.slice(0, 39)}…` : words);

/** One of the elements below the group, or all of them. */
export const notAssessable: Fixer = (context, finding) => {
  const { evidence } = context;
  if (!evidence) return [];
  const id = evidence.elements.find(({ span }) => span.start === finding.span.start)?.id ?? '';
  const listed = new Set(evidence.elements.map((reference) => reference.id));
  const open = (finding.suggestions ?? []).filter(({ replacement }) => !listed.has(replacement));
  const below = open.map(({ replacement }) => replacement);
  const inOrder = context.portfolio.standard.elements.flatMap((node) =>
    below.includes(node.id) ? [node.id] : [],
  );
  if (below.length === 0)
    return fixHere(
      context,
      `Remove ${id}: its elements are all in the list`,
      removeReferencesAt(evidence, [finding.span.start]),
      true,
    );
  const all = below.length === (finding.suggestions ?? []).length ? 'all' : 'the other';
  return [
    ...replaceElement(context, { ...finding, suggestions: open }),
    ...(below.length < 2
      ? []
      : fixHere(
          context,
          `Replace with ${all} ${below.length} elements of ${id}`,
          replaceReferenceAt(evidence, finding.span.start, inOrder),
        )),
  ];
};

/** The new ID, unless the list has it already; of several, each or all. */
export const retiredElement: Fixer = (context, finding) => {
  const { evidence } = context;
  const [suggestion, ...others] = finding.suggestions ?? [];
  if (evidence && others.length > 0) return dividedElement(context, evidence, finding);
  if (!suggestion || !evidence?.elements.some(({ id }) => id === suggestion.replacement))
    return replaceElement(context, finding);
  return fixHere(
    context,
    `Remove ${idAt(context, finding.span.start)}: ${suggestion.replacement}, which replaces it, is in the list`,
    removeReferencesAt(evidence, [finding.span.start]),
    true,
  );
};

/** An ID that has become several, of which this evidence may be for one, some or all. */
function dividedElement(
  context: FixContext,
  evidence: EvidenceFile,
  { span, suggestions = [] }: Parameters<Fixer>[1],
): readonly Fix[] {
  const open = suggestions.filter(
    ({ replacement }) => !evidence.elements.some(({ id }) => id === replacement),
  );
  const id = idAt(context, span.start);
  if (open.length === 0)
    return fixHere(
      context,
      `Remove ${id}: all that it has become is in the list`,
      removeReferencesAt(evidence, [span.start]),
    );
  const each = open
    .slice(0, maximumChoices)
    .flatMap(({ replacement, label }) =>
      fixHere(
        context,
        `Replace with ${named(replacement, label)}`,
        replaceReferenceAt(evidence, span.start, [replacement]),
      ),
    );
  if (open.length === 1) return each;
  const ids = open.map(({ replacement }) => replacement);
  return [
    ...each,
    ...fixHere(
      context,
      `Replace with all ${open.length} that ${id} has become`,
      replaceReferenceAt(evidence, span.start, ids),
    ),
  ];
}

export const duplicateElement: Fixer = (context, { span }) =>
  fixHere(
    context,
    `Remove ${idAt(context, span.start)} here: it is in the list already`,
    context.evidence && removeReferencesAt(context.evidence, [span.start]),
    true,
  );

export const unquotedElement: Fixer = (context, { span }) =>
  fixHere(
    context,
    `Put quotation marks around ${idAt(context, span.start)}`,
    [{ span, newText: JSON.stringify(idAt(context, span.start)) }],
    true,
  );

export const notApplicableElement: Fixer = (context, { span }) => {
  const { evidence, portfolio } = context;
  const id = idAt(context, span.start);
  const { manifest } = portfolio;
  const decision = manifest && clearDecision(manifest, id, ['applicable', 'reason']);
  const applies: readonly Fix[] =
    manifest && decision && decision.length > 0
      ? [
          {
            title: `Declare ${id} applicable again, in portfolio.yaml`,
            edits: [{ kind: 'edit', uri: manifest.uri, text: manifest.text, edits: decision }],
          },
        ]
      : [];
  return [
    ...fixHere(
      context,
      `Remove ${id} from this file`,
      evidence && removeReferencesAt(evidence, [span.start]),
    ),
    ...applies,
  ];
};

export const unlistedHeading: Fixer = (context, { suggestions = [] }) =>
  suggestions.flatMap(({ replacement, label }) =>
    fixHere(
      context,
      `Add ${named(replacement, label)}, to the elements of this file`,
      context.evidence && addElement(context.evidence, replacement),
      true,
    ),
  );

/** A text is begun with what its elements ask for. */
export const emptyBody: Fixer = (context) => {
  const { evidence, portfolio } = context;
  if (!evidence) return [];
  const nodes = evidence.elements.flatMap(({ id }) => portfolio.standard.nodes.get(id) ?? []);
  return [...new Set(nodes)]
    .filter(({ assessable, guidance }) => assessable && guidance.length > 0)
    .slice(0, 3)
    .flatMap((node) =>
      fixHere(
        context,
        `Insert the guidance of ${named(node.id, shortWords(node))} as a task list`,
        insertGuidance(evidence, node),
      ),
    );
};

const idAt = ({ evidence }: FixContext, offset: number): string =>
  evidence?.elements.find(({ span }) => span.start === offset)?.id ?? '';
