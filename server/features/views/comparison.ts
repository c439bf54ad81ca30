/** What has become of portfolios since a base: as data for a view, and in the words of `diff`. */
import type { ElementChange, ElementChangeKind, PortfolioChanges } from '../../core/history/changes';
import { changesBetween } from '../../core/history/changes';
import type { ElementState } from '../../words/states';
import type { Uri } from '../../core/text/span';
import { severities } from '../../core/text/span';
import { forgeAddresses } from '../../core/history/story/forge';
import { sentenceOf } from '../../core/history/story/sentence';
import { storiesAsMarkdown } from '../../core/history/story/storyMarkdown';
import type { PortfolioSnapshot } from '../../core/history/snapshot';
import { isWithin, relativePath } from '../../core/text/uri';

export interface ComparedElement {
  readonly id: string;
  /**
   * lost: it had evidence of some kind, and has none. overdue, draft: it has become so, and was better before.
   * weakened: it rested on several current items, and rests on one. gained: it is evidenced, and was not.
   * moved: any other change of its state.
   */
  readonly kind: ElementChangeKind;
  readonly before: ElementState;
  readonly after: ElementState;
  /** URIs of the files whose change touches it, as they are now; none where portfolio.yaml or the standard is to blame. */
  readonly because: readonly string[];
}

export interface ComparedPortfolio {
  /** URI of its root folder. */
  readonly root: string;
  readonly title: string;
  /** Whether it is there on both sides. */
  readonly presence: 'both' | 'new' | 'gone';
  /** In the order of the standard; those that stand as they stood are left out. */
  readonly elements: readonly ComparedElement[];
  /** Numbers of files. */
  readonly evidence: {
    readonly added: number;
    readonly removed: number;
    readonly renamed: number;
    /** For other elements, of another status or review date, or in other words. */
    readonly changed: number;
  };
  readonly findings: { readonly fresh: number; readonly fixed: number; readonly unchanged: number };
}

export interface Comparison {
  readonly portfolios: readonly ComparedPortfolio[];
  /** What has changed as a message would say it; empty where no portfolio says anything else. */
  readonly sentence: string;
  /** What `diff --format markdown` prints at the top of the repository. */
  readonly markdown: string;
}

export interface ComparisonOptions {
  /** What was compared; portfolios that neither lie in it nor around it are left out. */
  readonly folder: Uri;
  /** What is checked out, for links to lines of it. */
  readonly commit: string | undefined;
  /** The address from which the repository was cloned. */
  readonly origin: string | undefined;
}

export function comparisonOf(
  before: readonly PortfolioSnapshot[],
  after: readonly PortfolioSnapshot[],
  { folder, commit, origin }: ComparisonOptions,
): Comparison {
  const concerns = ({ root }: PortfolioSnapshot): boolean => isWithin(folder, root) || isWithin(root, folder);
  const changes = changesBetween(before.filter(concerns), after.filter(concerns));
  const forge = forgeAddresses({}, commit, origin);
  return {
    portfolios: changes.map(portfolioAsData),
    sentence: sentenceOf(changes),
    markdown: storiesAsMarkdown(changes, {
      folder,
      addressOf: (uri, line) =>
        isWithin(folder, uri) ? forge?.(relativePath(folder, uri), line) : undefined,
      fails: (severity) => severity === severities[0],
    }),
  };
}

const portfolioAsData = ({
  after: { root, title },
  presence,
  elements,
  evidence,
  findings,
}: PortfolioChanges): ComparedPortfolio => ({
  root,
  title,
  presence,
  elements: elements.map(elementAsData),
  evidence: {
    added: evidence.added.length,
    removed: evidence.removed.length,
    renamed: evidence.renamed.length,
    changed: new Set(
      [...evidence.retargeted, ...evidence.restated, ...evidence.reworded].map(({ after }) => after.uri),
    ).size,
  },
  findings: {
    fresh: findings.fresh.length,
    fixed: findings.fixed.length,
    unchanged: findings.unchanged.length,
  },
});

const elementAsData = ({ kind, element, before, after, because }: ElementChange): ComparedElement => ({
  id: element.id,
  kind,
  before,
  after,
  because: because.map(({ uri }) => uri),
});
