/**
 * Text that nobody here has written, made a portfolio to measure with: each Markdown file of a folder with the key
 * `elements` in its front matter, or in one of its own. Other files are there too, empty, so that links lead where they
 * led; of installed packages the Markdown alone, which leaves many that lead nowhere.
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';

export interface Corpus {
  readonly name: string;
  readonly folder: string;
  readonly files: number;
  readonly bytes: number;
}

/** The Markdown of the packages that this project has installed. */
export const installedPackages = (place: string): Corpus =>
  corpusOf('Markdown of the installed packages', 'node_modules', join(place, 'real-packages'), false);

/** Any other folder, by the name that it has. */
export const folderOfMarkdown = (from: string, place: string): Corpus =>
  corpusOf(
    `Markdown of ${basename(resolve(from))}`,
    from,
    join(place, `real-${basename(resolve(from))}`),
    true,
  );

function corpusOf(name: string, from: string, folder: string, withOthers: boolean): Corpus {
  rmSync(folder, { recursive: true, force: true });
  let files = 0;
  let bytes = 0;
  for (const path of filesBelow(from, '')) {
    const isMarkdown = /\.(?:md|markdown)$/i.test(path);
    if (!isMarkdown && !withOthers) continue;
    // What is installed is left out by every program; this is to be read.
    const target = join(folder, path.replaceAll('node_modules', 'modules'));
    const text = isMarkdown ? withElements(readFileSync(join(from, path), 'utf8')) : '';
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, text);
    if (isMarkdown) files += 1;
    bytes += Buffer.byteLength(text);
  }
  writeFileSync(join(folder, 'portfolio.yaml'), `title: ${name}\n`);
  return { name, folder, files, bytes };
}

/** Paths below a folder, without what links lead into and without the store of git. */
function filesBelow(folder: string, path: string): readonly string[] {
  return readdirSync(join(folder, path), { withFileTypes: true }).flatMap((entry) => {
    const inner = path === '' ? entry.name : `${path}/${entry.name}`;
    if (entry.isDirectory()) return entry.name === '.git' ? [] : filesBelow(folder, inner);
    return entry.isFile() ? [inner] : [];
  });
}

/** Front matter as most of it is: text that begins with a fence and has another one is given the key in its block. */
export function withElements(text: string): string {
  const body = text.replace(/^\uFEFF/, '');
  const opening = /^---[ \t]*\r?\n(?=[\s\S]*?^---[ \t]*$)/m.exec(body);
  if (opening?.index !== 0) return `---\nelements: [1.1.1]\n---\n${body}`;
  const [block = ''] = body.slice(opening[0].length).split(/^---[ \t]*$/m);
  if (/^elements[ \t]*:/m.test(block)) return body;
  return `${opening[0]}elements: [1.1.1]\n${body.slice(opening[0].length)}`;
}
