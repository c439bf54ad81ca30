// @ts-check
// What the outputs of check and diff say, in the few figures that workflows ask for.

/**
 * @param {{ portfolios: readonly { findings: readonly { severity: string, known?: boolean }[] }[] }} check The output
 * of check --format json.
 */
export function countsOf({ portfolios }) {
  const findings = portfolios.flatMap((portfolio) => portfolio.findings);
  const news = findings.filter(({ known }) => known !== true);
  /** @param {string} severity */
  const count = (severity) => news.filter((finding) => finding.severity === severity).length;
  return {
    errors: count('error'),
    warnings: count('warning'),
    information: count('information'),
    hints: count('hint'),
    'already-there': findings.length - news.length,
  };
}

/**
 * Whether anything changed, and how many elements lose their only evidence.
 *
 * @param {{ portfolios: readonly Changes[] } | undefined} diff The output of diff --format json; undefined: there is
 * nothing to compare with.
 */
export function changesIn(diff) {
  const portfolios = diff?.portfolios ?? [];
  const elements = portfolios.flatMap((portfolio) => portfolio.elements);
  return {
    changed: portfolios.some(hasChanges),
    lost: elements.filter(({ kind }) => kind === 'lost').length,
  };
}

/**
 * @typedef {{ readonly [kind: string]: unknown }} Lists
 * @typedef {{ presence: string, elements: readonly { kind: string }[], standard: Lists, evidence: Lists, ratings:
 * readonly unknown[], actions: Lists, findings: Lists }} Changes
 */

/** @param {Changes} changes */
function hasChanges({ presence, elements, standard, evidence, ratings, actions, findings }) {
  const lists = [standard, evidence, actions, findings].flatMap((part) => Object.values(part));
  return (
    presence === 'new' ||
    presence === 'gone' ||
    [elements, ratings, ...lists].some((list) => Array.isArray(list) && list.length > 0)
  );
}

/**
 * The sentences with which the parts of a diff's Markdown begin: `**✅ Coverage stays as it is. No new findings.**`.
 *
 * @param {string} markdown
 */
export const verdictIn = (markdown) =>
  Array.from(markdown.matchAll(/^\*\*(?:❌|⚠️|✅) (.*)\*\*$/gmu), ([, words = '']) => words).join('\n');
