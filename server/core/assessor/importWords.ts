/** What an import of an assessor's sheet does, or would do, in words. */
import { count } from '../../words/counts';
import { oneLine } from '../../words/oneLine';
import type { Section } from '../../words/section';
import { plainLines, section } from '../../words/section';
import { awardStanding, awardWords, neededWords } from '../portfolio/assessment';
import type { Portfolio } from '../portfolio/portfolio';
import { withManifest } from '../portfolio/withManifest';
import { becauseWords, howItWasRead, linesOfTables } from '../tables/takenTable';
import { assessmentTitles } from './columnNames';
import type { AssessmentImport } from './importAssessment';

/** The heading above what it comes to. */
export const whatItMakes = 'What it makes of the award';

/** @param isWritten it has been done */
export function assessmentSections(
  portfolio: Portfolio,
  result: AssessmentImport,
  isWritten: boolean,
): readonly Section[] {
  const { changed, differs, problems, unchanged, taken } = result;
  return [
    ...section(
      howItWasRead,
      plainLines(
        linesOfTables(taken, ({ columns }) =>
          columns.map(
            ({ role, name, because }) =>
              `${assessmentTitles[role]}: “${oneLine(name)}”, ${becauseWords[because]}`,
          ),
        ),
      ),
    ),
    ...section(
      `${isWritten ? 'Changed' : 'Would be changed'}: ${count(changed.length, 'value')}`,
      changed.map(({ id, what, before, after }) => ({
        about: id,
        text: `${whatWords[what]}: ${before === '' ? 'nothing' : quoted(before)} becomes ${quoted(after)}`,
      })),
    ),
    ...section(
      'Kept',
      plainLines(unchanged === 0 ? [] : [`${count(unchanged, 'element')}, with nothing to change`]),
    ),
    ...section(
      `Rated otherwise than by yourselves: ${count(differs.length, 'element')}`,
      differs.map(({ id, self, assessor }) => ({
        about: id,
        text: `you ${quoted(self)}, the assessor ${quoted(assessor)}`,
      })),
    ),
    ...section(whatItMakes, plainLines(awardLines(portfolio, result))),
    ...section(
      `To be looked at: ${count(problems.length, 'row')}`,
      plainLines(
        problems.map(({ where, text, reason }) =>
          [`${where}: ${reason}`, ...(text === '' ? [] : [quoted(text)])].join(' '),
        ),
      ),
    ),
  ];
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

const quoted = (text: string): string => `“${text.length > 70 ? `${text.slice(0, 69)}…` : text}”`;
