/** The elements of the portfolios, and what the server finds among them. Nothing here knows VS Code. */
import type { FindElementsParams, FoundElements } from '../../server/lsp/protocol';
import type { CoverageSource } from './coverageSource';
import type { ElementIn } from './elements';

export interface ElementSource extends CoverageSource {
  /** Asks the server for the elements of a portfolio that fit words or a text; null where there is no such portfolio. */
  readonly find: (params: FindElementsParams) => Promise<FoundElements | null>;
}

/** An element that was found, with what led to it. */
export interface FoundIn {
  readonly element: ElementIn;
  readonly because: readonly string[];
}

/** What was found among some elements, best first, and how. */
export interface FoundAmong {
  readonly kind: FoundElements['kind'];
  readonly elements: readonly FoundIn[];
}

/**
 * Asks each portfolio of some elements, and keeps to these. What was found comes before what is only near, and that
 * before all that there is; none where the server does not answer.
 */
export async function findAmong(
  source: Pick<ElementSource, 'find'>,
  elements: readonly ElementIn[],
  wanted: FindElementsParams['wanted'],
): Promise<FoundAmong> {
  const roots = [...new Set(elements.map(({ portfolio }) => portfolio.root))];
  const answers = await Promise.all(
    roots.map(async (root) => ({ root, found: await source.find({ root, wanted }).catch(() => null) })),
  );
  for (const kind of ['found', 'nearest', 'all'] as const) {
    const among = answers.flatMap(({ root, found }) =>
      found?.kind === kind ? chosen(elements, root, found) : [],
    );
    if (among.length > 0) return { kind, elements: among };
  }
  return { kind: 'all', elements: [] };
}

function chosen(elements: readonly ElementIn[], root: string, found: FoundElements): readonly FoundIn[] {
  const byId = new Map(
    elements.flatMap((element) =>
      element.portfolio.root === root ? [[element.node.id, element] as const] : [],
    ),
  );
  return found.elements.flatMap(({ id, because }) => {
    const element = byId.get(id);
    return element ? [{ element, because }] : [];
  });
}

/** What stands above what was found: that nothing has the words is said, not left to be seen. */
export const foundWords: Readonly<Record<FoundAmong['kind'], string>> = {
  found: 'by some of these words, or words like them',
  nearest: 'no element has these words; the nearest',
  all: 'no element has words like these; all of them',
};
