/** What `.gitignore` files leave out. Their format is git's (gitignore(5)), read by the package `ignore`. */
import ignore from 'ignore';
import type { Ignore } from 'ignore';
import type { Uri } from '../../core/text/span';
import { isWithin, parentUri, relativePath } from '../../core/text/uri';

export interface IgnoreRules {
  /** Adds the rules of the `.gitignore` in a folder; they hold for all below it. */
  readonly add: (folder: Uri, text: string) => void;
  /** The folders whose rules have been added. */
  readonly folders: () => readonly Uri[];
  readonly ignoresFile: (uri: Uri) => boolean;
  readonly ignoresFolder: (uri: Uri) => boolean;
  /** Whether the file or any folder on the way to it from `root` is left out. */
  readonly ignoresPath: (root: Uri, uri: Uri) => boolean;
}

export function ignoreRules(): IgnoreRules {
  const levels: { readonly folder: Uri; readonly rules: Ignore }[] = [];
  // The rules nearest to the file speak last, so that they can take back what those above say.
  const judge = (uri: Uri, suffix: string): boolean => {
    let ignored = false;
    for (const { folder, rules } of levels) {
      if (uri === folder || !isWithin(folder, uri)) continue;
      const verdict = rules.test(relativePath(folder, uri) + suffix);
      ignored = verdict.ignored || (ignored && !verdict.unignored);
    }
    return ignored;
  };
  const ignoresFile = (uri: Uri): boolean => levels.length > 0 && judge(uri, '');
  const ignoresFolder = (uri: Uri): boolean => levels.length > 0 && judge(uri, '/');
  return {
    add: (folder, text) => {
      levels.push({ folder, rules: ignore({ ignorecase: false }).add(text) });
      levels.sort((left, right) => left.folder.length - right.folder.length);
    },
    folders: () => levels.map(({ folder }) => folder),
    ignoresFile,
    ignoresFolder,
    ignoresPath: (root, uri) => {
      if (ignoresFile(uri)) return true;
      for (
        let folder = parentUri(uri);
        folder !== root && isWithin(root, folder);
        folder = parentUri(folder)
      ) {
        if (ignoresFolder(folder)) return true;
      }
      return false;
    },
  };
}
