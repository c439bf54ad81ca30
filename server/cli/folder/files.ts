/** Files that a command writes: results beside its standard output, and edits of the portfolio. */
import type { Stats } from 'node:fs';
import { existsSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { decode } from '../../core/text/decode';
import { appendTo, writeOutput } from '../../host/disk/outputFile';
import { bytesToEdit, writeUnlessChanged } from '../../host/disk/wholeFile';
import { cannotWrite, WriteError } from '../../host/disk/writeError';
import { RunError } from '../command/errors';

/** Before any work is done: a file that cannot be written should not cost a minute first. @throws RunError */
export function ensureWritable(file: string): void {
  const folder = dirname(resolve(file));
  if (!existsSync(folder)) throw new RunError(`there is no folder ${folder} for ${file}. Make it first.`);
  if (whatIsAt(() => statSync(file, { throwIfNoEntry: false }), file)?.isDirectory())
    throw new RunError(`${file} is a folder. Give the name of a file.`);
}

/** What stands where something is to be written. @throws RunError where nothing can be written there */
export function whatIsAt(look: () => Stats | undefined, file: string): Stats | undefined {
  try {
    return look();
  } catch (error) {
    throw asRunError(cannotWrite(file, error));
  }
}

/**
 * Writes a result to the file that somebody has named for it.
 * @param options `isNew`: an ordinary file must not be there yet
 * @returns false where it is there all the same
 * @throws RunError
 */
export function writeResult(
  file: string,
  content: string | Uint8Array,
  options: { readonly isNew?: boolean } = {},
): boolean {
  try {
    return writeOutput(file, content, options);
  } catch (error) {
    throw asRunError(error);
  }
}

/** @returns why it cannot be done, or undefined */
export function append(file: string, text: string): string | undefined {
  try {
    appendTo(file, text);
    return undefined;
  } catch (error) {
    if (error instanceof WriteError) return error.message;
    throw error;
  }
}

/** A text of the portfolio as it is read to be edited. */
export interface Draft {
  readonly file: string;
  /** What the file held; undefined: there is none. */
  readonly bytes: Uint8Array | undefined;
  /** The same as text, a byte order mark included. */
  readonly text: string | undefined;
}

/** @throws RunError where it is a link, or no text in UTF-8: what is read as something else would be damaged */
export function readDraft(file: string): Draft {
  const bytes = bytesOf(file);
  if (!bytes) return { file, bytes, text: undefined };
  const { text, encoding, doubt } = decode(bytes);
  if (encoding === 'utf-8' && doubt === undefined) return { file, bytes, text };
  const is = doubt === undefined ? ` It is saved as ${encoding.toUpperCase()}: save it as UTF-8 first.` : '';
  throw new RunError(`${file} cannot be read as UTF-8 text, so it was left as it is.${is}`);
}

function bytesOf(file: string): Uint8Array | undefined {
  try {
    return bytesToEdit(file);
  } catch (error) {
    if (error instanceof WriteError) throw new RunError(error.message);
    throw new RunError(`${file} cannot be read. You may not have the right to.`);
  }
}

/** How often somebody else may be faster before we give up. */
const maximumAttempts = 200;

/** What an edit comes to: a new text for a file, or nothing to write; and the answer of the command. */
export interface Attempt<Answer> {
  readonly edit?: { readonly draft: Draft; readonly text: string } | undefined;
  readonly answer: Answer;
}

/**
 * Makes an edit from what the files say. Where somebody has written meanwhile, what they wrote is read, and the edit
 * is made again from that: no edit of theirs is lost.
 * @throws RunError
 */
export async function edited<Answer>(attempt: () => Promise<Attempt<Answer>>): Promise<Answer> {
  for (let count = 1; count <= maximumAttempts; count++) {
    const { edit, answer } = await attempt();
    if (!edit) return answer;
    try {
      const { file, bytes } = edit.draft;
      if (await writeUnlessChanged(file, bytes, edit.text)) return answer;
    } catch (error) {
      throw asRunError(error);
    }
  }
  throw new RunError('others write the same file all the time. Try again later.');
}

const asRunError = (error: unknown): unknown =>
  error instanceof WriteError ? new RunError(error.message) : error;
