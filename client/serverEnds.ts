/** What becomes of a server that ends by itself: it is started again, but not for ever. */
import { CloseAction, ErrorAction, type BaseLanguageClient, type ErrorHandler } from 'vscode-languageclient';
import { countDeaths, hasGone } from './deaths';

/** Messages in a row that could not be read or written before the server is ended. */
const patience = 3;

export interface ServerEnds extends ErrorHandler {
  /** How often the server has ended by itself since VS Code was started. */
  readonly deaths: () => number;
}

export interface AfterEnd {
  /** Starts it again. */
  readonly startAgain: () => void;
  /** @param times how often the server has ended in a short while; it is not started again */
  readonly givenUp: (times: number) => void;
  /** What it says cannot be read, or it takes nothing, and it is ended for that. */
  readonly unreadable: () => void;
}

/**
 * Keeps to the log what the language client would tell of a server that ends or does not come up, in words of its own:
 * whoever starts it, and what is told here, see to that.
 */
export function keepToLog(client: Pick<BaseLanguageClient, 'error'>): void {
  const log = client.error.bind(client);
  client.error = (message, data, show) => log(message, data, show === 'force' ? false : show);
}

export function serverEnds({ startAgain, givenUp, unreadable }: AfterEnd): ServerEnds {
  const deaths = countDeaths();
  return {
    deaths: deaths.total,
    error: (error, _, count) => {
      const message = `The server takes nothing, or cannot be read: ${error.message}`;
      // Where it has gone, `closed` follows, and sees to it. To end the client now would keep it from being started again.
      if (hasGone(error) || (count ?? Infinity) <= patience)
        return { action: ErrorAction.Continue, message, handled: true };
      unreadable();
      return { action: ErrorAction.Shutdown, message, handled: true };
    },
    closed: () => {
      const { times, startAgain: again } = deaths.died(Date.now());
      const ended = `The server has ended by itself (${times} in three minutes)`;
      // Not by `CloseAction.Restart`: of a server that ends while it comes up, that one tells in words of its own. The
      // language client has put all away when what waits for this answer has run, and not before.
      if (again) setTimeout(startAgain, 0);
      else givenUp(times);
      const message = `${ended}, and is ${again ? 'started again' : 'left alone'}.`;
      return { action: CloseAction.DoNotRestart, message, handled: true };
    },
  };
}
