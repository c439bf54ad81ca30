/** Paths that are joined in one piece against the same joined segment by segment. */
import { equal } from 'node:assert/strict';
import fc from 'fast-check';
import { isWithin, joinPath, relativePath } from '../../../../server/core/text/uri';
import { runs } from '../../support/runs';

const encode = (segment: string): string =>
  encodeURIComponent(segment).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );

/** What `joinPath` means: one step per segment, never above the root. */
function stepByStep(root: string, folder: readonly string[], path: string): string {
  const steps = [...folder];
  for (const segment of path.split('/')) {
    if (segment === '..') steps.pop();
    else if (segment !== '' && segment !== '.') steps.push(encode(segment));
  }
  return root + steps.join('/');
}

const segment = fc.constantFrom('a', 'b-1', '..', '.', '', 'x y', '.hidden', 'ü', 'a.md', '~', '_', '...');
const path = fc.array(segment, { maxLength: 8 }).map((segments) => segments.join('/'));
const folder = fc.array(fc.constantFrom('evidence', '3-information', 'x%20y'), { maxLength: 4 });

describe('joinPath', () => {
  for (const root of ['file:///', 'vscode-vfs://github/']) {
    it(`takes every segment as it is meant, below ${root}`, () => {
      fc.assert(
        fc.property(folder, path, (segments, way) => {
          const from = root + segments.join('/');
          const joined = joinPath(from, way);
          equal(joined, stepByStep(root, segments, way) || root);
          equal(isWithin(from, joined), joined === from || joined.startsWith(from.replace(/\/?$/, '/')));
          if (joined !== from) equal(joinPath(from, relativePath(from, joined)), joined);
        }),
        { numRuns: runs(5000) },
      );
    });
  }
});
