/** What ticks the steps of the walkthrough. */
import { deepEqual, equal } from 'node:assert/strict';
import { hasGone, hasNamed, pairsIn } from '../../../../client/walkthroughSteps/milestoneSigns';
import type { EvidenceRow } from '../../../../server/lsp/protocol';
import { element, group, row, summary } from '../coverage/example';

const finding = (text: string) => ({ code: text.split(' ')[0] ?? '', message: text });

describe('A finding has gone', () => {
  for (const [what, before, now, expected] of [
    ['which was the only one', ['a 1'], [], true],
    ['of several', ['a 1', 'b 1'], ['b 1'], true],
    ['though another has come', ['a 1'], ['b 1'], true],
    ['though more have come', ['a 1'], ['b 1', 'c 1', 'd 1'], true],
    ['of two that are alike', ['a 1', 'a 1'], ['a 1'], true],
    ['and one of its rule is about something else', ['a 1'], ['a 2'], true],
    ['not: there was none', [], ['a 1'], false],
    ['not: all are there', ['a 1', 'b 1'], ['b 1', 'a 1'], false],
    ['not: one is there twice now', ['a 1'], ['a 1', 'a 1'], false],
    ['not: nothing was and is', [], [], false],
  ] as const)
    it(what, () => equal(hasGone(before.map(finding), now.map(finding)), expected));
});

describe('An element has been named', () => {
  const portfolio = (root: string, evidence: Readonly<Record<string, readonly EvidenceRow[]>>) => ({
    root: `file:///${root}`,
    manifest: null,
    title: root,
    standard: 's',
    standardTitle: 'S',
    files: 1,
    summary: summary({}),
    nodes: [
      group(
        '1',
        'One',
        Object.entries(evidence).map(([id, rows]) => element(id, 'evidenced', { evidence: rows })),
      ),
    ],
  });
  const [a, b] = [row('a'), row('b')];
  const pairs = (evidence: Readonly<Record<string, readonly EvidenceRow[]>>, root = 'p') =>
    pairsIn({ portfolios: [portfolio(root, evidence)] });
  const touched = new Set([a.uri]);
  for (const [what, before, now, expected] of [
    ['in a file that was edited', pairs({ '1.1': [] }), pairs({ '1.1': [a] }), true],
    ['beside another', pairs({ '1.1': [a] }), pairs({ '1.1': [a], '1.2': [a] }), true],
    ['in place of another', pairs({ '1.1': [a], '1.2': [] }), pairs({ '1.1': [], '1.2': [a] }), true],
    ['in the first file of a portfolio', pairs({}), pairs({ '1.1': [a] }), true],
    ['not: by somebody else', pairs({ '1.1': [] }), pairs({ '1.1': [b] }), false],
    ['not: it was before', pairs({ '1.1': [a] }), pairs({ '1.1': [a] }), false],
    ['not: it went', pairs({ '1.1': [a] }), pairs({ '1.1': [] }), false],
    ['not: nothing was known', undefined, pairs({ '1.1': [a] }), false],
  ] as const)
    it(what, () => equal(hasNamed(before, now, touched), expected));

  it('in one of several portfolios of the same standard', () => {
    const both = pairsIn({ portfolios: [portfolio('p', { '1.1': [a] }), portfolio('q', { '1.1': [a] })] });
    deepEqual([...both.values()], [a.uri, a.uri]);
    equal(hasNamed(pairs({ '1.1': [a] }), both, touched), true);
  });
});
