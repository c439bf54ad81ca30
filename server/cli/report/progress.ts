/** The coverage at the end of each of the last months, by git's history: each commit as of its own day. */
import type { ProgressPoint } from '../../core/report/model';
import type { Portfolio } from '../../core/portfolio/portfolio';
import { totalOf } from '../../words/states';
import type { CivilDate } from '../../core/text/civilDate';
import { addDays } from '../../core/text/civilDate';
import { realPathOf, uriOfPath } from '../../host/disk/nodeFileAccess';
import type { Repository } from '../../host/git/git';
import { commitBefore, findRepository } from '../../host/git/git';
import { GitError } from '../../host/git/gitProcess';
import { gitSides } from '../../host/git/sides';
import type { Surroundings } from '../command/surroundings';
import { pastOf } from './past';

/** Before the month of today. */
const months = 11;

/** None where there is no git, or no past. */
export async function progressOf(
  portfolio: Portfolio,
  place: string,
  surroundings: Surroundings,
): Promise<readonly ProgressPoint[]> {
  const path = realPathOf(place);
  const repository = await repositoryAt(path);
  if (!repository || repository.isBare) return [];
  const sides = gitSides(repository, uriOfPath(path));
  const points: ProgressPoint[] = [];
  try {
    const commitOf = (day: CivilDate): Promise<string | undefined> =>
      commitBefore(repository, `${addDays(day, 1)} 00:00:00`);
    const ends = await Promise.all(
      monthEnds(portfolio.today).map(async (day) => ({ day, commit: await commitOf(day) })),
    );
    const past = pastOf(place, sides, surroundings);
    for (const { day, commit } of ends) {
      if (commit === undefined) continue;
      const index = await past(commit, day);
      const then = index.portfolios().find(({ root }) => root === portfolio.root);
      if (then) points.push(pointOf(then, day));
    }
  } catch (error) {
    // What a shallow clone does not have is no reason to have no report.
    if (!(error instanceof GitError)) throw error;
  } finally {
    sides.close();
  }
  return [...points, pointOf(portfolio, portfolio.today)];
}

const pointOf = ({ standards }: Portfolio, day: CivilDate): ProgressPoint => ({
  day,
  summary: totalOf(standards.map((of) => of.summary())),
});

async function repositoryAt(path: string): Promise<Repository | undefined> {
  try {
    return await findRepository(path);
  } catch (error) {
    if (error instanceof GitError) return undefined;
    throw error;
  }
}

/** The last days of the months before, from the earliest. */
function monthEnds(today: CivilDate): readonly CivilDate[] {
  const ends: CivilDate[] = [];
  let day = today;
  for (let month = 0; month < months; month++) {
    day = addDays(`${day.slice(0, 7)}-01`, -1);
    ends.unshift(day);
  }
  return ends;
}
