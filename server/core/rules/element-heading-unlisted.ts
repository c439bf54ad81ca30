import { mayHaveHeading } from '../markdown/mayHave';
import { headingsAround } from '../markdown/headings';
import type { Heading } from '../markdown/bodyModel';
import { isClearMention } from '../standard/clearMention';
import { citedBy } from '../evidence/elementsMeant';
import type { Identifier } from '../standard/identifiers';
import { knownId, shortWords } from '../standard/standard';
import { addElement } from '../evidence/elementEdits';
import type { EvidenceFile } from '../evidence/evidence';
import { parseEvidence } from '../evidence/evidence';
import { applyEdits, differenceOf } from '../text/edit';
import { changing, named } from './remedy';
import { evidenceRule } from './rule';

export const elementHeadingUnlisted = evidenceRule({
  code: 'element-heading-unlisted',
  severity: 'hint',
  summary: 'A heading starts with the ID of an element that “elements” does not list.',
  check: ({ standard }, evidence) => {
    const { text, bodyStart } = evidence;
    const listed = citedBy(standard, evidence);
    // The scan of the text is cheap; only a text with a heading, and such an ID where one may begin, is looked into.
    const unlisted = standard.elementPattern
      .find(text, bodyStart)
      .filter(
        ({ id, span }) =>
          standard.nodes.get(id)?.assessable &&
          !listed.has(knownId(standard, id)) &&
          mayBegin(text, span.start),
      );
    if (unlisted.length === 0 || !mayHaveHeading(text, bodyStart)) return [];
    const places = unlisted.map(({ span }) => span.start);
    return headingsAround(text, places).flatMap((heading) => {
      const found = namedBy(heading, unlisted);
      const node = found && standard.nodes.get(found.id);
      if (!node || !isClearMention(node, text, found.span)) return [];
      return [
        {
          span: found.span,
          message: `This heading is about ${node.id}, “${shortWords(node)}”, which is not under “elements” at the top. Add it there if this evidence supports it.`,
          suggestions: [{ replacement: node.id, label: shortWords(node) }],
        },
      ];
    });
  },
  remedy: {
    care: 'plain',
    proposals: (_, evidence, { suggestions = [] }) =>
      suggestions.flatMap(({ replacement, label }) =>
        changing(
          evidence,
          `Add ${named(replacement, label)}, to the elements of this file`,
          addElement(evidence, replacement),
          true,
        ),
      ),
    together: (_, before, problems) => {
      let evidence: EvidenceFile = before;
      for (const { replacement } of problems.flatMap(({ suggestions = [] }) => suggestions)) {
        const edits = addElement(evidence, replacement) ?? [];
        evidence = parseEvidence(evidence.uri, applyEdits(evidence.text, edits), evidence.names) ?? evidence;
      }
      return differenceOf(before.text, evidence.text);
    },
  },
});

/**
 * The ID that a heading starts with.
 * @param identifiers in the order of the text, of which there may be thousands
 */
function namedBy({ span, text }: Heading, identifiers: readonly Identifier[]): Identifier | undefined {
  let [first, end] = [0, identifiers.length];
  while (first < end) {
    const middle = (first + end) >> 1;
    if ((identifiers[middle]?.span.start ?? Infinity) < span.start) first = middle + 1;
    else end = middle;
  }
  for (let at = first; at < identifiers.length; at++) {
    const found = identifiers[at];
    if (!found || found.span.start >= span.end) return undefined;
    if (found.span.end <= span.end && text.startsWith(found.id)) return found;
  }
  return undefined;
}

/** No word stands before a place in its line, but perhaps the mark of a footnote. */
function mayBegin(text: string, at: number): boolean {
  const before = text.slice(text.lastIndexOf('\n', at - 1) + 1, at);
  return before.includes('[^') || !/\p{L}/u.test(before);
}
