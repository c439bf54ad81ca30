import { evidenceRule } from './rule';

export const frontMatterUnclosed = evidenceRule({
  code: 'front-matter-unclosed',
  severity: 'error',
  summary: 'The block at the top of the file is opened with --- and never closed.',
  check: (_, { text, frontMatter }) => {
    if (frontMatter.kind !== 'unclosed') return [];
    const { opening, ending } = frontMatter;
    return ending
      ? [
          {
            span: ending,
            message: `“${text.slice(ending.start, ending.end).trim()}” does not close the block at the top. Write three hyphens here, ---, and nothing else.`,
          },
        ]
      : [
          {
            span: opening,
            message: 'This block is never closed. Put a line with only --- after its last line.',
          },
        ];
  },
});
