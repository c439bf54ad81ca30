/** The elements that words of a filter lead to: as forgiving as the pickers, and never none. Nothing here knows VS Code. */
import type { CoverageNode, CoverageResult } from '../../server/lsp/protocol';
import { findAmong, type ElementSource, type FoundAmong, type FoundIn } from '../portfolios/elementSource';
import { elementsOf, type ElementIn } from '../portfolios/elements';
import type { ElementsByRoot } from '../portfolios/evidenceSource';
import { fitOf } from '../words/elementWords';
import { isShown, type Filter } from './filter';

/** What words lead to; `own`: elements that have all of the words. */
export interface About {
  readonly kind: 'own' | FoundAmong['kind'];
  readonly elements: readonly FoundIn[];
}

/** A tree of more that is only near is no answer; so many of each portfolio. */
const mostNear = 10;

/** Those of some elements that words lead to: those that have all of the words, or the best of what the server finds. */
export async function elementsAbout(
  source: Pick<ElementSource, 'find'>,
  elements: readonly ElementIn[],
  words: string,
): Promise<About> {
  const own = elements.filter(
    ({ node, above }) =>
      fitOf(
        node,
        words,
        above.map(({ title }) => title),
      ) !== undefined,
  );
  if (own.length > 0) return { kind: 'own', elements: own.map(because()) };
  const found = await findAmong(source, elements, { words });
  if (found.elements.length === 0 || found.kind === 'all')
    return { kind: 'all', elements: elements.map(because()) };
  return { kind: found.kind, elements: firstOfEach(found.elements) };
}

const because =
  (...words: readonly string[]) =>
  (element: ElementIn): FoundIn => ({ element, because: words });

function firstOfEach(found: readonly FoundIn[]): readonly FoundIn[] {
  const taken = new Map<string, number>();
  return found.filter(({ element: { portfolio } }) => {
    const before = taken.get(portfolio.root) ?? 0;
    taken.set(portfolio.root, before + 1);
    return before < mostNear;
  });
}

/** What the words of a filter leave of coverage. */
export interface WordsLeave {
  readonly kind: About['kind'];
  readonly fitting: ElementsByRoot;
  /** With what led to the elements that do not have all of the words. */
  readonly coverage: CoverageResult;
}

/**
 * Among the elements that meet the other conditions: what is only near is shown where none of these has the words.
 * @param fitting the elements whose evidence meets them; undefined where they do not ask about evidence
 */
export async function leftByWords(
  source: Pick<ElementSource, 'find'>,
  coverage: CoverageResult,
  filter: Filter,
  fitting: ElementsByRoot | undefined,
): Promise<WordsLeave> {
  const others = { ...filter, words: '' };
  const meeting = elementsOf(coverage.portfolios).filter(({ node, portfolio: { root } }) =>
    isShown(node, others, fitting?.get(root)),
  );
  const { kind, elements } = await elementsAbout(source, meeting, filter.words);
  const reasons = new Map<string, Map<string, string>>();
  for (const { element, because: words } of elements) {
    const { root } = element.portfolio;
    reasons.set(
      root,
      (reasons.get(root) ?? new Map<string, string>()).set(element.node.id, words.join(', ')),
    );
  }
  return {
    kind,
    fitting: new Map(Array.from(reasons, ([root, ids]) => [root, new Set(ids.keys())])),
    coverage: {
      ...coverage,
      portfolios: coverage.portfolios.map((portfolio) => {
        const told = reasons.get(portfolio.root);
        return told ? { ...portfolio, nodes: withReasons(portfolio.nodes, told) } : portfolio;
      }),
    },
  };
}

function withReasons(
  nodes: readonly CoverageNode[],
  reasons: ReadonlyMap<string, string>,
): readonly CoverageNode[] {
  return nodes.map((node) => {
    const found = reasons.get(node.id) ?? '';
    const children = withReasons(node.children, reasons);
    return found === '' ? { ...node, children } : { ...node, children, found };
  });
}
