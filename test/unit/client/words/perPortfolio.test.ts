/** Several portfolios in one window: each is spoken of by its name. */
import { deepEqual, equal } from 'node:assert/strict';
import { eachByName, eachInNarrow, namesOf } from '../../../../client/words/perPortfolio';

const at = (root: string, title = 'Anytown') => ({ root: `file:///${root}`, title });

describe('The names of portfolios', () => {
  for (const [what, portfolios, expected] of [
    ['are their titles', [at('a', 'One'), at('b', 'Two')], ['One', 'Two']],
    [
      'have the folder where titles are the same',
      [at('a/one'), at('a/two')],
      ['Anytown (one)', 'Anytown (two)'],
    ],
    [
      'have more of it where folders are called the same',
      [at('a/p'), at('b/p')],
      ['Anytown (a/p)', 'Anytown (b/p)'],
    ],
    [
      'are told apart only where they must be',
      [at('a'), at('b'), at('c', 'Other')],
      ['Anytown (a)', 'Anytown (b)', 'Other'],
    ],
    ['are read by people', [at('Our%20files'), at('b/')], ['Anytown (Our files)', 'Anytown (b)']],
    [
      'stand as they are where nobody can read them',
      [at('100%'), at('b')],
      ['Anytown (100%)', 'Anytown (b)'],
    ],
    ['are one where a folder is given twice', [at('a'), at('a')], ['Anytown']],
    ['are none', [], []],
  ] as const)
    it(what, () => deepEqual([...namesOf(portfolios).values()], expected));
});

describe('A sentence for each portfolio', () => {
  const say = ({ root }: { readonly root: string }) =>
    root.endsWith('nothing') ? '' : `Showing ${root.slice(8)}`;
  it('has no name where there is one', () => deepEqual(eachByName([at('a')], say), ['Showing a']));
  it('has its name where there are several', () =>
    deepEqual(eachByName([at('a', 'One'), at('b', 'Two')], say), ['One: showing a', 'Two: showing b']));
  it('is left out where there is nothing to say, and the others keep their names', () =>
    deepEqual(eachByName([at('a', 'One'), at('nothing', 'Two')], say), ['One: showing a']));
  it('is short in a narrow place', () => {
    const long = at('a', 'Customer Service Excellence at Anytown Libraries');
    equal(
      eachInNarrow([long, at('b', 'Two')], say, 'portfolios'),
      'Customer Service Excellence…: showing a · Two: showing b',
    );
    equal(eachInNarrow([long], say, 'portfolios'), 'Showing a');
    equal(eachInNarrow([at('a'), at('b'), at('c'), at('d')], say, 'portfolios'), '4 portfolios');
    equal(eachInNarrow([], say, 'portfolios'), '');
  });
});
