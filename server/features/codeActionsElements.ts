/** Quick fixes for findings about the elements that a file names. */
import { addElement, removeReferencesAt, replaceReferenceAt } from '../core/elementEdits';
import { clearDecision } from '../core/decisionEdits';
import { insertGuidance } from '../core/guidanceEdits';
import { shortWords } from '../core/standard';
import type { TextChange } from '../core/textChange';
import type { Fix, FixContext, Fixer } from './codeActionsContext';
import { fixHere, named } from './codeActionsContext';

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

/** `3.2.4 Accurate information`: writers put the words behind the ID. */
export const unknownElement: Fixer = (context, finding) => {
  const { evidence, portfolio, text } = context;
  const reference = evidence?.elements.find(({ span }) => span.start === finding.span.start);
  const [first] = reference ? portfolio.standard.elementPattern.find(reference.id) : [];
  if (!evidence || !reference || first?.span.start !== 0 || first.id === reference.id)
    return replaceElement(context, finding);
  const node = portfolio.standard.nodes.get(first.id);
  if (!node?.assessable || evidence.elements.some(({ id }) => id === first.id)) return [];
  // In a line of its own, the words can stay as a remark.
  const words = reference.id.slice(first.id.length).replace(/^[\s:–—-]+/, '');
  const { start, end } = reference.span;
  const isOnOwnLine = /^[ \t]*-[ \t]+$/.test(text.slice(text.lastIndexOf('\n', start - 1) + 1, start));
  const isPlain = text.slice(start, end) === reference.id && /^[^\r\n]+$/.test(words);
  const changes = replaceReferenceAt(evidence, start, [first.id]);
  const [change] = changes ?? [];
  if (!isOnOwnLine || !isPlain || !change)
    return fixHere(context, `Keep only the ID ${first.id}`, changes, true);
  const remark: TextChange = { ...change, newText: `${change.newText} # ${words}` };
  return fixHere(context, `Keep the ID ${first.id}, and “${words}” as a remark`, [remark], true);
};

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

/** The new ID, unless the list has it already. */
export const retiredElement: Fixer = (context, finding) => {
  const { evidence } = context;
  const [suggestion] = finding.suggestions ?? [];
  if (!suggestion || !evidence?.elements.some(({ id }) => id === suggestion.replacement))
    return replaceElement(context, finding);
  return fixHere(
    context,
    `Remove ${idAt(context, finding.span.start)}: ${suggestion.replacement}, which replaces it, is in the list`,
    removeReferencesAt(evidence, [finding.span.start]),
    true,
  );
};

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
            edits: [{ kind: 'change', uri: manifest.uri, text: manifest.text, changes: decision }],
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
