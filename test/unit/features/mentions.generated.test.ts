/** What is looked through for the ID of a node: no file in which it is named is passed over. */
import { ok } from 'node:assert/strict';
import fc from 'fast-check';
import { parseEvidence } from '../../../server/core/evidence/evidence';
import { idsOf } from '../../../server/core/standard/retired';
import { mayMention, mentionsOf } from '../../../server/features/text/mentions';
import { evidenceFiles } from '../support/arbitraries';
import { clauses, controls } from '../support/identifierStandards';
import { at } from '../support/portfolioFiles';
import { customerServiceExcellence, small } from '../support/standards';

/** Told by their numbers: a failure would print the whole of one. */
const standards = [customerServiceExcellence, small, controls, clauses];
const numRuns = Number(process.env['FC_RUNS'] ?? 2000);

describe('Evidence that names a node', () => {
  it('is among the files that may mention one of its IDs', () => {
    let named = 0;
    fc.assert(
      fc.property(
        fc.constantFrom(0, 1, 2, 3),
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
          const ids = [...standard.nodes.keys(), ...standard.retired.keys()];
          const body = more.map(([before, number, after]) => `${before}${ids[number % ids.length]}${after}`);
          const evidence = parseEvidence(at('a.md'), start + body.join('\n'));
          if (!evidence) return;
          for (const { node } of mentionsOf(standard, evidence)) {
            ok(mayMention(standard, evidence, idsOf(standard, node)), `${node.id}\n${evidence.text}`);
            named++;
          }
        },
      ),
      { numRuns },
    );
    ok(named > numRuns / 4, String(named));
  });
});
