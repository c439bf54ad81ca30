/** The index over portfolios of several standards and of profiles, whose manifests and standards change. */
import { ok } from 'node:assert/strict';
import fc from 'fast-check';
import { knownId } from '../../../../server/core/standard/standard';
import type { Content } from '../../support/portfolioFiles';
import { checkSequence, opening, sequencesOf, writing } from '../../support/editSequences';
import { customerServiceExcellence, small, smallText } from '../../support/standards';
import { runs } from '../../support/runs';

/** With IDs of the small standard, IDs of its own, those of earlier editions, an ID with a colon, and profiles. */
const other = `title: Other
profiles: [{ id: core, title: Core }, { id: full, title: Full }]
ratings: [{ id: fine, title: Fine }]
retired: { "9.9": "1.1", "0.1": ["1.1", "A:2"] }
children:
  - { id: "1", title: Group, profiles: [core], children: [{ id: "1.1", text: Same ID }, { id: "A:2", text: Colon, profiles: [full] }] }
  - { id: AC-2, text: Own, profiles: [full, core] }
`;

const standardPaths = ['p/one.yaml', 'p/two.yaml'] as const;
const standardText = fc.constantFrom<Content | undefined>(
  other,
  other.replace('profiles: [core], children', 'children'),
  other.replace('{ id: AC-2', '{ id: "1.2"'),
  smallText,
  'title: "',
  undefined,
);

const file = fc.constantFrom('small', 'one.yaml', 'two.yaml', 'customer-service-excellence', 'none.yaml');
const adopted = fc.oneof(
  file,
  fc
    .tuple(file, fc.constantFrom('core', 'full', 'other'))
    .map(([path, id]) => `{ file: ${path}, profile: ${id} }`),
);
const named = fc
  .uniqueArray(fc.constantFrom('A', 'B', 'AC', 'small', 'b'), { minLength: 1, maxLength: 3 })
  .chain((names) => fc.tuple(...names.map((name) => adopted.map((one) => `${name}: ${one}`))))
  .map((entries) => `standards: { ${entries.join(', ')} }`);

const manifestText = fc
  .tuple(
    fc.oneof(
      { weight: 4, arbitrary: named },
      adopted.map((one) => `standard: ${one}`),
      fc.constantFrom('', 'standards: []', 'standards: { A: }', 'standard: small\nstandards: { A: small }'),
    ),
    fc.constantFrom(
      '',
      'assessment: { "1.1": { self: good }, A:1.1: { applicable: false, reason: No }, B:AC-2: { self: fine } }',
      'assessment: { A: { "1.1": { self: poor } }, B: { AC-2: { applicable: false } } }',
    ),
  )
  .map((lines) => lines.join('\n'));

const ids = ['"1.1"', 'A:1.1', 'B:1.1', 'B:9.9', '"9.9"', 'AC-2', 'AC:AC-2', '"A:2"', 'B:A:2', '"A: 1.2"', '"1"', 'small:1.1', 'B 1.1', '3.2.4']; // prettier-ignore
const evidenceText = fc
  .tuple(
    fc.oneof(
      fc.subarray(ids, { minLength: 1 }).map((some) => `[${some.join(', ')}]`),
      fc.constantFrom(
        '{ A: ["1.1"], B: [AC-2, "9.9"] }',
        '\n  A: 1.2\n  AC: [AC-2]',
        '\n  - A: 1.1\n  - AC-2',
      ),
    ),
    fc.constantFrom('', 'status: draft\n', 'review-by: 2026-01-01\n', 'strongest: [A:1.1, "1.1"]\n'),
  )
  .map(([elements, more]) => `---\nelements: ${elements}\n${more}---\n\n# A:1.1 and 1.1\n\nText.\n`);
const planText = fc
  .subarray(['1.1', 'A:1.1', 'B:AC-2', 'AC-2', 'B:9.9'], { minLength: 1 })
  .map(
    (rows) =>
      `| Ref | Action | Progress |\n| --- | --- | --- |\n${rows.map((id) => `| ${id} | Do | |\n`).join('')}`,
  );

const commands = fc.oneof(
  { weight: 5, arbitrary: writing(['p/a.md', 'p/b.md'], evidenceText) },
  { weight: 2, arbitrary: writing(['p/action-plan.md'], planText) },
  { weight: 5, arbitrary: writing(['p/portfolio.yaml'], manifestText) },
  { weight: 3, arbitrary: writing(standardPaths, standardText) },
  { weight: 1, arbitrary: fc.constantFrom(['p'], ['']).map(opening) },
);

describe('The index over several standards and profiles', () => {
  it('holds what an index built afresh holds, and knows each ID by one name', () => {
    let [several, profiled, counted] = [0, 0, 0];
    fc.assert(
      fc.property(sequencesOf(commands), (batches) => {
        const index = checkSequence(batches, [small, customerServiceExcellence]);
        for (const portfolio of index.portfolios()) {
          const { standard, standards } = portfolio;
          if (standards.length > 1) several++;
          for (const of of standards) {
            if (of.profile) profiled++;
            for (const node of of.standard.nodes.values()) {
              ok(standard.nodes.get(node.id) === node, node.id);
              ok(knownId(standard, node.id) === node.id);
              ok(portfolio.standardOf(node.id) === of, node.id);
              const { state } = portfolio.coverage(node.id);
              ok((state === 'out-of-scope') === !node.inScope || !node.assessable, node.id);
              if (state === 'evidenced') counted++;
            }
          }
        }
      }),
      { numRuns: runs(300) },
    );
    ok(several > 20 && profiled > 4 && counted > 20, `${several} ${profiled} ${counted}`);
  });
});
