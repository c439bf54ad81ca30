import { servingWords } from './counterpartRemedies';
import { elementsInState } from './portfolioElements';
import { manifestRule } from './rule';

export const elementDraftOnly = manifestRule({
  code: 'element-draft-only',
  severity: 'warning',
  summary: 'An element whose evidence is all in draft or in review.',
  check: elementsInState(
    'draft',
    (name, element, portfolio) =>
      `${name} rests on drafts only. Finish and approve one.${servingWords(portfolio, element)}`,
  ),
});
