/** What the report tells of the past: a repository as it was at the ends of months, and at the day or commit to hold it against. */
import type { PastState, ReportedPast } from '../../server/lsp/protocol';
import type { GitRepository } from '../git/api';
import { Refusal, sideOf, type Texts } from '../git/base';
import { commitBefore, monthEnds } from '../git/calendar';
import { commitOfDay, commitsOf } from '../git/days';
import { formatDate } from '../../server/words/dates';

/** What is held against: a day, or a revision as git and people know it. */
export type Since =
  | { readonly kind: 'day'; readonly day: string }
  | { readonly kind: 'revision'; readonly ref: string; readonly name: string };

export type Past = ReportedPast & {
  /** Why something of the past is not told, as sentences. */
  readonly missing: readonly string[];
};

/** @param texts what was in files at commits, kept for the next time */
export async function pastIn(repository: GitRepository, since: Since, texts: Texts): Promise<Past> {
  const missing: string[] = [];
  const tryTo = async <T>(work: () => Promise<T>): Promise<T | undefined> => {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      if (!missing.includes(error.message)) missing.push(error.message);
      return undefined;
    }
  };
  const months = (await tryTo(() => monthsIn(repository, texts))) ?? [];
  const told = await tryTo(() => sinceIn(repository, since, texts));
  return { months, ...(told ? { since: told } : {}), missing };
}

async function sinceIn(
  repository: GitRepository,
  since: Since,
  texts: Texts,
): Promise<NonNullable<ReportedPast['since']>> {
  if (since.kind === 'revision')
    return { name: since.name, ...(await stateAt(repository, since.ref, texts)) };
  const commit = await commitOfDay(repository, since.day);
  return { name: formatDate(since.day), day: since.day, ...(await stateAt(repository, commit, texts)) };
}

async function monthsIn(
  repository: GitRepository,
  texts: Texts,
): Promise<NonNullable<ReportedPast['months']>> {
  const commits = await commitsOf(repository);
  const states = new Map<string, Pick<PastState, 'files'>>();
  const months: (PastState & { readonly day: string })[] = [];
  for (const { day, next } of monthEnds(new Date())) {
    const commit = commitBefore(commits, next)?.hash;
    if (commit === undefined) continue;
    const state = states.get(commit) ?? (await stateAt(repository, commit, texts));
    states.set(commit, state);
    months.push({ day, ...state });
  }
  return months;
}

/** The files that were otherwise at a commit. @throws Refusal */
async function stateAt(
  repository: GitRepository,
  ref: string,
  texts: Texts,
): Promise<Pick<PastState, 'files'>> {
  // What is here is told as it has become since, whoever's the revision is.
  const { files } = await sideOf(repository, { ref, isAutomatic: true, isTheirs: false }, texts);
  return { files };
}
