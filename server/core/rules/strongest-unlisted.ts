import { addElement } from '../evidence/elementEdits';
import { citedBy, idsMeant } from '../evidence/elementsMeant';
import type { EvidenceFile } from '../evidence/evidence';
import { removeItemAt } from '../evidence/fieldEdits';
import { nodeNamed } from '../standard/retired';
import { shortWords } from '../standard/standard';
import { valueOf } from '../yaml/fields';
import { changing, named } from './remedy';
import { evidenceRule } from './rule';

export const strongestUnlisted = evidenceRule({
  code: 'strongest-unlisted',
  severity: 'warning',
  summary: 'An ID under “strongest” that “elements” does not list.',
  check: ({ standard, source }, evidence) => {
    const strongest = valueOf(evidence.strongest) ?? [];
    // Without the standard nobody knows which IDs mean the same.
    if (strongest.length === 0 || source.kind !== 'ready') return [];
    const listed = citedBy(standard, evidence);
    return strongest.flatMap(({ id, span }) => {
      if (id === '' || idsMeant(standard, id).some((meant) => listed.has(meant))) return [];
      const node = nodeNamed(standard, id);
      const isElement = node?.assessable === true;
      const advice = isElement
        ? 'Add it there if this evidence supports it, or take it out here.'
        : 'Write one of the IDs from there, or take it out.';
      return [
        {
          span,
          message: `${id} is not under “elements”, so this evidence cannot be the strongest for it. ${advice}`,
          suggestions: isElement ? [{ replacement: node.id, label: shortWords(node) }] : [],
        },
      ];
    });
  },
  remedy: {
    care: 'choice',
    proposals: (_, evidence, { span, suggestions = [] }) => [
      ...suggestions.flatMap(({ replacement, label }) =>
        changing(
          evidence,
          `Add ${named(replacement, label)}, to the elements of this file`,
          addElement(evidence, replacement),
          true,
        ),
      ),
      ...changing(
        evidence,
        `Remove ${strongestAt(evidence, span.start)} from “strongest”`,
        removeItemAt(evidence, 'strongest', span.start),
        suggestions.length === 0,
      ),
    ],
  },
});

const strongestAt = ({ strongest }: EvidenceFile, offset: number): string =>
  (valueOf(strongest) ?? []).find(({ span }) => span.start === offset)?.id ?? '';
