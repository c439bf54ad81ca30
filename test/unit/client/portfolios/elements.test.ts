import { deepEqual, equal } from 'node:assert/strict';
import {
  elementsOf,
  findElement,
  isElementTarget,
  isEvidenceTarget,
  pathTo,
} from '../../../../client/portfolios/elements';
import type { PortfolioCoverage } from '../../../../server/lsp/protocol';
import { element, group, summary } from '../coverage/example';

const nodes = [
  group('1', 'One', [element('1.1', 'evidenced', { items: 2 })]),
  element('AC-2', 'missing', { children: [element('AC-2(1)', 'draft', { items: 1 })] }),
];
const portfolio: PortfolioCoverage = {
  root: 'file:///anytown',
  manifest: null,
  title: 'Anytown',
  standard: 's',
  standardTitle: 'S',
  files: 2,
  summary: summary({}),
  nodes,
};

describe('The elements of a portfolio', () => {
  it('are all assessable nodes with what is above them', () =>
    deepEqual(
      elementsOf([portfolio]).map(({ node, above }) => [node.id, above.map(({ id }) => id)]),
      [
        ['1.1', ['1']],
        ['AC-2', []],
        ['AC-2(1)', ['AC-2']],
      ],
    ));
  it('are found by root and ID', () => {
    const coverage = { portfolios: [portfolio] };
    equal(findElement(coverage, { root: portfolio.root, element: 'AC-2(1)' })?.node.id, 'AC-2(1)');
    equal(findElement(coverage, { root: portfolio.root, element: '1' }), undefined);
    equal(findElement(coverage, { root: 'file:///other', element: '1.1' }), undefined);
    equal(findElement(undefined, { root: portfolio.root, element: '1.1' }), undefined);
  });
  it('are reached from the top', () => {
    deepEqual(
      pathTo(nodes, 'AC-2(1)').map(({ id }) => id),
      ['AC-2', 'AC-2(1)'],
    );
    deepEqual(pathTo(nodes, '9'), []);
  });
  it('are named by rows and arguments that have what it takes', () => {
    equal(isElementTarget({ root: 'r', element: 'e' }), true);
    for (const not of [undefined, null, 'r', {}, { root: 'r' }, { root: 1, element: 'e' }])
      equal(isElementTarget(not), false);
    equal(isEvidenceTarget({ root: 'r', element: 'e', uri: 'u' }), true);
    equal(isEvidenceTarget({ root: 'r', element: 'e' }), false);
  });
});
