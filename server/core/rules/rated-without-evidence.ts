import type { ManifestRule } from './rule';
import { isAtLeastCompliant } from './ratings';

export const ratedWithoutEvidence: ManifestRule = {
  code: 'rated-without-evidence',
  on: 'manifest',
  severity: 'warning',
  summary: 'An element rated compliant or better, with no current evidence.',
  check: (portfolio, manifest) =>
    [...manifest.decisions.values()].flatMap(({ id, self }) => {
      if (self.kind !== 'valid' || !isAtLeastCompliant(portfolio.standard, self.value)) return [];
      if (!portfolio.standard.nodes.get(id)?.assessable) return [];
      const { state } = portfolio.coverage(id);
      if (state === 'evidenced' || state === 'not-applicable') return [];
      return [
        {
          span: self.span,
          message: `${id} is rated ${self.value}, but has no current evidence. Add or review evidence, or change the rating.`,
        },
      ];
    }),
};
