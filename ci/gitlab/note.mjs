// @ts-check
// Keeps one note on a merge request of GitLab up to date: node note.mjs <diff as Markdown> <diff as JSON>. Without a
// token in EVIDENCE_TOKEN it says so; whatever goes wrong, the job goes on.
import { readFileSync } from 'node:fs';
import { bodyOf, markOf } from '../forge/body.mjs';
import { requester } from '../forge/http.mjs';
import { keepComment } from '../forge/keepComment.mjs';
import { changesIn } from '../forge/results.mjs';

/** What GitLab takes in a note. */
const maximumBody = 1_000_000;
const perPage = 100;

/** @param {string} name */
const variable = (name) => process.env[name] ?? '';

const [markdown = '', json = ''] = process.argv.slice(2);
const project = variable('CI_PROJECT_ID');
const mergeRequest = variable('CI_MERGE_REQUEST_IID');
const token = variable('EVIDENCE_TOKEN').trim();
if (/^\d+$/.test(project) && /^\d+$/.test(mergeRequest)) await note();

async function note() {
  if (token === '') return goOn('there is no EVIDENCE_TOKEN');
  if (!/^[\x21-\x7E]+$/.test(token)) return goOn('EVIDENCE_TOKEN is not a token');
  const text = readFileSync(markdown, 'utf8');
  const mark = markOf(variable('EVIDENCE_FOLDER') || '.');
  const isWorthStarting = changesIn(JSON.parse(readFileSync(json, 'utf8'))).changed;
  const { did, problem } = await keepComment(
    gitlab(),
    mark,
    bodyOf(mark, text, footer(), maximumBody),
    isWorthStarting,
  );
  if (problem !== undefined) return goOn(problem);
  console.log(did === 'nothing' ? 'There is nothing to say in a note.' : `The note was ${did}.`);
}

/** @param {string} reason */
function goOn(reason) {
  console.log(
    `No note was written on the merge request: ${reason}. The artifacts of this job have the same.`,
  );
}

function footer() {
  const [commit, job] = [
    variable('CI_MERGE_REQUEST_SOURCE_BRANCH_SHA') || variable('CI_COMMIT_SHA'),
    variable('CI_JOB_URL'),
  ];
  const words = /^[0-9a-f]{7,64}$/.test(commit) ? `As of ${commit}` : 'As of the last run';
  return `<sub>${words}${/^https?:\/\/[\w.:/-]+$/.test(job) ? ` · [All findings](${job})` : ''}</sub>`;
}

/** @returns {import('../forge/keepComment.mjs').Forge} */
function gitlab() {
  const api = variable('CI_API_V4_URL');
  const notes = `${api}/projects/${project}/merge_requests/${mergeRequest}/notes`;
  const ask = requester({ 'private-token': token });
  const asked = ask('GET', `${api}/user`);
  return {
    list: async (page) => {
      const user = await asked;
      if (user.problem !== undefined) return user;
      const me = /** @type {{ id?: number }} */ (user.data).id;
      const { data, ...outcome } = await ask('GET', `${notes}?per_page=${perPage}&page=${page}`);
      if (outcome.problem !== undefined) return outcome;
      const all = Array.isArray(data) ? data : [];
      return {
        comments: all
          .filter(({ author }) => me !== undefined && author?.id === me)
          .map(({ id, body }) => ({ id: Number(id), body: String(body ?? '') })),
        isLast: all.length < perPage,
      };
    },
    update: (id, body) => ask('PUT', `${notes}/${id}`, { body }),
    create: (body) => ask('POST', notes, { body }),
  };
}
