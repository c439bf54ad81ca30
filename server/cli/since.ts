/** `check --since`: which findings a base of the past had already. */
import type { CivilDate } from '../core/civilDate';
import type { Surroundings } from './main';
import type { FolderReport } from './portfolios';
import { readFolder } from './portfolios';

export async function reportSince(
  folder: string,
  base: string,
  today: CivilDate | undefined,
  surroundings: Surroundings,
): Promise<FolderReport> {
  return { ...(await readFolder(folder, today, surroundings)), since: { base, known: new Set() } };
}
