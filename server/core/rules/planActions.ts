/** What the rules about actions share. */
import { markComplete } from '../plan/edits';
import type { Problem } from '../text/span';
import type { ActionPlan, PlanAction } from '../plan/model';
import { actionsOf, isOpen } from '../plan/model';
import type { EditProposal } from './remedy';
import { changing } from './remedy';

/** One problem for each action about which `check` has something to say. */
export const actionsWhere = (
  plan: ActionPlan,
  check: (action: PlanAction) => Problem | undefined,
): readonly Problem[] => actionsOf(plan).flatMap((action) => check(action) ?? []);

/** The action that a finding is about: one. */
export const actionsAt = (plan: ActionPlan, { span }: Problem): readonly PlanAction[] =>
  actionsOf(plan).filter((row) => row.span.start <= span.start && span.end <= row.span.end);

/** Nothing where it is. */
export const markingComplete = (plan: ActionPlan, row: PlanAction): readonly EditProposal[] =>
  isOpen(row) ? changing(plan, `Mark the action for ${row.id} complete`, markComplete(plan, row)) : [];
