/** Takes a folder away with all that is in it. */
import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';

/** Paths in it may be longer than any call of the system takes. */
export function removeFolder(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENAMETOOLONG') throw error;
    execFileSync('rm', ['-rf', folder]);
  }
}
