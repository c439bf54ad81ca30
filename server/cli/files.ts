/** Files that a command writes beside its standard output. */
import { appendFileSync, existsSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { RunError } from './portfolios';

/** Before any work is done: a file that cannot be written should not cost a minute first. @throws RunError */
export function ensureWritable(file: string): void {
  const folder = dirname(resolve(file));
  if (!existsSync(folder)) throw new RunError(`there is no folder ${folder} for ${file}. Make it first.`);
  if (existsSync(file) && statSync(file).isDirectory())
    throw new RunError(`${file} is a folder. Give the name of a file.`);
}

/** Writes all of a file or nothing: who reads it meanwhile sees what was there before. @throws RunError */
export function writeWhole(file: string, content: string | Uint8Array): void {
  const draft = `${resolve(file)}.${process.pid}.part`;
  try {
    writeFileSync(draft, content);
    renameSync(draft, file);
  } catch (error) {
    rmSync(draft, { force: true });
    throw new RunError(`${file} cannot be written: ${reason(error)}.`);
  }
}

/** @returns why it cannot be done, or undefined */
export function append(file: string, text: string): string | undefined {
  try {
    appendFileSync(file, text);
    return undefined;
  } catch (error) {
    return `${file} cannot be written: ${reason(error)}.`;
  }
}

const reason = (error: unknown): string =>
  (error as NodeJS.ErrnoException).code ?? (error instanceof Error ? error.message : String(error));
