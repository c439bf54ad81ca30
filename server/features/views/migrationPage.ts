/** What a move to another edition comes to, as a page: what changes, what is left to people, and the coverage. */
import type { PortfolioIndex } from '../../core/index/portfolioIndex';
import { changesBetween } from '../../core/history/changes';
import type { PortfolioSnapshot } from '../../core/history/snapshot';
import { snapshotsOf } from '../../core/history/snapshots';
import { storiesAsMarkdown } from '../../core/history/story/storyMarkdown';
import type { Migration } from '../../core/migration/migration';
import type { Question } from '../../core/migration/questions';
import { questionsOf } from '../../core/migration/questions';
import { idWithWords, reportOf } from '../../core/migration/report';
import type { Portfolio } from '../../core/portfolio/portfolio';
import { applyEdits } from '../../core/text/edit';
import type { FileEdit } from '../../core/text/fileEdit';
import type { Uri } from '../../core/text/span';
import { escapeEveryMark } from '../../words/markdown';

/** Lines of one list; the command line shows them all. */
const maximumLines = 200;

/**
 * @param before the portfolio's index
 * @param after another index that has been told of the edits
 */
export function migrationPage(
  portfolio: Portfolio,
  migration: Migration,
  before: PortfolioIndex,
  after: PortfolioIndex,
): string {
  const { title, sections, files } = reportOf(portfolio, migration, false);
  const { root } = portfolio;
  const of = (index: PortfolioIndex): readonly PortfolioSnapshot[] =>
    snapshotsOf(index).filter((snapshot) => snapshot.root === root);
  const coverage = storiesAsMarkdown(changesBetween(of(before), of(after)), {
    folder: root,
    addressOf: () => undefined,
    fails: () => false,
  });
  return [
    `# ${escapeEveryMark(title)}`,
    'Nothing is written yet.',
    ...sections.map(({ title: name, lines }) => {
      const shown = lines.slice(0, maximumLines).map((line) => `- ${escapeEveryMark(line)}`);
      const more = lines.length > maximumLines ? [`- and ${lines.length - maximumLines} more`] : [];
      return `## ${escapeEveryMark(name)}\n\n${[...shown, ...more].join('\n')}`;
    }),
    ...(files > 0 ? [`## What it does to the coverage\n\n${coverage}`] : []),
    '',
  ].join('\n\n');
}

/** The texts of files once they are edited. */
export const textsAfter = (edits: readonly FileEdit[]): ReadonlyMap<Uri, string> =>
  new Map(
    edits.flatMap((edit): readonly (readonly [Uri, string])[] => {
      if (edit.kind === 'rename') return [];
      return [[edit.uri, edit.kind === 'create' ? edit.text : applyEdits(edit.text, edit.edits)]];
    }),
  );

export interface AskedQuestion {
  readonly id: string;
  /** The ID with its words in the earlier edition. */
  readonly about: string;
  readonly text: string;
  readonly choices: readonly { readonly id: string; readonly words: string }[];
}

const asked: Readonly<Record<Question['kind'], string>> = {
  divided: 'It has been divided. Which are meant?',
  ambiguous: 'It could be of more than one of the standards. Which one is meant?',
  shifted: 'The ID stands for something else now. Which one is meant?',
  mapped: 'The mapping leaves it open. Which are meant?',
  lost: 'It is not in this edition. Is this what it has become?',
};

export const askedQuestions = (portfolio: Portfolio, migration: Migration): readonly AskedQuestion[] =>
  questionsOf(portfolio, migration).map(({ id, words, kind, choices }) => ({
    id,
    about: idWithWords(id, words),
    text: asked[kind],
    choices: choices.map((choice) => ({
      id: choice.id,
      words: choice.stands ? `${choice.words} (${choice.stands})` : choice.words,
    })),
  }));
