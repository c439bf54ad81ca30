/** Who is to find evidence for an element: `assignments: {4.2.3: Performance Officer}` in portfolio.yaml. */
import type { Problem, Span } from '../text/span';
import type { Field, PlacedText } from '../yaml/fields';
import { readField, readTexts } from '../yaml/fields';
import type { YamlNode } from '../yaml/tree';
import { entriesById } from './entriesById';

const whoIsMeant = 'Write who is to find evidence for it: a role or a name, or a list of them.';

export interface Assignment {
  /** Of an element, or of a group: then it is for all below it that nobody else has. */
  readonly id: string;
  readonly span: Span;
  /** Roles or persons, one or a list. */
  readonly who: Field<readonly PlacedText[]>;
}

/**
 * By ID; of two with one ID, the first. What cannot be read is added to the problems.
 * @param named what the portfolio calls its standards
 */
export function readAssignments(
  node: YamlNode | undefined,
  problems: Problem[],
  named: ReadonlySet<string>,
): ReadonlyMap<string, Assignment> {
  const found = new Map<string, Assignment>();
  if (!node || node.kind === 'empty') return found;
  if (node.kind !== 'map') {
    problems.push({
      span: node.span,
      message: 'Element IDs are expected here, each with a colon and who is to find evidence for it.',
    });
    return found;
  }
  for (const entry of entriesById(node.entries, named)) {
    const who = readField(entry, readTexts);
    if (who.kind === 'invalid') problems.push({ span: who.span, message: whoIsMeant });
    const { id } = entry;
    if (!found.has(id)) found.set(id, { id, span: entry.key.span, who });
  }
  return found;
}
