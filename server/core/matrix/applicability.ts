/** What portfolio.yaml gets of a statement of applicability that is brought in: elements that do not apply, and why. */
import { isHarmless } from '../evidence/harmless';
import { manifestWithDecision, setDecision } from '../manifest/decisionEdits';
import { parseManifest } from '../manifest/manifest';
import type { Portfolio } from '../portfolio/portfolio';
import { applyEdits } from '../text/edit';
import { valueOf } from '../yaml/fields';
import { titleKey } from './items';
import type { NotApplicable, RowProblem } from './matrixRow';
import type { Difference } from './updatedFile';

export interface Applicability {
  /** Of portfolio.yaml afterwards; undefined where it is not to be written. */
  readonly text: string | undefined;
  readonly declared: readonly { readonly id: string; readonly reason: string }[];
  readonly differs: readonly Difference[];
  readonly problems: readonly RowProblem[];
}

/** What stands in portfolio.yaml is never replaced, and nothing is declared without a reason. */
export function applicabilityOf(portfolio: Portfolio, said: readonly NotApplicable[]): Applicability {
  const { manifest, manifestUri: uri, standard, standards } = portfolio;
  let text = manifest?.text;
  const declared = new Map<string, string>();
  const differs: Difference[] = [];
  const problems: RowProblem[] = [];
  for (const { where, id, reason } of said) {
    if (declared.has(id)) continue;
    const decision = portfolio.decision(id);
    if (decision?.applicable === false) {
      const here = valueOf(decision.reason) ?? '';
      if (reason !== '' && titleKey(here) !== titleKey(reason))
        differs.push({ uri, what: `reason of ${id}`, here, there: reason, where });
      continue;
    }
    if (reason === '') {
      const words = `It says that ${id} does not apply, and not why. Give the reason, and import it again.`;
      problems.push({ where, text: id, reason: words });
      continue;
    }
    const after = withDecision(text, id, reason);
    if (after === undefined)
      problems.push({ where, text: id, reason: `portfolio.yaml cannot be changed as it stands, so that ${id} does not apply has to be written by hand.` }); // prettier-ignore
    else {
      text = after;
      declared.set(id, reason);
    }
  }
  return {
    text: declared.size > 0 ? text : undefined,
    declared: Array.from(declared, ([id, reason]) => ({ id, reason })),
    differs,
    problems,
  };

  function withDecision(before: string | undefined, id: string, reason: string): string | undefined {
    const values = { applicable: 'false', reason } as const;
    if (before === undefined) return manifestWithDecision(standards[0].standard.id, id, values);
    const edits = setDecision(parseManifest(uri, before), standard, id, values);
    return edits && isHarmless(uri, before, edits) ? applyEdits(before, edits) : undefined;
  }
}
