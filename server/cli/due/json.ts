/** `due --format json`: a contract, described in docs/due.md. */
import type { Due, DueItem } from '../../core/due/model';
import { daysBetween } from '../../core/text/civilDate';
import { relativePath } from '../../core/text/uri';
import { printableJson } from '../output/terminal';
import { positionsIn } from '../output/position';
import type { PortfolioDue, ShownDue } from '../../exchange/due/shown';

export const dueAsJson = (shown: ShownDue): string =>
  `${printableJson({ version: 1, portfolios: shown.portfolios.map((one) => portfolioAsData(one, shown)) })}\n`;

function portfolioAsData({ portfolio, due }: PortfolioDue, { folder }: ShownDue): object {
  const { today, until, assessment, items, further } = due;
  const lineOf = ({ uri, offset }: DueItem): number | undefined => {
    const plan = offset === undefined ? undefined : portfolio.plans.get(uri);
    return plan && positionsIn(plan.text)(offset ?? 0).line;
  };
  return {
    root: relativePath(folder, portfolio.root),
    title: portfolio.title,
    today,
    until,
    assessment: assessment ?? null,
    further,
    items: items.map((item) => itemAsData(item, due, relativePath(folder, item.uri), lineOf(item))),
  };
}

function itemAsData(item: DueItem, { today }: Due, file: string, line: number | undefined): object {
  const { kind, urgency, what, title, elements, by, expires, people } = item;
  return {
    kind,
    urgency,
    what,
    title,
    elements,
    people,
    by: by ?? null,
    days: by === undefined ? null : daysBetween(today, by),
    expiresBeforeAssessment: expires,
    // What is missing stands in no file.
    file: kind === 'element' ? null : file,
    ...(line === undefined ? {} : { line }),
  };
}
