import type { Manifest } from '../manifest/manifest';
import { namedIn } from '../manifest/namedElements';
import { isNamed } from '../standard/retired';
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
    return namedIn(manifest).flatMap(({ id, span }) => {
      const node = standard.nodes.get(id);
      if (node?.assessable) return [];
      const isDecision = manifest.decisions.get(id)?.span === span;
      // Somebody may be asked for all that is below a group.
      if (!isDecision && isNamed(standard, id)) return [];
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
        mapAt(manifest, span.start).has(replacement)
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

/** Which of the two a place belongs to: what an ID there must not stand beside. */
const mapAt = ({ decisions, assignments }: Manifest, offset: number): ReadonlyMap<string, unknown> =>
  [...decisions.values()].some(({ span }) => span.start === offset) ? decisions : assignments;
