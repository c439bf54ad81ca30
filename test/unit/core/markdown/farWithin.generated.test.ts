/** The cheap count of what a text holds errs on one side only. */
import { deepEqual, equal, ok } from 'node:assert/strict';
import fc from 'fast-check';
import { readBody } from '../../../../server/core/markdown/treeBody';
import { isFarWithin } from '../../../../server/core/markdown/farWithin';
import { withinLimits } from '../../../../server/core/markdown/limits';
import { quickBlocks } from '../../../../server/core/markdown/quickBlocks';
import { quickBody } from '../../../../server/core/markdown/quickBody';
import { parseMarkdown } from '../../../../server/core/markdown/tree';
import { realMarkdown } from '../../support/realMarkdown';
import { runs } from '../../support/runs';

const numRuns = runs(3000);

const piece = fc.constantFrom(
  '![', '[a](b) ', '[', ']', '](', ')', '- ', '1. ', '> ', '>', '[^a]: b', '# a', '\n', '\n', '\n\n', 'a\n\n', '=\n', '-\n', 'a\n===\n', '*a ', '_', '**', '`', '<!-- ',
  '-->', '<? ', '<!A ', '    ', '\t', 'word ', 'a*b*c ',
); // prettier-ignore
/** Many times the same few pieces: what goes beyond a limit now and then. */
const heaps = fc
  .array(
    fc.tuple(fc.array(piece, { minLength: 1, maxLength: 4 }), fc.constantFrom(1, 3, 20, 60, 300, 700, 1100)),
    {
      minLength: 1,
      maxLength: 4,
    },
  )
  .map((all) => all.map(([pieces, times]) => pieces.join('').repeat(times)).join(''));

describe('A text that is far within the limits', () => {
  it('is left as it is by them', () => {
    let beyond = 0;
    fc.assert(
      fc.property(heaps, (text) => {
        const isLeft = withinLimits(text) === text;
        if (!isLeft) beyond += 1;
        ok(isLeft || !isFarWithin(text));
      }),
      { numRuns },
    );
    ok(beyond > numRuns / 50, `only ${beyond} of ${numRuns} were beyond a limit`);
  });

  it('or is not, is read as the whole parser reads what is left of it', () => {
    fc.assert(
      fc.property(heaps, (text) => {
        // The parser takes seconds for long ones.
        if (text.length > 4000) return;
        const blocks = quickBlocks(text);
        const found = blocks && quickBody(text, blocks);
        if (found) deepEqual(found, readBody(text, parseMarkdown));
      }),
      { numRuns: numRuns / 10 },
    );
  });

  it('is nearly every text that others have written', () => {
    const files = realMarkdown();
    const far = files.filter(({ text }) => isFarWithin(text));
    ok(far.length > files.length * 0.95, `${far.length} of ${files.length}`);
    for (const { path, text } of far) equal(withinLimits(text), text, path);
  });
});
