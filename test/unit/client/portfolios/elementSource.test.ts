import { deepEqual } from 'node:assert/strict';
import { findAmong } from '../../../../client/portfolios/elementSource';
import type { ElementIn } from '../../../../client/portfolios/elements';
import type { FoundElements, PortfolioCoverage } from '../../../../server/lsp/protocol';
import { element } from '../coverage/example';

const portfolio = (root: string): PortfolioCoverage => ({ root }) as PortfolioCoverage;
const [a, b] = [portfolio('file:///a'), portfolio('file:///b')];
const elementIn = (of: PortfolioCoverage, id: string): ElementIn => ({
  portfolio: of,
  node: element(id, 'missing'),
  above: [],
});
const elements = [elementIn(a, '1.1'), elementIn(a, '1.2'), elementIn(b, '1.1')];

const found = (kind: FoundElements['kind'], ...ids: readonly string[]): FoundElements => ({
  kind,
  elements: ids.map((id) => ({ id, because: [`for ${id}`] })),
});

describe('Elements found among some', () => {
  for (const [what, answers, expected] of [
    ['are in the order of the answer', { 'file:///a': found('found', '1.2', '1.1') }, 'found a 1.2, a 1.1'],
    ['are of these elements only', { 'file:///a': found('found', '9.9', '1.2') }, 'found a 1.2'],
    [
      'are of each portfolio',
      { 'file:///a': found('found', '1.2'), 'file:///b': found('found', '1.1') },
      'found a 1.2, b 1.1',
    ],
    [
      'are those that have the words, where any has them',
      { 'file:///a': found('nearest', '1.2'), 'file:///b': found('found', '1.1') },
      'found b 1.1',
    ],
    [
      'are the nearest before all',
      { 'file:///a': found('all', '1.1', '1.2'), 'file:///b': found('nearest', '1.1') },
      'nearest b 1.1',
    ],
    ['are all where nothing is near', { 'file:///a': found('all', '1.1', '1.2') }, 'all a 1.1, a 1.2'],
    ['are none where nobody answers', {}, 'all '],
  ] as const)
    it(what, async () => {
      const source = {
        find: ({ root }: { readonly root: string }) => {
          const answer = (answers as Readonly<Record<string, FoundElements>>)[root];
          return answer ? Promise.resolve(answer) : Promise.reject(new Error('gone'));
        },
      };
      const among = await findAmong(source, elements, { words: 'any' });
      const told = among.elements.map(
        ({ element: { portfolio: of, node } }) => `${of.root.slice(-1)} ${node.id}`,
      );
      deepEqual(`${among.kind} ${told.join(', ')}`, expected);
    });
});
