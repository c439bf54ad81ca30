/** The action plans of one portfolio, and what they say of each element. */
import type { Uri } from '../text/span';
import { compareNaturally } from '../text/naturalOrder';
import type { ActionPlan, PlanAction } from './model';
import { actionsOf } from './model';

/** An action and the plan that it stands in. */
export interface ActionInPlan {
  readonly plan: ActionPlan;
  readonly action: PlanAction;
}

export class PlanShelf {
  readonly #idOf: (written: string) => string;
  readonly #plans = new Map<Uri, ActionPlan>();
  /** Made when first asked for after a change: a plan has some hundred rows at most. */
  #actions: ReadonlyMap<string, readonly ActionInPlan[]> | undefined;

  /** @param idOf the ID that is known, of what a plan has */
  constructor(idOf: (written: string) => string) {
    this.#idOf = idOf;
  }

  get plans(): ReadonlyMap<Uri, ActionPlan> {
    return this.#plans;
  }

  put(plan: ActionPlan): void {
    this.#plans.set(plan.uri, plan);
    this.#actions = undefined;
  }

  take(uri: Uri): void {
    this.#plans.delete(uri);
    this.#actions = undefined;
  }

  /** What the plans say of an ID, open or complete, in the natural order of their paths and the order of their rows. */
  actionsFor(id: string): readonly ActionInPlan[] {
    this.#actions ??= this.#byElement();
    return this.#actions.get(id) ?? [];
  }

  #byElement(): ReadonlyMap<string, readonly ActionInPlan[]> {
    const actions = new Map<string, ActionInPlan[]>();
    const plans = [...this.#plans.values()].sort((left, right) => compareNaturally(left.uri, right.uri));
    for (const plan of plans) {
      for (const action of actionsOf(plan)) {
        const id = this.#idOf(action.id);
        const known = actions.get(id);
        if (known) known.push({ plan, action });
        else actions.set(id, [{ plan, action }]);
      }
    }
    return actions;
  }
}
