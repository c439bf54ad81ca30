/** The actions of action plans as the commands name them. Nothing here knows VS Code. */
import type { ActionPlanResult, PlanTreeAction } from '../../server/lsp/protocol';

/** An action as rows and arguments of commands name it. */
export interface ActionTarget {
  /** URI of the portfolio's root, as the answer gives it. */
  readonly root: string;
  readonly uri: string;
  readonly element: string;
  readonly order: number;
}

export function isActionTarget(value: unknown): value is ActionTarget {
  return (
    typeof value === 'object' && value !== null && 'uri' in value && 'element' in value && 'order' in value
  );
}

/** Anything but a complete action is open. */
export const isOpen = ({ progress }: PlanTreeAction): boolean => progress !== 'complete';

/** An action with the portfolio that it is of. */
export interface ActionIn {
  readonly root: string;
  readonly action: PlanTreeAction;
}

/** The actions of all portfolios, in the order of the plans. */
export const actionsIn = (result: ActionPlanResult | undefined): readonly ActionIn[] =>
  (result?.portfolios ?? []).flatMap(({ root, actions }) => actions.map((action) => ({ root, action })));

/** The action that a target names; undefined where it is not there any longer. */
export const findAction = (
  result: ActionPlanResult | undefined,
  { uri, element, order }: ActionTarget,
): ActionIn | undefined =>
  actionsIn(result).find(
    ({ action }) => action.uri === uri && action.element === element && action.order === order,
  );

/** What an action is about: its own words, else the element's. */
export const wordsOf = ({ action, words }: PlanTreeAction): string => (action === '' ? words : action);

/** An action in one line, for an e-mail or minutes: `3.2.4 Ask readers (Editor; due in 12 days; not started)`. */
export function actionText(action: PlanTreeAction): string {
  const { element, dueWords, progressWords, responsibility } = action;
  const who = responsibility === '' ? 'nobody yet' : responsibility;
  const facts = [who, dueWords, progressWords].filter((part) => part !== '');
  return `${element} ${wordsOf(action)} (${facts.join('; ')})`;
}
