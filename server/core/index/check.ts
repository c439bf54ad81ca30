/** Rules applied: from a portfolio and one of its files to findings. */
import { severityNamed } from '../manifest/manifest';
import type { Finding, Problem, Severity } from '../text/span';
import type { Portfolio } from '../portfolio/portfolio';
import type { PortfolioFile } from '../portfolio/portfolioFile';
import { isActionPlan } from '../portfolio/portfolioFile';
import { evidenceRules, manifestRules, planRules } from '../rules/all';
import type { RuleCode } from '../rules/codes';
import type { EvidenceRule, ManifestRule, PlanCheck, RuleDescription } from '../rules/rule';

/** Severity by rule code, as the editor's settings give it; words that mean nothing are passed over. */
export type RuleSettings = Readonly<Record<string, string>>;

/** Findings about a piece of evidence or an action plan. */
export function checkFile(
  portfolio: Portfolio,
  file: PortfolioFile,
  settings: RuleSettings,
): readonly Finding[] {
  const { evidence, plan } = rulesIn(portfolio, settings);
  if (isActionPlan(file)) return findingsOf(plan, (rule) => rule.checkPlan(portfolio, file));
  return findingsOf(evidence, (rule) => rule.check(portfolio, file));
}

/** Findings about the portfolio as a whole; none where there is no manifest to show them in. */
export function checkManifest(portfolio: Portfolio, settings: RuleSettings): readonly Finding[] {
  const { manifest } = portfolio;
  if (!manifest) return [];
  return findingsOf(rulesIn(portfolio, settings).manifest, (rule) => rule.check(portfolio, manifest));
}

/** The manifest's word goes before the settings', and theirs before the rule's own. */
export function severityOf(
  rule: RuleDescription,
  portfolio: Portfolio | undefined,
  settings: RuleSettings,
): Severity | 'off' {
  return (
    portfolio?.manifest?.rules.get(rule.code)?.severity ??
    severityNamed(settings[rule.code] ?? '') ??
    rule.severity
  );
}

/** The order in which a file's findings are shown: by place, then by rule. */
export const byPlace = (left: Finding, right: Finding): number =>
  left.span.start - right.span.start ||
  left.span.end - right.span.end ||
  (left.rule < right.rule ? -1 : left.rule > right.rule ? 1 : 0);

export const asFinding = (problem: Problem, rule: RuleCode, severity: Severity): Finding => ({
  ...problem,
  rule,
  severity,
});

/** A rule that is not off, with its severity. */
interface ActiveRule<R> {
  readonly rule: R;
  readonly severity: Severity;
}

interface ActiveRules {
  readonly settings: RuleSettings;
  readonly evidence: readonly ActiveRule<EvidenceRule>[];
  readonly plan: readonly ActiveRule<PlanCheck>[];
  readonly manifest: readonly ActiveRule<ManifestRule>[];
}

/** Found out once per portfolio, not once per file: another manifest makes another portfolio. */
const known = new WeakMap<Portfolio, ActiveRules>();

function rulesIn(portfolio: Portfolio, settings: RuleSettings): ActiveRules {
  const found = known.get(portfolio);
  if (found?.settings === settings) return found;
  const active = <R extends RuleDescription>(rules: readonly R[]): readonly ActiveRule<R>[] =>
    rules.flatMap((rule) => {
      const severity = severityOf(rule, portfolio, settings);
      return severity === 'off' ? [] : [{ rule, severity }];
    });
  const fresh: ActiveRules = {
    settings,
    evidence: active(evidenceRules),
    plan: active(planRules),
    manifest: active(manifestRules),
  };
  known.set(portfolio, fresh);
  return fresh;
}

function findingsOf<R extends RuleDescription>(
  rules: readonly ActiveRule<R>[],
  check: (rule: R) => readonly Problem[],
): readonly Finding[] {
  const findings: Finding[] = [];
  for (const { rule, severity } of rules)
    for (const problem of check(rule)) findings.push(asFinding(problem, rule.code, severity));
  return findings.length > 1 ? findings.sort(byPlace) : findings;
}
