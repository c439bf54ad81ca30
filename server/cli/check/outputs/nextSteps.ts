/** The three things to do next, the most pressing first. */
import { daysBetween } from '../../../core/text/civilDate';
import type { ElementState } from '../../../words/states';
import { displayTitle, isOverdue, standingOf } from '../../../core/evidence/titleAndStanding';
import { valueOf } from '../../../core/yaml/fields';
import type { Uri } from '../../../core/text/span';
import type { Portfolio } from '../../../core/portfolio/portfolio';
import { shortWords } from '../../../core/standard/standard';
import { relativePath } from '../../../core/text/uri';
import { positionsIn } from '../../output/position';
import type { PortfolioReport } from '../../folder/portfolios';
import { count } from '../../../words/counts';

const maximumSteps = 3;

/** @param folder that was given: paths start from it */
export function nextSteps(folder: Uri, report: PortfolioReport): readonly string[] {
  const { portfolio } = report;
  return [
    ...mendErrors(report),
    ...reviewOverdue(folder, portfolio),
    ...finishDrafts(portfolio),
    ...coverMissing(portfolio),
  ].slice(0, maximumSteps);
}

function mendErrors({ files }: PortfolioReport): readonly string[] {
  const faulty = files.filter(({ findings }) => findings.some(({ severity }) => severity === 'error'));
  const [first] = faulty;
  const finding = first?.findings.find(({ severity }) => severity === 'error');
  if (!first || !finding) return [];
  const errors = faulty
    .flatMap(({ findings }) => findings)
    .filter(({ severity }) => severity === 'error').length;
  const { line } = positionsIn(first.text)(finding.span.start);
  const place = `${first.path}, line ${line}`;
  return [
    errors === 1 ? `Mend the error in ${place}.` : `Mend the ${errors} errors, beginning with ${place}.`,
  ];
}

function reviewOverdue(folder: Uri, portfolio: Portfolio): readonly string[] {
  const late = [...portfolio.evidence.values()]
    .filter(
      (evidence) =>
        standingOf(evidence, portfolio.today) === 'overdue' && isOverdue(evidence, portfolio.today),
    )
    .sort((left, right) => ((valueOf(left.reviewBy) ?? '') < (valueOf(right.reviewBy) ?? '') ? -1 : 1));
  const [first] = late;
  const reviewBy = first && valueOf(first.reviewBy);
  if (!reviewBy) return [];
  const others = late.length > 1 ? `, the longest overdue of ${late.length}` : '';
  return [
    `Review “${displayTitle(first)}” (${relativePath(folder, first.uri)}), ${count(daysBetween(reviewBy, portfolio.today), 'day')} overdue${others}.`,
  ];
}

const finishDrafts = (portfolio: Portfolio): readonly string[] =>
  first(portfolio, 'draft', (name, others) => `Finish the draft for ${name}${others}.`);

const coverMissing = (portfolio: Portfolio): readonly string[] =>
  first(portfolio, 'missing', (name, others) => `Find evidence for ${name}${others}.`);

function first(
  portfolio: Portfolio,
  state: ElementState,
  say: (name: string, others: string) => string,
): readonly string[] {
  const elements = portfolio.standard.elements.filter(({ id }) => portfolio.coverage(id).state === state);
  const [element] = elements;
  if (!element) return [];
  const others = elements.length > 1 ? `, and for ${count(elements.length - 1, 'more element')}` : '';
  return [say(`${element.id}, “${shortWords(element)}”`, others)];
}
