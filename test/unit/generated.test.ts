/** What `npm run generate` writes is as it would write it now. */
import { equal, throws } from 'node:assert/strict';
import { outdated, targets } from '../../.scripts/generate/generate';
import { between, jsonAt } from '../../.scripts/generate/target';

describe('What npm run generate writes', () => {
  for (const target of targets)
    it(`is up to date: ${target.what} in ${target.file}`, async () => {
      const [file] = await outdated([target]);
      equal(file && `${file.file} is not up to date (${target.what}): run npm run generate`, undefined);
    });

  it('is noticed where it is not', async () => {
    const files = await outdated(
      ['old', 'older'].map((what) => ({
        file: 'README.md',
        what,
        update: (text) => `${text}\n${what}\n`,
      })),
    );
    equal(files.length, 1);
    equal(files[0]?.what.join(), 'old,older');
    equal(files[0].text.endsWith('\n\nold\n\nolder\n'), true);
  });
});

describe('A generated part', () => {
  it('stands between its marks', () => {
    equal(
      between('a\n<!-- b -->\n\nold\n\n<!-- /b -->\nc\n', 'b', 'new $1'),
      'a\n<!-- b -->\n\nnew $1\n\n<!-- /b -->\nc\n',
    );
  });

  it('is missed where there are no marks', () => {
    throws(() => between('a', 'b', 'new'), /There is no <!-- b -->/);
  });

  it('is one value of a JSON file, and the rest stays', () => {
    equal(
      jsonAt('{ "a": [1,  2], "b": { "c": [0] } }\n', ['b', 'c'], [3]).replace(/\s+3\s+/, '3'),
      '{ "a": [1,  2], "b": { "c": [3] } }\n',
    );
    throws(() => jsonAt('{}', ['b'], 1), /nothing at b/);
  });
});
