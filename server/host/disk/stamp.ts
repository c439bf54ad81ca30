/** What tells that a file has changed, without reading it. */
import { statSync } from 'node:fs';

/** Undefined where there is none, or it cannot be looked at. @param place a path of this machine */
export function stampOf(place: string): string | undefined {
  try {
    const found = statSync(place, { throwIfNoEntry: false });
    return found && `${found.mtimeMs} ${found.ctimeMs} ${found.size} ${found.ino}`;
  } catch {
    return undefined;
  }
}
