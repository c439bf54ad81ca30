/** Who is to find evidence for an element: `assignments: {4.2.3: Performance Officer}` in portfolio.yaml. */
import type { Problem, Span } from '../text/span';
import type { Field, PlacedText } from '../yaml/fields';
import { readField, readTexts } from '../yaml/fields';
import type { YamlNode } from '../yaml/tree';

export interface Assignment {
  /** Of an element, or of a group: then it is for all below it that nobody else has. */
  readonly id: string;
  readonly span: Span;
  /** Roles or persons, one or a list. */
  readonly who: Field<readonly PlacedText[]>;
}

/** By ID; of two with one ID, the first. What cannot be read is added to the problems. */
export function readAssignments(
  node: YamlNode | undefined,
  problems: Problem[],
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
  for (const entry of node.entries) {
    const who = readField(entry, readTexts);
    if (who.kind === 'invalid') problems.push({ span: who.span, message: `Write ${who.expected}.` });
    const { text, span } = entry.key;
    if (!found.has(text)) found.set(text, { id: text, span, who });
  }
  return found;
}
