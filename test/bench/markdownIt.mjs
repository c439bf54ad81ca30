// Lists and reads all Markdown files of a folder, parses each of them with markdown-it, and looks for the file that each
// relative link leads to: what a check of links costs with a whole, quick parser.
// The second argument is the module.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const [folder = '.', module = 'markdown-it'] = process.argv.slice(2);
const parser = createRequire(import.meta.url)(module)({ html: true });
let missing = 0;
for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
  if (!entry.isFile() || !entry.name.endsWith('.md')) continue;
  const path = join(entry.parentPath, entry.name);
  for (const { children } of parser.parse(readFileSync(path, 'utf8'), {}))
    for (const token of children ?? []) {
      const address = token.attrGet(token.type === 'image' ? 'src' : 'href');
      if (!address || /^(?:[a-z][a-z0-9+.-]*:|\/|#)/i.test(address)) continue;
      if (!existsSync(join(dirname(path), decodeURI(address).replace(/[?#].*$/s, '')))) missing += 1;
    }
}
process.stdout.write(`${missing} links lead nowhere.\n`);
