import { equal } from 'node:assert/strict';
import { titleFromName } from '../../../server/core/text/titleFromName';
import { capitalised, lowerFirst } from '../../../server/words/capitals';
import { count, inThousands, listOf } from '../../../server/words/counts';
import { percentEncoded } from '../../../server/words/addresses';
import {
  escapeAt,
  escapeEveryMark,
  escapeInLine,
  escapeMarks,
  escapeStart,
} from '../../../server/words/markdown';
import { nameMarkdown, plainMarkdown, textMarkdown } from '../../../server/core/plan/escapeMarkdown';
import { normalCell } from '../../../server/core/plan/print';
import { unescapeMarkdown } from '../../../server/words/unescapeMarkdown';
import { asOfWords, dayWords, formatDate } from '../../../server/words/dates';
import { gapWords, restWords } from '../../../server/words/states';

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
    equal(listOf(['a', 'b'], 'or'), 'a or b');
  });

  it('begin with a large or a small letter', () => {
    equal(capitalised('overdue since'), 'Overdue since');
    equal(capitalised(''), '');
    equal(lowerFirst('Rated compliant'), 'rated compliant');
    equal(lowerFirst('AA'), 'AA');
  });
});

describe('Days in words', () => {
  it('are written as in the UK', () => {
    equal(formatDate('2027-03-01'), '1 March 2027');
    equal(dayWords('2027-03-01'), 'Monday 1 March 2027');
    equal(asOfWords({ asOf: '2027-05-12' }), 'as of 12 May 2027');
    equal(asOfWords({}), undefined);
  });

  it('leave alone what is no day', () => {
    equal(formatDate('spring'), 'spring');
    equal(formatDate('2027-13-01'), '2027-13-01');
  });
});

describe('Counts of states', () => {
  const counts = { overdue: 2, draft: 1, missing: 0, notApplicable: 3 };

  it('name those that are not nought', () => {
    equal(gapWords(counts).join(', '), '2 overdue, 1 draft only');
    equal(restWords(counts).join(', '), '2 overdue, 1 draft only, 3 not applicable');
  });
});

describe('Texts in Markdown', () => {
  it('are escaped as far as those who see the backslashes need it', () => {
    const text = '- *a*  $(b) www.c.uk d@e.uk';
    equal(escapeMarks(text), '- \\*a\\* $(b) www.c.uk d@e.uk');
    equal(escapeInLine(text), '- \\*a\\* \\$(b) www\\.c.uk d@e.uk');
    equal(escapeAt('d@e.uk'), 'd\\@e.uk');
    equal(escapeStart('- a'), '\\- a');
    equal(escapeStart('12. a'), '12\\. a');
  });

  it('hold no NUL, with which a file would be no text', () => {
    for (const written of [escapeMarks, escapeInLine, textMarkdown, nameMarkdown, plainMarkdown, normalCell])
      equal(written('a\0b'), 'a\uFFFDb');
  });

  it('come back when the backslashes are taken away', () => {
    const text = 'a.b\\c *d* [e](f) !"#$%&';
    equal(unescapeMarkdown(escapeEveryMark(text)), text);
  });
});

describe('Characters in an address', () => {
  it('are their bytes', () => {
    equal(percentEncoded('('), '%28');
    equal(percentEncoded('é'), '%C3%A9');
    equal(percentEncoded('\t'), '%09');
  });
});

describe('A title from the name of a file', () => {
  it('is its words', () => equal(titleFromName('annual-customer_survey.MD'), 'Annual customer survey'));

  it('keeps a number that looks like an ending', () => equal(titleFromName('Minutes 2.4'), 'Minutes 2.4'));
});
