/** What VS Code's Markdown server asks of its client: files, and Markdown as markdown-it reads it. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Peers } from './peers';

interface MarkdownIt {
  parse(text: string, environment: object): unknown;
}

interface Asked {
  readonly uri: string;
  readonly text?: string;
}

export function markdownClient(
  peers: Peers,
): (folder: string) => Readonly<Record<string, (params: never) => unknown>> {
  const load = createRequire(import.meta.url);
  const markdownIt = load(peers.path('markdown-it')) as (options: object) => MarkdownIt;
  const engine = markdownIt({ html: true });
  const read = (uri: string): string => readFileSync(fileURLToPath(uri), 'utf8');
  return (folder) => ({
    'markdown/parse': ({ uri, text }: Asked) => engine.parse(text ?? read(uri), {}),
    'markdown/fs/readFile': ({ uri }: Asked) => [...Buffer.from(read(uri))],
    'markdown/fs/readDirectory': ({ uri }: Asked) =>
      readdirSync(fileURLToPath(uri), { withFileTypes: true }).map((entry) => [
        entry.name,
        { isDirectory: entry.isDirectory() },
      ]),
    'markdown/fs/stat': ({ uri }: Asked) => {
      const found = statSync(fileURLToPath(uri), { throwIfNoEntry: false });
      return found && { isDirectory: found.isDirectory() };
    },
    'markdown/fs/watcher/create': () => null,
    'markdown/fs/watcher/delete': () => null,
    'markdown/findMarkdownFilesInWorkspace': () =>
      readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && entry.name.endsWith('.md'))
        .map((entry) => pathToFileURL(join(entry.parentPath, entry.name)).href),
  });
}
