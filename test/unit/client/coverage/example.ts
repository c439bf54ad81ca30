import type { EvidenceSource } from '../../../../client/portfolios/evidenceSource';
import { createEvidenceSource } from '../../../../client/portfolios/evidenceSource';
import type {
  AwardRow,
  CoverageNode,
  CoverageSummary,
  ElementState,
  EvidenceRow,
} from '../../../../server/lsp/protocol';

/** Counts with noughts for those left out, and their total. */
export function summary(counts: Partial<Omit<CoverageSummary, 'total'>>): CoverageSummary {
  const all = { evidenced: 0, overdue: 0, draft: 0, missing: 0, notApplicable: 0, ...counts };
  return { ...all, total: all.evidenced + all.overdue + all.draft + all.missing + all.notApplicable };
}

/** An assessable node without children. */
export function element(id: string, state: ElementState, more: Partial<CoverageNode> = {}): CoverageNode {
  return { id, title: 'Title', text: '', level: 'Element', state, children: [], ...more };
}

/** A group of nodes; `counts` are its summary. */
export function group(
  id: string,
  title: string,
  children: readonly CoverageNode[],
  counts: Parameters<typeof summary>[0] = {},
): CoverageNode {
  return { id, title, text: '', level: 'Criterion', summary: summary(counts), children };
}

/** A piece of evidence: current, of nobody. */
export function row(name: string, more: Partial<EvidenceRow> = {}): EvidenceRow {
  const uri = `file:///anytown/evidence/${name}.md`;
  return { uri, title: name, status: 'approved', reviewBy: null, overdue: false, owner: null, ...more };
}

/** Evidence as a server would tell it: below elements, by their IDs. */
export const evidenceSource = (rows: Readonly<Record<string, readonly EvidenceRow[]>> = {}): EvidenceSource =>
  createEvidenceSource({
    of: ({ elements }) => Promise.resolve({ evidence: elements.map((id) => rows[id] ?? []) }),
    with: ({ owners, file }) => {
      const fits = ({ uri, owner }: EvidenceRow): boolean =>
        (file === undefined || uri === file) && (owners === undefined || owners.includes(owner ?? ''));
      const ids = Object.keys(rows).filter((id) => rows[id]?.some(fits));
      return Promise.resolve({ elements: { 'file:///anytown': ids } });
    },
    owners: () => Promise.resolve({ owners: [] }),
    people: () => Promise.resolve({ people: [] }),
  });

/** An element's rating, with the words that the server finds for it. */
export const rated = (self: string, ...more: readonly string[]): Pick<CoverageNode, 'rating'> => ({
  rating: { self, words: [`rated ${self}`, ...more] },
});

/** One rater's ratings against the award. */
export const awardOf = (more: Partial<AwardRow> = {}): AwardRow => ({
  rating: 'fair',
  percent: 50,
  applicable: 3,
  reached: 1,
  needed: 2,
  share: '33 %',
  words: '1 of 3 applicable elements fair or better: 33 %, the award asks for 50 %',
  neededWords: '1 more is needed',
  between: [{ id: '1.2', rating: 'poor' }, { id: '2.1' }],
  ...more,
});
