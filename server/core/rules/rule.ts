/** What a rule is. One rule stands in one file, is listed in all.ts and has a page in docs/rules. */
import type { EvidenceFile } from '../evidence/evidence';
import type { Manifest } from '../manifest/manifest';
import type { Problem, Severity } from '../text/span';
import type { ActionPlan } from '../plan/model';
import type { Portfolio } from '../portfolio/portfolio';
import type { RuleCode } from './codes';

export interface RuleDescription {
  /** Stable, kebab-case: what settings, manifests and outputs call it. */
  readonly code: RuleCode;
  /** What it is where nobody says otherwise. */
  readonly severity: Severity | 'off';
  /** One sentence for lists of rules. */
  readonly summary: string;
}

/** Looks at one evidence file in its portfolio. */
export interface EvidenceRule extends RuleDescription {
  readonly on: 'evidence';
  readonly check: (portfolio: Portfolio, evidence: EvidenceFile) => readonly Problem[];
  readonly checkPlan?: PlanCheck['checkPlan'];
}

/** Looks at one action plan in its portfolio. A rule about evidence may do so too. */
export interface PlanCheck extends RuleDescription {
  readonly checkPlan: (portfolio: Portfolio, plan: ActionPlan) => readonly Problem[];
}

export interface PlanRule extends PlanCheck {
  readonly on: 'plan';
}

/** Looks at portfolio.yaml, and through it at the portfolio as a whole. */
export interface ManifestRule extends RuleDescription {
  readonly on: 'manifest';
  readonly check: (portfolio: Portfolio, manifest: Manifest) => readonly Problem[];
}

/** Reported by whoever reads the file, before there is anything to look at. */
export interface FileRule extends RuleDescription {
  readonly on: 'file';
}

export type Rule = EvidenceRule | PlanRule | ManifestRule | FileRule;
