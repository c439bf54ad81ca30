import type { EvidenceRule } from './rule';

export const frontMatterUnclosed: EvidenceRule = {
  code: 'front-matter-unclosed',
  on: 'evidence',
  severity: 'error',
  summary: 'The block at the top of the file is opened with --- and never closed.',
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
