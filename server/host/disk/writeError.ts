/** Why a file cannot be written, in words for people. */

import { writeReason } from '../../words/writeReason';

/** A file cannot be written; the message says which one and why, as a sentence without its first capital. */
export class WriteError extends Error {}

/** @param error of Node's file system */
export const cannotWrite = (file: string, error: unknown): WriteError =>
  error instanceof WriteError ? error : new WriteError(`${file} cannot be written: ${writeReason(error)}`);
