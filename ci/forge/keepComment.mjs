// @ts-check
// One comment per pull request and folder: made once, then kept up to date.

/** @typedef {{ readonly id: number, readonly body: string }} Comment One that who asks has written. */
/**
 * Whether it worked.
 *
 * @typedef {{ readonly problem?: string | undefined, readonly status?: number | undefined }} Outcome
 */

/**
 * What a forge can be asked for.
 *
 * @typedef {object} Forge
 * @property {(page: number) => Promise<{ readonly comments?: readonly Comment[], readonly isLast?: boolean } & Outcome>} list
 * Pages count from 1.
 * @property {(id: number, body: string) => Promise<Outcome>} update
 * @property {(body: string) => Promise<Outcome>} create
 */

/** Beyond this, a forge that always says “there is more” is not believed. */
const maximumPages = 200;

/**
 * @param {Forge} forge
 * @param {string} mark The first line of the comment.
 * @param {string} body
 * @param {boolean} isWorthStarting False: only a comment that is there already is brought up to date.
 * @returns {Promise<{ readonly did?: 'created' | 'updated' | 'nothing' } & Outcome>}
 */
export async function keepComment(forge, mark, body, isWorthStarting) {
  const { found, ...failure } = await findOwn(forge, mark);
  if (failure.problem !== undefined) return failure;
  for (const comment of found) {
    if (comment.body === body) return { did: 'nothing' };
    const outcome = await forge.update(comment.id, body);
    if (outcome.problem === undefined) return { did: 'updated' };
    // Another program's that looks like ours may not be written, and one may have been removed meanwhile.
    if (outcome.status !== 403 && outcome.status !== 404) return outcome;
  }
  if (!isWorthStarting) return { did: 'nothing' };
  const outcome = await forge.create(body);
  return outcome.problem === undefined ? { did: 'created' } : outcome;
}

/**
 * @param {Forge} forge
 * @param {string} mark
 * @returns {Promise<{ readonly found: readonly Comment[] } & Outcome>}
 */
async function findOwn(forge, mark) {
  const found = [];
  for (let page = 1; page <= maximumPages; page += 1) {
    const { comments = [], isLast = true, ...outcome } = await forge.list(page);
    if (outcome.problem !== undefined) return { found: [], ...outcome };
    found.push(...comments.filter(({ body }) => body.startsWith(mark)));
    if (isLast) break;
  }
  return { found };
}
