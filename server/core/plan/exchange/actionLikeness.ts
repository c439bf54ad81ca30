/** How much an imported row and an action of the plan look like one and the same action. */
import type { StandardNode } from '../../standard/standard';
import { textLikeness } from '../../tables/likeness';
import { readPlanDate } from '../dates';
import { actionKey, isReadable } from './mergeCells';
import type { PlanAction } from '../model';
import { lettersOf } from '../wording';

/** What tells actions of one element apart. */
export interface ActionFacets {
  readonly action: string;
  readonly responsibility: string;
  readonly target: string;
}

/** Of two texts that are not the same, the likest are still less sure than the same one. */
const mostOfOthers = 0.85;
/** Where a text is missing on one side, the rows may be one, if no other is as likely. */
const unsaid = 0.7;

/** From 0 to 1: mostly by the text, then by who and when. What one side does not say is not counted. */
export function actionLikeness(
  left: ActionFacets,
  right: ActionFacets,
  element: StandardNode | undefined,
): number {
  const work = [ownerLikeness(left, right), dateLikeness(left, right)].filter((part) => part !== undefined);
  const text = actionTextLikeness(left.action, right.action, element);
  const sum = work.reduce((total, part) => total + part, 0);
  if (text === undefined) return work.length === 0 ? unsaid : unsaid + ((1 - unsaid) * sum) / work.length;
  return (0.8 * text + 0.1 * sum) / (0.8 + 0.1 * work.length);
}

function actionTextLikeness(
  left: string,
  right: string,
  element: StandardNode | undefined,
): number | undefined {
  const [isLeft, isRight] = [isReadable('action', left), isReadable('action', right)];
  if (!isLeft || !isRight) return isLeft === isRight ? 1 : undefined;
  if (actionKey(left, element) === actionKey(right, element)) return 1;
  const alike = textLikeness(left, right);
  return alike === 1 ? 1 : alike * (hasSameNumbers(left, right) ? mostOfOthers : 0.5);
}

/** “Phase 1” is not “phase 2”, however alike the rest is; where one text has no number, nothing is said. */
function hasSameNumbers(left: string, right: string): boolean {
  const numbers = (text: string): readonly string[] => text.match(/\p{N}+/gu) ?? [];
  const [one, other] = [numbers(left), numbers(right)];
  return one.length === 0 || other.length === 0 || one.some((number) => other.includes(number));
}

function ownerLikeness(left: ActionFacets, right: ActionFacets): number | undefined {
  const role = 'responsibility';
  if (!isReadable(role, left[role]) || !isReadable(role, right[role])) return undefined;
  return textLikeness(left[role], right[role]);
}

function dateLikeness(left: ActionFacets, right: ActionFacets): number | undefined {
  const [one, other] = [readPlanDate(left.target), readPlanDate(right.target)];
  if (one.kind !== 'date' || other.kind !== 'date') return undefined;
  return one.last === other.last ? 1 : 0;
}

/** True for a row that only says what the standard says: nobody has written anything of their own into it. */
export function isUntouched(
  { cells, ref, action, progress, state }: PlanAction,
  element: StandardNode | undefined,
): boolean {
  if (!element || lettersOf(action?.text ?? '') !== lettersOf(element.text || element.title)) return false;
  const isNew = state.kind === 'none' || (state.kind === 'known' && state.word === 'not started');
  return isNew && cells.every((cell) => cell.text === '' || [ref, action, progress].includes(cell));
}
