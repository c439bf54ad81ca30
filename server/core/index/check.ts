/** Rules applied: from a portfolio and one of its files to findings. */
import { severityNamed } from '../manifest/manifest';
import type { EvidenceFile } from '../evidence/evidence';
import type { Problem, Severity } from '../text/span';
import type { Finding } from '../rules/finding';
import type { Portfolio } from '../portfolio/portfolio';
import type { PortfolioFile } from '../portfolio/portfolioFile';
import type { KnownRule, RuleCode } from '../rules/all';
import type { EvidenceRule, ManifestRule, PlanCheck, RuleDescription } from '../rules/rule';

/** Severity by rule code, as the editor's settings give it; words that mean nothing are passed over. */
export type RuleSettings = Readonly<Record<string, string>>;

/** By what files are judged. */
export interface Judging {
  readonly rules: RuleSet;
  readonly settings: RuleSettings;
}

/** The rules to apply, by what they look at. */
export interface RuleSet {
  readonly evidence: readonly (EvidenceRule & KnownRule)[];
  readonly plan: readonly (PlanCheck & KnownRule)[];
  readonly manifest: readonly (ManifestRule & KnownRule)[];
  /** All of them. */
  readonly byCode: ReadonlyMap<string, KnownRule>;
}

export const ruleSet = (rules: readonly KnownRule[]): RuleSet => ({
  evidence: rules.filter((rule) => rule.on === 'evidence'),
  plan: rules.flatMap((rule) =>
    (rule.on === 'plan' || rule.on === 'evidence') && rule.checkPlan
      ? [{ ...rule, checkPlan: rule.checkPlan }]
      : [],
  ),
  manifest: rules.filter((rule) => rule.on === 'manifest'),
  byCode: new Map(rules.map((rule) => [rule.code, rule])),
});

/** Findings about a piece of evidence or an action plan. */
export function checkFile(portfolio: Portfolio, file: PortfolioFile, judging: Judging): readonly Finding[] {
  const { evidence, plan } = rulesIn(portfolio, judging);
  if (file.isPlan) return findingsOf(plan, (rule) => rule.checkPlan(portfolio, file));
  return findingsOf(evidence, (rule) => rule.check(portfolio, file));
}

/** Findings about a piece of evidence by some of the rules. */
export const checkWith = (
  portfolio: Portfolio,
  evidence: EvidenceFile,
  judging: Judging,
  isMeant: (rule: EvidenceRule) => boolean,
): readonly Finding[] =>
  findingsOf(
    rulesIn(portfolio, judging).evidence.filter(({ rule }) => isMeant(rule)),
    (rule) => rule.check(portfolio, evidence),
  );

/** What the rules on a manifest have found, and what was made of it. */
interface ManifestFindings {
  readonly judging: Judging;
  readonly problems: readonly (readonly Problem[])[];
  readonly findings: readonly Finding[];
}

const last = new WeakMap<Portfolio, ManifestFindings>();

/**
 * Findings about the portfolio as a whole; none where there is no manifest to show them in. The same value where the
 * rules find the same: there may be one for each of thousands of elements.
 */
export function checkManifest(portfolio: Portfolio, judging: Judging): readonly Finding[] {
  const { manifest } = portfolio;
  if (!manifest) return [];
  const codes = [...judging.rules.byCode.keys()];
  const rules = rulesIn(portfolio, judging).manifest;
  const problems = rules.map(({ rule }) => rule.check(portfolio, manifest, codes));
  const before = last.get(portfolio);
  const isSame = (found: readonly Problem[], at: number): boolean =>
    found === before?.problems[at] || (found.length === 0 && before?.problems[at]?.length === 0);
  if (before?.judging === judging && problems.every(isSame)) return before.findings;
  const findings = problems
    .flatMap((found, at) => {
      const active = rules[at];
      return active ? found.map((problem) => sameFinding(problem, active.rule.code, active.severity)) : [];
    })
    .sort(bySpan);
  last.set(portfolio, { judging, problems, findings });
  return findings;
}

/** What was made of problems that a rule may find again, as the same values. */
const made = new WeakMap<Problem, Finding>();

/** The same value for the same problem: of thousands, an edit makes one anew. */
function sameFinding(problem: Problem, rule: RuleCode, severity: Severity): Finding {
  const before = made.get(problem);
  if (before?.rule === rule && before.severity === severity) return before;
  const finding = asFinding(problem, rule, severity);
  made.set(problem, finding);
  return finding;
}

/** The manifest's word goes before the settings', and theirs before the rule's own. */
export function severityOf(
  rule: RuleDescription,
  portfolio: Portfolio | undefined,
  { rules, settings }: Judging,
): Severity | 'off' {
  if (!rules.byCode.has(rule.code)) return 'off';
  return (
    portfolio?.manifest?.rules.get(rule.code)?.severity ??
    severityNamed(settings[rule.code] ?? '') ??
    rule.severity
  );
}

/** The order in which a file's findings are shown: by place, then by rule. */
export const bySpan = (left: Finding, right: Finding): number =>
  left.span.start - right.span.start ||
  left.span.end - right.span.end ||
  (left.rule === right.rule ? 0 : left.rule < right.rule ? -1 : 1);

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
  readonly judging: Judging;
  readonly evidence: readonly ActiveRule<RuleSet['evidence'][number]>[];
  readonly plan: readonly ActiveRule<RuleSet['plan'][number]>[];
  readonly manifest: readonly ActiveRule<RuleSet['manifest'][number]>[];
}

/** Found out once per portfolio, not once per file: another manifest makes another portfolio. */
const known = new WeakMap<Portfolio, ActiveRules>();

function rulesIn(portfolio: Portfolio, judging: Judging): ActiveRules {
  const found = known.get(portfolio);
  if (found?.judging === judging) return found;
  const active = <R extends RuleDescription>(rules: readonly R[]): readonly ActiveRule<R>[] =>
    rules.flatMap((rule) => {
      const severity = severityOf(rule, portfolio, judging);
      return severity === 'off' ? [] : [{ rule, severity }];
    });
  const { evidence, plan, manifest } = judging.rules;
  const fresh: ActiveRules = {
    judging,
    evidence: active(evidence),
    plan: active(plan),
    manifest: active(manifest),
  };
  known.set(portfolio, fresh);
  return fresh;
}

function findingsOf<R extends RuleDescription<RuleCode>>(
  rules: readonly ActiveRule<R>[],
  check: (rule: R) => readonly Problem[],
): readonly Finding[] {
  const findings: Finding[] = [];
  for (const { rule, severity } of rules)
    for (const problem of check(rule)) findings.push(asFinding(problem, rule.code, severity));
  return findings.length > 1 ? findings.sort(bySpan) : findings;
}
