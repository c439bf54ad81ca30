// @ts-check
// Whether tests that are run by the superuser can do their work: some of them go on as somebody without rights, who has to
// be able to read the sources and to run Node. In the superuser's own folder nobody can.
//
//   node .scripts/closedFolder.mjs   says what stands in the way, and fails
import { statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
// Windows has no `getuid`: an import of it by name fails there.
import process, { argv, execPath } from 'node:process';
import { fileURLToPath } from 'node:url';

/**
 * The first folder on the way to a place that not everybody may enter.
 *
 * @param {string} place
 * @returns {string | undefined} its path; undefined where there is none
 */
export function closedFolder(place) {
  const above = dirname(place);
  const closed = above === place ? undefined : closedFolder(above);
  const found = statSync(place);
  return closed ?? (found.isDirectory() && (found.mode & 0o001) === 0 ? place : undefined);
}

/**
 * What stands in the way, in words that say what to do.
 *
 * @param {readonly string[]} [places] the sources, and Node
 * @param {boolean} [isSuperuser]
 * @returns {string | undefined} undefined where nothing does
 */
export function whyTestsCannotRun(places = [resolve('.'), execPath], isSuperuser = process.getuid?.() === 0) {
  const closed = isSuperuser ? places.map(closedFolder).find((folder) => folder !== undefined) : undefined;
  if (closed === undefined) return undefined;
  return `Some tests run as somebody without rights, who may not enter ${closed}. Run them as an ordinary user, or move this repository, and Node where it is in there, to where everybody may go.`;
}

if (argv[1] === fileURLToPath(import.meta.url)) {
  const why = whyTestsCannotRun();
  if (why !== undefined) {
    console.error(why);
    process.exitCode = 1;
  }
}
