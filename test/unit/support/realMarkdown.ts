/** Markdown that nobody here has written: that of the installed packages. */
import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';

export interface RealFile {
  /** Below node_modules, with `/`. */
  readonly path: string;
  readonly text: string;
}

const folder = 'node_modules';

/** In the ordinary run every third file, and none of the few that are as long as hundreds of others; `CORPUS=all`: all. */
export function realMarkdown(): readonly RealFile[] {
  const all = markdownBelow(folder).map((path): RealFile => ({
    path: posix.relative(folder, path),
    text: readFileSync(path, 'utf8'),
  }));
  if (process.env['CORPUS'] === 'all') return all;
  return all.filter(({ text }, at) => at % 3 === 0 && text.length < 40_000);
}

/** Every Markdown file below a folder, in the order of the alphabet, without what links lead into. */
function markdownBelow(path: string): readonly string[] {
  return readdirSync(path, { withFileTypes: true })
    .sort((left, right) => (left.name < right.name ? -1 : 1))
    .flatMap((entry) => {
      const inner = posix.join(path, entry.name);
      if (entry.isDirectory()) return markdownBelow(inner);
      return entry.isFile() && /\.(?:md|markdown)$/i.test(entry.name) ? [inner] : [];
    });
}
