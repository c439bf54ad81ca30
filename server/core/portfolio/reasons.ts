import type { ElementCoverage } from './coverage';

/** Why an element asks for an action. */
export function reasonFor({
  state,
  expiresBeforeAssessment,
}: Pick<ElementCoverage, 'state' | 'expiresBeforeAssessment'>): string {
  if (state === 'missing') return 'no evidence';
  if (state === 'overdue') return 'its evidence is overdue for review';
  return expiresBeforeAssessment
    ? 'all of its evidence expires before the assessment'
    : 'rated below what the award asks for';
}
