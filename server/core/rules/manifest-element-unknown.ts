import { nearestWord } from '../editDistance';
import { suggestionOf } from '../suggest';
import type { ManifestRule } from './rule';

export const manifestElementUnknown: ManifestRule = {
  code: 'manifest-element-unknown',
  on: 'manifest',
  severity: 'error',
  summary: 'portfolio.yaml names an element that the standard does not have.',
  check: ({ standard, source }, manifest) => {
    if (source.kind !== 'ready') return [];
    const ids = standard.elements.map(({ id }) => id);
    return [...manifest.decisions.values()].flatMap(({ id, span }) => {
      const node = standard.nodes.get(id);
      if (node?.assessable) return [];
      if (node)
        return [
          { span, message: `${id} is a ${node.level.toLowerCase()}. Decisions are about single elements.` },
        ];
      const near = standard.nodes.get(standard.retired.get(id) ?? nearestWord(id, ids) ?? '');
      const advice = near ? ` Did you mean ${near.id}?` : '';
      const message = `${id} is not an element of ${standard.title}.${advice}`;
      return [near ? { span, message, suggestions: [suggestionOf(near)] } : { span, message }];
    });
  },
};
