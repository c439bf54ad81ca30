/** `npm run generate`: writes what follows from the lists in the code (rules, …) into settings, schemas and pages. */
import { writeFileSync } from 'node:fs';
import { outdated } from './generate/generate';
import { missingPages } from './generate/rules';

void (async () => {
  const files = await outdated();
  for (const { file, what, text } of files) {
    writeFileSync(file, text);
    console.log(`${file}: ${what.join(', ')}`);
  }
  for (const reason of missingPages) console.error(reason);
  if (missingPages.length > 0) process.exitCode = 1;
  else if (files.length === 0) console.log('All that is generated is up to date.');
})();
