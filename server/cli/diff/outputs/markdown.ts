/** The output of `diff` for a comment in a review. */
import { storiesAsMarkdown } from '../../../core/history/story/storyMarkdown';
import type { Output } from './output';

export const markdown: Output = {
  about: 'To be pasted or posted into a review.',
  write: ({ portfolios, context }) => storiesAsMarkdown(portfolios, context),
};
