import { deepEqual, equal } from 'node:assert/strict';
import {
  countShown,
  filterMessage,
  filterNodes,
  filterWords,
  type Filter,
} from '../../client/coverageFilter';
import type { CoverageNode } from '../../server/lsp/protocol';
import { element, group } from './clientCoverageExample';

const tree: readonly CoverageNode[] = [
  group('1', 'One', [
    group('1.1', 'One one', [element('1.1.1', 'evidenced'), element('1.1.2', 'missing')]),
    group('1.2', 'One two', [element('1.2.1', 'evidenced')]),
  ]),
  group('2', 'Two', [element('2.1', 'overdue', { children: [element('2.1.a', 'missing')] })]),
];

const ids = (nodes: readonly CoverageNode[]): readonly string[] =>
  nodes.flatMap((node) => [node.id, ...ids(node.children)]);

describe('The filter of the Coverage view', () => {
  const cases: readonly (readonly [filter: Filter, ids: string])[] = [
    [new Set(), '1 1.1 1.1.1 1.1.2 1.2 1.2.1 2 2.1 2.1.a'],
    [new Set(['missing']), '1 1.1 1.1.2 2 2.1 2.1.a'],
    [new Set(['overdue']), '2 2.1'],
    [new Set(['evidenced', 'overdue']), '1 1.1 1.1.1 1.2 1.2.1 2 2.1'],
    [new Set(['draft']), ''],
  ];
  for (const [filter, expected] of cases) {
    it(`leaves “${expected}” of ${[...filter].join(' and ') || 'no filter'}`, () => {
      equal(ids(filterNodes(tree, filter)).join(' '), expected);
    });
  }

  it('counts what is on show', () => {
    deepEqual(countShown(tree, new Set(['missing'])), { shown: 2, total: 5 });
    deepEqual(countShown(tree, new Set()), { shown: 5, total: 5 });
  });

  it('says what it shows', () => {
    equal(filterWords(new Set(['missing', 'evidenced', 'draft'])), 'evidenced, draft only, missing');
    equal(filterMessage(tree, new Set()), '');
    equal(
      filterMessage(tree, new Set(['missing', 'overdue'])),
      'Showing 3 of 5 elements: overdue or missing.',
    );
    equal(
      filterMessage(tree, new Set(['draft'])),
      'No element is draft only. Clear the filter to see all 5.',
    );
  });
});
