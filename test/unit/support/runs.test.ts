/** `npm run test:fuzz` takes more inputs than the ordinary run, in every test that makes its own. */
import { deepEqual, equal, ok } from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { runs } from './runs';

const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) =>
    `${folder}/${name}`.replaceAll('\\', '/'),
  );
const textOf = (file: string): string => readFileSync(file, 'utf8');

describe('The long run of generated tests', () => {
  const generated = filesIn('test/unit').filter((file) => file.endsWith('.generated.test.ts'));

  it('takes more inputs, in each file', () => {
    ok(generated.length > 30);
    const fixed = /\bnumRuns(?::| =) (?:\d|Number\()|process\.env\['FC_/;
    deepEqual(
      generated.filter((file) => fixed.test(textOf(file))),
      [],
    );
  });

  it('takes more where a test does not say how many', () =>
    equal(fc.readConfigureGlobal().numRuns, runs(100)));

  it('has the tests of what has been built that can take more', () => {
    const more = filesIn('test/protocol').filter(
      (file) => file.endsWith('.test.ts') && /process\.env\['FC_RUNS'\]|support\/runs'/.test(textOf(file)),
    );
    ok(more.length > 1);
    const list = textOf('.scripts/fuzz.mjs');
    deepEqual(
      more.filter((file) => !list.includes(`'${file}'`)),
      [],
    );
  });
});
