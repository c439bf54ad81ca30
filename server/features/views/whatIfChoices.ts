/** What can be supposed of a portfolio: what `evidencePortfolio/whatIfChoices` answers. */
import { displayTitle, standingOf } from '../../core/evidence/titleAndStanding';
import type { Portfolio } from '../../core/portfolio/portfolio';
import { compareNaturally } from '../../core/text/naturalOrder';
import { oneLine } from '../../words/oneLine';
import type { DetailChoice } from './detailChoices';
import { assessmentDays } from './detailChoices';

export interface WhatIfChoices {
  /** By which is judged now, YYYY-MM-DD. */
  readonly today: string;
  readonly assessment?: string;
  /** Evidence that is not withdrawn yet, in the natural order of the paths. */
  readonly evidence: readonly WithdrawableRow[];
  /** The likeliest first. */
  readonly days: readonly DetailChoice[];
}

export interface WithdrawableRow {
  readonly uri: string;
  readonly title: string;
  /** From the portfolio’s root. */
  readonly path: string;
  /** How it stands now: `current`, `draft`, `overdue`. */
  readonly standing: string;
  /** IDs of the elements that it is for. */
  readonly elements: readonly string[];
}

/** @param typed what somebody has typed for a day: then the days that it may mean are all that is answered */
export function whatIfChoices(portfolio: Portfolio, typed?: string): WhatIfChoices {
  const { today, days, manifest } = portfolio;
  const assessment = manifest?.assessmentDate;
  return {
    today,
    ...(assessment === undefined ? {} : { assessment }),
    evidence: typed === undefined ? withdrawable(portfolio) : [],
    days: assessmentDays(typed, days.today),
  };
}

const withdrawable = (portfolio: Portfolio): readonly WithdrawableRow[] =>
  [...portfolio.evidence.values()]
    .map((file) => ({
      uri: file.uri,
      title: oneLine(displayTitle(file)),
      path: portfolio.path(file.uri),
      standing: standingOf(file, portfolio.today),
      elements: file.elements.map(({ id }) => id),
    }))
    .filter(({ standing }) => standing !== 'withdrawn')
    .sort((one, other) => compareNaturally(one.path, other.path));
