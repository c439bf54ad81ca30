/** Portfolios against several standards: each by itself; with one, nothing is another than before. */
import { deepEqual, equal, ok } from 'node:assert/strict';
import { noFilter } from '../../../../client/coverage/filter';
import { childRows, parentRow, rootRows, type Row, type Shown } from '../../../../client/coverage/rows';
import { coverageSummary } from '../../../../client/elements/text';
import { againstEach, isAsked, ratingsFor, standardNamed } from '../../../../client/portfolios/standards';
import { statusText } from '../../../../client/words/coverageLabels';
import { coverageTree } from '../../../../server/features/views/coverageTree';
import type { PortfolioCoverage } from '../../../../server/lsp/protocol';
import { elementStates } from '../../../../server/words/states';
import { evidenceSource } from '../coverage/example';
import { indexOf } from '../../support/portfolioFiles';

const quality = `title: Quality
ratings: [{ id: good, title: Good }, { id: poor, title: Poor }]
award: { rating: good, percent: 50 }
profiles: [{ id: core, title: Core }]
children:
  - { id: "1.1.1", text: We say what we do., profiles: [core] }
  - { id: "8.1", text: We plan., profiles: [core] }
  - { id: "8.2", text: We design. }
`;
const coverageOf = (manifest: string): PortfolioCoverage =>
  coverageTree(
    indexOf({
      'portfolio.yaml': manifest,
      'quality.yaml': quality,
      'a.md': '---\ntitle: A\nelements: ["QM:1.1.1", 3.2.4]\n---\n',
    }).portfolios()[0]!,
  );

const both = coverageOf(`title: Anytown
standards:
  CSE: customer-service-excellence
  QM: { file: quality.yaml, profile: core }
assessment: { "QM:8.1": { self: good }, "CSE:1.1.1": { self: compliant } }
`);
const one = coverageOf(
  'title: Anytown\nstandard: customer-service-excellence\nassessment: { 1.1.1: { self: compliant } }\n',
);

const shownOf = (portfolio: PortfolioCoverage): Shown => ({
  ...{ coverage: { portfolios: [portfolio] }, filter: noFilter, file: undefined, fitting: undefined },
});
const below = (portfolio: PortfolioCoverage, row: Row) =>
  childRows(shownOf(portfolio), row, evidenceSource());

describe('A portfolio against two standards', () => {
  it('is spoken of by each', () => {
    deepEqual(
      againstEach(both).map(({ name, standardTitle, summary }) => [name, standardTitle, statusText(summary)]),
      [
        ['CSE', 'Customer Service Excellence', '57 elements: 1 evidenced, 56 missing'],
        ['QM', 'Quality', '2 elements: 1 evidenced, 1 missing'],
      ],
    );
    deepEqual(againstEach(one), [one]);
  });

  it('has the award of each below its own row', async () => {
    const top = rootRows(shownOf(both))[0]!;
    const standards = await below(both, top);
    deepEqual(
      standards.map((row) => row.kind === 'node' && row.element),
      ['CSE', 'QM'],
    );
    const [award] = await below(both, standards[1]!);
    equal(award?.kind === 'award' && award.standard, 'QM');
    deepEqual(parentRow(shownOf(both), award!), standards[1]);
    deepEqual(
      (await below(one, rootRows(shownOf(one))[0]!)).map(({ kind }) => kind),
      ['award', 'node', 'node', 'node', 'node', 'node'],
    );
  });

  it('rates the elements of each by its own ratings, and says whose they are', () => {
    const [cse, qm] = both.nodes.map(({ children }) => children[0]!);
    deepEqual(
      ratingsFor(both, qm!).map(({ id }) => id),
      ['good', 'poor'],
    );
    equal(ratingsFor(both, cse!)[0]?.id, 'compliance-plus');
    equal(ratingsFor(one, one.nodes[0]!)[0]?.id, 'compliance-plus');
    equal(standardNamed(both, qm!), 'Quality');
    equal(standardNamed(one, one.nodes[0]!), '');
  });

  it('is summed up by each', () => {
    const text = coverageSummary(both, new Map());
    ok(text.includes('\nCustomer Service Excellence, 57 elements: 1 of 57 evidenced · 56 missing.\n'), text);
    ok(text.includes('\nQuality, 2 elements: 1 of 2 evidenced · 1 missing.\n'), text);
    ok(text.includes('\nSelf-assessment against Quality: 1 of 2'), text);
    ok(coverageSummary(one, new Map()).includes('\nSelf-assessment: 1 of 57'));
  });

  it('asks for evidence where an element applies and is in scope', () =>
    deepEqual(elementStates.filter(isAsked), ['evidenced', 'overdue', 'draft', 'missing']));
});
