/** What `dist/cli.js` begins with: it starts the bundle for Node with what V8 has kept of it. */
import type * as V8 from 'node:v8';
import { runBundle } from './host/start/bundle';
import { folderForKept, keptCode } from './host/start/keptCode';

/** @param folder of the bundle @param entry the file in it @param require of the file that starts it */
export function start(folder: string, entry: string, require: (name: string) => unknown): void {
  // A run is short, and most of what V8 compiles for a long one has ended before that pays. In Node 20 it waits for what
  // is hot; later ones have a quicker compiler for the time until then, and no such setting. What V8 keeps goes with its
  // settings, so that they come first.
  if (process.versions.v8.startsWith('11.'))
    (require('node:v8') as typeof V8).setFlagsFromString('--interrupt-budget=1000000');
  runBundle(folder, entry, require, kept(), (work) => process.once('exit', work));
}

function kept(): ReturnType<typeof keptCode> | undefined {
  try {
    const place = folderForKept(process.env, process.platform);
    return place === undefined ? undefined : keptCode(place, process.execPath);
  } catch {
    // The program that runs may have been replaced by a newer one.
    return undefined;
  }
}
