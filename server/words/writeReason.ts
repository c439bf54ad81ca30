/** Why a file cannot be written, and what to do: one way to say it, in the command line, the server and VS Code. */

/**
 * @param error of Node’s file system, or of VS Code’s, which has the system’s own in its message
 * @returns sentences, without the first capital
 */
export function writeReason(error: unknown): string {
  const { code = '', message = String(error) } = error as {
    readonly code?: string;
    readonly message?: string;
  };
  const system = reasons[code] ?? reasons[ofEditor[code] ?? ''] ?? reasons[codeIn(message)];
  return system ?? `the system says “${/^E[A-Z]+$/.test(code) ? code : message}”.`;
}

/** The code in a message such as `Error: ENOSPC: no space left on device, write`. */
const codeIn = (message: string): string => /\bE[A-Z]{2,}(?=: )/.exec(message)?.[0] ?? '';

const busy = 'another program has it open. Close it there first.';
const manyOpen = 'too many files are open. Close some programs, and try again.';

const reasons: Readonly<Record<string, string>> = {
  EACCES:
    'you have no right to change it, or to write in its folder. Ask whoever looks after the folder, or choose another one.',
  EPERM:
    'you have no right to change it, or another program has it open. Close it there, or ask whoever looks after the folder.',
  EBUSY: busy,
  ETXTBSY: busy,
  EROFS: 'it is on a drive that can only be read. Choose a place on another drive, or copy the folder there.',
  ENOSPC: 'the disk is full. Make room on it, and try again.',
  EDQUOT: 'the space that you may use on this disk is full. Delete something of yours, and try again.',
  EFBIG: 'it would be larger than this disk allows. Choose a place on another disk.',
  EIO: 'the disk reports a fault. Choose a place on another disk, and have this one looked at.',
  ENOENT: 'its folder is not there.',
  ENOTDIR: 'what should be its folder is a file.',
  EISDIR: 'it is a folder.',
  ENAMETOOLONG: 'its name is too long.',
  ELOOP: 'the symbolic links on the way to it lead in a circle.',
  EMFILE: manyOpen,
  ENFILE: manyOpen,
  ENXIO: 'nobody reads it.',
};

/** What VS Code calls some of them. */
const ofEditor: Readonly<Record<string, string>> = {
  NoPermissions: 'EACCES',
  FileNotFound: 'ENOENT',
  FileNotADirectory: 'ENOTDIR',
  FileIsADirectory: 'EISDIR',
};
