import { equal } from 'node:assert/strict';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { adoptedAs } from '../../../../server/core/standard/adoptedStandard';
import { combinedLexicon } from '../../../../server/core/standard/combinedLexicon';
import type { Standard } from '../../../../server/core/standard/standard';
import { parseStandard } from '../../../../server/core/standard/standardFile';

const text = 'title: Ours\nlevels: [Element]\nchildren:\n  - id: "1"\n    title: One\n';
const standard = parseStandard('file:///ours.yaml', text).standard;
const called = (name: string): Standard => adoptedAs(standard, { name, profile: undefined });

/** Takes away what nobody uses. What a WeakRef has given is kept until its turn ends. */
async function collect(): Promise<void> {
  setFlagsFromString('--expose-gc');
  const gc = runInNewContext('gc') as () => void;
  await new Promise((done) => setTimeout(done));
  gc();
}

describe('a standard under a name', () => {
  const ours = { name: 'Ours', standard: called('Ours') };

  it('is made once while it is used', async () => {
    const theirs = { name: 'Theirs', standard: called('Theirs') };
    const lexicon = combinedLexicon([ours, theirs]);
    await collect();
    equal(called('Theirs'), theirs.standard);
    equal(combinedLexicon([ours, theirs]), lexicon);
  });

  // Somebody types the name: each letter makes another standard, of a thousand elements as it may be.
  for (const order of ['first', 'second'])
    it(`is not kept when nobody uses it any longer, as the ${order} of two`, async () => {
      const typed = (name: string): readonly WeakRef<object>[] => {
        const other = { name, standard: called(name) };
        const lexicon = combinedLexicon(order === 'first' ? [other, ours] : [ours, other]);
        return [new WeakRef(other.standard), new WeakRef(lexicon)];
      };
      const refs = ['T', 'Th', 'The'].flatMap(typed);
      await collect();
      equal(refs.filter((ref) => ref.deref() !== undefined).length, 0);
    });
});
