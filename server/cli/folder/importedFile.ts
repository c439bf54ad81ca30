/** A file of another program that is to be imported. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { RunError } from '../command/errors';

/** More than any reader takes; of what is larger, only the size is looked at. */
const maximumBytes = 5 * 1024 * 1024;

/** @param what it holds, such as `action plan` @throws RunError */
export function importedBytes(file: string, what: string): Uint8Array {
  if (!existsSync(file)) throw new RunError(`there is no file ${file}.`);
  const { size, isFile } = { size: statSync(file).size, isFile: statSync(file).isFile() };
  if (!isFile) throw new RunError(`${file} is no file. Give the file of the ${what}.`);
  if (size > maximumBytes) throw new RunError(`${file} is larger than 5 MB, which no ${what} is.`);
  try {
    return readFileSync(file);
  } catch {
    throw new RunError(`${file} cannot be read. You may not have the right to.`);
  }
}
