/** What is found in evidence that several portfolios share: each thing once, though each of them has its own standard. */
import type { EvidenceFile } from '../evidence/evidence';
import type { Portfolio } from '../portfolio/portfolio';
import type { RuleCode } from '../rules/all';
import type { Finding } from '../rules/finding';
import type { EvidenceRule } from '../rules/rule';
import type { Judging } from './check';
import { bySpan, checkFile, checkWith } from './check';

type Share = NonNullable<EvidenceRule['shared']>;

/** Says of an ID that this standard has not got it: then it may be another one's. */
const unknownElement: RuleCode = 'element-unknown';

/** @param portfolios those that the evidence is in, the one first that has the say */
export function checkShared(
  portfolios: readonly Portfolio[],
  evidence: EvidenceFile,
  judging: Judging,
): readonly Finding[] {
  const [home, ...others] = portfolios;
  if (!home) return [];
  const own = checkFile(home, evidence, judging);
  if (others.length === 0) return own;
  const shares = new Map(
    judging.rules.evidence.flatMap(({ code, shared }) => (shared ? [[code, shared] as const] : [])),
  );
  const isShared = (finding: Finding): boolean => shares.has(finding.rule);
  const found = [
    own.filter(isShared),
    ...others.map((portfolio) =>
      checkWith(portfolio, evidence, judging, ({ shared }) => shared !== undefined),
    ),
  ];
  return [...own.filter((finding) => !isShared(finding)), ...agreed(found, shares)].sort(bySpan);
}

/** What is told of all that was found, by portfolio: in the words of the first one that found it. */
function agreed(
  found: readonly (readonly Finding[])[],
  shares: ReadonlyMap<RuleCode, Share>,
): readonly Finding[] {
  const strangers = found.map(
    (findings) =>
      new Set(findings.filter(({ rule }) => rule === unknownElement).map(({ span }) => span.start)),
  );
  const keys = found.map((findings) => new Set(findings.map(keyOf)));
  const told = new Map<string, Finding>();
  for (const finding of found.flat()) {
    const key = keyOf(finding);
    if (told.has(key)) continue;
    const isAgreed = keys.every(
      (others, at) =>
        others.has(key) ||
        (finding.rule !== unknownElement && strangers[at]?.has(finding.span.start) === true),
    );
    if (shares.get(finding.rule) === 'any' || isAgreed) told.set(key, finding);
  }
  return [...told.values()];
}

const keyOf = ({ rule, span }: Finding): string => `${rule} ${span.start}`;
