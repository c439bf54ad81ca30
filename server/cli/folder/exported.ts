/** What a command exports, as a file or on standard output. */
import type { ExportFormat } from '../../core/plan/exchange/exportFormats';
import { exportFormats, isOfficeFormat } from '../../core/plan/exchange/exportFormats';
import { wouldReplace } from '../../host/disk/outputFile';
import { RunError, UsageError } from '../command/errors';
import type { Surroundings } from '../command/surroundings';
import { printable } from '../output/terminal';
import { ensureWritable, writeResult } from './files';

export interface ExportTold {
  readonly format: ExportFormat | undefined;
  /** Undefined: standard output. */
  readonly output: string | undefined;
  /** An existing file may be written over. */
  readonly force: boolean;
}

/**
 * The format that is meant; before any work is done, whether the file can be written.
 * @param stem what a file of it may be called
 * @throws UsageError, RunError
 */
export function exportFormat({ format: told, output: file, force }: ExportTold, stem: string): ExportFormat {
  const ending = /\.([^./\\]+)$/.exec(file ?? '')?.[1]?.toLowerCase();
  const format = told ?? exportFormats.find((known) => known === ending);
  if (format === undefined)
    throw new UsageError(
      `say which format: --format ${exportFormats.join('|')}, or --output with such an ending.`,
    );
  if (file === undefined && isOfficeFormat(format))
    throw new UsageError(`${format} is no text, so it needs a file: --output ${stem}.${format}.`);
  if (file !== undefined) {
    ensureWritable(file);
    if (!force && wouldReplace(file)) throw new RunError(thereAlready(file));
  }
  return format;
}

/** @throws RunError */
export function writeExport(
  bytes: Uint8Array,
  { output: file, force }: ExportTold,
  surroundings: Surroundings,
): void {
  if (file !== undefined) {
    if (!writeResult(file, bytes, { isNew: !force })) throw new RunError(thereAlready(file));
    surroundings.write(`${printable(file)} is written.\n`);
    return;
  }
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  // What a file says is not obeyed by a terminal; a program that reads gets every character.
  surroundings.write(surroundings.isTerminal ? text.split('\n').map(printable).join('\n') : text);
}

const thereAlready = (file: string): string => `${file} is there already. Say --force to write over it.`;
