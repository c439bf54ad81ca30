/** What portfolio.yaml gets of a matrix's rows without evidence: who is to find some. */
import { isHarmless } from '../evidence/harmless';
import { addAssignments, manifestWithAssignments } from '../manifest/assignmentEdits';
import { parseManifest } from '../manifest/manifest';
import { assigneesOf } from '../portfolio/assignees';
import type { Portfolio } from '../portfolio/portfolio';
import { compareInStandard } from '../standard/standard';
import { applyEdits } from '../text/edit';
import { titleKey } from './items';
import type { RowProblem, SaidAssignment } from './matrixRow';
import type { Difference } from './updatedFile';

export interface Assigned {
  /** Of portfolio.yaml afterwards; as it was where nothing is added. */
  readonly text: string | undefined;
  readonly assigned: readonly { readonly id: string; readonly who: readonly string[] }[];
  readonly differs: readonly Difference[];
  readonly problems: readonly RowProblem[];
}

/**
 * What stands in portfolio.yaml, also for a group above the element, is never replaced.
 * @param before portfolio.yaml as it will be by then; undefined where there is none
 */
export function assignedBy(
  portfolio: Portfolio,
  before: string | undefined,
  said: readonly SaidAssignment[],
): Assigned {
  const { manifestUri: uri, standard } = portfolio;
  const differs: Difference[] = [];
  const problems: RowProblem[] = [];
  const added = new Map<string, SaidAssignment>();
  for (const one of said) {
    const { where, id, who } = one;
    const node = standard.nodes.get(id);
    const problem = (reason: string): void => void problems.push({ where, text: who.join('; '), reason });
    const here = node === undefined ? [] : assigneesOf(portfolio, node);
    const first = added.get(id);
    if (node?.assessable !== true)
      problem(`${id} is not an element of ${standard.title}, so nobody is named for it.`);
    else if (here.length > 0) {
      if (!isSame(here, who)) differs.push({ uri, what: `who finds evidence for ${id}`, here: here.join('; '), there: who.join('; '), where }); // prettier-ignore
    } else if (first === undefined) added.set(id, one);
    else if (!isSame(first.who, who))
      problem(`For ${id}, ${first.where} names somebody else: “${first.who.join('; ')}”, which was taken.`);
  }
  const order = compareInStandard(standard);
  const assigned = [...added.values()].sort((left, right) => order(left.id, right.id));
  if (assigned.length === 0) return { text: before, assigned, differs, problems };
  const text = withAssigned(portfolio, before, assigned);
  if (text !== undefined) return { text, assigned, differs, problems };
  const reason = 'portfolio.yaml cannot be changed as it stands, so who is to find evidence has to be written there by hand.'; // prettier-ignore
  const unwritten = assigned.map(({ where, id, who }) => ({
    where,
    text: `${id}: ${who.join('; ')}`,
    reason,
  }));
  return { text: before, assigned: [], differs, problems: [...problems, ...unwritten] };
}

const isSame = (left: readonly string[], right: readonly string[]): boolean =>
  titleKey(left.join('; ')) === titleKey(right.join('; '));

function withAssigned(
  { manifestUri, standard, standards }: Portfolio,
  before: string | undefined,
  assigned: readonly SaidAssignment[],
): string | undefined {
  const added = new Map(assigned.map(({ id, who }) => [id, who]));
  if (before === undefined) return manifestWithAssignments(standards[0].standard.id, added);
  const edits = addAssignments(parseManifest(manifestUri, before), standard, added);
  return edits && isHarmless(manifestUri, before, edits) ? applyEdits(before, edits) : undefined;
}
