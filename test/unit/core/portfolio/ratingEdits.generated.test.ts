/** Whatever is said about a rating, and whatever stands in portfolio.yaml: what is written is what was said, and nothing else changes. */
import { deepEqual, equal, fail } from 'node:assert/strict';
import fc from 'fast-check';
import { valueOf } from '../../../../server/core/yaml/fields';
import { parseManifest } from '../../../../server/core/manifest/manifest';
import { clearRating, setRating } from '../../../../server/core/portfolio/ratingEdits';
import { applyEdits } from '../../../../server/core/text/edit';
import { at, indexOf } from '../../support/portfolioFiles';
import '../../support/seed';

const uri = at('portfolio.yaml');
const comments = fc
  .string({ unit: 'binary', maxLength: 40 })
  .map((text) => text.replace(/\s+/g, ' ').trim())
  .filter((text) => text !== '');
const decisions = fc.constantFrom(
  '',
  'assessment:\n',
  'assessment:\n  "1.2": { self: fair } # kept\n',
  'assessment:\n  "1.1": { self: poor, comment: Before } # kept\n  "2.1": { self: good }\n',
  'assessment:\n  "1.1":\n    # kept\n    self: poor\n\n  "2.1":\n    comment: >-\n      Long\n      words\n',
  'assessment: { "2.1": { applicable: false, reason: None } }\n',
);
const ends = fc.constantFrom('\n', '\r\n', '\r');

describe('A rating with any comment', () => {
  it('is read as it was given, and leaves every other decision as it was', () => {
    fc.assert(
      fc.property(decisions, ends, comments, fc.boolean(), (decided, end, comment, isAssessor) => {
        const before = `# Ours\ntitle: T # t\nstandard: small\n${decided}`.replaceAll('\n', end);
        const portfolio = indexOf({ 'portfolio.yaml': before }).portfolioAt(uri)!;
        const rater = isAssessor ? 'assessor' : 'self';
        const assessed = isAssessor ? '2026-05-14' : undefined;
        const edit = setRating(portfolio, before, '1.1', { rater, rating: 'good', comment, assessed });
        if (edit.kind !== 'edit') fail(JSON.stringify(edit));
        const after = applyEdits(before, edit.edits);
        const [was, is] = [parseManifest(uri, before), parseManifest(uri, after)];
        deepEqual([is.faults, is.problems], [[], []]);
        const decision = is.decisions.get('1.1');
        equal(decision && valueOf(decision[rater]), 'good');
        equal(decision && valueOf(decision.comment), comment);
        equal(decision && valueOf(decision.assessed), assessed);
        deepEqual(others(is), others(was));
        // The remarks are still there.
        equal(after.split('#').length >= before.split('#').length, true);
        const back = clearRating(portfolio, after, '1.1', rater);
        if (back.kind !== 'edit') fail(JSON.stringify(back));
        deepEqual(others(parseManifest(uri, applyEdits(after, back.edits))), others(was));
      }),
    );
  });
});

const others = ({ decisions: all, title }: ReturnType<typeof parseManifest>): unknown => [
  valueOf(title),
  ...Array.from(all.values())
    .filter(({ id }) => id !== '1.1')
    .map(({ id, applicable, reason, self, comment }) => [
      id,
      applicable,
      valueOf(reason),
      valueOf(self),
      valueOf(comment),
    ]),
];
