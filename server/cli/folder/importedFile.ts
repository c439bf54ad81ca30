/** A file that somebody names, to be read once. */
import { readFileSync, statSync } from 'node:fs';
import { RunError } from '../command/errors';

/** More than most readers take, in bytes; of what is larger, only the size is looked at. */
const usualLimit = 5 * 1024 * 1024;

/**
 * Nothing but an ordinary file is opened: a named pipe would be waited for, and a device may never end.
 * @param what it holds, such as `action plan`
 * @throws RunError
 */
export function importedBytes(file: string, what: string, mostBytes = usualLimit): Uint8Array {
  try {
    const found = statSync(file);
    if (!found.isFile()) throw new RunError(`${file} is no file. Give the file of the ${what}.`);
    if (found.size > mostBytes)
      throw new RunError(`${file} is larger than ${mostBytes / 1024 / 1024} MB, which no ${what} is.`);
    return readFileSync(file);
  } catch (error) {
    throw error instanceof RunError ? error : new RunError(whyNot(file, error));
  }
}

/** @param error of Node’s file system */
function whyNot(file: string, error: unknown): string {
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT' || code === 'ENOTDIR') return `there is no file ${file}.`;
  if (code === 'ENAMETOOLONG') return `there is no file ${file}: no path can be so long.`;
  if (code === 'ELOOP') return `${file} is a symbolic link that leads to itself.`;
  return `${file} cannot be read. You may not have the right to.`;
}
