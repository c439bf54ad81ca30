import { noSuchElement, suggestionOf } from '../standard/suggest';
import { scalarEdit } from '../yaml/edits';
import { bySuggestions, changing, named, wordsReplaced } from './remedy';
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
  remedy: {
    care: 'choice',
    least: 'plain',
    careOf: () => bySuggestions,
    proposals: (_, manifest, { span, suggestions = [] }) =>
      suggestions.flatMap(({ replacement, label }, at) =>
        manifest.decisions.has(replacement)
          ? []
          : changing(
              manifest,
              `Replace with ${named(replacement, label)}`,
              [scalarEdit(manifest.text, span, replacement)],
              at === 0,
            ),
      ),
    together: (_, manifest, problems) => wordsReplaced(manifest, problems),
  },
});
