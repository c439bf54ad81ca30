/** The elements of portfolios as the commands name them. Nothing here knows VS Code. */
import type { CoverageNode, CoverageResult, PortfolioCoverage } from '../../server/lsp/protocol';

/** An element of a portfolio, as rows of the views and arguments of commands name it. */
export interface ElementTarget {
  /** URI of the portfolio's root, as the coverage answer gives it. */
  readonly root: string;
  readonly element: string;
}

/** A piece of evidence under an element. */
export interface EvidenceTarget extends ElementTarget {
  readonly uri: string;
}

export function isElementTarget(value: unknown): value is ElementTarget {
  return (
    typeof value === 'object' &&
    value !== null &&
    'root' in value &&
    typeof value.root === 'string' &&
    'element' in value &&
    typeof value.element === 'string'
  );
}

export function isEvidenceTarget(value: unknown): value is EvidenceTarget {
  return isElementTarget(value) && 'uri' in value && typeof value.uri === 'string';
}

/** An element's node with what is around it. */
export interface ElementIn {
  readonly portfolio: PortfolioCoverage;
  readonly node: CoverageNode;
  /** From the top of the standard down, without the node itself. */
  readonly above: readonly CoverageNode[];
}

/** Every element of the portfolios, in the order of the standard. */
export function elementsOf(portfolios: readonly PortfolioCoverage[]): readonly ElementIn[] {
  return portfolios.flatMap((portfolio) => {
    const below = (nodes: readonly CoverageNode[], above: readonly CoverageNode[]): readonly ElementIn[] =>
      nodes.flatMap((node) => [
        ...(node.state === undefined ? [] : [{ portfolio, node, above }]),
        ...below(node.children, [...above, node]),
      ]);
    return below(portfolio.nodes, []);
  });
}

/** The element that a target names; undefined where the portfolio or the element is not there any longer. */
export function findElement(
  coverage: CoverageResult | undefined,
  { root, element }: ElementTarget,
): ElementIn | undefined {
  const portfolio = coverage?.portfolios.find((candidate) => candidate.root === root);
  return portfolio && elementsOf([portfolio]).find(({ node }) => node.id === element);
}

/** The nodes from the top down to the one with an ID, that one included; empty where it is not among them. */
export function pathTo(nodes: readonly CoverageNode[], id: string): readonly CoverageNode[] {
  for (const node of nodes) {
    if (node.id === id) return [node];
    const below = pathTo(node.children, id);
    if (below.length > 0) return [node, ...below];
  }
  return [];
}
