/** What becomes of a file that a matrix knows: what is lacking is added, what differs is told, and nothing is replaced. */
import { deepEqual, equal, ok } from 'node:assert/strict';
import type { MatrixItem } from '../../../../server/core/matrix/items';
import { updatedFile } from '../../../../server/core/matrix/updatedFile';
import { at, attachment, indexOf } from '../../support/portfolioFiles';

const nothing: MatrixItem = {
  where: 'row 2',
  title: '',
  ref: undefined,
  elements: [],
  strongest: [],
  kind: undefined,
  isKindSaid: false,
  owner: '',
  status: undefined,
  date: undefined,
  reviewBy: undefined,
  attachments: [],
  notes: [],
};

interface Outcome {
  readonly text: string;
  readonly added: readonly string[];
  readonly differs: readonly string[];
}

/** @param differs as `what: here | there` */
function updated(text: string, item: Partial<MatrixItem>): Outcome {
  const index = indexOf({
    'portfolio.yaml': 'title: Anytown\n',
    'evidence/a.md': text,
    'evidence/own.pdf': attachment,
    'files/plan.pdf': attachment,
  });
  const portfolio = index.portfolioAt(at('evidence/a.md'));
  const evidence = index.evidenceAt(at('evidence/a.md'));
  ok(portfolio && evidence);
  const { text: after, added, differs } = updatedFile(portfolio, evidence, { ...nothing, ...item });
  return {
    text: after,
    added,
    differs: differs.map(({ what, here, there }) => `${what}: ${here} | ${there}`),
  };
}

const file = (lines: readonly string[], body = '\n# A\n\nText.\n'): string =>
  ['---', ...lines, `---\n${body}`].join('\n');
const one = ['elements: [1.1.1]'];

describe('A file that a matrix knows', () => {
  for (const [what, lines, item, after, added] of [
    ['says nothing new', one, { elements: ['1.1.1'], title: 'A', owner: '', ref: '' }, one, []],
    [
      'gets an element',
      one,
      { elements: ['1.1.1', '1.1.2'] },
      ['elements: [1.1.1, 1.1.2]'],
      ['element 1.1.2'],
    ],
    [
      'gets values',
      one,
      { ref: 'ES 1', owner: 'Ann', date: '2026-01-01', reviewBy: '2027-01-01', kind: 'data' },
      [
        'elements: [1.1.1]',
        'ref: ES 1',
        'kind: data',
        'owner: Ann',
        'date: 2026-01-01',
        'review-by: 2027-01-01',
      ],
      ['ref ES 1', 'kind data', 'owner Ann', 'date 2026-01-01', 'review-by 2027-01-01'],
    ],
    [
      'gets a value where the key stands alone',
      [...one, 'owner:'],
      { owner: 'Ann' },
      [...one, 'owner: Ann'],
      ['owner Ann'],
    ],
    [
      'gets attachments by their paths from there',
      one,
      { attachments: ['evidence/own.pdf', 'files/plan.pdf', 'https://example.org/a'] },
      [...one, 'attachments:', '  - own.pdf', '  - ../files/plan.pdf', '  - https://example.org/a'],
      ['attachments evidence/own.pdf, files/plan.pdf, https://example.org/a'],
    ],
    [
      'has them already',
      [...one, 'attachments: [../files/plan.pdf#page=4, own.pdf, gone.pdf]'],
      { attachments: ['files/plan.pdf#page=4', 'evidence/own.pdf', 'evidence/gone.pdf'] },
      [...one, 'attachments: [../files/plan.pdf#page=4, own.pdf, gone.pdf]'],
      [],
    ],
    [
      'is the best there is',
      one,
      { strongest: ['1.1.1'] },
      ['elements: [1.1.1]', 'strongest: [1.1.1]'],
      ['strongest for 1.1.1'],
    ],
    [
      'is that already',
      [...one, 'strongest: 1.1.1'],
      { strongest: ['1.1.1'] },
      [...one, 'strongest: 1.1.1'],
      [],
    ],
    ['says the same in other letters', [...one, 'owner: ann'], { owner: 'Ann' }, [...one, 'owner: ann'], []],
  ] as const)
    it(what, () => {
      const found = updated(file(lines), item);
      deepEqual([found.added, found.differs], [added, []]);
      const sorted = (text: string): readonly string[] => text.split('\n').sort();
      deepEqual(sorted(found.text), sorted(file(after)));
    });

  for (const [what, lines, item, differs] of [
    ['another title', one, { title: 'B' }, ['title: A | B']],
    ['another owner', [...one, 'owner: Ben'], { owner: 'Ann' }, ['owner: Ben | Ann']],
    ['an owner where something odd stands', [...one, 'owner: { a: b }'], { owner: 'Ann' }, ['owner:  | Ann']],
    ['another status', [...one, 'status: draft'], { status: 'approved' }, ['status: draft | approved']],
    [
      'a status where none stands, which counts as approved',
      one,
      { status: 'draft' },
      ['status: approved | draft'],
    ],
    ['another kind', [...one, 'kind: testimony'], { kind: 'document' }, ['kind: testimony | document']],
    [
      'another kind that is shown, which a column says',
      [...one, 'kind: data'],
      { kind: 'document', isKindSaid: true },
      ['kind: data | document'],
    ],
    [
      'attachments beside those that stand',
      [...one, 'attachments: [own.pdf]'],
      { attachments: ['evidence/own.pdf', 'files/plan.pdf'] },
      ['attachments: evidence/own.pdf | files/plan.pdf'],
    ],
    [
      'an element for which it is the best, beside others',
      ['elements: [1.1.1, 1.1.2]', 'strongest: [1.1.2]'],
      { strongest: ['1.1.1', '1.1.2'] },
      ['strongest: 1.1.2 | 1.1.1'],
    ],
    [
      'an element beside some in a line with a fault',
      ['elements: [1.1.1, "1.1.3]', 'title: A'],
      { elements: ['1.1.2'] },
      ['elements:  | 1.1.2'],
    ],
  ] as const)
    it(`stays as it is, and is told of: ${what}`, () =>
      deepEqual(updated(file(lines), item), { text: file(lines), added: [], differs }));

  it('is not told of a status that it has, or of one of a kind alike', () => {
    deepEqual(updated(file([...one, 'status: draft']), { status: 'draft' }).differs, []);
    deepEqual(updated(file(one), { status: 'approved' }).differs, []);
    deepEqual(updated(file([...one, 'kind: data']), { kind: 'document' }).differs, []);
  });

  for (const [what, body, after] of [
    ['nothing', '', '\n\nA note.\n\nAnother.\n'],
    ['a line without an end', '\n# A', '\n# A\n\nA note.\n\nAnother.\n'],
    ['a heading', '\n# A\n', '\n# A\n\nA note.\n\nAnother.\n'],
    ['room below a heading', '\n# A\n\n', '\n# A\n\nA note.\n\nAnother.\n'],
  ] as const)
    it(`gets notes where its text is ${what}`, () => {
      const notes = ['A note.', 'Another.'];
      for (const end of ['\n', '\r\n']) {
        const withEnds = (text: string): string => text.replaceAll('\n', end);
        const found = updated(withEnds(file(one, body)), { notes });
        deepEqual([found.added, found.differs], [['notes'], []]);
        equal(
          found.text
            .trimEnd()
            .replaceAll(end, '\n')
            .replace(/\n{3,}/g, '\n\n'),
          file(one, after)
            .trimEnd()
            .replace(/\n{3,}/g, '\n\n'),
        );
        ok(end === '\n' || !/[^\r]\n/.test(found.text));
      }
    });

  it('keeps a text that it has, and tells of notes that do not stand in it', () => {
    const text = file(one, '\n# A\n\nPublished each May, by Ann.\n');
    deepEqual(updated(text, { notes: ['published each may', 'By An…', 'Ask Ben.', 'Or Eve.'] }), {
      text,
      added: [],
      differs: ['notes:  | Ask Ben. Or Eve.'],
    });
    deepEqual(updated(text, { notes: ['Published each May'] }).differs, []);
  });
});
