/** All evidence of a portfolio as a table: what `evidencePortfolio/evidenceTable` answers. */
import { textsOf } from '../../core/evidence/valueTexts';
import type { EvidenceFile } from '../../core/evidence/evidence';
import { idsMeant } from '../../core/evidence/elementsMeant';
import { shortWords } from '../../core/standard/standard';
import { displayTitle, isOverdue } from '../../core/evidence/titleAndStanding';
import type { FrontMatterKey } from '../../core/frontMatter/keys';
import { frontMatterKeys } from '../../core/frontMatter/keys';
import type { ValueKind } from '../../core/frontMatter/values';
import type { Portfolio } from '../../core/portfolio/portfolio';
import { compareNaturally } from '../../core/text/naturalOrder';
import { valueOf } from '../../core/yaml/fields';
import { capitalised } from '../../words/capitals';

export interface EvidenceTable {
  /** URI of the portfolio's root folder. */
  readonly root: string;
  readonly title: string;
  /** The keys that evidence should have, in the order of their list. */
  readonly columns: readonly EvidenceColumn[];
  /** In the natural order of their paths. */
  readonly rows: readonly EvidenceTableRow[];
}

export interface EvidenceColumn {
  readonly key: FrontMatterKey;
  /** The key in words: `Review by`. */
  readonly label: string;
  readonly holds: ValueKind;
  /** Where it is one of a few words: those, and what they mean. */
  readonly choices: readonly { readonly value: string; readonly label: string; readonly words: string }[];
}

export interface EvidenceTableRow {
  readonly uri: string;
  /** From the portfolio's folder on. */
  readonly path: string;
  /** What it is called: its title, its heading or its file. */
  readonly title: string;
  /** What stands at each key, in the order of the columns; several values with commas between them. */
  readonly cells: readonly string[];
  /** The elements with a few of their words; those that no standard has as they are. */
  readonly elementWords: string;
  readonly standing: 'current' | 'overdue' | 'draft' | 'withdrawn';
}

const columns: readonly EvidenceColumn[] = frontMatterKeys.flatMap((entry) => {
  const { key, label, holds, isExpected } = entry;
  if (!isExpected) return [];
  const values: Readonly<Record<string, string>> = 'values' in entry ? entry.values : {};
  const choices = Object.entries(values).map(([value, words]) => ({
    value,
    label: capitalised(value.replaceAll('-', ' ')),
    words,
  }));
  return [{ key, label, holds, choices }];
});

export const evidenceTable = (portfolio: Portfolio): EvidenceTable => ({
  root: portfolio.root,
  title: portfolio.title,
  columns,
  rows: [...portfolio.evidence.values()]
    .sort((left, right) => compareNaturally(left.uri, right.uri))
    .map((evidence) => ({
      uri: evidence.uri,
      path: portfolio.path(evidence.uri),
      title: displayTitle(evidence),
      cells: columns.map(({ key }) => (textsOf(evidence, key) ?? []).join(', ')),
      elementWords: wordsOf(portfolio, evidence),
      standing: standingOf(portfolio, evidence),
    })),
});

const wordsOf = ({ standard }: Portfolio, { elements }: EvidenceFile): string =>
  elements
    .flatMap(({ id }) => idsMeant(standard, id))
    .map((id) => {
      const node = standard.nodes.get(id);
      return node ? `${id} ${shortWords(node)}` : id;
    })
    .join('; ');

function standingOf({ today }: Portfolio, evidence: EvidenceFile): EvidenceTableRow['standing'] {
  const status = valueOf(evidence.status);
  if (status === 'withdrawn') return status;
  if (status === 'draft' || status === 'in-review' || evidence.status.kind === 'invalid') return 'draft';
  return isOverdue(evidence, today) ? 'overdue' : 'current';
}
