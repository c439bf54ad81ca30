// The floor for any program in Node: every Markdown file of a folder listed and read, and nothing done with it.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

let characters = 0;
const read = (folder) => {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const place = join(folder, entry.name);
    if (entry.isDirectory()) read(place);
    else if (entry.name.endsWith('.md')) characters += readFileSync(place, 'utf8').length;
  }
};
read(process.argv[2]);
process.stdout.write(`${characters}\n`);
