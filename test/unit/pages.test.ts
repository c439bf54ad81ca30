/** The pages for those who work on the code name files that are there. */
import { deepEqual } from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';

/** Paths from the top of the repository, or from `server`, `client` or `schemas`, as the pages shorten them. */
const isThere = (path: string): boolean =>
  ['', 'server/', 'client/'].some((top) => existsSync(`${top}${path}`) || existsSync(`${top}${path}.ts`));

/** Paths of two parts or more, with no placeholder in them. What only a build or a run makes is left out. */
const pathsIn = (page: string): readonly string[] =>
  Array.from(page.matchAll(/`([\w.-]+\/[\w./-]+)`/g), ([, path = '']) => path).filter(
    (path) => !/^(?:dist|node_modules|evidence|evidencePortfolio)\/|\.output/.test(path),
  );

describe('the pages about the code', () => {
  for (const page of ['docs/architecture.md', 'CONTRIBUTING.md', 'SECURITY.md'])
    it(`name files that are there: ${page}`, () => {
      deepEqual(
        pathsIn(readFileSync(page, 'utf8')).filter((path) => !isThere(path)),
        [],
      );
    });
});
