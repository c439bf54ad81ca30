/** What `diff` found, ready for its outputs. */
import type { PortfolioChanges } from '../../core/history/changes';
import type { StoryContext } from '../../core/history/story/context';
import type { Revisions } from '../sides/revisions';

export interface DiffResult {
  readonly revisions: Revisions;
  readonly portfolios: readonly PortfolioChanges[];
  readonly context: StoryContext;
}
