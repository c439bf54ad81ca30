import { servingWords } from './counterpartRemedies';
import { elementsInState } from './portfolioElements';
import { manifestRule } from './rule';

export const elementOverdue = manifestRule({
  code: 'element-overdue',
  severity: 'warning',
  summary: 'An element whose evidence is all past its review date.',
  check: elementsInState(
    'overdue',
    (name, element, portfolio) =>
      `${name} rests on evidence that is past its review date. Review it.${servingWords(portfolio, element)}`,
  ),
});
