/** What becomes of a server that ends by itself: it is started again, but not for ever. */
import { CloseAction, ErrorAction, type ErrorHandler } from 'vscode-languageclient';
import { countDeaths, hasGone } from './deaths';

/** Messages in a row that could not be read or written before the server is ended. */
const patience = 3;

export interface ServerEnds extends ErrorHandler {
  /** How often the server has ended by itself since VS Code was started. */
  readonly deaths: () => number;
}

/** @param onGivenUp told how often the server has ended in a short while, when it is not started again */
export function serverEnds(onGivenUp: (times: number) => void): ServerEnds {
  const deaths = countDeaths();
  return {
    deaths: deaths.total,
    error: (error, _, count) =>
      hasGone(error)
        ? // `closed` follows, and sees to it. To end the client now would keep the server from being started again.
          {
            action: ErrorAction.Continue,
            message: `The server takes nothing: ${error.message}`,
            handled: true,
          }
        : { action: (count ?? Infinity) <= patience ? ErrorAction.Continue : ErrorAction.Shutdown },
    closed: () => {
      const { times, startAgain } = deaths.died(Date.now());
      const ended = `The server has ended by itself (${times} in three minutes)`;
      if (startAgain)
        return { action: CloseAction.Restart, message: `${ended}, and is started again.`, handled: true };
      onGivenUp(times);
      return { action: CloseAction.DoNotRestart, message: `${ended}, and is left alone.`, handled: true };
    },
  };
}
