/** Real folders on the disk, removed after the test that made them. */
import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { removeFolder } from '../../unit/support/removeFolder';

/** By path below the folder, with `/`. */
export type Texts = Readonly<Record<string, string>>;

export interface Folder {
  readonly path: string;
  /** The address of the folder, or of a path below it. */
  readonly uri: (below?: string) => string;
  readonly write: (below: string, text: string) => void;
  readonly remove: (below: string) => void;
}

const made: string[] = [];

afterEach(() => {
  for (const path of made.splice(0)) removeFolder(path);
});

/** A new folder with these files. */
export function folderOf(texts: Texts): Folder {
  // On macOS the folder for temporary files is a symbolic link.
  const path = mkdtempSync(join(realpathSync(tmpdir()), 'evidence-portfolio-'));
  made.push(path);
  const folder: Folder = {
    path,
    uri: (below = '') => pathToFileURL(join(path, below)).href.replace(/\/$/, ''),
    write: (below, text) => {
      mkdirSync(dirname(join(path, below)), { recursive: true });
      writeFileSync(join(path, below), text);
    },
    remove: (below) => rmSync(join(path, below), { recursive: true }),
  };
  for (const [below, text] of Object.entries(texts)) folder.write(below, text);
  return folder;
}

/** A copy of the sample portfolio. */
export function sampleFolder(): Folder {
  const folder = folderOf({});
  cpSync('samples/anytown-libraries', folder.path, { recursive: true });
  return folder;
}
