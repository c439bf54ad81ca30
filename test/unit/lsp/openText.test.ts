import { deepEqual, equal } from 'node:assert/strict';
import fc from 'fast-check';
import { openText } from '../../../server/lsp/openText';
import { runs } from '../support/runs';

const position = (line: number, character: number) => ({ line, character });
const edit = (from: readonly [number, number], to: readonly [number, number], text: string) => ({
  range: { start: position(...from), end: position(...to) },
  text,
});

/** The lines of a document as they are understood after an edit, and as they stand in its text. */
function check(before: string, edits: readonly ReturnType<typeof edit>[], after?: string): void {
  const document = openText.create('file:///a.md', 'markdown', 1, before);
  openText.update(document, [...edits], 2);
  const fresh = openText.create('file:///a.md', 'markdown', 2, document.getText());
  if (after !== undefined) equal(document.getText(), after);
  equal(document.version, 2);
  deepEqual(
    Array.from({ length: fresh.lineCount + 3 }, (_, line) => document.offsetAt(position(line, 1))),
    Array.from({ length: fresh.lineCount + 3 }, (_, line) => fresh.offsetAt(position(line, 1))),
  );
  equal(document.lineCount, fresh.lineCount);
}

describe('An open text', () => {
  it('takes an edit that begins behind its last line', () =>
    check('a\nb\n', [edit([9, 3], [11, 0], 'c\nd\ne')], 'a\nb\nc\nd\ne'));
  it('takes one that ends there', () => check('a\nb\n', [edit([1, 0], [9, 9], 'c\n')], 'a\nc\n'));
  it('takes several, each of what those before it have left', () =>
    check(
      '',
      [edit([5, 0], [5, 0], 'a\nb'), edit([1, 9], [7, 0], '\nc'), edit([2, 0], [3, 0], 'd')],
      'a\nb\nd',
    ));
  it('takes one that ends before it begins', () => check('a\nb', [edit([9, 0], [1, 0], 'c\n')], 'a\nc\n'));

  it('has its lines where they stand, after any edits', () => {
    const places = fc.tuple(fc.nat({ max: 6 }), fc.nat({ max: 6 }));
    const texts = fc
      .array(fc.constantFrom('a', '\n', '\r\n', '\r', '😀', '\ud83d', '\ude00', ''), { maxLength: 6 })
      .map((parts) => parts.join(''));
    const edits = fc.array(
      fc.tuple(places, places, texts).map((told) => edit(...told)),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(texts, edits, (before, told) => check(before, told)),
      { numRuns: runs(300) },
    );
  });
});
