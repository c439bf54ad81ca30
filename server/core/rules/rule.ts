/** What a rule is. One rule stands in one file, is listed in all.ts and has a page in docs/rules. */
import type { EvidenceFile } from '../evidence/evidence';
import type { Manifest } from '../manifest/manifest';
import type { Problem, Severity } from '../text/span';
import type { ActionPlan } from '../plan/model';
import type { Portfolio } from '../portfolio/portfolio';
import type { Care, Remedy, TextFile } from './remedy';

export interface RuleDescription<Code extends string = string> {
  /** Stable, kebab-case: what settings, manifests and outputs call it. */
  readonly code: Code;
  /** What it is where nobody says otherwise. */
  readonly severity: Severity | 'off';
  /** One sentence for lists of rules. */
  readonly summary: string;
}

/** Looks at one evidence file in its portfolio. */
export interface EvidenceRule<Code extends string = string> extends RuleDescription<Code> {
  readonly on: 'evidence';
  readonly check: (portfolio: Portfolio, evidence: EvidenceFile) => readonly Problem[];
  readonly remedy?: Remedy<EvidenceFile>;
  readonly checkPlan?: PlanCheck['checkPlan'];
  readonly planRemedy?: Remedy<ActionPlan>;
  /** It looks at where the links of the text lead. */
  readonly asksForLinks?: true;
  /** It looks at what the text cites without a link: other files, and refs that others have. */
  readonly asksForCitations?: true;
  /**
   * What is found in evidence that several portfolios share: told where `every` one that has the ID finds it, or where
   * `any` one does. Where absent, the first of them has the say.
   */
  readonly shared?: 'every' | 'any';
}

/** Looks at one action plan in its portfolio. A rule about evidence may do so too. */
export interface PlanCheck<Code extends string = string> extends RuleDescription<Code> {
  readonly checkPlan: (portfolio: Portfolio, plan: ActionPlan) => readonly Problem[];
  readonly planRemedy?: Remedy<ActionPlan>;
}

export interface PlanRule<Code extends string = string> extends PlanCheck<Code> {
  readonly on: 'plan';
}

/** Looks at portfolio.yaml, and through it at the portfolio as a whole. */
export interface ManifestRule<Code extends string = string> extends RuleDescription<Code> {
  readonly on: 'manifest';
  /** @param codes of all rules that a manifest can name */
  readonly check: (portfolio: Portfolio, manifest: Manifest, codes: readonly string[]) => readonly Problem[];
  readonly remedy?: Remedy<Manifest>;
}

/** Reported by whoever reads the file, before there is anything to look at. */
export interface FileRule<Code extends string = string> extends RuleDescription<Code> {
  readonly on: 'file';
  readonly remedy?: Remedy<TextFile>;
}

export type Rule = EvidenceRule | PlanRule | ManifestRule | FileRule;

/** Whichever it has: a rule about evidence and plans puts right the one as the other. */
export const remedyOf = (rule: Rule): { readonly care: Care; readonly least?: Care } | undefined =>
  rule.on === 'plan' ? rule.planRemedy : rule.remedy;

// Each keeps the code as its own type, so that the list of rules says which codes there are.

export const evidenceRule = <const Code extends string>(
  rule: Omit<EvidenceRule<Code>, 'on'>,
): EvidenceRule<Code> => ({ on: 'evidence', ...rule });

export const planRule = <const Code extends string>(rule: Omit<PlanRule<Code>, 'on'>): PlanRule<Code> => ({
  on: 'plan',
  ...rule,
});

export const manifestRule = <const Code extends string>(
  rule: Omit<ManifestRule<Code>, 'on'>,
): ManifestRule<Code> => ({ on: 'manifest', ...rule });

export const fileRule = <const Code extends string>(rule: Omit<FileRule<Code>, 'on'>): FileRule<Code> => ({
  on: 'file',
  ...rule,
});
