/** What `diff` found, ready for its outputs. */
import type { PortfolioChanges } from '../../../core/history/changes';
import type { StoryContext } from '../../../core/history/story/context';
import type { Revisions } from '../../sides/revisions';

export interface DiffResult {
  readonly revisions: Revisions;
  readonly portfolios: readonly PortfolioChanges[];
  readonly context: StoryContext;
}

export interface Output {
  /** What it is, in Markdown, for the page about `diff`. */
  readonly about: string;
  /** @param isTerminal a person reads it: colours are welcome */
  readonly write: (result: DiffResult, isTerminal: boolean) => string;
}
