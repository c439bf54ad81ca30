/** `npm run generate`: writes what follows from the lists in the code (rules, …) into settings, schemas and pages. */
import { writeFileSync } from 'node:fs';
import { outdated } from './generate/generate';

void (async () => {
  const files = await outdated();
  for (const { file, what, text } of files) {
    writeFileSync(file, text);
    console.log(`${file}: ${what.join(', ')}`);
  }
  if (files.length === 0) console.log('All that is generated is up to date.');
})();
