/** What has gone wrong in our server while an editor ran: its log says so, and the editor shows an empty answer. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The lines of our log that tell of a fault. @param dataDir with everything that the editor has written */
export function serverFaults(dataDir: string): readonly string[] {
  const logs = join(dataDir, 'user', 'logs');
  // An editor that did not come up has none, and why it did not is to be told.
  if (!existsSync(logs)) return [];
  return readdirSync(logs, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('Evidence Portfolio.log'))
    .flatMap((path) => readFileSync(join(logs, path), 'utf8').split('\n'))
    .filter((line) => /\[error\].* failed: /.test(line));
}
