/** Days and months of the calendar, and the commits that go with them. Nothing here knows VS Code. */
import type { GitCommit } from './api';

/** Before the month of today. */
const monthsBefore = 11;

/**
 * The last commit before a day began, here; undefined where there is none.
 * @param commits from the newest on
 * @param day YYYY-MM-DD
 */
export function commitBefore(commits: readonly GitCommit[], day: string): GitCommit | undefined {
  const start = new Date(`${day}T00:00:00`).getTime();
  return commits.find(({ commitDate }) => commitDate !== undefined && commitDate.getTime() < start);
}

/** The last days of the months before, from the earliest, each with the day after. */
export function monthEnds(today: Date): readonly { readonly day: string; readonly next: string }[] {
  return Array.from({ length: monthsBefore }, (_, at) => {
    const back = monthsBefore - 1 - at;
    const next = new Date(today.getFullYear(), today.getMonth() - back, 1);
    const last = new Date(today.getFullYear(), today.getMonth() - back, 0);
    return { day: dayOf(last), next: dayOf(next) };
  });
}

/** A month ago: what a monthly meeting asks for. */
export function monthAgo(today: Date): string {
  const last = new Date(today.getFullYear(), today.getMonth(), 0).getDate();
  return dayOf(new Date(today.getFullYear(), today.getMonth() - 1, Math.min(today.getDate(), last)));
}

/** YYYY-MM-DD, where the user is. */
export const dayOf = (date: Date): string =>
  [date.getFullYear(), date.getMonth() + 1, date.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-');
