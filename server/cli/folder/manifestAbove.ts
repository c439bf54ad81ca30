/** Where the portfolio is that a folder is a part of. */
import { readdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { isManifestName } from '../../core/text/manifestName';

/** The nearest folder above one that has a manifest: a second one below it would be a portfolio of its own. */
export function folderAbove(folder: string): string | undefined {
  for (let place = resolve(folder); place !== dirname(place);) {
    place = dirname(place);
    if (hasManifest(place)) return place;
  }
  return undefined;
}

function hasManifest(folder: string): boolean {
  try {
    return readdirSync(folder).some(isManifestName);
  } catch {
    // A folder that may not be looked into.
    return false;
  }
}
