// @ts-check
// Finds the commit to compare with, and sees to it that it is here. Output: base, a commit; empty where there is none.
import { commitOf, fetchCommit, git, parentsOf } from './git.mjs';
import { announce, fail, readEvent, setOutputs, variable } from './runner.mjs';

const advice =
  'Let the step before this one fetch the whole history:\n\n- uses: actions/checkout@v5\n  with:\n    fetch-depth: 0';

const asked = variable('EVIDENCE_BASE').trim();
const event = readEvent();

if (git('rev-parse', '--verify', 'HEAD') === undefined)
  fail(
    'There is no git repository here, or git does not want to read it. Check it out first, in a step before this one:\n\n- uses: actions/checkout@v5',
  );
const base = asked === '' ? baseOfEvent() : baseAsked();
if (base !== undefined) console.log(`Comparing with ${base}.`);
setOutputs({ base: base ?? '' });

function baseAsked() {
  const found = commitOf(asked) ?? commitOf(`refs/remotes/origin/${asked}`) ?? fetchCommit(asked);
  return found ?? fail(`The base ${JSON.stringify(asked)} is not here and cannot be fetched. ${advice}`);
}

/** @returns {string | undefined} */
function baseOfEvent() {
  if (event.pull_request) return baseOfPullRequest(event.pull_request);
  if (event.merge_group) return present(event.merge_group.base_sha) ?? failOn('The base of the merge queue');
  if (event.before === undefined || /^0*$/.test(event.before)) return undefined;
  const before = present(event.before);
  if (before === undefined)
    announce('notice', 'What was here before this push is not known any more: all findings count.');
  return before;
}

/**
 * GitHub checks out what the merge would be: then its first parent is the base, whatever else was merged meanwhile.
 *
 * @param {NonNullable<import('./runner.mjs').Event['pull_request']>} pullRequest
 */
function baseOfPullRequest({ base, head }) {
  const [into, from, ...more] = parentsOf('HEAD');
  const isMerge = from !== undefined && more.length === 0 && commitOf('HEAD') !== head?.sha;
  if (isMerge && /^refs\/pull\/\d+\/merge$/.test(variable('GITHUB_REF')))
    return present(into) ?? failOn('The commit that the pull request goes into');
  const target = present(base?.sha) ?? failOn('The commit that the pull request goes into');
  return git('merge-base', target, 'HEAD') ?? failOn('Where the branch of the pull request begins');
}

/** @param {string | undefined} commit */
function present(commit) {
  if (commit === undefined || !/^[0-9a-f]{40,64}$/.test(commit)) return undefined;
  return commitOf(commit) ?? fetchCommit(commit);
}

/**
 * @param {string} what
 * @returns {never}
 */
function failOn(what) {
  return fail(`${what} is not in this clone, and cannot be fetched. ${advice}`);
}
