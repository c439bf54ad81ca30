/** What the commands are given, and what they answer. */
import type { PortfolioIndex } from '../../core/index/portfolioIndex';
import type { Days } from '../../core/text/civilDate';
import type { Standard } from '../../core/standard/standard';
import type { Waiting } from '../output/waiting';

/**
 * What an index is asked for: `findings` and coverage, as `onlyFindings` of `IndexOptions`; `coverage` without any rule;
 * `contents`: everything but what rules find in evidence.
 */
export type IndexUse = 'everything' | 'findings' | 'coverage' | 'contents';

/** What the commands have of the world. */
export interface Surroundings {
  readonly standards: ReadonlyMap<string, Standard>;
  /**
   * An empty index, with the rules to check by; both are loaded by whoever needs them. All indexes of a run are made alike.
   * @param use everything, where nobody says less
   */
  readonly newIndex: (days: Days, use?: IndexUse) => Promise<PortfolioIndex>;
  readonly version: string;
  /** Writes to standard output. */
  readonly write: (text: string) => void;
  /** Writes to standard error: problems with the run. */
  readonly complain: (text: string) => void;
  /** Tells a person who waits how far the reading of files is; undefined where nobody looks. */
  readonly waiting?: Waiting | undefined;
  /** A person reads standard output: colours are welcome. */
  readonly isTerminal: boolean;
  readonly clock: () => Date;
  /** The variables of the environment: which CI system this is, and what it wants written where. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** The Markdown page of a rule; undefined where it is not at hand. */
  readonly rulePage?: (code: string) => string | undefined;
}

/** 0: nothing at or above the severity asked for; 1: findings; 2: it could not run. */
export type ExitStatus = 0 | 1 | 2;
