/** What `assessment import` says to people. */
import { assessmentTitles } from '../../core/assessor/columnNames';
import type { AssessmentImport } from '../../core/assessor/importAssessment';
import { howItWasRead } from '../../core/plan/exchange/takenWords';
import { awardStanding, awardWords, neededWords } from '../../core/portfolio/assessment';
import type { Portfolio } from '../../core/portfolio/portfolio';
import { withManifest } from '../../core/portfolio/withManifest';
import { becauseWords } from '../../core/tables/takenTable';
import { count } from '../../words/counts';
import { oneLine } from '../../words/oneLine';
import type { Terminal } from '../output/terminal';
import { printable } from '../output/terminal';

export function assessmentAsText(
  portfolio: Portfolio,
  result: AssessmentImport,
  isWritten: boolean,
  out: Terminal,
): string {
  const { changed, differs, problems, unchanged, taken } = result;
  const section = (title: string, lines: readonly string[]): readonly string[] =>
    lines.length === 0
      ? []
      : [out.style('strong', title), ...lines.map((line) => `  ${printable(line)}`), ''];
  const lines = [
    ...section(
      howItWasRead,
      taken.flatMap(({ columns }) =>
        columns.map(
          ({ role, name, because }) =>
            `${assessmentTitles[role]}: “${oneLine(name)}”, ${becauseWords[because]}`,
        ),
      ),
    ),
    ...section(
      `${isWritten ? 'Changed' : 'Would be changed'}: ${count(changed.length, 'value')}`,
      changed.map(
        ({ id, what, before, after }) =>
          `${id}  ${whatWords[what]}: ${before === '' ? 'nothing' : quoted(before)} becomes ${quoted(after)}`,
      ),
    ),
    ...section('Kept', unchanged === 0 ? [] : [`${count(unchanged, 'element')}, with nothing to change`]),
    ...section(
      `Rated otherwise than by yourselves: ${count(differs.length, 'element')}`,
      differs.map(({ id, self, assessor }) => `${id}  you ${quoted(self)}, the assessor ${quoted(assessor)}`),
    ),
    ...section('What it makes of the award', awardLines(portfolio, result)),
    ...section(
      `To be looked at: ${count(problems.length, 'row')}`,
      problems.map(({ where, text, reason }) => `${where}: ${reason} ${quoted(text)}`),
    ),
    endOf(changed.length, isWritten),
    '',
  ];
  return lines.join('\n');
}

const whatWords = { assessor: 'assessor', comment: 'comment', self: 'your own rating' } as const;

/** Before and after, by the assessor's ratings. */
function awardLines(portfolio: Portfolio, { text, changed }: AssessmentImport): readonly string[] {
  if (text === undefined || changed.length === 0) return [];
  const after = withManifest(portfolio, portfolio.manifestUri, text);
  return (
    [
      ['now', portfolio],
      ['then', after],
    ] as const
  ).flatMap(([when, { standards }]) =>
    standards.flatMap((of) => {
      const standing = awardStanding(of, 'assessor');
      const name = of.name === undefined ? '' : `${of.name}, `;
      return standing
        ? [`${name}${when}: ${awardWords(of.standard, standing)}; ${neededWords(standing)}`]
        : [];
    }),
  );
}

function endOf(changes: number, isWritten: boolean): string {
  if (changes === 0) return 'portfolio.yaml says all of this already: nothing is to be written.';
  return isWritten
    ? 'portfolio.yaml is written.'
    : 'Nothing is written yet. Add --write to change portfolio.yaml.';
}

const quoted = (text: string): string => `“${text.length > 70 ? `${text.slice(0, 69)}…` : text}”`;
