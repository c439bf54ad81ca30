/** Starts what the build has made for Node: files of CommonJS in one folder, with what V8 has kept of them. */
import * as fs from 'node:fs';
import * as path from 'node:path';
import { Script } from 'node:vm';
import type { Kept, KeptCode } from './keptCode';

/** After so many runs in a row in which no more of the code ran than before, what is kept stays as it is. */
const maximumIdle = 3;

/** V8 does not lay out the same code in the same number of bytes each time. */
const isMore = (now: Buffer, before: Kept): boolean => now.length > 1.01 * before.bytes.length;

/** A file whose name no other content has, as the build makes it; what V8 keeps of others could be of another version. */
const hasOwnName = /-[\w-]{8}\.cjs$/;

type Run = (
  exports: unknown,
  require: Load,
  module: { exports: unknown },
  file: string,
  folder: string,
) => void;
type Load = (name: string) => unknown;

/**
 * Runs a file of a folder; the others there are loaded from the folder likewise, when they are asked for.
 * @param others loads what is not of the folder
 * @param atExit is told what is to be done when all has been done
 */
export function runBundle(
  folder: string,
  entry: string,
  others: Load,
  kept: KeptCode | undefined,
  atExit: (work: () => void) => void,
): void {
  const modules = new Map<string, { exports: unknown }>();
  const made: { readonly name: string; readonly script: Script; readonly before: Kept | undefined }[] = [];

  function load(name: string): unknown {
    const known = modules.get(name);
    if (known) return known.exports;
    const module = { exports: {} as unknown };
    modules.set(name, module);
    const file = path.join(folder, name);
    const code = `(function (exports, require, module, __filename, __dirname) { ${fs.readFileSync(file, 'utf8')}\n})`;
    const before = hasOwnName.test(name) ? kept?.read(name) : undefined;
    const script = new Script(code, { filename: file, ...(before && { cachedData: before.bytes }) });
    const isTaken = before !== undefined && script.cachedDataRejected !== true;
    if (hasOwnName.test(name) && (!isTaken || before.idle < maximumIdle))
      made.push({ name, script, before: isTaken ? before : undefined });
    const run = script.runInThisContext() as Run;
    run.call(module.exports, module.exports, loadFrom, module, file, folder);
    return module.exports;
  }

  const loadFrom: Load = (name) => (name.startsWith('./') ? load(name.slice(2)) : others(name));

  if (kept)
    atExit(() => {
      for (const { name, script, before } of made) {
        const bytes = script.createCachedData();
        // What has not run for long is forgotten by V8, and no longer in it.
        const isIdle = before && !isMore(bytes, before);
        kept.write(name, isIdle ? { bytes: before.bytes, idle: before.idle + 1 } : { bytes, idle: 0 });
      }
    });
  load(entry);
}
