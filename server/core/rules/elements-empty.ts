import { evidenceRule } from './rule';

export const elementsEmpty = evidenceRule({
  code: 'elements-empty',
  severity: 'error',
  summary: 'The file has the key “elements”, but names no element.',
  check: (_, { elements, elementsKey, misplaced, frontMatter }) =>
    elements.length === 0 &&
    misplaced.length === 0 &&
    (frontMatter.kind === 'unclosed' || frontMatter.faults.length === 0)
      ? [
          {
            span: elementsKey,
            message:
              'No element is named here. Add the ID of at least one element that this evidence supports.',
          },
        ]
      : [],
});
