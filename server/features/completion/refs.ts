/** Completion of `ref`: the next number that no file has. */
import { nextRef } from '../../core/portfolio/nextRef';
import type { Choice, Question } from './item';

export function refs({ portfolio, cursor }: Question): readonly Choice[] {
  const next = nextRef(portfolio, undefined, cursor.uri);
  return next === undefined
    ? [{ label: 'E 1', words: 'the first number of this portfolio; any other way of numbering will do' }]
    : [{ label: next, words: 'the next free number' }];
}
