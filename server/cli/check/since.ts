/** `check --since`: which findings a base of the past had already. */
import { changesBetween } from '../../core/history/changes';
import type { CivilDate } from '../../core/text/civilDate';
import type { Surroundings } from '../command/surroundings';
import type { FolderReport } from '../folder/portfolios';
import { reportOf } from '../folder/portfolios';
import { readSides } from '../sides/sides';

/** Both sides are judged as of the same day: what days alone bring is nobody's change. @throws RunError */
export async function reportSince(
  place: string,
  base: string,
  today: CivilDate | undefined,
  surroundings: Surroundings,
): Promise<FolderReport> {
  const question = { place, base, head: undefined, today, baseToday: undefined };
  const { before, after, opened } = await readSides(question, surroundings);
  const known = new Set(changesBetween(before, after).flatMap(({ findings }) => findings.unchanged));
  return { ...(await reportOf(opened)), since: { base, known } };
}
