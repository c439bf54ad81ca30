/** Several files of which somebody has read what they held, written all or none. */
import { listOf } from '../../words/counts';
import { bytesToEdit, removeUnlessChanged, writeUnlessChanged } from './wholeFile';
import { WriteError } from './writeError';

/** Some are written, others not. */
export class NotTakenBack extends WriteError {}

export interface FileToWrite {
  readonly file: string;
  /** Its bytes as they were read; undefined: there was no file. */
  readonly before: Uint8Array | undefined;
  readonly content: string;
}

/**
 * Writes the files one after the other. Where one cannot be written, or holds something else by now, those before it
 * get back what they held.
 * @returns the file that has changed in between; undefined where all is written
 * @throws WriteError where one cannot be written, and then all is as it was, unless it says otherwise
 */
export async function writeTogether(files: readonly FileToWrite[]): Promise<string | undefined> {
  // Most of what could go wrong is seen before anything is written.
  for (const { file, before } of files) {
    const now = bytesToEdit(file);
    if (!isSame(now, before)) return file;
  }
  const written: FileToWrite[] = [];
  try {
    for (const one of files) {
      if (!(await writeUnlessChanged(one.file, one.before, one.content))) {
        await takeBack(written);
        return one.file;
      }
      written.push(one);
    }
    return undefined;
  } catch (error) {
    await takeBack(written);
    throw error;
  }
}

/** What somebody has changed since is theirs. @throws WriteError where some could not get back what they held */
async function takeBack(files: readonly FileToWrite[]): Promise<void> {
  const left: string[] = [];
  for (const { file, before, content } of [...files].reverse()) {
    const ours = new TextEncoder().encode(content);
    try {
      if (before !== undefined) await writeUnlessChanged(file, ours, before);
      else removeUnlessChanged(file, ours);
    } catch {
      left.unshift(file);
    }
  }
  if (left.length > 0)
    throw new NotTakenBack(
      `not all of the files could be written, and ${listOf(left)} could not be set back to what ${left.length === 1 ? 'it' : 'they'} held.`,
    );
}

const isSame = (left: Uint8Array | undefined, right: Uint8Array | undefined): boolean =>
  left === undefined || right === undefined ? left === right : Buffer.compare(left, right) === 0;
