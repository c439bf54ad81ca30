import { nearestWord } from '../editDistance';
import type { Manifest } from '../manifest';
import { headline } from '../manifest';
import type { Problem } from '../model';
import type { Portfolio } from '../portfolio';
import type { ManifestRule } from './rule';
import { isRuleCode, ruleCodes } from './codes';

export const manifestValue: ManifestRule = {
  code: 'manifest-value',
  on: 'manifest',
  severity: 'error',
  summary: 'A setting in portfolio.yaml that is not known, or a value that it cannot have.',
  check: (portfolio, manifest) => [
    ...manifest.problems,
    ...standardProblems(portfolio, manifest),
    ...ratingProblems(portfolio, manifest),
    ...ruleProblems(manifest),
  ],
};

function standardProblems(portfolio: Portfolio, manifest: Manifest): readonly Problem[] {
  const { source } = portfolio;
  const span = headline(manifest);
  if (source.kind === 'absent') {
    return [
      {
        span,
        message: `There is no built-in standard of that name and no file at ${portfolio.path(source.uri)}. Nothing can be checked without a standard.`,
      },
    ];
  }
  if (source.kind === 'unreadable') {
    return [
      {
        span,
        message: `The standard in ${portfolio.path(source.uri)} was left out: ${source.reason} Nothing can be checked without a standard.`,
      },
    ];
  }
  if (source.kind !== 'faulty') return [];
  return [
    {
      span,
      message: `The standard in ${portfolio.path(source.uri)} has faults. Mend that file first; what could be read of it is used.`,
    },
  ];
}

function ratingProblems({ standard }: Portfolio, manifest: Manifest): readonly Problem[] {
  const known = standard.ratings.map(({ id }) => id);
  if (known.length === 0) return [];
  return [...manifest.decisions.values()].flatMap(({ self, assessor }) =>
    [self, assessor].flatMap((rating) => {
      if (rating.kind !== 'valid' || known.includes(rating.value)) return [];
      return [unknownWord(rating, rating.value, known)];
    }),
  );
}

const ruleProblems = (manifest: Manifest): readonly Problem[] =>
  [...manifest.rules].flatMap(([code, { span }]) =>
    isRuleCode(code) ? [] : [unknownWord({ span }, code, ruleCodes)],
  );

function unknownWord({ span }: Pick<Problem, 'span'>, word: string, known: readonly string[]): Problem {
  const near = nearestWord(word, known);
  if (near === undefined)
    return { span, message: `“${word}” is not known here. Write one of these: ${known.join(', ')}.` };
  return {
    span,
    message: `“${word}” is not known here. Did you mean “${near}”?`,
    suggestions: [{ replacement: near, label: near }],
  };
}
