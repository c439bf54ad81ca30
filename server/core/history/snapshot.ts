/** A portfolio at one time, as plain data that stays what it is while the index goes on: to compare with another. */
import type { CivilDate } from '../text/civilDate';
import type { ElementCoverage } from '../portfolio/coverage';
import type { CoverageSummary } from '../../words/states';
import { totalOf } from '../../words/states';
import { citedBy } from '../evidence/elementsMeant';
import type { EvidenceFile } from '../evidence/evidence';
import type { Standing } from '../evidence/titleAndStanding';
import { displayTitle, standingOf } from '../evidence/titleAndStanding';
import { valueOf } from '../yaml/fields';
import type { Status } from '../frontMatter/keys';
import type { Uri } from '../text/span';
import type { Finding } from '../rules/finding';
import type { PlanAction } from '../plan/model';
import { actionsOf } from '../plan/model';
import type { Portfolio } from '../portfolio/portfolio';
import type { PortfolioStandard } from '../portfolio/portfolioStandard';
import type { Lexicon, StandardNode } from '../standard/standard';
import { knownId, shortWords } from '../standard/standard';
import { ownWording } from '../standard/wordings';
import type { StandardFault } from '../manifest/wholeStandard';
import { standardFault } from '../manifest/wholeStandard';

export interface PortfolioSnapshot {
  readonly root: Uri;
  readonly title: string;
  /** False where portfolio.yaml has faults that keep it from being read whole. */
  readonly isComplete: boolean;
  /** Where the standard could not be read whole: elements are missing, or all of them. */
  readonly standardFault: StandardFault | undefined;
  /** Its first. */
  readonly standard: { readonly id: string; readonly title: string };
  /** Each of them. */
  readonly standards: readonly StandardSnapshot[];
  readonly today: CivilDate;
  /** Where somebody has set that day. */
  readonly asOf?: CivilDate | undefined;
  /** Of all of them together. */
  readonly summary: CoverageSummary;
  /** In the order of the standards, those that are out of scope among them. */
  readonly elements: ReadonlyMap<string, ElementSnapshot>;
  readonly evidence: ReadonlyMap<Uri, EvidenceSnapshot>;
  readonly actions: readonly ActionSnapshot[];
  /** Of the files that are reported under this portfolio. */
  readonly findings: ReadonlyMap<Uri, FileFindings>;
  /** IDs of the standard, groups too: what a finding in the manifest may speak of. */
  readonly nodes: ReadonlyMap<string, StandardNode>;
  /** Of a base whose standards have other names on the later side: how an ID of it is written there. */
  readonly renamed?: ReadonlyMap<string, string>;
}

export interface StandardSnapshot {
  /** What the portfolio calls it; undefined where it has no name. */
  readonly name: string | undefined;
  readonly id: string;
  readonly title: string;
  /** The same in its own words, whatever it is shown in. */
  readonly ownTitle: string;
  /** Its name and its title, where it has a name. */
  readonly heading: string | undefined;
  readonly summary: CoverageSummary;
}

export interface ElementSnapshot {
  readonly id: string;
  /** As its standard writes it, and what the portfolio calls that. */
  readonly ownId: string;
  readonly standard: string | undefined;
  /** A few words for people. */
  readonly name: string;
  /** All that the standard says of it. */
  readonly text: string;
  readonly coverage: ElementCoverage;
  readonly self: string | undefined;
  readonly assessor: string | undefined;
}

export interface EvidenceSnapshot {
  readonly uri: Uri;
  readonly title: string;
  /** As it was read: two sides may have it in common. */
  readonly file: Pick<EvidenceFile, 'text'>;
  readonly ref: string | undefined;
  readonly status: Status | undefined;
  readonly standing: Standing;
  readonly reviewBy: CivilDate | undefined;
  /** Distinct IDs, in the order of the file. */
  readonly elements: readonly string[];
}

export interface ActionSnapshot {
  readonly uri: Uri;
  /** The element's ID. */
  readonly id: string;
  readonly action: string;
  readonly responsibility: string;
  readonly target: string;
  readonly progress: string;
  /** Offset of its row in the plan. */
  readonly start: number;
}

export interface FileFindings {
  /** Of the file; empty where it could not be read. */
  readonly text: string;
  readonly findings: readonly Finding[];
}

/** @param findings of the files that are reported under the portfolio */
export function snapshotOf(
  portfolio: Portfolio,
  findings: ReadonlyMap<Uri, FileFindings>,
): PortfolioSnapshot {
  const { root, title, manifest, standard, standards, source, today, days, evidence } = portfolio;
  return {
    root,
    title,
    isComplete: (manifest?.faults.length ?? 0) === 0,
    standardFault: standardFault(source),
    standard: { id: standards[0].standard.id, title: standards[0].standard.title },
    standards: standards.map(standardOf),
    today,
    asOf: days.asOf,
    summary: totalOf(standards.map((of) => of.summary())),
    elements: new Map(
      Array.from(standard.nodes.values()).flatMap((node) =>
        node.assessable ? [[node.id, elementOf(portfolio, node)] as const] : [],
      ),
    ),
    evidence: new Map(Array.from(evidence, ([uri, file]) => [uri, evidenceOf(standard, file, today)])),
    actions: [...portfolio.plans.values()].flatMap((plan) =>
      actionsOf(plan).map((action) => ({
        ...actionOf(plan.uri, action),
        id: knownId(standard, action.id),
      })),
    ),
    findings,
    nodes: standard.nodes,
  };
}

function elementOf(portfolio: Portfolio, node: StandardNode): ElementSnapshot {
  const decision = portfolio.decision(node.id);
  // Whoever shows it in another language has not changed it.
  const own = ownWording(node);
  return {
    id: node.id,
    ownId: node.ownId,
    standard: node.standard,
    name: shortWords(node),
    text: [own.title, own.text, ...own.guidance].join('\n'),
    coverage: portfolio.coverage(node.id),
    self: decision && valueOf(decision.self),
    assessor: decision && valueOf(decision.assessor),
  };
}

const standardOf = (of: PortfolioStandard): StandardSnapshot => ({
  name: of.name,
  id: of.standard.id,
  title: of.standard.title,
  ownTitle: of.standard.names.titles[0] ?? of.standard.title,
  heading: of.heading,
  summary: of.summary(),
});

const evidenceOf = (standard: Lexicon, file: EvidenceFile, today: CivilDate): EvidenceSnapshot => ({
  uri: file.uri,
  title: displayTitle(file),
  file,
  ref: valueOf(file.ref),
  status: valueOf(file.status),
  standing: standingOf(file, today),
  reviewBy: valueOf(file.reviewBy),
  elements: [...citedBy(standard, file)],
});

const actionOf = (
  uri: Uri,
  { id, action, responsibility, target, progress, span }: PlanAction,
): ActionSnapshot => ({
  uri,
  id,
  action: action?.text ?? '',
  responsibility: responsibility?.text ?? '',
  target: target?.text ?? '',
  progress: progress?.text ?? '',
  start: span.start,
});
