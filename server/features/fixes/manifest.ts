/** Quick fixes for findings in portfolio.yaml. */
import { clearDecision, setDecision } from '../../core/manifest/decisionEdits';
import { nearestWord } from '../../core/text/editDistance';
import type { Decision } from '../../core/manifest/manifest';
import type { Finding } from '../../core/rules/finding';
import { severities } from '../../core/text/span';
import { shortWords } from '../../core/standard/standard';
import { valueOf } from '../../core/yaml/fields';
import { replacement, scalarEdit, singleText } from '../../core/yaml/edits';
import type { Fix, FixContext, Fixer } from './context';
import { fixByFile, fixHere, named } from './context';
import { dates, replaceWord } from './fields';
import { draftEvidence } from '../editing/draftEvidence';

export const manifestValue: Fixer = (context, finding) => {
  if ((finding.suggestions ?? []).length > 0) return replaceWord(context, finding);
  const { manifest, portfolio, text } = context;
  const written = singleText(text, finding.span);
  if (!manifest || written === undefined) return [];
  if (finding.span.start === startOf(manifest.standard) && portfolio.source.kind === 'absent') {
    const near = nearestWord(written, context.standards);
    return choices(context, finding, near === undefined ? context.standards : [near]);
  }
  const path = pathAt(context, finding.span.start);
  if (path.at(-1) === 'assessment-date') return dates(context, finding);
  if (path[0] === 'rules') return choices(context, finding, [...severities, 'off']);
  if (path[0] !== 'assessment' || path.length !== 3) return [];
  if (path[2] === 'applicable') return choices(context, finding, ['true', 'false']);
  const ratings = portfolio.standard.ratings.map(({ id }) => id);
  return choices(context, finding, path[2] === 'self' || path[2] === 'assessor' ? ratings : []);
};

const startOf = (field: { readonly kind: string; readonly span?: { readonly start: number } }) =>
  field.span?.start;

/** Words that need no quotation marks, true and off among them. */
const choices = (context: FixContext, { span }: Finding, words: readonly string[]): readonly Fix[] =>
  words.flatMap((word) => fixHere(context, `Replace with ${word}`, [replacement(context.text, span, word)]));

/** The keys that lead to the value at an offset. */
function pathAt({ manifest }: FixContext, offset: number): readonly string[] {
  const path: string[] = [];
  for (let entries = manifest?.entries ?? []; ;) {
    const entry = entries.find(({ value }) => value.span.start <= offset && offset < value.span.end);
    if (!entry) return path;
    path.push(entry.key.text);
    if (entry.value.kind !== 'map') return path;
    ({ entries } = entry.value);
  }
}

export const unknownDecision: Fixer = (context, { span, suggestions = [] }) =>
  suggestions.flatMap(({ replacement, label }, at) =>
    context.manifest?.decisions.has(replacement)
      ? []
      : fixHere(
          context,
          `Replace with ${named(replacement, label)}`,
          [scalarEdit(context.text, span, replacement)],
          at === 0,
        ),
  );

export const missingReason: Fixer = (context, { span }) => {
  const decision = decisionAt(context, span.start);
  const { manifest, portfolio } = context;
  if (!decision || !manifest) return [];
  const { id } = decision;
  const asked = askedReason(context, id, `Say why ${id} does not apply…`);
  const place =
    decision.reason.kind === 'absent'
      ? fixHere(
          context,
          `Add a “reason” to ${id}`,
          setDecision(manifest, portfolio.standard, id, { reason: '' }),
        )
      : [];
  return [
    ...(asked.length > 0 ? asked : place),
    ...fixHere(context, `Declare ${id} applicable again`, clearDecision(manifest, id, ['applicable'])),
  ];
};

/** Evidence to be written, or the word that none is needed. */
export const uncovered: Fixer = (context, { message, span }) => {
  const id = elementOf(context, message, span.start);
  return id === undefined ? [] : [...newEvidence(context, id), ...notApplicable(context, id)];
};

export const noEvidence: Fixer = (context, { message, span }) => {
  const id = elementOf(context, message, span.start);
  return id === undefined ? [] : newEvidence(context, id);
};

/** The element that a finding at the head of the manifest speaks of stands first in its message. */
function elementOf(context: FixContext, message: string, offset: number): string | undefined {
  const [first] = context.portfolio.standard.elementPattern.find(message);
  const said = first?.span.start === 0 ? first.id : undefined;
  return said ?? decisionAt(context, offset)?.id;
}

const decisionAt = ({ manifest }: FixContext, offset: number): Decision | undefined =>
  [...(manifest?.decisions.values() ?? [])].find(({ span }) => span.start === offset);

export function newEvidence(context: FixContext, element: string): readonly Fix[] {
  const { commands, portfolio } = context;
  const node = portfolio.standard.nodes.get(element);
  if (!node) return [];
  const title = `Create evidence for ${named(element, shortWords(node))}`;
  // Where a draft goes takes a look at all the evidence of its neighbours: that waits until one is chosen.
  const { createEvidence: command } = commands;
  if (command !== undefined)
    return [
      { title, edits: [], command: { title, command, arguments: [{ root: portfolio.root, element }] } },
    ];
  const draft = draftEvidence(portfolio, element);
  return draft ? [fixByFile(context, title, draft.uri, draft.text)] : [];
}

function notApplicable(context: FixContext, id: string): readonly Fix[] {
  const { manifest, portfolio } = context;
  const title = `Declare ${id} not applicable`;
  const asked = askedReason(context, id, `${title}…`);
  if (asked.length > 0 || !manifest) return asked;
  const reason = valueOf(portfolio.decision(id)?.reason ?? { kind: 'absent' });
  const values = { applicable: 'false', ...(reason === undefined ? { reason: '' } : {}) };
  return fixHere(context, title, setDecision(manifest, portfolio.standard, id, values));
}

/** Where the client can ask, it asks for the reason and does the rest. */
function askedReason({ commands, portfolio }: FixContext, element: string, title: string): readonly Fix[] {
  const { notApplicable: command } = commands;
  if (command === undefined) return [];
  return [{ title, edits: [], command: { title, command, arguments: [{ root: portfolio.root, element }] } }];
}
