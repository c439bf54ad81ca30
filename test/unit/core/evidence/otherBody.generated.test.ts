/** Evidence whose block stays while its body is written: taken over, and read again. */
import { deepEqual, equal, ok } from 'node:assert/strict';
import fc from 'fast-check';
import type { EvidenceFile } from '../../../../server/core/evidence/evidence';
import { haveOneBlock, parseEvidence, withOtherBody } from '../../../../server/core/evidence/evidence';
import { stored } from '../../../../server/core/evidence/storedEvidence';

import { parseActionPlan } from '../../../../server/core/plan/parse';
import { evidenceFiles, markdown } from '../../support/arbitraries';
import { fieldsTold } from '../../support/fieldsTold';
import { at } from '../../support/portfolioFiles';
import { runs } from '../../support/runs';

const uri = at('evidence/a.md');

/** Everything that can be asked of it. */
const told = (file: EvidenceFile | undefined): unknown =>
  file && {
    ...{ isPlan: file.isPlan, uri: file.uri, text: file.text, frontMatter: file.frontMatter },
    ...{ entries: file.entries, elementsKey: file.elementsKey, elements: file.elements },
    ...{ misplaced: file.misplaced, fields: fieldsTold(file), bodyStart: file.bodyStart },
    ...{ body: file.body(), heading: file.heading() },
  };

/** What people type, paste and take away where a block ends, and elsewhere. */
const pieces = fc.oneof(
  fc.constantFrom('', 'a', ' ', '\n', '\r', '\r\n', '-', '---', '\n---\n', '----', '...', '\n...\n', '\t', 'elements: [1.1]'),
  fc.constantFrom('type: action-plan', '\n\ntype: action-plan\n', '\uFEFF', '# Heading', '\n- [ ] task\n', '\u2028', '\u0085'),
  markdown,
); // prettier-ignore

/** A text, and the same after an edit at one place; half of the edits are near the end of the block. */
const edits = fc
  .tuple(evidenceFiles, fc.double({ min: 0, max: 1, noNaN: true }), fc.integer({ min: -4, max: 4 }), fc.nat(6), pieces)
  .map(([text, place, near, taken, piece]) => {
    const end = parseEvidence(uri, text)?.bodyStart ?? 0;
    const start = Math.max(0, place < 0.5 ? end + near : Math.floor((place - 0.5) * 2 * text.length));
    return [text, text.slice(0, start) + piece + text.slice(start + taken)] as const;
  }); // prettier-ignore

describe('Evidence with another body', () => {
  it('is what is read of the whole text', () => {
    let taken = 0;
    fc.assert(
      fc.property(edits, fc.boolean(), ([text, edited], isStored) => {
        const read = parseEvidence(uri, text);
        const before = read && isStored ? stored(read) : read;
        const now = before && withOtherBody(before, edited);
        if (!before || !now) return;
        taken += 1;
        deepEqual(told(now), told(parseEvidence(uri, edited)));
        equal(parseActionPlan(uri, edited), undefined);
        ok(haveOneBlock(before, now));
      }),
      { numRuns: runs(2000) },
    );
    ok(taken > 120, `only ${taken} were taken over`);
  });

  const head = '---\nelements: [3.2.4]\n---';
  const cases: readonly (readonly [before: string, after: string, isTakenOver: boolean])[] = [
    [`${head}\n\nText.\n`, `${head}\n\nText, and more.\n`, true],
    [`${head}\n`, head, true],
    [head, `${head}\r\nText.\n`, true],
    [`${head}\r\n`, `${head}\rText.`, true],
    [`${head}  \n`, `${head}  \nText.`, true],
    // The line is another one, or may be.
    [`${head}\n`, `${head}-\n`, false],
    [`${head}\n`, `${head} \n`, false],
    [`${head} \n`, `${head}\n`, false],
    [`${head}\n`, `${head}Text.\n`, false],
    [`${head}\n`, `\uFEFF${head}\n`, false],
    [`${head}\n`, '---\nelements: [3.2.5]\n---\n', false],
    // A block without an end goes as far as its lines look like one.
    ['---\nelements: [3.2.4]\n', '---\nelements: [3.2.4]\ntitle: A\n', false],
    ['---\nelements: [3.2.4]\n----\n', '---\nelements: [3.2.4]\n----\nText.\n', false],
  ];
  for (const [before, after, isTakenOver] of cases)
    it(`${isTakenOver ? 'takes over' : 'reads again'} what stands before ${JSON.stringify(after)}`, () => {
      const now = withOtherBody(parseEvidence(uri, before)!, after);
      equal(now !== undefined, isTakenOver);
      if (now) deepEqual(told(now), told(parseEvidence(uri, after)));
    });
});
