import { equal } from 'node:assert/strict';
import { titleFromName } from '../../../server/core/text/titleFromName';
import { capitalised, lowerFirst } from '../../../server/words/capitals';
import { count, inThousands, listOf } from '../../../server/words/counts';

describe('Words', () => {
  it('count things', () => {
    equal(count(0, 'file'), '0 files');
    equal(count(1, 'file'), '1 file');
    equal(count(2, 'more is', 'more are'), '2 more are');
    equal(inThousands(12345), '12,345');
  });

  it('list things', () => {
    equal(listOf([]), '');
    equal(listOf(['a']), 'a');
    equal(listOf(['a', 'b']), 'a and b');
    equal(listOf(['a', 'b', 'c']), 'a, b and c');
  });

  it('begin with a large or a small letter', () => {
    equal(capitalised('overdue since'), 'Overdue since');
    equal(capitalised(''), '');
    equal(lowerFirst('Rated compliant'), 'rated compliant');
    equal(lowerFirst('AA'), 'AA');
  });
});

describe('A title from the name of a file', () => {
  it('is its words', () => equal(titleFromName('annual-customer_survey.MD'), 'Annual customer survey'));

  it('keeps a number that looks like an ending', () => equal(titleFromName('Minutes 2.4'), 'Minutes 2.4'));
});
