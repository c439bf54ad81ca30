/** The lines of a new block, under the names that a portfolio has for our keys. */
import { deepEqual, ok } from 'node:assert/strict';
import { blockLines } from '../../../../server/core/evidence/blockLines';
import { parseEvidence } from '../../../../server/core/evidence/evidence';
import type { FrontMatterKey } from '../../../../server/core/frontMatter/keys';
import { keyNames } from '../../../../server/core/frontMatter/keys';

type Names = readonly (readonly [FrontMatterKey, readonly string[]])[];

const written = [
  ['title', 'T'],
  ['elements', ['1.1.1', '3.2.4']],
  ['owner', 'Me'],
  ['date', '2026-03-01'],
  ['review-by', '2027-03-01'],
] as const;

describe('A new block', () => {
  for (const [name, names, lines] of [
    [
      'has our names where the portfolio has no others',
      [],
      [
        'title: T',
        'elements:',
        '  - 1.1.1',
        '  - 3.2.4',
        'owner: Me',
        'date: 2026-03-01',
        'review-by: 2027-03-01',
      ],
    ],
    [
      'has what belongs into one map together, where its first key stands',
      [
        ['elements', ['cse', 'for']],
        ['date', ['cse', 'as of']],
        ['review-by', ['10', 'next']],
      ],
      [
        'title: T',
        'cse:',
        '  for:',
        '    - 1.1.1',
        '    - 3.2.4',
        '  as of: 2026-03-01',
        'owner: Me',
        '"10":',
        '  next: 2027-03-01',
      ],
    ],
    [
      'begins each map once, however deep it is',
      [
        ['title', ['cse', 'title']],
        ['date', ['cse', 'dates', 'true']],
        ['review-by', ['cse', 'dates', 'next']],
        ['owner', ['more', 'who']],
      ],
      [
        'cse:',
        '  title: T',
        '  dates:',
        '    "true": 2026-03-01',
        '    next: 2027-03-01',
        'elements:',
        '  - 1.1.1',
        '  - 3.2.4',
        'more:',
        '  who: Me',
      ],
    ],
  ] as const satisfies readonly (readonly [string, Names, readonly string[]])[])
    it(name, () => {
      const own = keyNames(new Map<FrontMatterKey, readonly string[]>(names as Names));
      deepEqual(blockLines(own, written), lines);
      const read = parseEvidence('file:///a.md', `---\n${lines.join('\n')}\n---\n`, own);
      ok(read);
      deepEqual(read.frontMatter.faults, []);
      deepEqual(
        [read.title, read.owner, read.date, read.reviewBy].map(
          (field) => field.kind === 'valid' && field.value,
        ),
        ['T', 'Me', '2026-03-01', '2027-03-01'],
      );
    });
});
