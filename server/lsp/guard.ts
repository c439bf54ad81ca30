/** One guard for all handlers: a fault in one answer is logged and never ends the server. */
import type { CancellationToken, Connection } from 'vscode-languageserver';
import { ErrorCodes, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import { shown, withPageShown } from '../features/text/shown';
import { askedWrongly } from './shapes';

export interface Guard {
  /**
   * A request's handler; answers `fallback` where it fails, that it was cancelled where nobody waits any longer, and what
   * is wrong with a question that makes no sense.
   */
  readonly request: <Params, Result>(
    name: string,
    fallback: Result,
    handle: (params: Params) => Promise<Result> | Result,
  ) => (params: Params, token: CancellationToken) => Promise<Result | ResponseError>;
  /** The same for a question that is asked with nothing. */
  readonly question: <Result>(
    name: string,
    fallback: Result,
    handle: () => Promise<Result> | Result,
  ) => (...given: readonly unknown[]) => Promise<Result | ResponseError>;
  /** The same, where the answer is what an editor shows: nothing in its texts acts unseen. */
  readonly feature: Guard['request'];
  /** The handler of a notification or of an event. */
  readonly event: <Params>(
    name: string,
    handle: (params: Params) => Promise<void>,
  ) => (params: Params) => Promise<void>;
  /** How many events are still being worked on: what follows from them has not all been said. */
  readonly working: () => number;
}

/** Lets something go on by itself; where it fails, that is logged. A rejection that nobody hears of ends Node. */
export const letGo = (connection: Connection, name: string, work: Promise<unknown>): void =>
  void work.catch((error: unknown) => logFailure(connection, name, error));

function logFailure(connection: Connection, name: string, error: unknown): void {
  const words = error instanceof Error ? (error.stack ?? error.message) : String(error);
  connection.console.error(`${name} failed: ${withoutQuotations(words)}`);
}

/** Names of functions and keys are shorter, and an apostrophe in a word begins none. */
const quotation = /"[^"]{12,}"|`[^`]{12,}`|“[^”]{12,}”|(?<!\w)'[^']{12,}'/g;
const closing: Readonly<Record<string, string>> = { '“': '”' };

/** People send their logs to others. Node and libraries quote what they could not read, and that may be a file's text. */
export const withoutQuotations = (words: string): string =>
  words
    .split('\n')
    .map((line) =>
      /^\s+at /.test(line)
        ? line
        : line.replace(quotation, ([mark = '']) => `${mark}…${closing[mark] ?? mark}`),
    )
    .join('\n');

export function guardFor(connection: Connection): Guard {
  const log = (name: string, error: unknown): void => logFailure(connection, name, error);
  let working = 0;
  const request: Guard['request'] = (name, fallback, handle) => async (params, last?: CancellationToken) => {
    try {
      // In a list, a client may give more or less than is asked for: what comes last is the token.
      const token = last ?? (params as CancellationToken);
      // Editors send requests in bursts; those that were taken back in the meantime are not worth the work.
      await Promise.resolve();
      if (token.isCancellationRequested)
        return new ResponseError(LSPErrorCodes.RequestCancelled, `${name} was cancelled`);
      const wrong = askedWrongly(name, last ? params : undefined);
      if (wrong !== undefined) return new ResponseError(ErrorCodes.InvalidParams, wrong);
      return withPageShown(await handle(params));
    } catch (error) {
      log(name, error);
      return fallback;
    }
  };
  return {
    working: () => working,
    request,
    question: (name, fallback, handle) => {
      const answer = request(name, fallback, handle);
      return (...given) => answer(undefined, given.at(-1) as CancellationToken);
    },
    feature: (name, fallback, handle) =>
      request(name, fallback, async (params) => shown(await handle(params))),
    event: (name, handle) => async (params) => {
      working++;
      try {
        const wrong = askedWrongly(name, params);
        if (wrong === undefined) await handle(params);
        else connection.console.warn(`Left out: ${wrong}`);
      } catch (error) {
        log(name, error);
      } finally {
        working--;
      }
    },
  };
}
