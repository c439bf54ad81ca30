/** What is said where somebody has set a language in which nothing can be shown. */
import type { Portfolio } from '../core/portfolio/portfolio';
import { hasLanguage, languagesOf } from '../core/standard/inLanguage';
import { listOf } from '../words/counts';

/** A sentence for people; undefined where a standard has words in the language, or there is no standard to have any. */
export function languageFault(language: string, portfolios: readonly Portfolio[]): string | undefined {
  const standards = portfolios.flatMap((portfolio) =>
    portfolio.standards.flatMap(({ standard, source }) => (source.kind === 'ready' ? [standard] : [])),
  );
  if (standards.length === 0 || standards.some((standard) => hasLanguage(standard, language)))
    return undefined;
  const known = [...new Set(standards.flatMap(languagesOf))];
  const others = known.length > 0 ? ` There are words in ${listOf(known)}.` : '';
  return `The setting evidencePortfolio.language says “${language}”, and no standard here has words in that language: what is shown is in the words that are there.${others}`;
}
