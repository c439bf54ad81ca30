import { isOpen } from '../plan/model';
import type { NewRow } from '../plan/newRows';
import { rowFor } from '../plan/newRows';
import { isAsked } from '../../words/states';
import type { StandardNode } from '../standard/standard';
import { assessmentOf, isAtLeast } from './assessment';
import type { Portfolio } from './portfolio';

/**
 * Elements that ask for an action and have no open one: without evidence, with all of it overdue or about to expire before
 * an assessment that is to come, or rated below what the award asks for. In the order of the standard, without those that do not apply.
 */
export function rowsToAdd(portfolio: Portfolio): readonly NewRow[] {
  const { manifest, today } = portfolio;
  const isToCome = (manifest?.assessmentDate ?? '') >= today;
  return portfolio.standard.elements
    .filter((element) => {
      if (portfolio.actionsFor(element.id).some(({ action }) => isOpen(action))) return false;
      const { state, expiresBeforeAssessment } = portfolio.coverage(element.id);
      if (!isAsked(state)) return false;
      return (
        state === 'missing' ||
        state === 'overdue' ||
        (expiresBeforeAssessment && isToCome) ||
        isRatedLow(portfolio, element)
      );
    })
    .map(rowFor);
}

function isRatedLow(portfolio: Portfolio, { id }: StandardNode): boolean {
  const { standard } = portfolio.standardOf(id);
  const rating = assessmentOf(standard, portfolio.decision(id)).self;
  return (
    rating !== undefined &&
    standard.award !== undefined &&
    !isAtLeast(standard, rating.id, standard.award.rating)
  );
}
