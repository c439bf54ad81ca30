/** Coverage as it has been told in parts: whole once, then what is another. Nothing here knows VS Code. */
import type {
  ChangedPortfolio,
  CoverageNode,
  CoverageOutline,
  CoverageResult,
  NodeStanding,
  PortfolioCoverage,
} from '../../server/lsp/protocol';

/** What the client has, and the revision to tell when it asks again. */
export interface Outline extends CoverageResult {
  readonly revision: number;
}

/** What the client has now, of what it had and an answer. */
export function outlineAfter(before: Outline | undefined, answer: CoverageOutline): Outline {
  const known = new Map(before?.portfolios.map((portfolio) => [portfolio.root, portfolio]));
  return {
    revision: answer.revision,
    portfolios: answer.portfolios.flatMap((told) => {
      if ('nodes' in told) return told;
      const portfolio = known.get(told.root);
      return portfolio ? changedPortfolio(portfolio, told) : [];
    }),
  };
}

function changedPortfolio(
  { nodes }: PortfolioCoverage,
  { changed, ...head }: ChangedPortfolio,
): PortfolioCoverage {
  if (changed.length === 0) return { ...head, nodes };
  const standings = new Map(changed);
  let at = 0;
  const told = (node: CoverageNode): CoverageNode => {
    const standing = standings.get(at++);
    const children = node.children.map(told);
    if (standing) return { ...wordsOf(node), ...standing, children };
    return children.every((child, place) => child === node.children[place]) ? node : { ...node, children };
  };
  return { ...head, nodes: nodes.map(told) };
}

/** What a node is and says, which is the standard's: all but its standing. */
function wordsOf({
  id,
  standard,
  title,
  text,
  level,
  guidance,
}: CoverageNode): Omit<CoverageNode, keyof NodeStanding | 'children'> {
  return {
    ...{ id, title, text, level },
    ...(standard === undefined ? {} : { standard }),
    ...(guidance === undefined ? {} : { guidance }),
  };
}
