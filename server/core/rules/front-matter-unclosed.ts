import { closingFence } from '../evidence/blockMends';
import { changing } from './remedy';
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
  remedy: {
    care: 'plain',
    proposals: (_, evidence) => {
      const { text, frontMatter } = evidence;
      if (frontMatter.kind !== 'unclosed') return [];
      const title = frontMatter.ending
        ? 'Write --- here, and nothing else'
        : 'Close the block with a line of ---';
      return changing(evidence, title, closingFence(text, frontMatter), true);
    },
  },
});
