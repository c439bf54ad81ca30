// @ts-check
// Keeps one comment on the pull request up to date. Whatever goes wrong here, the job goes on: the summary has it all.
import { readFileSync } from 'node:fs';
import { bodyOf, markOf } from '../forge/body.mjs';
import { requester } from '../forge/http.mjs';
import { keepComment } from '../forge/keepComment.mjs';
import { announce, readEvent, summarise, variable } from './runner.mjs';

/** What GitHub takes in a comment. */
const maximumBody = 65_536;
const perPage = 100;

const { number, head } = readEvent().pull_request ?? {};
const diff = variable('EVIDENCE_DIFF');
const isAsked = variable('EVIDENCE_COMMENT').trim().toLowerCase() === 'true';
if (isAsked && typeof number === 'number' && diff !== '') await comment(number);

/** @param {number} pullRequest */
async function comment(pullRequest) {
  const token = variable('EVIDENCE_TOKEN').trim();
  if (token === '') return goOn('there is no token');
  if (!/^[\x21-\x7E]+$/.test(token)) return goOn('the token is not one');
  const mark = markOf(variable('EVIDENCE_FOLDER'));
  const body = bodyOf(mark, readFileSync(diff, 'utf8'), footer(), maximumBody);
  const isWorthStarting = variable('EVIDENCE_CHANGED') === 'true';
  const { did, problem, status } = await keepComment(github(token, pullRequest), mark, body, isWorthStarting);
  if (problem !== undefined) return goOn(problem, status);
  console.log(did === 'nothing' ? 'There is nothing to say in a comment.' : `The comment was ${did}.`);
}

/**
 * @param {string} reason
 * @param {number} [status] What the API answered.
 */
function goOn(reason, status) {
  const isFork = status === 403 && head?.repo?.full_name !== variable('GITHUB_REPOSITORY');
  const why = isFork ? 'pull requests from forks get a token that may only read' : reason;
  const advice = isFork ? '' : ' The job needs the permission “pull-requests: write”.';
  announce(
    isFork ? 'notice' : 'warning',
    `No comment was written: ${why}. The summary of this job has the same.${advice}`,
  );
  summarise(`\n_No comment was written on the pull request: ${why.replace(/[^\w\s:,.()“”-]/g, ' ')}._`);
}

function footer() {
  const address = `${variable('GITHUB_SERVER_URL')}/${variable('GITHUB_REPOSITORY')}/actions/runs/${variable('GITHUB_RUN_ID')}`;
  const link = /^https?:\/\/[\w.:/-]+$/.test(address) ? ` · [All findings](${address})` : '';
  const commit = /^[0-9a-f]{7,64}$/.test(head?.sha ?? '') ? `As of ${head?.sha}` : 'As of the last run';
  return `<sub>${commit}${link}</sub>`;
}

/**
 * @param {string} token
 * @param {number} pullRequest
 * @returns {import('../forge/keepComment.mjs').Forge}
 */
function github(token, pullRequest) {
  const ask = requester({
    authorization: `Bearer ${token}`,
    accept: 'application/vnd.github+json',
    'x-github-api-version': '2022-11-28',
  });
  const repository = `${variable('GITHUB_API_URL')}/repos/${variable('GITHUB_REPOSITORY')}`;
  const comments = `${repository}/issues/${pullRequest}/comments`;
  const isOwn = whoAsks(ask);
  return {
    list: async (page) => {
      const own = await isOwn;
      if (own.problem !== undefined) return { problem: own.problem };
      const { data, ...outcome } = await ask('GET', `${comments}?per_page=${perPage}&page=${page}`);
      if (outcome.problem !== undefined) return outcome;
      const all = Array.isArray(data) ? data : [];
      return {
        comments: all
          .filter(({ user }) => own.test(user ?? {}))
          .map(({ id, body }) => ({ id: Number(id), body: String(body ?? '') })),
        isLast: all.length < perPage,
      };
    },
    update: (id, body) => ask('PATCH', `${repository}/issues/comments/${id}`, { body }),
    create: (body) => ask('POST', comments, { body }),
  };
}

/**
 * A token of a person may ask who it is. That of a job or of an app may not: then the comment is a bot's.
 *
 * @param {ReturnType<typeof requester>} ask
 * @returns {Promise<{ problem?: string, test: (user: { login?: string, type?: string }) => boolean }>}
 */
async function whoAsks(ask) {
  const { data, problem, status } = await ask('GET', `${variable('GITHUB_API_URL')}/user`);
  if (problem !== undefined && status !== 403 && status !== 404) return { problem, test: () => false };
  const { login } = /** @type {{ login?: string }} */ (data ?? {});
  return { test: (user) => (login === undefined ? user.type === 'Bot' : user.login === login) };
}
