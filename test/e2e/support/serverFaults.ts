/** What has gone wrong in our server while a window was open: its log says so, and the editor shows an empty answer. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The logs of our server so far; each window has its own. @param dataDir with everything that the editor has written */
export function serverLogs(dataDir: string): readonly string[] {
  const logs = join(dataDir, 'user', 'logs');
  // An editor that did not come up has none, and why it did not is to be told.
  if (!existsSync(logs)) return [];
  return readdirSync(logs, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('Evidence Portfolio.log'))
    .map((path) => join(logs, path));
}

/** The lines of our logs that tell of a fault. @param earlier logs of windows that have been closed before */
export const serverFaults = (dataDir: string, earlier: readonly string[]): readonly string[] =>
  serverLogs(dataDir)
    .filter((path) => !earlier.includes(path))
    .flatMap((path) => readFileSync(path, 'utf8').split('\n'))
    .filter((line) => /\[error\].* failed: /.test(line));
