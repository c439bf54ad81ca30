/** What somebody without superuser’s rights meets, where tests run with them. */
import { execFileSync } from 'node:child_process';
import { nobody } from '../support/faults';

const isRoot = (): boolean => process.getuid?.() === 0;

/** Gives a folder to somebody without superuser’s rights, where we have them. */
export function give(folder: string): void {
  if (isRoot()) execFileSync('chown', ['-Rh', `${nobody}:${nobody}`, folder]);
}

/** Does something as somebody without superuser’s rights. */
export async function asNobody<Answer>(act: () => Promise<Answer>): Promise<Answer> {
  if (!isRoot()) return act();
  const { HOME } = process.env;
  // What git is told there is not theirs to read.
  process.env['HOME'] = '/nonexistent';
  process.seteuid?.(nobody);
  try {
    return await act();
  } finally {
    process.seteuid?.(0);
    process.env['HOME'] = HOME;
  }
}
