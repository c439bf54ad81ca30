/** Where two sentences differ, with a few words around it. */
import { deepEqual } from 'node:assert/strict';
import { differingWords } from '../../../../../server/core/plan/exchange/differingWords';

const cases: readonly (readonly [what: string, left: string, right: string, expected: readonly [string, string]])[] = [
  ['in the middle', 'a b c d e which f g h i j', 'a b c d e that f g h i j', ['… c d e which f g h …', '… c d e that f g h …']],
  ['near the start', 'a b which c d e f', 'a b that c d e f', ['a b which c d e …', 'a b that c d e …']],
  ['near the end', 'a b c d which e f g', 'a b c d that e f g', ['… b c d which e f g', '… b c d that e f g']],
  ['at the start', 'which a b c d', 'that a b c d', ['which a b c …', 'that a b c …']],
  ['at the end', 'a b c d which', 'a b c d that', ['… b c d which', '… b c d that']],
  ['in two places', 'a b c d one e two f g h i', 'a b c d 1 e 2 f g h i', ['… b c d one e two f g h …', '… b c d 1 e 2 f g h …']],
  ['by a word more', 'a b c d e f g h', 'a b c d more e f g h', ['… b c d e f g …', '… b c d more e f g …']],
  ['by a word twice', 'a a b', 'a b', ['a a b', 'a b']],
  ['in all', 'one', 'two three', ['one', 'two three']],
  ['by nothing but spaces', ' a  b\nc ', 'a b c', ['a b c', 'a b c']],
]; // prettier-ignore

describe('Two sentences differ', () => {
  for (const [what, left, right, expected] of cases)
    it(what, () => {
      deepEqual(differingWords(left, right), expected);
      deepEqual(differingWords(right, left), [...expected].reverse(), 'the other way round');
    });
});
