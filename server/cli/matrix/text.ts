/** What `matrix import` says to people. */
import { columnTitles, columnWords } from '../../core/matrix/columnNames';
import type { MatrixImport } from '../../core/matrix/importMatrix';
import { howItWasRead } from '../../core/plan/exchange/takenWords';
import type { Portfolio } from '../../core/portfolio/portfolio';
import { shortWords } from '../../core/standard/standard';
import { becauseWords } from '../../core/tables/takenTable';
import { count } from '../../words/counts';
import { oneLine } from '../../words/oneLine';
import type { Terminal } from '../output/terminal';
import { printable } from '../output/terminal';

export function matrixAsText(
  portfolio: Portfolio,
  result: MatrixImport,
  isWritten: boolean,
  out: Terminal,
): string {
  const { added, assigned, changed, declared, differs, problems, missing, unchanged, files } = result;
  const section = (title: string, lines: readonly string[]): readonly string[] =>
    lines.length === 0 ? [] : [out.style('strong', title), ...lines.map((line) => `  ${line}`), ''];
  const path = (uri: string): string => portfolio.path(uri);
  const lines = [
    ...section(howItWasRead, [...takenLines(result), ...result.notes].map(printable)),
    ...section(
      `${isWritten ? 'Added' : 'Would be added'}: ${count(added.length, 'file')}`,
      added.map(({ uri, item }) =>
        printable(`${path(uri)}  ${cut(item.title)}  (${item.elements.join(', ')})`),
      ),
    ),
    ...section(
      `${isWritten ? 'Changed' : 'Would be changed'}: ${count(changed.length, 'file')}`,
      changed.map(({ uri, added: what }) => printable(`${path(uri)}  ${what.map(cut).join('; ')}`)),
    ),
    ...section(
      `${isWritten ? 'Declared' : 'Would be declared'} not applicable: ${count(declared.length, 'element')}`,
      declared.map(({ id, reason }) => printable(`${id}  ${cut(reason)}`)),
    ),
    ...section(
      `${isWritten ? 'Named' : 'Would be named'} to find evidence: for ${count(assigned.length, 'element')}`,
      assigned.map(({ id, who }) => printable(`${id}  ${cut(who.join('; '))}`)),
    ),
    ...section('Kept', unchanged === 0 ? [] : [`${count(unchanged, 'file')}, with nothing to add`]),
    ...section(
      `Said otherwise, and left as it is: ${count(differs.length, 'value')}`,
      differs.map(({ uri, what, here, there, where }) =>
        printable(
          `${path(uri)}  ${what}: ${here === '' ? 'nothing' : quoted(here)}, in ${where} ${quoted(there)}`,
        ),
      ),
    ),
    ...section(
      `To be looked at: ${count(problems.length, 'row')}`,
      problems.flatMap(({ where, text, reason }) => [
        printable(`${where}: ${reason}`),
        `  ${out.style('faint', printable(cut(text)))}`,
      ]),
    ),
    ...section(
      `Still without evidence: ${count(missing.length, 'element')}`,
      missing.map((id) => {
        const node = portfolio.standard.nodes.get(id);
        return printable(`${id}  ${node ? shortWords(node, 60) : ''}`);
      }),
    ),
    endOf(files.length, isWritten),
    '',
  ];
  return lines.join('\n');
}

function endOf(files: number, isWritten: boolean): string {
  if (files === 0) return 'The portfolio says all of this already: nothing is to be written.';
  if (isWritten) return `${count(files, 'file is', 'files are')} written.`;
  return `Nothing is written yet. Add --write to write ${count(files, 'file')}.`;
}

const takenLines = ({ taken }: MatrixImport): readonly string[] => [
  ...new Set(
    taken.flatMap(({ where, columns, others }) => [
      ...columns.map(
        ({ role, name, because }) =>
          `${taken.length > 1 ? `${where ?? ''}: ` : ''}${columnTitles[role]} (${columnWords[role]}): “${oneLine(name)}”, ${becauseWords[because]}`,
      ),
      ...(others.length > 0 ? [`not read: ${others.map((name) => `“${oneLine(name)}”`).join(', ')}`] : []),
    ]),
  ),
];

const cut = (text: string): string => (text.length > 70 ? `${text.slice(0, 69)}…` : text);
const quoted = (text: string): string => `“${cut(oneLine(text))}”`;
