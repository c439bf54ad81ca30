import type { ElementState } from '../../words/states';

/** Why an element asks for an action. */
export function reasonFor(state: ElementState): string {
  if (state === 'missing') return 'no evidence';
  return state === 'overdue' ? 'its evidence is overdue for review' : 'rated below what the award asks for';
}
