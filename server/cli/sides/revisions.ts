/** Which commits somebody means, and what to do where one of them is not here. */
import type { Repository } from '../../host/git/git';
import {
  commitBefore,
  commitOf,
  commonCommit,
  emptyTree,
  revisionOf,
  unbornBranch,
} from '../../host/git/git';
import { RunError } from '../command/errors';

export interface Revisions {
  /** A commit; or a tree with nothing in it, where there is no commit yet. */
  readonly base: string;
  /** As it was typed. */
  readonly baseName: string;
  /** A commit; undefined: the working tree. */
  readonly head: string | undefined;
  readonly headName: string;
  /** The commit whose lines the later side has: the head, or what is checked out. */
  readonly shown: string | undefined;
  /** What there is to say of the words, for people. */
  readonly remarks: readonly string[];
}

/**
 * @param base a revision; or two with three dots between them, as git writes them: then the base is what they have in
 * common, and the second one is the head where it is there
 * @param known the commits of names that git has been asked for, and had nothing to say of
 * @throws RunError
 */
export async function revisionsOf(
  repository: Repository,
  base: string,
  head: string | undefined,
  known: ReadonlyMap<string, string> = new Map(),
): Promise<Revisions> {
  const { baseName, isCommon, headName } = namesIn(base, head);
  const remarks: string[] = [];
  const start = known.get(baseName) ?? (await commitNamed(repository, baseName, remarks));
  const end =
    headName === undefined
      ? undefined
      : (known.get(headName) ?? (await commitNamed(repository, headName, remarks)));
  if (end === undefined && repository.isBare)
    throw new RunError(
      `${repository.folder} is a repository without files of its own (a bare one). Compare two revisions of it: “diff <base> <head>”.`,
    );
  const shown = end ?? known.get('HEAD') ?? (await commitOf(repository, 'HEAD'));
  const named = { headName: headName ?? 'the working tree', head: end, shown, remarks };
  if (!isCommon || start === emptyTree(repository)) return { ...named, base: start, baseName };
  const common = shown === undefined ? undefined : await commonCommit(repository, start, shown);
  if (common === undefined)
    throw new RunError(
      `${baseName} and ${headName ?? 'HEAD'} have no commit in common here.${repository.isShallow ? ` ${shallowAdvice}` : ''}`,
    );
  return { ...named, base: common, baseName };
}

/** All names of which a question makes one ask git. */
export function namesToAsk(base: string, head: string | undefined): readonly string[] {
  const { baseName, headName } = namesIn(base, head);
  return [...new Set([baseName, headName ?? 'HEAD'])];
}

function namesIn(
  base: string,
  head: string | undefined,
): { readonly baseName: string; readonly isCommon: boolean; readonly headName: string | undefined } {
  const dots = /^(.+?)\.\.(\.?)(.*)$/.exec(base);
  const [baseName, isCommon] = dots ? [dots[1] ?? '', dots[2] === '.'] : [base, false];
  return { baseName, isCommon, headName: head ?? (dots?.[3] === '' ? undefined : dots?.[3]) };
}

async function commitNamed(repository: Repository, name: string, remarks: string[]): Promise<string> {
  const found = await revisionOf(repository, name);
  if (found?.isAmbiguous) remarks.push(ambiguous(name));
  if (found) return found.commit;
  const unborn = await unbornBranch(repository);
  // pre-commit asks for HEAD before the first commit, too.
  if (unborn !== undefined && ['HEAD', '@', unborn, `heads/${unborn}`, `refs/heads/${unborn}`].includes(name))
    return emptyTree(repository);
  throw new RunError(await unknown(repository, name, unborn !== undefined));
}

const ambiguous = (name: string): string =>
  `“${name}” is the name of several things in git, such as a branch and a tag; the tag goes first. Say refs/heads/${name} for the branch.`;

async function unknown(repository: Repository, name: string, isUnborn: boolean): Promise<string> {
  const remote = `origin/${name}`;
  if (isDay(name)) {
    const before = await commitBefore(repository, withTime(name));
    return `${name} is a day, and a revision is asked for: a branch, a tag or a commit. ${
      before === undefined
        ? 'There is none before it.'
        : `The last commit before it is ${before.slice(0, 10)}.`
    }`;
  }
  const advice =
    (await commitOf(repository, remote)) !== undefined
      ? `There is ${remote}.`
      : isUnborn
        ? 'This repository has no commit yet.'
        : repository.isShallow
          ? shallowAdvice
          : 'Fetch it first, such as with “git fetch origin”.';
  return `git knows no revision ${name} here. ${advice}`;
}

/** A day in figures, or in words as `git log --since` takes them. */
const isDay = (name: string): boolean =>
  /^(?:\d{4}-\d{1,2}-\d{1,2}(?:[T ].*)?|\d{1,2}[/.]\d{1,2}[/.]\d{2,4})$/.test(name) ||
  /^(?:now|today|yesterday|noon|midnight|last[ .]\w+|(?:\d+|an?|one|two|three)[ .](?:minute|hour|day|week|month|year)s?(?:[ .]ago)?)$/i.test(
    name,
  );

/** A day alone means this very hour of it to git. */
const withTime = (name: string): string => (/^\d{4}-\d{1,2}-\d{1,2}$/.test(name) ? `${name} 00:00:00` : name);

/** Where a commit is missed that a clone may have left out. */
export const shallowAdvice =
  'This is a shallow clone, which has only the newest commits. Fetch more with “git fetch --unshallow”, ' +
  'or have CI do so: fetch-depth: 0 of actions/checkout (GitHub), GIT_DEPTH: 0 (GitLab), fetchDepth: 0 (Azure Pipelines).';
