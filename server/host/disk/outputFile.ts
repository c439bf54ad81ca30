/** Files that somebody names for a result: an ordinary one is written whole, anything else is written to. */
import * as fs from 'node:fs';
import { resolve } from 'node:path';
import { writeNew, writeWhole } from './wholeFile';
import { cannotWrite } from './writeError';

/**
 * A device, a named pipe or a link was put there on purpose: it stays, and what it leads to is written.
 * @param options `isNew`: an ordinary file must not be there yet
 * @returns false where it is there all the same
 * @throws WriteError
 */
export function writeOutput(
  file: string,
  content: string | Uint8Array,
  options: { readonly isNew?: boolean } = {},
): boolean {
  try {
    const stream = standardStream(file);
    if (stream !== undefined) writeAll(stream, content);
    else if (!isSpecial(file)) return writePlain(file, content, options);
    else writeTo(file, content);
    return true;
  } catch (error) {
    // Whoever reads a pipe may have had enough: that is no fault of the run.
    if ((error as NodeJS.ErrnoException).code === 'EPIPE') return true;
    throw cannotWrite(file, error);
  }
}

/** Whether something is there that a result would replace: a device, a pipe or an open stream keeps nothing. */
export const wouldReplace = (file: string): boolean =>
  standardStream(file) === undefined && fs.statSync(file, { throwIfNoEntry: false })?.isFile() === true;

/** Makes a folder and those that it is in, where they are not there. @throws WriteError */
export function makeFolder(folder: string): void {
  try {
    fs.mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw cannotWrite(folder, error);
  }
}

/** Adds to the end of a file that another program has named. @throws WriteError */
export function appendTo(file: string, text: string): void {
  try {
    fs.appendFileSync(file, text);
  } catch (error) {
    throw cannotWrite(file, error);
  }
}

function writePlain(
  file: string,
  content: string | Uint8Array,
  { isNew = false }: { readonly isNew?: boolean },
): boolean {
  if (isNew) return writeNew(file, content);
  writeWhole(file, content);
  return true;
}

function isSpecial(file: string): boolean {
  const there = fs.lstatSync(file, { throwIfNoEntry: false });
  return there !== undefined && !there.isFile();
}

/** A link that leads to an ordinary file: that file is written whole, where it is. */
function writeTo(file: string, content: string | Uint8Array): void {
  if (fs.statSync(file, { throwIfNoEntry: false })?.isFile()) {
    writeWhole(fs.realpathSync(file), content);
    return;
  }
  // No O_TRUNC: a device has no length, and a link to nothing makes its file.
  const descriptor = fs.openSync(file, fs.constants.O_WRONLY | fs.constants.O_CREAT, 0o666);
  try {
    writeAll(descriptor, content);
  } finally {
    fs.closeSync(descriptor);
  }
}

/** An open stream of this process: to open it by its name would fail for a socket, and wipe out what a file has got. */
function standardStream(file: string): number | undefined {
  if (process.platform === 'win32') return undefined;
  const path = resolve(file);
  if (path === '/dev/stdout') return 1;
  if (path === '/dev/stderr') return 2;
  const [, number] = /^\/(?:dev|proc\/self)\/fd\/(\d+)$/.exec(path) ?? [];
  return number === undefined ? undefined : Number(number);
}

/** A pipe may take a part only, or nothing for a moment. */
function writeAll(descriptor: number, content: string | Uint8Array): void {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  for (let at = 0; at < bytes.length;) {
    try {
      at += fs.writeSync(descriptor, bytes, at);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
    }
  }
}
