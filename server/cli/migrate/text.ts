/** What `standard migrate` says to people. */
import type { MigrationReport } from '../../core/migration/report';
import type { Story } from '../../core/history/story/story';
import { count, listOf } from '../../words/counts';
import { storyAsText } from '../diff/outputs/storyText';
import type { Terminal } from '../output/terminal';
import { printable } from '../output/terminal';
import { diffForTerminal, unifiedDiff } from '../output/unifiedDiff';

interface Told {
  readonly report: MigrationReport;
  /** What it does to the coverage, as `diff` tells it. */
  readonly story: Story | undefined;
  readonly texts: readonly EditedText[];
  /** Below the portfolio's root. */
  readonly path: (uri: string) => string;
  readonly isWritten: boolean;
  readonly undecided: readonly string[];
  /** Every line that changes is shown. */
  readonly diff: boolean;
}

/** A file before and after; undefined before: there was none. */
export interface EditedText {
  readonly uri: string;
  readonly before: string | undefined;
  readonly after: string;
}

export function migrationAsText(
  { report, story, texts, path, isWritten, undecided, diff }: Told,
  out: Terminal,
): string {
  const lines = [
    out.style('strong', printable(report.title)),
    '',
    ...report.sections.flatMap(({ title, lines: own }) => [
      out.style('strong', title),
      ...own.map((line) => `  ${printable(line)}`),
      '',
    ]),
    ...(diff ? [...diffForTerminal(diffOf(texts, path), out), ''] : []),
    ...(story && report.files > 0 ? [out.style('faint', 'What it does to the coverage'), ''] : []),
    ...(story && report.files > 0 ? storyAsText(story, out) : []),
    ...endOf(report, isWritten, undecided),
    '',
  ];
  return lines.join('\n');
}

const diffOf = (texts: readonly EditedText[], path: (uri: string) => string): readonly string[] =>
  texts.flatMap(({ uri, before = '', after }) => unifiedDiff(path(uri), before, after));

function endOf(
  { files, sections }: MigrationReport,
  isWritten: boolean,
  undecided: readonly string[],
): readonly string[] {
  const questions = sections.some(({ title }) => title.startsWith('Questions'))
    ? ['Answer with --map, such as “--map 1.3=1.4,1.5”, or with a file of answers: --answers answers.yaml.']
    : [];
  if (files === 0) return [...questions, 'Nothing is to be written: the portfolio is there already.'];
  if (undecided.length > 0)
    return [
      ...questions,
      `Nothing is written before ${listOf(undecided)} ${undecided.length === 1 ? 'is' : 'are'} decided.`,
    ];
  return [
    ...questions,
    isWritten
      ? `${count(files, 'file is', 'files are')} written.`
      : `Nothing is written yet. With --write, ${count(files, 'file is', 'files are')} changed, or none.`,
  ];
}
