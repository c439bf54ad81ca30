/** The commits of days: what stood in a repository when a day began. */
import { formatDate } from '../../server/words/dates';
import type { GitCommit, GitRepository } from './api';
import { Refusal } from './base';
import { commitBefore, dayOf } from './calendar';

/** Whoever goes further back looks at another portfolio. */
const maximumCommits = 10_000;

/** The commits of what is checked out, from the newest on. @throws Refusal where there is none */
export async function commitsOf(repository: GitRepository): Promise<readonly GitCommit[]> {
  if (repository.state.HEAD?.commit === undefined)
    throw new Refusal('There is no commit in this repository yet.');
  return repository.log({ maxEntries: maximumCommits });
}

/** The same, for somebody who has asked. @throws Refusal */
export async function commitOfDay(repository: GitRepository, day: string): Promise<string> {
  const commits = await commitsOf(repository);
  const found = commitBefore(commits, day);
  if (found) return found.hash;
  const first = commits.at(-1)?.commitDate;
  const since = first === undefined ? '' : ` The oldest commit here is of ${formatDate(dayOf(first))}.`;
  throw new Refusal(
    `git knows no commit before ${formatDate(day)} here.${since} Choose a later day; if this is a shallow clone, “git fetch --unshallow” gets the rest.`,
  );
}
