/** What `diff` found, ready for its outputs. */
import type { PortfolioChanges } from '../../core/changes';
import type { ReviewContext } from '../../core/review/context';
import type { Revisions } from '../revisions';

export interface DiffResult {
  readonly revisions: Revisions;
  readonly portfolios: readonly PortfolioChanges[];
  readonly context: ReviewContext;
}
