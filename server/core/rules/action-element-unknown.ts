import type { ActionPlan, PlanColumnRole } from '../plan/model';
import { nameMarkdown } from '../plan/escapeMarkdown';
import { cellMarkdown } from '../plan/print';
import { ambiguityOf } from '../standard/ambiguous';
import { replacementsOf, retiredAdvice, retiredWords } from '../standard/retired';
import { identifiersInText } from '../standard/identifiersInText';
import type { Lexicon } from '../standard/standard';
import { knownId } from '../standard/standard';
import { isBare } from '../standard/writtenIdentifiers';
import type { Problem } from '../text/span';
import { didYouMean, nearestElements, suggestionOf } from '../standard/suggest';
import { actionsWhere } from './planActions';
import { changing, named } from './remedy';
import { planRule } from './rule';

export const actionElementUnknown = planRule({
  code: 'action-element-unknown',
  severity: 'error',
  summary: 'An action for an ID that the standard does not have.',
  checkPlan: ({ standard, source }, plan) => {
    if (source.kind !== 'ready') return [];
    let asked = 0;
    const unknown = actionsWhere(plan, ({ id, idSpan: span, action, comments }) => {
      // A row about a criterion is a heading, or an action for all of it.
      if (standard.nodes.has(id) || ambiguityOf(standard, id)) return undefined;
      const replacements = replacementsOf(standard, id);
      if (replacements) {
        const message = `${retiredWords(id, replacements)} ${retiredAdvice(replacements)}`;
        return { span, message, suggestions: replacements.map(suggestionOf) };
      }
      // Each row asks for itself; beyond what a person could slip on, without its text.
      const body = ++asked > 100 ? '' : `${action?.text ?? ''}\n${comments?.text ?? ''}`;
      const suggestions = nearestElements(standard, { title: '', body, listed: new Set() })(id);
      const advice = didYouMean(suggestions) || ' Choose an ID from the list that completion offers.';
      return { span, message: `${id} is not an element of ${standard.title}.${advice}`, suggestions };
    });
    return [...unknown, ...rowsPassedOver(standard, plan)];
  },
  planRemedy: {
    care: 'choice',
    proposals: (_, plan, { span, suggestions = [] }) =>
      suggestions.flatMap(({ replacement, label }, at) =>
        changing(
          plan,
          `Change to ${named(replacement, label)}`,
          [{ span, newText: cellMarkdown(nameMarkdown(replacement)) }],
          at === 0,
        ),
      ),
  },
});

/** Who has it, by when and how far it is: a row that says any of it is no heading. */
const ofActions: readonly (PlanColumnRole | undefined)[] = ['responsibility', 'target', 'progress'];

/** Rows of an action whose reference holds the IDs of elements among other words, so that it is read as a heading. */
const rowsPassedOver = (standard: Lexicon, { tables }: ActionPlan): readonly Problem[] =>
  tables.flatMap(({ columns, rows }) => {
    const at = columns.findIndex(({ role }) => role === 'ref');
    return rows.flatMap(({ kind, cells }) => {
      const ref = cells[at];
      const isAction = cells.some(({ text }, column) => text !== '' && text !== ref?.text && ofActions.includes(columns[column]?.role)); // prettier-ignore
      if (kind !== 'heading' || !ref || !isAction) return [];
      const nodes = identifiersInText(standard, ref.text).parts.flatMap(({ id, isKnown }) => {
        const node = isKnown && !isBare(id) ? standard.nodes.get(knownId(standard, id)) : undefined;
        return node?.assessable === true ? [node] : [];
      });
      const [only] = nodes;
      if (!only) return [];
      const message =
        nodes.length === 1
          ? `“${ref.text}” has more in it than an ID, so nobody is reminded of this action. Write ${only.id} alone.`
          : `“${ref.text}” names ${nodes.length} elements, so nobody is reminded of this action. Write a row for each.`;
      return [{ span: ref.span, message, suggestions: nodes.length === 1 ? [suggestionOf(only)] : [] }];
    });
  });
