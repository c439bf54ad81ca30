/** Which actions of the plans came, went, or say something else. */
import type { ActionSnapshot } from './snapshot';

export interface ActionChanges {
  readonly added: readonly ActionSnapshot[];
  readonly removed: readonly ActionSnapshot[];
  readonly changed: readonly { readonly before: ActionSnapshot; readonly after: ActionSnapshot }[];
}

/** An action is the same where it is about the same element in the same words; else by its turn among the element's. */
export function changesOfPlans(
  before: readonly ActionSnapshot[],
  after: readonly ActionSnapshot[],
): ActionChanges {
  const old = byElement(before);
  const added: ActionSnapshot[] = [];
  const changed: { readonly before: ActionSnapshot; readonly after: ActionSnapshot }[] = [];
  for (const [id, actions] of byElement(after)) {
    const left = old.get(id) ?? [];
    const take = (isSame: (action: ActionSnapshot) => boolean): ActionSnapshot | undefined => {
      const at = left.findIndex(isSame);
      return at < 0 ? undefined : left.splice(at, 1)[0];
    };
    const others = actions.filter((action) => {
      const same = take((candidate) => candidate.action === action.action);
      if (same && saysElse(same, action)) changed.push({ before: same, after: action });
      return !same;
    });
    for (const action of others) {
      const same = take(() => true);
      if (same) changed.push({ before: same, after: action });
      else added.push(action);
    }
  }
  return { added, removed: [...old.values()].flat(), changed };
}

const saysElse = (one: ActionSnapshot, other: ActionSnapshot): boolean =>
  one.responsibility !== other.responsibility ||
  one.target !== other.target ||
  one.progress !== other.progress;

function byElement(actions: readonly ActionSnapshot[]): Map<string, ActionSnapshot[]> {
  const groups = new Map<string, ActionSnapshot[]>();
  for (const action of actions) {
    const group = groups.get(action.id);
    if (group) group.push(action);
    else groups.set(action.id, [action]);
  }
  return groups;
}
