/** Evidence kept in little space against the same as it was read. */
import { deepEqual, equal } from 'node:assert/strict';
import fc from 'fast-check';
import type { EvidenceFile } from '../../../../server/core/evidence/evidence';
import { parseEvidence } from '../../../../server/core/evidence/evidence';
import type { Fact } from '../../../../server/core/index/portfolioIndex';
import { stored } from '../../../../server/core/evidence/storedEvidence';
import { evidenceFiles } from '../../support/arbitraries';
import { fieldsTold } from '../../support/fieldsTold';
import { at, emptyIndex } from '../../support/portfolioFiles';
import { dumpOf } from '../../support/dump';
import { runs } from '../../support/runs';

const uri = at('evidence/a.md');

/** Everything that can be asked of it. */
const told = (file: EvidenceFile): unknown => ({
  ...{ uri: file.uri, text: file.text, frontMatter: file.frontMatter, entries: file.entries },
  ...{ elementsKey: file.elementsKey, elements: file.elements, misplaced: file.misplaced },
  ...{ fields: fieldsTold(file), bodyStart: file.bodyStart, body: file.body() },
});

/** So many others that nothing of one is remembered. */
function storeOthers(): void {
  for (let number = 0; number < 200; number++)
    stored(parseEvidence(at(`${number}.md`), `---\nelements: [1.1]\n---\n\nText ${number}.\n`)!);
}

describe('Stored evidence', () => {
  it('is what was read, at once and when it is read again', () => {
    fc.assert(
      fc.property(evidenceFiles, (text) => {
        const file = parseEvidence(uri, text);
        if (!file) return;
        const kept = stored(file);
        deepEqual(told(kept), told(file));
        storeOthers();
        deepEqual(told(kept), told(file));
      }),
      { numRuns: runs(300) },
    );
  });

  it('makes no difference to an index', () => {
    const dump = (texts: readonly string[], isClosed: boolean): string => {
      const index = emptyIndex();
      index.apply([{ kind: 'folders', folders: [at('')] }]);
      const facts = texts.map((text, number): Fact => ({
        kind: 'text',
        uri: at(`${number}.md`),
        text,
        isClosed,
      }));
      index.apply(facts);
      // Every file is judged again.
      index.apply([{ kind: 'today', today: '2027-01-01' }]);
      return dumpOf(index);
    };
    fc.assert(
      fc.property(fc.array(evidenceFiles, { minLength: 1, maxLength: 4 }), (texts) =>
        equal(dump(texts, true), dump(texts, false)),
      ),
      { numRuns: runs(200) },
    );
  });

  it('is left as it is where its text holds half a character', () => {
    const file = parseEvidence(uri, '---\nelements: [1.1]\n---\n\n\uD800\n')!;
    equal(stored(file), file);
  });
});
