/**
 * What becomes of a portfolio where a matrix is brought in: a draft for each item that it does not have, and what the
 * files that it has do not say yet. What they say is never replaced; what differs is shown.
 */
import type { EvidenceFile } from '../evidence/evidence';
import type { Portfolio } from '../portfolio/portfolio';
import { displayTitle } from '../evidence/titleAndStanding';
import { newEvidencePlace } from '../portfolio/newEvidencePlace';
import type { Lexicon } from '../standard/standard';
import { textLikeness } from '../tables/likeness';
import { mostPairs } from '../tables/pairing';
import type { TakenTable } from '../tables/takenTable';
import type { Uri } from '../text/span';
import { valueOf } from '../yaml/fields';
import type { MatrixColumn } from './columnNames';
import { applicabilityOf } from './applicability';
import { assignedBy } from './assigned';
import { itemText } from './draftText';
import type { MatrixItem } from './items';
import { itemsOf, titleKey } from './items';
import type { RowProblem } from './matrixRow';
import type { ReadMatrix } from './readMatrix';
import { refKey } from './refs';
import type { Difference } from './updatedFile';
import { updatedFile } from './updatedFile';

export interface MatrixImport {
  /** Files to be written; `before` is what stands there, undefined for new ones. */
  readonly files: readonly {
    readonly uri: Uri;
    readonly before: string | undefined;
    readonly text: string;
  }[];
  readonly added: readonly { readonly uri: Uri; readonly item: MatrixItem }[];
  readonly changed: readonly {
    readonly uri: Uri;
    readonly title: string;
    readonly added: readonly string[];
  }[];
  /** Files that the matrix knows, and to which it has nothing to add. */
  readonly unchanged: number;
  /** Where file and matrix say different things; the file stays as it is. */
  readonly differs: readonly Difference[];
  readonly problems: readonly RowProblem[];
  readonly taken: readonly TakenTable<MatrixColumn>[];
  readonly notes: readonly string[];
  /** Elements that do not apply by the matrix, and did by portfolio.yaml, which says so then. */
  readonly declared: readonly { readonly id: string; readonly reason: string }[];
  /** Who is to find evidence by the matrix, where portfolio.yaml named nobody; it does then. */
  readonly assigned: readonly { readonly id: string; readonly who: readonly string[] }[];
  /** Elements for which neither the matrix nor the portfolio has evidence. */
  readonly missing: readonly string[];
}

export function importMatrix(portfolio: Portfolio, read: ReadMatrix): MatrixImport {
  const { standard, root } = portfolio;
  const { items, problems } = itemsOf(standard, read.rows);
  const known = knownEvidence(portfolio);
  const result = {
    files: [] as { uri: Uri; before: string | undefined; text: string }[],
    added: [] as { uri: Uri; item: MatrixItem }[],
    changed: [] as { uri: Uri; title: string; added: readonly string[] }[],
    differs: [] as Difference[],
    problems: [...read.problems, ...problems],
    unchanged: 0,
  };
  const taken = new Set<Uri>();
  for (const item of items) {
    const evidence = known(item);
    if (!evidence) {
      const nodes = item.elements.flatMap((id) => standard.nodes.get(id) ?? []);
      const uri = newEvidencePlace(portfolio, nodes, withoutEnding(item.title), (place) => taken.has(place));
      taken.add(uri);
      result.added.push({ uri, item });
      result.files.push({ uri, before: undefined, text: itemText(item, uri, root, portfolio.names) });
      continue;
    }
    const { text, added, differs } = updatedFile(portfolio, evidence, item);
    result.differs.push(...differs);
    if (text === evidence.text) result.unchanged++;
    else {
      result.changed.push({ uri: evidence.uri, title: displayTitle(evidence), added });
      result.files.push({ uri: evidence.uri, before: evidence.text, text });
    }
  }
  const before = portfolio.manifest?.text;
  const applicability = applicabilityOf(portfolio, read.notApplicable);
  const { declared } = applicability;
  const people = assignedBy(portfolio, applicability.text ?? before, whoseApply(portfolio, read));
  if (people.text !== undefined && people.text !== before)
    result.files.push({ uri: portfolio.manifestUri, before, text: people.text });
  for (const { differs, problems } of [applicability, people]) {
    result.differs.push(...differs);
    result.problems.push(...problems);
  }
  result.problems.push(...perhapsKnown(portfolio, result.added));
  const named = new Set([...items.flatMap(({ elements }) => elements), ...declared.map(({ id }) => id)]);
  return {
    ...result,
    taken: read.taken,
    notes: read.notes,
    declared,
    assigned: people.assigned,
    missing: missingIn(standard, portfolio, named),
  };
}

/** Of a title that is the name of a file, what a file of ours is called by: `policy.pdf` is no `policy.pdf.md`. */
const withoutEnding = (title: string): string =>
  title.replace(/(?<=[^\s.])\.(?:pdf|docx?|xlsx?|pptx?|od[tsp]|md|html?|csv|txt|png|jpe?g)$/i, '');

/** For what does not apply, nobody has to find anything. */
const whoseApply = (portfolio: Portfolio, { assigned }: ReadMatrix): ReadMatrix['assigned'] =>
  assigned.filter(({ id }) => portfolio.decision(id)?.applicable !== false);

/** By ref, else by title: of a file that has another ref, a title says nothing. */
function knownEvidence(portfolio: Portfolio): (item: MatrixItem) => EvidenceFile | undefined {
  const byRef = new Map<string, EvidenceFile>();
  const byTitle = new Map<string, EvidenceFile>();
  for (const evidence of portfolio.evidence.values()) {
    const ref = valueOf(evidence.ref);
    if (ref) byRef.set(refKey(ref), evidence);
    const key = titleKey(displayTitle(evidence));
    if (!byTitle.has(key)) byTitle.set(key, evidence);
  }
  return ({ ref, title }) => {
    const own = ref === undefined ? undefined : byRef.get(refKey(ref));
    if (own) return own;
    const alike = byTitle.get(titleKey(title));
    const other = alike && valueOf(alike.ref);
    return ref !== undefined && other && refKey(other) !== refKey(ref) ? undefined : alike;
  };
}

/** From this likeness on, two titles may be the same thing in other words. */
const alike = 0.8;

/** New items that may be what a file of the portfolio is: somebody has to look. */
function perhapsKnown(portfolio: Portfolio, added: MatrixImport['added']): readonly RowProblem[] {
  const titles = [...portfolio.evidence.values()].map((evidence) => ({
    uri: evidence.uri,
    title: displayTitle(evidence),
    ref: valueOf(evidence.ref),
  }));
  if (titles.length * added.length > mostPairs) return [];
  return added.flatMap(({ item }) => {
    const [best] = titles
      .filter(({ ref }) => !ref || item.ref === undefined)
      .map((one) => ({ ...one, worth: textLikeness(one.title, item.title) }))
      .filter(({ worth }) => worth >= alike)
      .sort((left, right) => right.worth - left.worth);
    return best
      ? [
          {
            where: item.where,
            text: item.title,
            reason: `It may be ${portfolio.path(best.uri)}, “${best.title}”. A file of its own is made for it.`,
          },
        ]
      : [];
  });
}

const missingIn = (standard: Lexicon, portfolio: Portfolio, named: ReadonlySet<string>): readonly string[] =>
  standard.elements
    .map(({ id }) => id)
    .filter((id) => !named.has(id) && portfolio.coverage(id).state === 'missing');
