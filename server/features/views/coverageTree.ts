/** The coverage of portfolios as data for a view, without the evidence: what `evidencePortfolio/coverageOutline` is made of. */

import type { ElementChangeKind } from '../../core/history/changes';
import type { CoverageSummary, ElementState } from '../../words/states';
import { totalOf } from '../../words/states';
import { assigneesOf } from '../../core/portfolio/assignees';
import { hasRatings } from '../../core/portfolio/assessment';
import { valueOf } from '../../core/yaml/fields';
import type { Points } from '../../core/portfolio/guidance';
import { pointsInPortfolio } from '../../core/portfolio/guidance';
import type { Portfolio } from '../../core/portfolio/portfolio';
import type { PortfolioStandard } from '../../core/portfolio/portfolioStandard';
import type { StandardNode } from '../../core/standard/standard';
import { shortWords, titleOf } from '../../core/standard/standard';
import { tellingWords } from '../text/tellingWords';
import { evidencedIn, lacksEvidence, servingFor } from '../../core/portfolio/counterparts';
import { asksWords } from '../../words/relations';
import type { Award, ElementRatingRow, RatingCounts, RatingRow } from './assessmentRows';
import { awardOf, elementRating, groupRatings, ratingCounts } from './assessmentRows';

export type { ElementChangeKind } from '../../core/history/changes';
export type { CoverageSummary } from '../../words/states';
export type { ElementState } from '../../words/states';
export type { Award, AwardRow, ElementRatingRow, RatingCounts, RatingRow } from './assessmentRows';
export type { Points } from '../../core/portfolio/guidance';

export interface CoverageNode {
  readonly id: string;
  /** Where the portfolio has several standards: the name of the one that it is of. */
  readonly standard?: string;
  /** The node's title, or the first words of its text where the standard gives it none. */
  readonly title: string;
  /** Of an element that is told from its like by other words than those its title begins with: these. */
  readonly words?: string;
  /** What a group without an ID is called, where that is not what stands in the place of its ID: in another language. */
  readonly label?: string;
  /** The element's text; empty for most groups. */
  readonly text: string;
  /** What the standard calls a node of this depth: Criterion, Sub-criterion, Element. */
  readonly level: string;
  /** On assessable nodes. */
  readonly state?: ElementState;
  /** On assessable nodes: number of current items (approved and not past their review date). */
  readonly current?: number;
  /** On assessable nodes declared not applicable: why. */
  readonly reason?: string;
  /** On assessable nodes for which somebody is named: who is to find evidence. */
  readonly assigned?: readonly string[];
  /** On assessable nodes whose guidance stands in the evidence as a task list. */
  readonly points?: Points;
  /** On assessable nodes that have any: the points of the guidance. */
  readonly guidance?: readonly string[];
  /** On assessable nodes of whose rating anything is said. */
  readonly rating?: ElementRatingRow;
  /** On assessable nodes of a view that compares with a base, where it is not the same: the view puts it there. */
  readonly change?: NodeChange;
  /** On assessable nodes of a view that is limited by words, where it does not have all of them: what led to it. The view puts it there. */
  readonly found?: string;
  /** On assessable nodes that lack evidence: what current evidence stands for and may serve here, by mappings. */
  readonly counterparts?: readonly CounterpartRow[];
  /** On groups. */
  readonly summary?: CoverageSummary;
  /** On groups of a view that shows a part of their elements: that part. The view puts it there. */
  readonly shown?: CoverageSummary;
  /** On groups: one's own ratings, once anything is rated. */
  readonly ratings?: RatingCounts;
  /** On assessable nodes: number of draft, approved and overdue items, which `evidenceOf` gives. */
  readonly items?: number;
  readonly children: readonly CoverageNode[];
}

/** A part of another standard that an element has its evidence to gain from. */
export interface CounterpartRow {
  readonly id: string;
  readonly title: string;
  /** How what it asks for stands to what the element asks for: `asks for the same`. */
  readonly asks: string;
  /** The elements whose current evidence it is: the counterpart itself, or those below it. */
  readonly elements: readonly string[];
}

/** What has become of an element since a base. */
export interface NodeChange {
  readonly kind: ElementChangeKind;
  readonly before: ElementState;
  /** What the base is called. */
  readonly base: string;
  /** The base is a branch that would change it so: nothing of it is here yet. */
  readonly isProposed?: boolean;
}

export interface PortfolioCoverage {
  /** URI of the portfolio's root folder. */
  readonly root: string;
  /** URI of portfolio.yaml, or null where there is none. */
  readonly manifest: string | null;
  readonly title: string;
  /** The day that all of this is judged by, where somebody has set one: YYYY-MM-DD. */
  readonly asOf?: string;
  /** The id of its first standard, as the manifest names it. */
  readonly standard: string;
  readonly standardTitle: string;
  /** Number of evidence files. */
  readonly files: number;
  /** Of all of its standards together. */
  readonly summary: CoverageSummary;
  /** Of the first standard, where it has any. */
  readonly ratings?: readonly RatingRow[];
  /** Of the first standard, where it has one, and anything is rated. */
  readonly award?: Award;
  /** Where its standards have names: each of them, in the order of the manifest. */
  readonly standards?: readonly CoverageStandard[];
  /** Where its standards have names, there is a node for each at the top, whose ID is that name. */
  readonly nodes: readonly CoverageNode[];
}

export interface CoverageStandard {
  /** What the portfolio's files call it. */
  readonly name: string;
  readonly id: string;
  readonly title: string;
  /** The title of the part of it that the portfolio is kept against, where that is not all of it. */
  readonly profile?: string;
  readonly summary: CoverageSummary;
  /** Where it has any: what an element can be rated, from best to worst. */
  readonly ratings?: readonly RatingRow[];
  /** Where it has one, and anything is rated. */
  readonly award?: Award;
}

export interface CoverageResult {
  readonly portfolios: readonly PortfolioCoverage[];
}

export function coverageTree(portfolio: Portfolio): PortfolioCoverage {
  const { root, manifest, title, evidence, standards } = portfolio;
  const [{ standard }] = standards;
  return {
    root,
    manifest: manifest?.uri ?? null,
    title,
    ...asOfPart(portfolio),
    standard: standard.id,
    standardTitle: standard.title,
    files: evidence.size,
    summary: totalOf(standards.map((of) => of.summary())),
    ...ratingParts(standards[0]),
    ...(standards[0].name === undefined ? {} : { standards: standards.map(standardRow) }),
    nodes: standards.flatMap((of) => {
      const nodes = of.roots.map((node) => nodeRow(portfolio, of, node));
      return of.name === undefined ? nodes : [topRow(of, nodes)];
    }),
  };
}

const standardRow = (of: PortfolioStandard): CoverageStandard => ({
  name: of.name ?? of.standard.id,
  id: of.standard.id,
  title: of.standard.title,
  ...(of.profile ? { profile: of.profile.title } : {}),
  summary: of.summary(),
  ...ratingParts(of),
});

const ratingParts = (of: PortfolioStandard): Pick<CoverageStandard, 'ratings' | 'award'> => ({
  ...(of.standard.ratings.length > 0 ? { ratings: of.standard.ratings } : {}),
  ...awardOf(of),
});

/** Of several standards, each stands above its tree. */
const topRow = (of: PortfolioStandard, children: readonly CoverageNode[]): CoverageNode => ({
  id: of.name ?? of.standard.id,
  title: of.standard.title,
  text: '',
  level: 'Standard',
  summary: of.summary(),
  ...(hasRatings(of, 'self') ? { ratings: ratingCounts(of, of.roots) } : {}),
  children,
});

/** The day to judge by, where one is set. */
export const asOfPart = ({ days: { asOf } }: Portfolio): { readonly asOf?: string } =>
  asOf === undefined ? {} : { asOf };

function nodeRow(portfolio: Portfolio, of: PortfolioStandard, node: StandardNode): CoverageNode {
  const { id, text, level, assessable, children } = node;
  return {
    id,
    ...(of.name === undefined ? {} : { standard: of.name }),
    ...titleParts(portfolio, node),
    ...(node.hasId || titleOf(node) === id ? {} : { label: titleOf(node) }),
    text,
    level,
    ...(assessable ? elementParts(portfolio, of, node) : {}),
    ...(children.length > 0 ? { summary: of.summary([node]), ...groupRatings(of, node) } : {}),
    children: children.map((child) => nodeRow(portfolio, of, child)),
  };
}

/** A title that is made from a text begins as many others do. */
function titleParts({ standard }: Portfolio, node: StandardNode): Pick<CoverageNode, 'title' | 'words'> {
  if (!node.hasId) return { title: '' };
  const title = shortWords(node);
  const words = tellingWords(standard, node, wordsLength);
  return { title, ...(words === title ? {} : { words }) };
}

/** As many characters as a title of the first words of a text has. */
const wordsLength = 80;

function elementParts(
  portfolio: Portfolio,
  of: PortfolioStandard,
  node: StandardNode,
): Pick<
  CoverageNode,
  'state' | 'current' | 'items' | 'reason' | 'assigned' | 'points' | 'guidance' | 'rating' | 'counterparts'
> {
  const { id, guidance } = node;
  const { state, current, overdue, draft } = portfolio.coverage(id);
  const decision = portfolio.decision(id);
  const reason = decision && !decision.applicable ? valueOf(decision.reason) : undefined;
  const assigned = assigneesOf(portfolio, node);
  const points = pointsInPortfolio(portfolio, node);
  return {
    state,
    current,
    items: current + overdue + draft,
    ...(reason ? { reason } : {}),
    ...(assigned.length > 0 ? { assigned } : {}),
    ...(points ? { points } : {}),
    ...(guidance.length > 0 ? { guidance } : {}),
    ...elementRating(of, id),
    ...counterpartsPart(portfolio, node),
  };
}

function counterpartsPart(portfolio: Portfolio, node: StandardNode): Pick<CoverageNode, 'counterparts'> {
  if (portfolio.parts.mappings.length === 0 || !lacksEvidence(portfolio, node)) return {};
  const counterparts = servingFor(portfolio, node).map((one): CounterpartRow => ({
    id: one.node.id,
    title: shortWords(one.node),
    asks: asksWords(one.relation),
    elements: evidencedIn(portfolio, one.node),
  }));
  return counterparts.length > 0 ? { counterparts } : {};
}
