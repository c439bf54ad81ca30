/** What the index has found, put right by the remedies of its rules: one finding, all of a kind, all that is safe. */
import type { EvidenceFile } from '../evidence/evidence';
import { parseEvidence } from '../evidence/evidence';
import { isHarmless } from '../evidence/harmless';
import type { Portfolio } from '../portfolio/portfolio';
import type { KnownRule, RuleCode } from '../rules/all';
import type { Finding } from '../rules/finding';
import type { Care, Edits, Proposal, Remedy, TextFile } from '../rules/remedy';
import type { EvidenceRule } from '../rules/rule';
import type { EditedFile } from '../text/fileEdit';
import type { Problem, Uri } from '../text/span';
import { applyEdits, differenceOf } from '../text/edit';
import type { PortfolioIndex } from './portfolioIndex';

/** A rule's remedy for one file. */
interface Remedying {
  readonly file: TextFile;
  readonly careOf: (problem: Problem) => Care;
  readonly proposals: (problem: Problem) => readonly Proposal[];
  readonly together: (problems: readonly Problem[]) => Edits;
}

/** What can be done about a finding, the best first. */
export const proposalsFor = (
  index: PortfolioIndex,
  portfolio: Portfolio,
  uri: Uri,
  finding: Finding,
): readonly Proposal[] => remedying(index, portfolio, uri, finding.rule)?.proposals(finding) ?? [];

/** How many of a file's findings of a rule can be mended together. */
export function countTogether(index: PortfolioIndex, uri: Uri, rule: string): number {
  const portfolio = index.portfolioAt(uri);
  const found = portfolio && remedying(index, portfolio, uri, rule);
  return found ? withoutChoice(found, index.findings(uri), rule).length : 0;
}

/** Mends a file's findings of a rule. */
export function fixAllInFile(index: PortfolioIndex, portfolio: Portfolio, uri: Uri, rule: string): Edits {
  const found = remedying(index, portfolio, uri, rule);
  const problems = found ? withoutChoice(found, index.findings(uri), rule) : [];
  if (!found || problems.length === 0) return undefined;
  const edits = mended(found, problems);
  const known = ruleNamed(index, rule);
  if (!edits || known?.on !== 'evidence' || known.remedy?.care !== 'safe') return edits;
  const first = parseEvidence(uri, applyEdits(found.file.text, edits), portfolio.names);
  const after = first && mendedToItsEnd(portfolio, first, known);
  return after && after !== first ? differenceOf(found.file.text, after.text) : edits;
}

/** Mends a rule's findings in all evidence of a portfolio, or in all that is not read as such. */
export function fixAllInPortfolio(
  index: PortfolioIndex,
  portfolio: Portfolio,
  rule: string,
): readonly EditedFile[] {
  return [...filesIn(index, portfolio, rule)].flatMap(({ uri, text }): readonly EditedFile[] => {
    const edits = fixAllInFile(index, portfolio, uri, rule);
    return edits && edits.length > 0 ? [{ kind: 'edit', uri, text, edits }] : [];
  });
}

/** The files of a portfolio that a rule may speak of: evidence, or what is not read as such. */
export const filesIn = (index: PortfolioIndex, portfolio: Portfolio, rule: string): Iterable<TextFile> =>
  rule === ('evidence-unread' satisfies RuleCode)
    ? index
        .filesWithFindings()
        .flatMap((uri) => index.unreadAt(uri) ?? [])
        .filter(({ uri }) => index.portfolioAt(uri) === portfolio)
    : portfolio.evidence.values();

/**
 * Mends what is safe to mend without asking: one remedy after the other, each on what the one before has left. Of
 * evidence all that is safe; of other files what one remedy can do.
 */
export function fixAllSafely(index: PortfolioIndex, portfolio: Portfolio, uri: Uri): Edits {
  const evidence = portfolio.evidence.get(uri);
  if (evidence) return safelyMended(index, portfolio, evidence);
  const codes = new Set(index.findings(uri).map(({ rule }) => rule));
  for (const rule of codes) {
    if (isUnsettled(portfolio, rule)) continue;
    const found = remedying(index, portfolio, uri, rule);
    const problems = index.findings(uri).filter((finding) => finding.rule === rule);
    const edits = found && mended(found, safeOnes(found, problems));
    if (edits && edits.length > 0) return edits;
  }
  return undefined;
}

function safelyMended(index: PortfolioIndex, portfolio: Portfolio, before: EvidenceFile): Edits {
  const found = new Set<string>(index.findings(before.uri).map(({ rule }) => rule));
  let evidence = before;
  for (const rule of index.rules) {
    if (rule.on !== 'evidence' || !index.applies(rule, portfolio) || isUnsettled(portfolio, rule.code))
      continue;
    // IDs that stand in a row are looked at once they are a list.
    if (evidence === before && !found.has(rule.code)) continue;
    evidence = mendedOnce(portfolio, evidence, rule) ?? evidence;
    if (rule.remedy?.care === 'safe') evidence = mendedToItsEnd(portfolio, evidence, rule);
  }
  return differenceOf(before.text, evidence.text);
}

/** The manifest says something of the rule that nobody understands, such as `no`: it may be meant to be off. */
function isUnsettled({ manifest }: Portfolio, code: string): boolean {
  const setting = manifest?.rules.get(code);
  return setting !== undefined && setting.severity === undefined;
}

/** One ID that is mended may stand in the way of another: of two that become the same, one goes in a second round. */
const mostRounds = 3;

function mendedToItsEnd(portfolio: Portfolio, file: EvidenceFile, rule: EvidenceRule): EvidenceFile {
  let evidence = file;
  for (let round = 0; round < mostRounds; round++) {
    const after = mendedOnce(portfolio, evidence, rule);
    if (!after) break;
    evidence = after;
  }
  return evidence;
}

/** Undefined where there is nothing that is safe to mend. */
function mendedOnce(
  portfolio: Portfolio,
  evidence: EvidenceFile,
  rule: EvidenceRule,
): EvidenceFile | undefined {
  const found = bound(portfolio, evidence, rule.remedy);
  const edits = found && mended(found, safeOnes(found, rule.check(portfolio, evidence)));
  return edits?.length
    ? parseEvidence(evidence.uri, applyEdits(evidence.text, edits), evidence.names)
    : undefined;
}

const safeOnes = ({ careOf }: Remedying, problems: readonly Problem[]): readonly Problem[] =>
  problems.filter((problem) => careOf(problem) === 'safe');

const withoutChoice = (
  { careOf }: Remedying,
  findings: readonly Finding[],
  rule: string,
): readonly Finding[] => findings.filter((finding) => finding.rule === rule && careOf(finding) !== 'choice');

/** Where mending all of them would harm something, those that harm nothing. */
function mended({ file, together }: Remedying, problems: readonly Problem[]): Edits {
  const remedy = (some: readonly Problem[]): Edits => {
    const edits = some.length > 0 ? together(some) : undefined;
    return edits?.length === 0 ? undefined : edits;
  };
  const isSafe = (edits: Edits): boolean => edits !== undefined && isHarmless(file.uri, file.text, edits);
  const all = remedy(problems);
  if (!all || isSafe(all)) return all;
  const kept: Problem[] = [];
  for (const problem of problems) if (isSafe(remedy([...kept, problem]))) kept.push(problem);
  return remedy(kept);
}

const ruleNamed = (index: PortfolioIndex, code: string): KnownRule | undefined =>
  index.rules.find((rule) => rule.code === code);

/** The remedy that a rule has for the file at hand, if any. */
function remedying(
  index: PortfolioIndex,
  portfolio: Portfolio,
  uri: Uri,
  code: string,
): Remedying | undefined {
  const rule = ruleNamed(index, code);
  if (rule === undefined) return undefined;
  const plan = portfolio.plans.get(uri);
  if (plan)
    return rule.on === 'plan' || rule.on === 'evidence' ? bound(portfolio, plan, rule.planRemedy) : undefined;
  switch (rule.on) {
    case 'plan':
      return undefined;
    case 'evidence':
      return bound(portfolio, index.evidenceAt(uri), rule.remedy);
    case 'manifest':
      return bound(portfolio, portfolio.manifest?.uri === uri ? portfolio.manifest : undefined, rule.remedy);
    case 'file': {
      const text = index.textOf(uri);
      return bound(portfolio, text === undefined ? undefined : { uri, text }, rule.remedy);
    }
  }
}

function bound<File extends TextFile>(
  portfolio: Portfolio,
  file: File | undefined,
  remedy: Remedy<File> | undefined,
): Remedying | undefined {
  if (!file || !remedy) return undefined;
  const proposals = (problem: Problem): readonly Proposal[] => remedy.proposals(portfolio, file, problem);
  const first = (problem: Problem): Edits => {
    const [proposal] = proposals(problem);
    const [edit] = proposal?.kind === 'edit' ? proposal.edits : [];
    return edit?.kind === 'edit' && edit.uri === file.uri ? edit.edits : undefined;
  };
  return {
    file,
    careOf: remedy.careOf?.(portfolio, file) ?? (() => remedy.care),
    proposals,
    together: (problems) =>
      remedy.together
        ? remedy.together(portfolio, file, problems)
        : problems.flatMap((problem) => first(problem) ?? []),
  };
}
