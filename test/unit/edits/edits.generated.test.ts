/**
 * Whatever a feature offers harms nothing: fences, body and every other value stay, no fault comes in, what was mended is
 * mended, and undo gives the old file. Of each generated portfolio, everything that is offered is made.
 */
import { deepEqual, ok } from 'node:assert/strict';
import fc from 'fast-check';
import type { ServerCommands } from '../../../server/lsp/protocol';
import { rulesWithRemedy } from '../../../server/core/rules/all';
import type { Choices } from './choices';
import { choices } from './choices';
import { portfolioTexts } from './grammar';
import type { Verdict } from './judge';
import { indexOfTexts, verdicts } from './judge';
import { offersIn } from './offers';
import { runs } from '../support/runs';

/** Portfolios; each has some 90 edits. */
const numRuns = runs(30);
/** So many have everything in them. */
const enough = 1000;

/** Their fixes open a file, or give one another name. */
const withoutEdits: readonly string[] = [
  'rating-expires-before-assessment',
  'assessor-comment-outdated',
  'file-unreadable',
];

function verdictsOn(choice: Choices): readonly Verdict[] {
  const texts = portfolioTexts(choice);
  const index = indexOfTexts(texts);
  return verdicts(texts, index, offersIn(index, choice));
}

const told = ({ offer, harms, texts }: Verdict): string =>
  [
    `${offer.kind}, “${offer.title}”: ${harms.join('; ')}`,
    ...texts.flat().map((text) => JSON.stringify(text)),
  ].join('\n');

describe('Everything that is offered', function () {
  this.timeout(600_000);
  it('harms nothing, in thousands of edits of generated portfolios', () => {
    let count = 0;
    const seen = new Set<string>();
    fc.assert(
      fc.property(choices, (choice) => {
        const found = verdictsOn(choice);
        count += found.length;
        for (const { offer } of found) seen.add(offer.mends?.rule ?? offer.kind);
        deepEqual(found.filter(({ harms }) => harms.length > 0).map(told), []);
      }),
      // A smaller portfolio with the same harm takes minutes to be found; what is told says all.
      { numRuns, endOnFailure: true },
    );
    const commands: readonly (keyof ServerCommands)[] = ['addElement', 'removeElement', 'moveEvidence', 'markReviewed', 'setNotApplicable', 'setApplicable', 'setRating', 'clearRating', 'insertGuidance', 'addAction', 'completeAction', 'setPlanCells', 'removePlanRows', 'sortPlan', 'fixAll', 'createEvidence']; // prettier-ignore
    const wanted = [
      ...rulesWithRemedy.filter((rule) => !withoutEdits.includes(rule)),
      ...commands.map((name) => `command ${name}`),
    ];
    ok(count >= 90 * numRuns, `There were ${count} edits only.`);
    const missed = wanted.filter((name) => !seen.has(name));
    if (numRuns >= enough) deepEqual(missed, [], 'No generated portfolio asks for these.');
    else ok(missed.length < wanted.length / 4, `Too few portfolios ask for ${missed.join(', ')}.`);
  });
});
