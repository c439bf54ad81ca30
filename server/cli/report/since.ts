/** What `--since` means: a day in any words, or a revision of git. */
import type { CivilDate } from '../../core/text/civilDate';
import { pastDay } from '../../core/history/pastDays';
import { RunError } from '../command/errors';

/** The day that somebody typed; undefined for what may be a revision. @throws RunError for a day that is none */
export function dayTyped(typed: string, today: CivilDate): CivilDate | undefined {
  const found = pastDay(typed, today);
  if (found && 'problem' in found)
    throw new RunError(
      found.problem.endsWith('to come.')
        ? `${found.problem} Say a day that is past, or a revision.`
        : found.problem,
    );
  return found?.day;
}
