/** What one call of the index's `apply` has touched: filled by its first steps, used up by the last. */
import type { EvidenceFile } from '../evidence/evidence';
import type { Uri } from '../text/span';

export class Work {
  /** All portfolios are to be made anew. */
  everything = false;
  /** Files whose text came, changed or went. */
  readonly edited = new Set<Uri>();
  /** Files that may belong somewhere else now. */
  readonly files = new Set<Uri>();
  /** Portfolios to be made anew. */
  readonly roots = new Set<Uri>();
  /** Folders whose manifest came or went. */
  readonly boundaries = new Set<Uri>();
  /** Standard files whose text came or went. */
  readonly standards = new Set<Uri>();
  /** Files to be checked. */
  readonly checks = new Set<Uri>();
  /** Roots whose manifest is to be checked. */
  readonly manifests = new Set<Uri>();
  /** Roots whose coverage looks different. */
  readonly coverage = new Set<Uri>();
  /** Roots without a manifest that were portfolios before. */
  readonly active = new Set<Uri>();
  /** Per file, where it was and what it said before and after: coverage may show something of it. */
  readonly removed = new Map<Uri, { readonly root: Uri; readonly file: EvidenceFile }>();
  readonly added = new Map<Uri, EvidenceFile>();
  /** Roots with a plan that came, changed or went. */
  readonly plans = new Set<Uri>();
}
