/**
 * The editors' servers behind the windows of desktop VS Code. One is kept from window to window, and from file to file:
 * its start, and installing the extension, cost as much as a test. What a window's user has kept goes before the next.
 */
import { join } from 'node:path';
import {
  repository,
  startDesktop,
  type RunningDesktop,
  type ShownDesktop,
} from '../../../.scripts/editors.mjs';

/** The extension as it is packaged. */
export const packaged = join(repository, 'evidence-portfolio.vsix');

/** A server that no other window uses meanwhile. */
export interface TakenServer {
  readonly running: RunningDesktop;
  /** Where this window is shown. */
  readonly url: string;
  /** To be called when the window is closed. @param isSound another window may have it */
  giveBack(isSound: boolean): Promise<void>;
}

const free: RunningDesktop[] = [];

/** A server with the packaged extension: one that has served a window before, or a new one. */
export async function takeServer(shown: ShownDesktop): Promise<TakenServer> {
  const kept = free.pop();
  if (kept?.hasExited() === true) {
    await kept.stop();
    return takeServer(shown);
  }
  const running = kept ?? (await startDesktop({ ...shown, extension: packaged, log: console.log }));
  const giveBack = async (isSound: boolean): Promise<void> => {
    if (isSound) free.push(running);
    else await running.stop();
  };
  return { running, url: kept ? await kept.show(shown) : running.url, giveBack };
}

/**
 * A server that starts for one window and ends with it.
 * @param extension a `.vsix`, or false for none
 * @param beside a folder with a second extension
 */
export async function ownServer(
  shown: ShownDesktop,
  extension: string | false,
  beside?: string,
): Promise<TakenServer> {
  const running = await startDesktop({
    ...shown,
    beside,
    extension: extension === false ? undefined : extension,
    log: console.log,
  });
  return { running, url: running.url, giveBack: () => running.stop() };
}

/** Ends the servers that are kept. */
export async function endServers(): Promise<void> {
  await Promise.all(free.splice(0).map((running) => running.stop()));
}
