/** Where the claims of one answer stand. */
import { lineStarts, positionAt } from '../text/lines';
import type { Uri } from '../text/span';
import type { Asked, Place } from './model';
import { pathIn } from './model';

/** The place of an offset in a file; of the file as a whole, where none is given. */
export type PlaceOf = (uri: Uri, offset?: number) => Place;

/** The lines of a file are counted once, however often an answer names it. */
export function placesOf({ index, folders }: Asked): PlaceOf {
  const known = new Map<Uri, readonly number[] | undefined>();
  const startsOf = (uri: Uri): readonly number[] | undefined => {
    if (!known.has(uri)) {
      const text = index.textOf(uri);
      known.set(uri, text === undefined ? undefined : lineStarts(text));
    }
    return known.get(uri);
  };
  return (uri, offset) => {
    const file = pathIn(folders, uri);
    const starts = offset === undefined ? undefined : startsOf(uri);
    return starts && offset !== undefined ? { file, line: positionAt(starts, offset).line + 1 } : { file };
  };
}
