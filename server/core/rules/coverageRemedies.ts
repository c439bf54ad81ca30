/** What is done about elements that lack something: evidence, an action, or the word that they do not apply. */
import { setDecision } from '../manifest/decisionEdits';
import type { Decision, Manifest } from '../manifest/manifest';
import { addRows, newPlanText, rowFor } from '../plan/newRows';
import type { ActionPlan } from '../plan/model';
import type { Portfolio } from '../portfolio/portfolio';
import type { StandardNode } from '../standard/standard';
import { shortWords } from '../standard/standard';
import type { Problem } from '../text/span';
import { joinPath } from '../text/uri';
import { valueOf } from '../yaml/fields';
import type { Proposal } from './remedy';
import { changing, making, named } from './remedy';

/** Evidence to be written. */
export function beginningEvidence({ standard }: Portfolio, element: string): readonly Proposal[] {
  const node = standard.nodes.get(element);
  return node
    ? [{ kind: 'draft', title: `Create evidence for ${named(element, shortWords(node))}`, element }]
    : [];
}

/** The element that a finding at the head of the manifest speaks of, which stands first in its message: one. */
export const elementsSaid = ({ standard }: Portfolio, { message }: Problem): readonly StandardNode[] =>
  standard.elements.filter(({ id }) => message.startsWith(`${id}, “`));

/** The decision that stands at a place: one, or none. */
export const decisionsAt = ({ decisions }: Manifest, offset: number): readonly Decision[] =>
  [...decisions.values()].filter(({ span }) => span.start === offset);

/** The decision whose own rating is reported: one. */
export const ratedAt = ({ decisions }: Manifest, { span }: Problem): readonly Decision[] =>
  [...decisions.values()].filter(({ self }) => self.kind === 'valid' && self.span.start === span.start);

/** That no evidence is needed, because the element does not apply. */
export function declaringNotApplicable(
  portfolio: Portfolio,
  manifest: Manifest,
  id: string,
): readonly Proposal[] {
  const title = `Declare ${id} not applicable`;
  const otherwise = (): readonly Proposal[] => {
    const reason = valueOf(portfolio.decision(id)?.reason ?? { kind: 'absent' });
    const values = { applicable: 'false', ...(reason === undefined ? { reason: '' } : {}) };
    return changing(manifest, title, setDecision(manifest, portfolio.standard, id, values));
  };
  return [{ kind: 'reason', title: `${title}…`, element: id, otherwise }];
}

/** An action for an element, in the plan that there is, or in a new one. */
export function addingAction(portfolio: Portfolio, id: string): readonly Proposal[] {
  const { standard, root } = portfolio;
  const element = standard.nodes.get(id);
  if (!element?.assessable) return [];
  const title = `Add an action for ${named(id, shortWords(element))}`;
  const plan = mainPlan(portfolio);
  if (plan) {
    const { uri, text } = plan;
    const edits = addRows(plan, standard, [rowFor(element)]);
    return [{ kind: 'edit', title, edits: [{ kind: 'edit', uri, text, edits }] }];
  }
  const uri = joinPath(root, 'action-plan.md');
  // There may be one that the manifest leaves out.
  if (portfolio.exists(uri) === true) return [];
  return [making(title, uri, newPlanText(portfolio.title, standard, [rowFor(element)]))];
}

/** The one nearest the root. */
const mainPlan = ({ plans }: Portfolio): ActionPlan | undefined =>
  [...plans.values()].sort(
    (left, right) => left.uri.length - right.uri.length || (left.uri < right.uri ? -1 : 1),
  )[0];
