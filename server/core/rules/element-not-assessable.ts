import { elementsBelow } from '../standard/suggest';
import { evidenceRule } from './rule';

export const elementNotAssessable = evidenceRule({
  code: 'element-not-assessable',
  severity: 'error',
  summary: 'The ID of a group, such as a criterion, where an element is needed.',
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
});
