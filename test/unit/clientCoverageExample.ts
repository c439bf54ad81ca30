import type { CoverageNode, CoverageSummary, ElementState, EvidenceRow } from '../../server/lsp/protocol';

/** Counts with noughts for those left out, and their total. */
export function summary(counts: Partial<Omit<CoverageSummary, 'total'>>): CoverageSummary {
  const all = { evidenced: 0, overdue: 0, draft: 0, missing: 0, notApplicable: 0, ...counts };
  return { ...all, total: all.evidenced + all.overdue + all.draft + all.missing + all.notApplicable };
}

/** An assessable node without children. */
export function element(id: string, state: ElementState, more: Partial<CoverageNode> = {}): CoverageNode {
  return { id, title: 'Title', text: '', level: 'Element', state, evidence: [], children: [], ...more };
}

/** A group of nodes; `counts` are its summary. */
export function group(
  id: string,
  title: string,
  children: readonly CoverageNode[],
  counts: Parameters<typeof summary>[0] = {},
): CoverageNode {
  return { id, title, text: '', level: 'Criterion', summary: summary(counts), evidence: [], children };
}

/** A piece of evidence: current, of nobody. */
export function row(name: string, more: Partial<EvidenceRow> = {}): EvidenceRow {
  const uri = `file:///anytown/evidence/${name}.md`;
  return { uri, title: name, status: 'approved', reviewBy: null, overdue: false, owner: null, ...more };
}
