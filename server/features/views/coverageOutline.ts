/**
 * The coverage of portfolios as one client is told of it again and again: whole at first, and then, of each portfolio
 * whose standards are the same, only the nodes that are another now. What costs most of it, the standard's words and
 * the evidence, is sent once, and when it is asked for.
 */
import type { Portfolio } from '../../core/portfolio/portfolio';
import type { StandardNode } from '../../core/standard/standard';
import type { CoverageNode, PortfolioCoverage } from './coverageTree';
import { coverageTree } from './coverageTree';

/** What changes of a node; what it is and what it says is the standard's. */
export type NodeStanding = Omit<CoverageNode, (typeof words)[number] | 'children'>;
const words = ['id', 'standard', 'title', 'text', 'level', 'guidance'] as const;

/** A portfolio that the client has the nodes of. */
export interface ChangedPortfolio extends Omit<PortfolioCoverage, 'nodes'> {
  /** The nodes that are another now, by their number among all, from the top down. */
  readonly changed: readonly (readonly [at: number, standing: NodeStanding])[];
}

export interface CoverageOutline {
  /** To be told when it is asked for again. */
  readonly revision: number;
  readonly portfolios: readonly (PortfolioCoverage | ChangedPortfolio)[];
}

/** Remembers what has been told, as one client has it. */
export class OutlineTeller {
  #revision = 0;
  #told = new Map<string, Told>();

  /** @param known the revision of what the client has; undefined where it has nothing */
  tell(portfolios: readonly Portfolio[], known: number | undefined): CoverageOutline {
    const before = known === this.#revision ? this.#told : new Map<string, Told>();
    this.#told = new Map();
    this.#revision += 1;
    return { revision: this.#revision, portfolios: portfolios.map((one) => this.#tellOne(one, before)) };
  }

  #tellOne(portfolio: Portfolio, before: ReadonlyMap<string, Told>): PortfolioCoverage | ChangedPortfolio {
    const coverage = coverageTree(portfolio);
    const standings = flat(coverage.nodes).map(standingOf);
    const now: Told = {
      words: [...wordsOf(portfolio)],
      standings: standings.map((standing) => JSON.stringify(standing)),
    };
    this.#told.set(portfolio.root, now);
    const last = before.get(portfolio.root);
    if (!last || !isSame(last.words, now.words) || last.standings.length !== standings.length)
      return coverage;
    return {
      ...without(coverage, ['nodes']),
      changed: standings.flatMap((standing, at) =>
        last.standings[at] === now.standings[at] ? [] : [[at, standing] as const],
      ),
    };
  }
}

interface Told {
  /** What the words of the nodes are of, in the order of the nodes. */
  readonly words: readonly (string | StandardNode)[];
  readonly standings: readonly string[];
}

function* wordsOf({ standards }: Portfolio): Iterable<string | StandardNode> {
  for (const { name, standard, roots } of standards) {
    yield `${name ?? ''} ${standard.title}`;
    yield* below(roots);
  }
}

function* below(nodes: readonly StandardNode[]): Iterable<StandardNode> {
  for (const node of nodes) {
    yield node;
    yield* below(node.children);
  }
}

const isSame = (one: readonly unknown[], other: readonly unknown[]): boolean =>
  one.length === other.length && one.every((item, at) => item === other[at]);

const flat = (nodes: readonly CoverageNode[]): readonly CoverageNode[] =>
  nodes.flatMap((node) => [node, ...flat(node.children)]);

const standingOf = (node: CoverageNode): NodeStanding => without(node, [...words, 'children']);

function without<T extends object, Key extends keyof T>(from: T, keys: readonly Key[]): Omit<T, Key> {
  const rest = { ...from };
  for (const key of keys) Reflect.deleteProperty(rest, key);
  return rest;
}
