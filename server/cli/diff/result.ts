/** What `diff` found, ready for its outputs. */
import type { PortfolioChanges } from '../../core/changes';
import type { Uri } from '../../core/model';
import type { FailOn } from '../arguments';
import type { AddressOf } from '../forge';
import type { Revisions } from '../revisions';

export interface DiffResult {
  /** The folder that was given: paths start from it. */
  readonly folder: Uri;
  /** The path from the top of the repository to that folder; empty where they are one. */
  readonly prefix: string;
  readonly revisions: Revisions;
  readonly portfolios: readonly PortfolioChanges[];
  readonly failOn: FailOn;
  /** Addresses at the head, where the forge is known. */
  readonly addressOf: AddressOf | undefined;
}
