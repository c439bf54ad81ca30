/** Which commits somebody means, and what to do where one of them is not here. */
import type { Repository } from '../host/git';
import { commitOf, commonCommit } from '../host/git';
import { RunError } from './portfolios';

export interface Revisions {
  /** A commit. */
  readonly base: string;
  /** As it was typed. */
  readonly baseName: string;
  /** A commit; undefined: the working tree. */
  readonly head: string | undefined;
  readonly headName: string;
  /** The commit whose lines the later side has: the head, or what is checked out. */
  readonly shown: string | undefined;
}

/**
 * @param base a revision; or two with three dots between them, as git writes them: then the base is what they have in
 * common, and the second one is the head where it is there
 * @throws RunError
 */
export async function revisionsOf(
  repository: Repository,
  base: string,
  head: string | undefined,
): Promise<Revisions> {
  const dots = /^(.+?)\.\.(\.?)(.*)$/.exec(base);
  const [baseName, isCommon] = dots ? [dots[1] ?? '', dots[2] === '.'] : [base, false];
  const headName = head ?? (dots?.[3] === '' ? undefined : dots?.[3]);
  const start = await commitNamed(repository, baseName);
  const end = headName === undefined ? undefined : await commitNamed(repository, headName);
  const shown = end ?? (await commitOf(repository, 'HEAD'));
  const named = { headName: headName ?? 'the working tree', head: end, shown };
  if (!isCommon) return { ...named, base: start, baseName };
  const common = shown === undefined ? undefined : await commonCommit(repository, start, shown);
  if (common === undefined)
    throw new RunError(
      `${baseName} and ${headName ?? 'HEAD'} have no commit in common here.${repository.isShallow ? ` ${shallowAdvice}` : ''}`,
    );
  return { ...named, base: common, baseName };
}

async function commitNamed(repository: Repository, name: string): Promise<string> {
  const commit = await commitOf(repository, name);
  if (commit !== undefined) return commit;
  const remote = `origin/${name}`;
  const isRemote = (await commitOf(repository, remote)) !== undefined;
  const advice = isRemote
    ? `There is ${remote}.`
    : repository.isShallow
      ? shallowAdvice
      : 'Fetch it first, such as with “git fetch origin”.';
  throw new RunError(`git knows no revision ${name} here. ${advice}`);
}

const shallowAdvice =
  'This is a shallow clone, which has only the newest commits. Fetch more with “git fetch --unshallow”, ' +
  'or have CI do so: fetch-depth: 0 of actions/checkout (GitHub), GIT_DEPTH: 0 (GitLab), fetchDepth: 0 (Azure Pipelines).';
