/** What the rules about actions share. */
import type { Problem } from '../text/span';
import type { ActionPlan, PlanAction } from '../plan/model';
import { actionsOf } from '../plan/model';

/** One problem for each action about which `check` has something to say. */
export const actionsWhere = (
  plan: ActionPlan,
  check: (action: PlanAction) => Problem | undefined,
): readonly Problem[] => actionsOf(plan).flatMap((action) => check(action) ?? []);
