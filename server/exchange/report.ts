/** What an import or a sync does, as Markdown, to be looked at before anything is written. */
import { differingWords } from '../core/plan/exchange/differingWords';
import type { NewRow } from '../core/plan/newRows';
import { plainLine, plainMarkdown } from '../core/plan/escapeMarkdown';
import type { PlanMerge } from '../core/plan/exchange/mergePlan';
import { takenLines } from '../core/plan/exchange/takenWords';
import { reasonFor } from '../core/portfolio/reasons';
import type { Portfolio } from '../core/portfolio/portfolio';
import { shortWords } from '../core/standard/standard';
import { howItWasRead } from '../core/tables/takenTable';
import { count } from '../words/counts';

export function mergeReport(merge: PlanMerge): string {
  const { added, changed, unchanged, untouched, problems, wording, taken, notes } = merge;
  return [
    ...section(howItWasRead, [...takenLines(taken), ...notes].map(plainLine)),
    ...section(
      `Added: ${actions(added.length)}`,
      added.map(({ id, text }) => `**${plainMarkdown(id)}** ${plainMarkdown(cut(text))}`),
    ),
    ...section(
      `Changed: ${actions(changed.length)}`,
      changed.flatMap(({ id, cells }) =>
        cells.map(
          ({ column, before, after }) =>
            `**${plainMarkdown(id)}** ${plainMarkdown(column)}: ${before === '' ? 'nothing' : quoted(before)} becomes ${quoted(after)}`,
        ),
      ),
    ),
    ...section(`Kept: ${actions(unchanged + untouched)}`, [
      ...(unchanged > 0 ? [`${unchanged} in the file and in the plan, with nothing to change`] : []),
      ...(untouched > 0 ? [`${untouched} only in the plan`] : []),
    ]),
    ...section(
      `To be looked at: ${count(problems.length, 'row')}`,
      problems.map(
        ({ where, text, reason, isLeftOut }) =>
          `${plainLine(where)}: ${plainMarkdown(reason)}${isLeftOut ? ' It was left out.' : ''} ${quoted(text)}`,
      ),
    ),
    ...section(
      `Worded differently from the standard: ${actions(wording.length)}`,
      wording.map(({ id, text, standard }) => {
        const [here, there] = differingWords(text, standard);
        return `**${plainMarkdown(id)}** ${quoted(here)}, in the standard ${quoted(there)}`;
      }),
    ),
  ].join('\n');
}

export function syncReport(portfolio: Portfolio, rows: readonly NewRow[]): string {
  if (rows.length === 0) return 'Every element that asks for an action has one that is open.\n';
  const lines = rows.map(({ id }) => {
    const element = portfolio.standard.nodes.get(id);
    const words = element ? shortWords(element) : '';
    return `**${plainMarkdown(id)}** ${plainMarkdown(words)}: ${reasonFor(portfolio.coverage(id))}`;
  });
  return section(`Added: ${actions(rows.length)}`, lines).join('\n');
}

const section = (title: string, lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? [] : [`## ${title}`, '', ...lines.map((line) => `- ${line}`), ''];

const actions = (number: number): string => count(number, 'action');
const cut = (text: string): string => (text.length > 120 ? `${text.slice(0, 119)}…` : text);
const quoted = (text: string): string => `“${plainMarkdown(cut(text.replaceAll('\n', ' / ')))}”`;
