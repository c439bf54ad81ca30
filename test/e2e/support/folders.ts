import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { repository } from '../../../.scripts/editors.mjs';

const made: string[] = [];

process.on('exit', () => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
});

/** Copies `samples/<name>` to a fresh temporary folder of the same name, which a test may change; gives its path. */
export function copySample(name = 'anytown-libraries'): string {
  const folder = join(emptyFolder(), name);
  cpSync(join(repository, 'samples', name), folder, { recursive: true });
  return folder;
}

/** Makes a fresh temporary folder with these files (path with `/` → text); gives its path. */
export function folderWith(files: Readonly<Record<string, string>>, name = 'folder'): string {
  const folder = join(emptyFolder(), name);
  mkdirSync(folder);
  for (const [path, text] of Object.entries(files)) {
    const file = join(folder, ...path.split('/'));
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  return folder;
}

/** The real path: on macOS the temporary folder is a link, and editors show the one and the other. */
function emptyFolder(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'evidence-portfolio-e2e-')));
  made.push(folder);
  return folder;
}
