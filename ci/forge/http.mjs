// @ts-check
/* global AbortSignal */
// Requests to the API of a forge. Nothing here throws: who asks is told what went wrong, and goes on.

/**
 * problem: in words for people, where it did not work; status: what the server answered, where it did.
 *
 * @typedef {{ readonly status?: number, readonly data?: unknown, readonly problem?: string }} Answer
 */

const patience = 20_000; // milliseconds

/**
 * @param {Readonly<Record<string, string>>} headers Who asks.
 */
export function requester(headers) {
  /**
   * @param {string} method
   * @param {string} address
   * @param {object} [body]
   * @returns {Promise<Answer>}
   */
  return async (method, address, body) => {
    try {
      const response = await fetch(address, {
        method,
        headers: { 'user-agent': 'evidence-portfolio', 'content-type': 'application/json', ...headers },
        body: body === undefined ? null : JSON.stringify(body),
        signal: AbortSignal.timeout(patience),
      });
      const { status } = response;
      if (!response.ok) {
        await response.body?.cancel();
        return { status, problem: `it answered ${status}${meanings[status] ?? ''}` };
      }
      return { status, data: await response.json() };
    } catch (error) {
      return { problem: `it could not be asked (${reasonOf(error)})` };
    }
  };
}

/** @type {Readonly<Record<number, string>>} */
const meanings = {
  401: ': the token is not valid',
  403: ': the token may not do this',
  404: ': there is no such thing, or the token may not see it',
  429: ': it was asked too often',
};

/**
 * Not the message of the error: it might quote the token.
 *
 * @param {unknown} error
 */
function reasonOf(error) {
  if (!(error instanceof Error)) return 'for no reason that is known';
  const { code } = /** @type {{ code?: string }} */ (error.cause ?? {});
  return code ?? (error.name === 'TimeoutError' ? 'no answer in time' : error.name);
}
