/** What the outputs of `due` are given. */
import type { DueGrouping } from '../../core/due/groups';
import type { Due } from '../../core/due/model';
import type { Portfolio } from '../../core/portfolio/portfolio';
import type { Uri } from '../../core/text/span';

export interface PortfolioDue {
  readonly portfolio: Portfolio;
  readonly due: Due;
}

export interface ShownDue {
  readonly portfolios: readonly PortfolioDue[];
  /** The folder that was given: paths start there. */
  readonly folder: Uri;
  readonly by: DueGrouping;
}
