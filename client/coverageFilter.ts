/** The Coverage view's filter by state. Nothing here knows VS Code. */
import type { CoverageNode, ElementState } from '../server/lsp/protocol';
import { count, stateOrder, states } from './coverageLabels';

/** The states on show; empty: everything is on show. */
export type Filter = ReadonlySet<ElementState>;

/** The nodes whose own state, or that of a node below them, is on show; in their order. */
export function filterNodes(nodes: readonly CoverageNode[], filter: Filter): readonly CoverageNode[] {
  if (filter.size === 0) return nodes;
  return nodes.flatMap((node) => {
    const children = filterNodes(node.children, filter);
    const itself = node.state !== undefined && filter.has(node.state);
    return itself || children.length > 0 ? [{ ...node, children }] : [];
  });
}

/** How many assessable nodes there are, and how many of them are on show. */
export function countShown(
  nodes: readonly CoverageNode[],
  filter: Filter,
): { readonly shown: number; readonly total: number } {
  let shown = 0;
  let total = 0;
  const visit = (node: CoverageNode): void => {
    if (node.state !== undefined) {
      total++;
      if (filter.size === 0 || filter.has(node.state)) shown++;
    }
    node.children.forEach(visit);
  };
  nodes.forEach(visit);
  return { shown, total };
}

/** The filter in few words, for beside the view's name: `missing, overdue`; empty when everything is on show. */
export function filterWords(filter: Filter): string {
  return stateOrder
    .filter((state) => filter.has(state))
    .map((state) => states[state].words)
    .join(', ');
}

/** The line above the tree while a filter is on; empty when everything is on show. */
export function filterMessage(nodes: readonly CoverageNode[], filter: Filter): string {
  if (filter.size === 0) return '';
  const { shown, total } = countShown(nodes, filter);
  const words = filterWords(filter).replace(/, ([^,]*)$/, ' or $1');
  return shown === 0
    ? `No element is ${words}. Clear the filter to see all ${total}.`
    : `Showing ${shown} of ${count(total, 'element')}: ${words}.`;
}
