/** What `plan` says to people. */
import type { NewRow } from '../../core/plan/newRows';
import type { PlanMerge, WordingDifference } from '../../core/plan/exchange/mergePlan';
import { differingWords } from '../../core/plan/exchange/differingWords';
import { takenLines } from '../../core/plan/exchange/takenWords';
import { reasonFor } from '../../core/portfolio/reasons';
import type { Portfolio } from '../../core/portfolio/portfolio';
import { shortWords } from '../../core/standard/standard';
import type { Terminal } from '../output/terminal';
import { printable } from '../output/terminal';
import { howItWasRead } from '../../core/tables/takenTable';
import { count } from '../../words/counts';

interface Written {
  readonly name: string;
  readonly isNew: boolean;
  readonly isWritten: boolean;
}

export function importAsText(merge: PlanMerge, { isWritten }: Written, out: Terminal): string {
  const { added, changed, unchanged, untouched, problems, wording, taken, notes } = merge;
  const section = (title: string, lines: readonly string[]): readonly string[] =>
    lines.length === 0 ? [] : [out.style('strong', title), ...lines.map((line) => `  ${line}`), ''];
  const sections = [
    ...section(howItWasRead, [...takenLines(taken), ...notes].map(printable)),
    ...section(
      `${isWritten ? 'Added' : 'Would be added'}: ${count(added.length, 'action')}`,
      added.map(({ id, text }) => printable(`${id}  ${cut(text)}`.trimEnd())),
    ),
    ...section(
      `${isWritten ? 'Changed' : 'Would be changed'}: ${count(changed.length, 'action')}`,
      changed.flatMap(({ id, cells }) =>
        cells.map(({ column, before, after }) =>
          printable(
            `${id}  ${column}: ${before === '' ? 'nothing' : quoted(before)} becomes ${quoted(after)}`,
          ),
        ),
      ),
    ),
    ...section(
      `Kept: ${count(unchanged + untouched, 'action')}`,
      unchanged + untouched === 0
        ? []
        : [
            ...(unchanged > 0 ? [`${unchanged} in the file and in the plan, with nothing to change`] : []),
            ...(untouched > 0 ? [`${untouched} only in the plan`] : []),
          ],
    ),
    ...section(
      `To be looked at: ${count(problems.length, 'row')}`,
      problems.flatMap(({ where, text, reason, isLeftOut }) => [
        printable(`${where}: ${reason}${isLeftOut ? ' It was left out.' : ''}`),
        `  ${out.style('faint', printable(text))}`,
      ]),
    ),
    ...section(
      `Worded differently from the standard: ${count(wording.length, 'action')}`,
      wording.map(differenceAsText),
    ),
  ];
  return sections.map((line) => `${line}\n`).join('');
}

function differenceAsText({ id, text, standard }: WordingDifference): string {
  const [here, there] = differingWords(text, standard);
  return printable(`${id}  “${here}”, in the standard “${there}”`);
}

export function syncAsText(portfolio: Portfolio, rows: readonly NewRow[], out: Terminal): string {
  if (rows.length === 0) return 'Every element that asks for an action has one that is open.\n';
  const lines = rows.map(({ id }) => {
    const element = portfolio.standard.nodes.get(id);
    const reason = out.style('faint', reasonFor(portfolio.coverage(id)));
    return `  ${printable(`${id}  ${element ? shortWords(element, 60) : ''}`)}  ${reason}`;
  });
  return [out.style('strong', `Asked for: ${count(rows.length, 'action')}`), ...lines, '', ''].join('\n');
}

/** What became of the file, or would. */
export function writtenAsText({
  name,
  changes,
  isNew,
  isWritten,
}: Written & { readonly changes: boolean }): string {
  const file = printable(name);
  if (!changes) return isNew ? '' : `${file} stays as it is.\n`;
  if (isWritten) return `${file} is written.\n`;
  return `Nothing is written yet. Add --write to ${isNew ? 'make' : 'change'} ${file}.\n`;
}

const cut = (text: string): string => (text.length > 70 ? `${text.slice(0, 69)}…` : text);
const quoted = (text: string): string => `“${cut(text.replaceAll('\n', ' / '))}”`;
