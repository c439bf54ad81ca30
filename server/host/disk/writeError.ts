/** Why a file cannot be written, in words for people. */

/** A file cannot be written; the message says which one and why, as a sentence without its first capital. */
export class WriteError extends Error {}

/** @param error of Node's file system */
export const cannotWrite = (file: string, error: unknown): WriteError =>
  error instanceof WriteError ? error : new WriteError(`${file} cannot be written: ${reasonOf(error)}`);

function reasonOf(error: unknown): string {
  const { code = '', message } = error as NodeJS.ErrnoException;
  return reasons[code] ?? `the system says “${code === '' ? message : code}”.`;
}

const reasons: Readonly<Record<string, string>> = {
  EACCES: 'you have no right to change it, or to write in its folder.',
  EPERM: 'you have no right to change it, or another program has it open.',
  EBUSY: 'another program has it open. Close it there first.',
  ETXTBSY: 'another program has it open. Close it there first.',
  EROFS: 'it is on a drive that can only be read.',
  ENOSPC: 'the disk is full.',
  EDQUOT: 'the space that you may use on this disk is full.',
  EFBIG: 'it would be larger than this disk allows.',
  EIO: 'the disk reports a fault.',
  ENOENT: 'its folder is not there.',
  ENOTDIR: 'what should be its folder is a file.',
  EISDIR: 'it is a folder.',
  ENAMETOOLONG: 'its name is too long.',
  ELOOP: 'the symbolic links on the way to it lead in a circle.',
  EMFILE: 'too many files are open.',
  ENFILE: 'too many files are open.',
  ENXIO: 'nobody reads it.',
};
