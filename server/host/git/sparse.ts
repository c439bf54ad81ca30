/** Files on the disk, and beside them those that a sparse checkout has left out there. */
import type { FileAccess } from '../files/fileAccess';
import type { GitFileAccess } from './fileAccess';

/** @param hidden what git would have put on the disk, had it not been told to leave it out */
export function withHidden(
  disk: FileAccess,
  hidden: GitFileAccess,
): FileAccess & Pick<GitFileAccess, 'idsOf'> {
  return {
    ...disk,
    find: async (folder, options) => {
      const shown = await disk.find(folder, options);
      const { files } = await hidden.find(folder, options);
      const there = new Set(shown.files);
      const more = files.filter((uri) => !there.has(uri) && !shown.isIgnored(uri));
      return { ...shown, files: [...shown.files, ...more] };
    },
    readMany: async (uris, boundary) => {
      const outcomes = await disk.readMany(uris, boundary);
      const absent = uris.filter(
        (uri, at) => outcomes[at]?.kind === 'absent' && hidden.idsOf(uri).length > 0,
      );
      if (absent.length === 0) return outcomes;
      const found = await hidden.readMany(absent, boundary);
      const texts = new Map(absent.map((uri, at) => [uri, found[at]]));
      return outcomes.map((outcome, at) => texts.get(uris[at] ?? '') ?? outcome);
    },
    exist: async (uris, folder) => {
      const [onDisk, left] = [await disk.exist(uris, folder), await hidden.exist(uris, folder)];
      return uris.map((_, at) => onDisk[at] === true || left[at] === true || (onDisk[at] ?? false));
    },
    idsOf: (uri) => hidden.idsOf(uri),
  };
}
