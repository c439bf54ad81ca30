/** An index for who asks what files hold, and no rule: it knows the same, and finds nothing in evidence. */
import { deepEqual, equal, notDeepEqual } from 'node:assert/strict';
import { newIndex } from '../../../server/cli/newIndex';
import type { Fact } from '../../../server/core/index/facts';
import type { PortfolioIndex } from '../../../server/core/index/portfolioIndex';
import { customerServiceExcellence } from '../support/standards';

const evidence = 'file:///p/a.md';
const facts: readonly Fact[] = [
  { kind: 'folders', folders: ['file:///p'] },
  { kind: 'text', uri: 'file:///p/portfolio.yaml', text: 'title: P\nratings: x\n' },
  {
    kind: 'text',
    uri: evidence,
    text: '---\nelements: [3.2.4, 9.9.9]\nattachments: [b.pdf]\n---\nSee [c](c.md), d/e.pdf and ES 12.\n',
  },
];

describe('an index for what files hold', () => {
  const told = (index: PortfolioIndex): readonly unknown[] => {
    const { unknownPlaces, coverage } = index.apply(facts);
    const [portfolio] = index.portfolios();
    return [[...unknownPlaces], [...coverage], portfolio?.title, [...(portfolio?.evidence.keys() ?? [])]];
  };

  it('asks for the same places, and finds nothing in evidence', () => {
    const standards = new Map([[customerServiceExcellence.id, customerServiceExcellence]]);
    const days = { today: '2026-11-26', asOf: undefined };
    const [all, contents] = [newIndex(standards, days), newIndex(standards, days, 'contents')];
    deepEqual(told(contents), told(all));
    notDeepEqual(all.findings(evidence), []);
    deepEqual(contents.findings(evidence), []);
    equal(contents.rules.length, all.rules.length);
    deepEqual(contents.findings('file:///p/portfolio.yaml'), all.findings('file:///p/portfolio.yaml'));
  });
});
