/** What is looked through for the ID of a node: no file in which it is named is passed over. */
import { deepEqual, equal, ok } from 'node:assert/strict';
import fc from 'fast-check';
import { parseEvidence } from '../../../server/core/evidence/evidence';
import { stored } from '../../../server/core/evidence/storedEvidence';
import { adoptedAs } from '../../../server/core/standard/adoptedStandard';
import { combinedLexicon } from '../../../server/core/standard/combinedLexicon';
import { idsOf } from '../../../server/core/standard/retired';
import { mayMention, mentionsOf } from '../../../server/features/text/mentions';
import { evidenceFiles } from '../support/arbitraries';
import { clauses, controls } from '../support/identifierStandards';
import { at } from '../support/portfolioFiles';
import { customerServiceExcellence, small } from '../support/standards';
import { runs } from '../support/runs';

/** Told by their numbers: a failure would print the whole of one. */
const named = (name: string, standard: typeof small) => ({
  name,
  standard: adoptedAs(standard, { name, profile: undefined }),
});
const standards = [
  customerServiceExcellence,
  small,
  controls,
  clauses,
  combinedLexicon([named('CSE', customerServiceExcellence), named('Small', small)]),
];
const numRuns = runs(2000);

describe('Evidence that names a node', () => {
  it('is among the files that may mention one of its IDs', () => {
    let found = 0;
    fc.assert(
      fc.property(
        fc.constantFrom(0, 1, 2, 3, 4),
        evidenceFiles,
        fc.array(
          fc.tuple(
            fc.constantFrom('\n## ', '\n> # **', '\n', '\n- '),
            fc.nat(40),
            fc.constantFrom(' x\n', '\n===\n', '\n'),
          ),
        ),
        (of, start, more) => {
          const standard = standards[of]!;
          const own = Array.from(standard.nodes.values(), ({ ownId }) => ownId);
          const ids = [...own, ...standard.nodes.keys(), ...standard.retired.keys()];
          const body = more.map(([before, number, after]) => `${before}${ids[number % ids.length]}${after}`);
          const evidence = parseEvidence(at('a.md'), start + body.join('\n'));
          if (!evidence) return;
          const mentions = mentionsOf(standard, evidence);
          for (const { node } of mentions) {
            const idsOfNode = idsOf(standard, node);
            // Kept as text, and as bytes; a new one each time, as what was asked before is remembered.
            for (const file of [{ ...evidence }, stored(evidence)])
              ok(mayMention(standard, file, idsOfNode), `${node.id}\n${evidence.text}`);
            deepEqual(
              mentionsOf(standard, evidence, idsOfNode).filter((mention) => mention.node === node),
              mentions.filter((mention) => mention.node === node),
            );
            found++;
          }
        },
      ),
      { numRuns },
    );
    ok(found > numRuns / 4, String(found));
  });

  it('is not looked through where its elements name it, however many files do', () => {
    const evidence = parseEvidence(at('a.md'), '---\nelements: ["2.1"]\n---\n\n## 1.1 x\n');
    ok(evidence);
    let asked = 0;
    const counting = Object.defineProperty({ ...evidence }, 'text', {
      get: () => {
        asked++;
        return evidence.text;
      },
    });
    ok(mayMention(small, counting, ['2.1']));
    equal(asked, 0);
    // A heading may name it: for that, the text has to be looked through, and once.
    ok(mayMention(small, counting, ['1.1']));
    ok(mayMention(small, counting, ['1.1']));
    equal(asked, 1);
  });
});
