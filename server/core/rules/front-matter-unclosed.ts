import type { EvidenceRule } from './rule';

export const frontMatterUnclosed: EvidenceRule = {
  code: 'front-matter-unclosed',
  on: 'evidence',
  severity: 'error',
  summary: 'The block at the top starts with --- and is never closed.',
  check: (_, { frontMatter }) =>
    frontMatter.kind === 'unclosed'
      ? [
          {
            span: frontMatter.opening,
            message: 'This block is never closed. Put a line with only --- after its last line.',
          },
        ]
      : [],
};
