/** What an import of a matrix does, or would do, in words. */
import { count } from '../../words/counts';
import { oneLine } from '../../words/oneLine';
import type { Section } from '../../words/section';
import { plainLines, section } from '../../words/section';
import { shortWords } from '../standard/standard';
import type { Portfolio } from '../portfolio/portfolio';
import { becauseWords, howItWasRead, linesOfTables } from '../tables/takenTable';
import { columnTitles, columnWords } from './columnNames';
import type { MatrixImport } from './importMatrix';

/** @param isWritten it has been done */
export function matrixSections(
  portfolio: Portfolio,
  result: MatrixImport,
  isWritten: boolean,
): readonly Section[] {
  const { added, assigned, changed, declared, differs, problems, missing, unchanged } = result;
  const path = (uri: string): string => portfolio.path(uri);
  return [
    ...section(howItWasRead, plainLines([...takenLines(result), ...result.notes])),
    ...section(
      `${isWritten ? 'Added' : 'Would be added'}: ${count(added.length, 'file')}`,
      added.map(({ uri, item }) => ({
        about: path(uri),
        text: `${cut(item.title)}  (${item.elements.join(', ')})`,
      })),
    ),
    ...section(
      `${isWritten ? 'Changed' : 'Would be changed'}: ${count(changed.length, 'file')}`,
      changed.map(({ uri, added: what }) => ({ about: path(uri), text: what.map(cut).join('; ') })),
    ),
    ...section(
      `${isWritten ? 'Declared' : 'Would be declared'} not applicable: ${count(declared.length, 'element')}`,
      declared.map(({ id, reason }) => ({ about: id, text: cut(reason) })),
    ),
    ...section(
      `${isWritten ? 'Named' : 'Would be named'} to find evidence: for ${count(assigned.length, 'element')}`,
      assigned.map(({ id, who }) => ({ about: id, text: cut(who.join('; ')) })),
    ),
    ...section(
      'Kept',
      plainLines(unchanged === 0 ? [] : [`${count(unchanged, 'file')}, with nothing to add`]),
    ),
    ...section(
      `Said otherwise, and left as it is: ${count(differs.length, 'value')}`,
      differs.map(({ uri, what, here, there, where }) => ({
        about: path(uri),
        text: `${what}: ${here === '' ? 'nothing' : quoted(here)}, in ${where} ${quoted(there)}`,
      })),
    ),
    ...section(
      `To be looked at: ${count(problems.length, 'row')}`,
      problems.map(({ where, text, reason }) => ({
        text: `${where}: ${reason}`,
        ...(text === '' ? {} : { beneath: cut(text) }),
      })),
    ),
    ...section(
      `Still without evidence: ${count(missing.length, 'element')}`,
      missing.map((id) => {
        const node = portfolio.standard.nodes.get(id);
        return { about: id, text: node ? shortWords(node, 60) : '' };
      }),
    ),
  ];
}

const takenLines = ({ taken }: MatrixImport): readonly string[] =>
  linesOfTables(taken, ({ columns, others }) => [
    ...columns.map(
      ({ role, name, because }) =>
        `${columnTitles[role]} (${columnWords[role]}): “${oneLine(name)}”, ${becauseWords[because]}`,
    ),
    ...(others.length > 0 ? [`not read: ${others.map((name) => `“${oneLine(name)}”`).join(', ')}`] : []),
  ]);

const cut = (text: string): string => (text.length > 70 ? `${text.slice(0, 69)}…` : text);
const quoted = (text: string): string => `“${cut(oneLine(text))}”`;
