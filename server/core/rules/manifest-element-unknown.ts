import { noSuchElement, suggestionOf } from '../standard/suggest';
import { manifestRule } from './rule';

export const manifestElementUnknown = manifestRule({
  code: 'manifest-element-unknown',
  severity: 'error',
  summary: 'portfolio.yaml names an element that the standard does not have.',
  check: ({ standard, source }, manifest) => {
    if (source.kind !== 'ready') return [];
    return [...manifest.decisions.values()].flatMap(({ id, span }) => {
      const node = standard.nodes.get(id);
      if (node?.assessable) return [];
      if (node)
        return [
          { span, message: `${id} is a ${node.level.toLowerCase()}. Decisions are about single elements.` },
        ];
      const { nodes, message } = noSuchElement(standard, id);
      return [nodes.length > 0 ? { span, message, suggestions: nodes.map(suggestionOf) } : { span, message }];
    });
  },
});
