import { equal } from 'node:assert/strict';
import type { NewRating, RatingEdit } from '../../../../server/core/portfolio/ratingEdits';
import { clearRating, setRating } from '../../../../server/core/portfolio/ratingEdits';
import type { Portfolio } from '../../../../server/core/portfolio/portfolio';
import { applyEdits } from '../../../../server/core/text/edit';
import { at, indexOf } from '../../support/portfolioFiles';
import { customerServiceExcellence, small, standardOf } from '../../support/standards';

const unrated = standardOf('unrated', 'title: Unrated\nchildren: [{ id: "1.1", text: All is well }]\n');

/** Standards in files: one with a profile and a group of six, one whose ratings have each other's names. */
const inFiles = {
  'q.yaml': `title: Q
profiles: [{ id: core, title: Core }]
ratings: [{ id: met, title: Met }]
children:
  - { id: "1", title: Group, profiles: [core], children: [{ id: "1.1" }, { id: "1.2" }, { id: "1.3" }, { id: "1.4" }, { id: "1.5" }, { id: "1.6" }] }
  - { id: "2.1", text: Out }
`,
  'crossed.yaml': `title: Crossed
ratings: [{ id: a, title: B }, { id: b, title: A }, { id: three, title: Grün }]
children: [{ id: "1.1", text: All is well }]
`,
};

/** A portfolio whose portfolio.yaml says this; undefined: there is none. */
function portfolioOf(manifest: string | undefined): Portfolio {
  const files = { ...inFiles, 'a.md': '---\nelements: [1.1.1]\n---\n\nText.\n' };
  const index = indexOf(manifest === undefined ? files : { ...files, 'portfolio.yaml': manifest }, {
    standards: [customerServiceExcellence, small, unrated],
  });
  const portfolio = index.portfolioAt(at('a.md'));
  if (!portfolio) throw new Error('There is no portfolio.');
  return portfolio;
}

/** The text after an edit, or what is said instead. */
const outcome = (before: string | undefined, edit: RatingEdit): string =>
  edit.kind === 'create'
    ? edit.text
    : edit.kind === 'edit'
      ? applyEdits(before ?? '', edit.edits)
      : `${edit.kind}: ${edit.message}`;

const set = (before: string | undefined, element: string, told: Partial<NewRating>): string =>
  outcome(
    before,
    setRating(portfolioOf(before), before, element, { rater: 'self', rating: undefined, ...told }),
  );
const clear = (before: string | undefined, element: string, rater: 'self' | 'assessor' = 'self'): string =>
  outcome(before, clearRating(portfolioOf(before), before, element, rater));

describe('setRating', () => {
  for (const [name, before, element, told, after] of [
    [
      'makes portfolio.yaml where there is none',
      undefined,
      '1.1.1',
      { rating: 'partial' },
      'standard: customer-service-excellence\n\nassessment:\n  1.1.1:\n    self: partial\n',
    ],
    [
      'adds to what is there, with its remarks and line ends',
      '# Ours\r\nstandard: small\r\nassessment:\r\n  "1.1": { self: poor } # for now\r\n',
      '1.2',
      { rating: 'good', comment: ' It is\nsigned. ' },
      '# Ours\r\nstandard: small\r\nassessment:\r\n  "1.1": { self: poor } # for now\r\n  "1.2":\r\n    self: good\r\n    comment: It is signed.\r\n',
    ],
    [
      'replaces the rating alone',
      'standard: small\nassessment:\n  "1.1": { self: poor, comment: As it was } # for now\n',
      '1.1',
      { rating: 'Good' },
      'standard: small\nassessment:\n  "1.1": { self: good, comment: As it was } # for now\n',
    ],
    [
      'writes the assessor’s rating with its day',
      'standard: small\nassessment:\n  "1.1":\n    self: good\n',
      '1.1',
      { rater: 'assessor', rating: 'fair', comment: 'Show figures: all of them', assessed: '2026-05-14' },
      'standard: small\nassessment:\n  "1.1":\n    self: good\n    assessor: fair\n    comment: "Show figures: all of them"\n    assessed: 2026-05-14\n',
    ],
    [
      'does nothing twice',
      'standard: small\nassessment: { "1.1": { self: good } }\n',
      '1.1',
      { rating: 'good' },
      'unchanged: 1.1 is rated good already.',
    ],
    [
      'knows no other ratings, and names a near one',
      'standard: small\n',
      '1.1',
      { rating: 'goood' },
      'refused: goood is not a rating of Small Standard. Did you mean good?',
    ],
    [
      'names all ratings where none is near',
      'standard: small\n',
      '1.1',
      { rating: 'splendid' },
      'refused: splendid is not a rating of Small Standard. Choose one of these: good, fair, poor.',
    ],
    [
      'knows no other elements, and names a near one',
      'standard: small\n',
      '2.2',
      { rating: 'good' },
      'refused: 2.2 is not an element of Small Standard. Did you mean 1.2, “The opening hours are known”?',
    ],
    [
      'names what has replaced an element',
      'standard: small\n',
      '9.9',
      { rating: 'good' },
      'refused: 9.9 is now 1.2, “The opening hours are known”. Write the new ID.',
    ],
    [
      'names the elements of a group',
      'standard: small\n',
      '1',
      { rating: 'good' },
      'refused: 1 is a criterion and not an element. Rate one of its elements: 1.1, 1.2.',
    ],
    [
      'leaves alone what does not apply',
      'standard: small\nassessment: { "1.1": { applicable: false, reason: None } }\n',
      '1.1',
      { rating: 'good' },
      'refused: 1.1 is declared not applicable, so it is not rated. Declare it applicable again first.',
    ],
    [
      'does not write over what the assessor says',
      'standard: small\nassessment: { "1.1": { assessor: fair, comment: Show figures, assessed: 2026-05-14 } }\n',
      '1.1',
      { rating: 'good', comment: 'We did' },
      'refused: The comment on 1.1 is the assessor’s, of 14 May 2026, and there is room for one. Rate without a comment, or change it in portfolio.yaml.',
    ],
    [
      'leaves alone a file with faults',
      'standard: small\ntitle: "a\nassessment:\n',
      '1.1',
      { rating: 'good' },
      'refused: portfolio.yaml was left as it is, because it has a fault or is written in an unusual way. Mend that first, or make the change by hand.',
    ],
    [
      'writes a comment alone',
      'standard: small\nassessment:\n  "1.1":\n    self: good\n',
      '1.1',
      { comment: 'Ours' },
      'standard: small\nassessment:\n  "1.1":\n    self: good\n    comment: Ours\n',
    ],
    [
      'has nothing to write where a comment is there already',
      'standard: small\nassessment: { "1.1": { comment: Ours } }\n',
      '1.1',
      { comment: ' Ours ' },
      'unchanged: portfolio.yaml says so of 1.1 already.',
    ],
    [
      'writes no comment that says nothing',
      'standard: small\nassessment: { "1.1": { self: poor, comment: Ours } }\n',
      '1.1',
      { rating: ' good ', comment: ' \n' },
      'standard: small\nassessment: { "1.1": { self: good, comment: Ours } }\n',
    ],
    [
      'writes over a comment of one’s own',
      'standard: small\nassessment: { "1.1": { self: good, comment: Ours } } # kept\n',
      '1.1',
      { rating: 'fair', comment: 'Less' },
      'standard: small\nassessment: { "1.1": { self: fair, comment: Less } } # kept\n',
    ],
    [
      'lets the assessor write over any comment',
      'standard: small\nassessment: { "1.1": { assessor: fair, comment: "Ours", assessed: 2026-05-14 } }\n',
      '1.1',
      { rater: 'assessor', comment: 'Theirs' },
      'standard: small\nassessment: { "1.1": { assessor: fair, comment: "Theirs", assessed: 2026-05-14 } }\n',
    ],
    [
      'takes a comment beside the assessor’s rating for theirs, without a day too',
      'standard: small\nassessment: { "1.1": { assessor: fair, comment: Show figures } }\n',
      '1.1',
      { comment: 'We did' },
      'refused: The comment on 1.1 is the assessor’s, and there is room for one. Rate without a comment, or change it in portfolio.yaml.',
    ],
    [
      'takes a comment with the assessor’s day for theirs',
      'standard: small\nassessment: { "1.1": { comment: Show figures, assessed: 2026-05-14 } }\n',
      '1.1',
      { comment: 'We did' },
      'refused: The comment on 1.1 is the assessor’s, of 14 May 2026, and there is room for one. Rate without a comment, or change it in portfolio.yaml.',
    ],
    [
      'rates without a comment beside the assessor’s',
      'standard: small\nassessment: { "1.1": { assessor: fair, comment: Show figures } }\n',
      '1.1',
      { rating: 'good' },
      'standard: small\nassessment: { "1.1": { assessor: fair, comment: Show figures, self: good } }\n',
    ],
    [
      'takes an ID before a title',
      'standard: crossed.yaml\n',
      '1.1',
      { rating: 'b' },
      'standard: crossed.yaml\nassessment:\n  "1.1":\n    self: b\n',
    ],
    [
      'knows a title in capitals, and with accents stored in either way',
      'standard: crossed.yaml\n',
      '1.1',
      { rating: 'GRU\u0308N' },
      'standard: crossed.yaml\nassessment:\n  "1.1":\n    self: three\n',
    ],
    [
      'rates nothing that the profile leaves out',
      'standard: { file: q.yaml, profile: core }\n',
      '2.1',
      { rating: 'met' },
      'refused: 2.1 is out of scope: it does not belong to Core, the profile that portfolio.yaml names.',
    ],
    [
      'names all elements of a group of six',
      'standard: { file: q.yaml, profile: core }\n',
      '1',
      { rating: 'met' },
      'refused: 1 is a group and not an element. Rate one of its elements: 1.1, 1.2, 1.3, 1.4, 1.5, 1.6.',
    ],
    [
      'names the first elements of a large group',
      'standard: customer-service-excellence\n',
      '1',
      { rating: 'partial' },
      'refused: 1 is a criterion and not an element. Rate one of its elements: 1.1.1, 1.1.2, 1.1.3, 1.2.1, 1.2.2, 1.2.3 ….',
    ],
    [
      'writes below the name of a standard, where others stand',
      'standards: { A: small, B: crossed.yaml }\nassessment:\n  A:\n    "1.2": { self: good } # a\n  B:\n    "1.1": { self: a } # b\n',
      'A:1.1',
      { rating: 'poor' },
      'standards: { A: small, B: crossed.yaml }\nassessment:\n  A:\n    "1.1":\n      self: poor\n    "1.2": { self: good } # a\n  B:\n    "1.1": { self: a } # b\n',
    ],
    [
      'changes what stands below the name of a standard, and not what another has under the same ID',
      'standards: { A: small, B: crossed.yaml }\nassessment:\n  A: { "1.1": { self: good } }\n  B:\n    "1.1": { self: a } # b\n',
      'B:1.1',
      { rating: 'b', comment: 'Less' },
      'standards: { A: small, B: crossed.yaml }\nassessment:\n  A: { "1.1": { self: good } }\n  B:\n    "1.1": { self: b, comment: Less } # b\n',
    ],
    [
      'has nothing to choose from where the standard has no ratings',
      'standard: unrated\n',
      '1.1',
      { rating: 'good' },
      'refused: Unrated has no ratings, so nothing can be rated.',
    ],
  ] as const satisfies readonly (readonly [
    string,
    string | undefined,
    string,
    Partial<NewRating>,
    string,
  ])[]) {
    it(name, () => equal(set(before, element, told), after));
  }
});

describe('clearRating', () => {
  for (const [name, before, element, rater, after] of [
    [
      'takes back a rating, and keeps the rest',
      'standard: small\nassessment:\n  "1.1": { self: good, comment: Ours } # a\n',
      '1.1',
      'self',
      'standard: small\nassessment:\n  "1.1": { comment: Ours } # a\n',
    ],
    [
      'takes back the assessor’s with its day, and keeps the comment',
      'standard: small\nassessment:\n  "1.1": { assessor: good, comment: Well done, assessed: 2026-05-14 }\n',
      '1.1',
      'assessor',
      'standard: small\nassessment:\n  "1.1": { comment: Well done }\n',
    ],
    [
      'takes a rating back below the name of a standard',
      'standards: { A: small, B: crossed.yaml }\nassessment:\n  A:\n    "1.1": { self: good }\n    "1.2": { self: good }\n  B:\n    "1.1": { self: a } # b\n',
      'A:1.1',
      'self',
      'standards: { A: small, B: crossed.yaml }\nassessment:\n  A:\n    "1.2": { self: good }\n  B:\n    "1.1": { self: a } # b\n',
    ],
    [
      'has nothing to take back without a file',
      undefined,
      '1.1.1',
      'self',
      'unchanged: 1.1.1 has no rating.',
    ],
    [
      'leaves alone a file with faults',
      'standard: small\ntitle: "a\nassessment: { "1.1": { self: good } }\n',
      '1.1',
      'self',
      'refused: portfolio.yaml was left as it is, because it has a fault or is written in an unusual way. Mend that first, or make the change by hand.',
    ],
    ['has nothing to take back', 'standard: small\n', '1.1', 'self', 'unchanged: 1.1 has no rating.'],
    [
      'has nothing of the assessor’s to take back',
      'standard: small\nassessment: { "1.1": { self: good } }\n',
      '1.1',
      'assessor',
      'unchanged: 1.1 has no rating of the assessor’s.',
    ],
    [
      'knows no other elements',
      'standard: small\n',
      '7',
      'self',
      'refused: 7 is not an element of Small Standard.',
    ],
  ] as const)
    it(name, () => equal(clear(before, element, rater), after));
});
