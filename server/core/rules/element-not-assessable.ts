import { elementsBelow } from '../standard/suggest';
import { replaceReferenceAt } from '../evidence/elementEdits';
import { elementsRemoved, elementsReplaced, idAt, replacingElement } from './elementRemedies';
import { bySuggestions, changing } from './remedy';
import { evidenceRule } from './rule';

export const elementNotAssessable = evidenceRule({
  code: 'element-not-assessable',
  severity: 'error',
  summary: 'The ID of a group, such as a criterion, where an element is needed.',
  shared: 'every',
  check: ({ standard }, evidence) =>
    evidence.elements.flatMap(({ id, span }) => {
      const node = standard.nodes.get(id);
      if (!node || node.assessable) return [];
      const suggestions = elementsBelow(node, standard, evidence);
      const ids = suggestions.slice(0, 6).map(({ replacement }) => replacement);
      const advice =
        ids.length > 0
          ? ` Name one or more of its elements instead: ${ids.join(', ')}${suggestions.length > 6 ? ' …' : ''}.`
          : '';
      const name = node.title ? `${id}, “${node.title}”,` : id;
      return [
        {
          span,
          message: `${name} is a ${node.level.toLowerCase()} and not an element.${advice}`,
          suggestions,
        },
      ];
    }),
  remedy: {
    care: 'choice',
    least: 'plain',
    careOf: () => bySuggestions,
    // One of the elements below the group, or all of them.
    proposals: ({ standard }, evidence, problem) => {
      const { span, suggestions = [] } = problem;
      const id = idAt(evidence, span.start);
      const listed = new Set(evidence.elements.map((reference) => reference.id));
      const open = suggestions.filter(({ replacement }) => !listed.has(replacement));
      if (open.length === 0)
        return changing(
          evidence,
          suggestions.length === 0
            ? `Remove ${id}: there are no elements below it`
            : `Remove ${id}: its elements are all in the list`,
          elementsRemoved(evidence, [problem]),
          true,
        );
      const single = replacingElement(evidence, { ...problem, suggestions: open });
      if (open.length < 2) return single;
      const all = open.length === suggestions.length ? 'all' : 'the other';
      const below = new Set(open.map(({ replacement }) => replacement));
      const inOrder = standard.elements.flatMap((node) => (below.has(node.id) ? [node.id] : []));
      return [
        ...single,
        ...changing(
          evidence,
          `Replace with ${all} ${open.length} elements of ${id}`,
          replaceReferenceAt(evidence, span.start, inOrder),
        ),
      ];
    },
    together: (_, evidence, problems) => elementsReplaced(evidence, problems),
  },
});
