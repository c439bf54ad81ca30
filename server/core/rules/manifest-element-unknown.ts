import type { Manifest } from '../manifest/manifest';
import { byKnownId } from '../manifest/knownIds';
import { namedIn } from '../manifest/namedElements';
import { qualified } from '../frontMatter/standardNames';
import { isNamed } from '../standard/retired';
import { noSuchElement, suggestionOf } from '../standard/suggest';
import type { Span } from '../text/span';
import { scalarEdit, singleText } from '../yaml/edits';
import { below } from './elementRemedies';
import { bySuggestions, changing, named } from './remedy';
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
    proposals: ({ standard }, manifest, { span, suggestions = [] }) => {
      const name = nameAbove(manifest, span);
      const there = byKnownId(mapAt(manifest, span.start), standard);
      return suggestions.flatMap(({ replacement, label }, at) => {
        const written = name === undefined ? replacement : below(name, replacement);
        return written === undefined || there.has(replacement)
          ? []
          : changing(
              manifest,
              `Replace with ${named(replacement, label)}`,
              [scalarEdit(manifest.text, span, written)],
              at === 0,
            );
      });
    },
  },
});

/** The name of a standard below which an ID stands. */
function nameAbove(manifest: Manifest, { start, end }: Span): string | undefined {
  const id = namedIn(manifest).find(({ span }) => span.start === start)?.id;
  const written = singleText(manifest.text, { start, end }) ?? '';
  return manifest.standards.find(({ name }) => name !== undefined && qualified(name, written) === id)?.name;
}

/** Which of the two a place belongs to: what an ID there must not stand beside. */
const mapAt = ({ decisions, assignments }: Manifest, offset: number): ReadonlyMap<string, unknown> =>
  [...decisions.values()].some(({ span }) => span.start === offset) ? decisions : assignments;
