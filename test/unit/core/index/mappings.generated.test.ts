/** The index over mappings between standards: files that come, change and go, as the manifest names them or not. */
import { ok } from 'node:assert/strict';
import fc from 'fast-check';
import { counterpartsOf, servingFor } from '../../../../server/core/portfolio/counterparts';
import type { Content } from '../../support/portfolioFiles';
import { checkSequence, opening, sequencesOf, writing } from '../../support/editSequences';
import { customerServiceExcellence, small, smallText } from '../../support/standards';
import { runs } from '../../support/runs';

const other = `title: Other
edition: '2024'
retired: { "0.1": "1.1", "0.2": ["1.1", AC-2] }
children:
  - { id: "1", title: Group, children: [{ id: "1.1", text: Same ID }, { id: "1.2", text: More }] }
  - { id: AC-2, text: Own }
`;

const mapping = (pairs: string, from = 'A', to = 'B'): string =>
  `from: ${from}\nto: ${to}\npairs: ${pairs}\n`;
const pairs = fc
  .array(
    fc
      .tuple(
        fc.constantFrom('"1.1"', '"1.2"', '"1"', '"9.9"', '"7.7"', '["1.1", "1.2"]'),
        fc.constantFrom('"1.1"', 'ac-2', 'AC-2', '"1"', '"0.1"', '"0.2"', 'B:AC-2'),
        fc.constantFrom('equal', 'subset', 'superset', 'intersects', 'like'),
      )
      .map(([from, to, relation]) => `{ from: ${from}, to: ${to}, relation: ${relation} }`),
    { minLength: 1, maxLength: 4 },
  )
  .map((some) => `[${some.join(', ')}]`);

const mappingText = fc.oneof(
  { weight: 5, arbitrary: pairs.map((some) => mapping(some)) },
  pairs.map((some) => mapping(some, 'two.yaml', '{ standard: small, edition: 2024 }')),
  pairs.map((some) => mapping(some, 'C', 'Other')),
  fc.constantFrom<Content | undefined>(
    mapping('[]'),
    'from: "',
    smallText,
    other,
    '---\nelements: ["1.1"]\n---\n',
    undefined,
    { reason: 'no' },
  ),
);

const manifestText = fc
  .tuple(
    fc.constantFrom(
      'standards: { A: small, B: two.yaml }',
      'standards: { B: two.yaml, A: small, C: customer-service-excellence }',
      'standard: small',
      'standards: { A: m.yaml, B: two.yaml }',
      '',
    ),
    fc.constantFrom(
      'mappings: [m.yaml, n.yaml]',
      'mappings: [m.yaml, n.yaml]',
      'mappings: m.yaml',
      'mappings: [n.yaml, m.yaml, ../../m.yaml, portfolio.yaml, "", two.yaml]',
      'mappings: { a: b }',
      '',
    ),
  )
  .map((lines) => lines.join('\n'));

const evidenceText = fc
  .tuple(
    fc.subarray(['A:1.1', 'A:1.2', 'B:1.1', 'B:1.2', 'AC-2'], { minLength: 1 }),
    fc.constantFrom('', 'status: draft\n', 'review-by: 2026-01-01\n'),
  )
  .map(([ids, more]) => `---\nelements: [${ids.join(', ')}]\n${more}---\n\nText.\n`);

const commands = fc.oneof(
  { weight: 4, arbitrary: writing(['p/a.md', 'p/b.md'], evidenceText) },
  { weight: 4, arbitrary: writing(['p/portfolio.yaml'], manifestText) },
  { weight: 5, arbitrary: writing(['p/m.yaml', 'p/n.yaml'], mappingText) },
  {
    weight: 2,
    arbitrary: writing(
      ['p/two.yaml'],
      fc.constantFrom<Content | undefined>(other, other, smallText, undefined),
    ),
  },
  { weight: 1, arbitrary: fc.constantFrom(['p'], ['']).map(opening) },
);

describe('The index over mappings', () => {
  it('holds what an index built afresh holds, and leads both ways', () => {
    let [paired, serving] = [0, 0];
    fc.assert(
      fc.property(sequencesOf(commands), (batches) => {
        const index = checkSequence(batches, [small, customerServiceExcellence], { also: ['mapping-file'] });
        for (const portfolio of index.portfolios())
          for (const node of portfolio.standard.nodes.values()) {
            serving += servingFor(portfolio, node).length;
            for (const one of counterpartsOf(portfolio, node)) {
              paired++;
              ok(one.node.standard !== node.standard, `${node.id} ${one.node.id}`);
              const back = counterpartsOf(portfolio, one.node).map((other) => other.node);
              ok(
                back.some((other) => other === node || node.ancestors.includes(other)),
                node.id,
              );
            }
          }
      }),
      { numRuns: runs(300) },
    );
    ok(paired > 100 && serving > 10, `${paired} ${serving}`);
  });
});
