import { isManifestName, manifestName, mayBeManifest } from '../text/manifestName';
import { fileName, joinPath, parentUri, relativePath } from '../text/uri';
import { fileRule } from './rule';

/** Reported by the index: there is no text that a rule could look at. */
export const fileUnreadable = fileRule({
  code: 'file-unreadable',
  severity: 'error',
  summary:
    'A file that cannot be read, or is larger than 5 MB, or an action plan too long to be read to its end.',
  remedy: {
    care: 'choice',
    // A manifest under another name, where no file of its name stands yet.
    proposals: ({ exists }, { uri }) => {
      const name = fileName(uri);
      if (!mayBeManifest(name) || isManifestName(name)) return [];
      const to = joinPath(parentUri(uri), manifestName);
      if (exists(to) === true) return [];
      const title = `Rename to ${relativePath(parentUri(uri), to)}`;
      return [{ kind: 'edit', title, edits: [{ kind: 'rename', uri, to }], isPreferred: true }];
    },
  },
});
