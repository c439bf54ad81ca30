/** What stands beside the name of a file, in a list of files or on a tab, without knowing VS Code. */
import type { FileMark, FileState } from '../../server/lsp/protocol';

export interface Badge {
  /** One or two characters, which is all that VS Code shows; none that its git writes: M, U, A, D, R, C. */
  readonly sign: string;
  /** What VS Code shows where the pointer rests, and has read aloud. */
  readonly tooltip: string;
  /** The id of a colour that package.json names. */
  readonly color: string;
}

const badges: Readonly<Record<FileMark, Pick<Badge, 'sign' | 'color'>>> = {
  faulty: { sign: '!', color: 'evidencePortfolio.faultyFileForeground' },
  overdue: { sign: '↻', color: 'evidencePortfolio.overdueFileForeground' },
  draft: { sign: '✎', color: 'evidencePortfolio.draftFileForeground' },
  withdrawn: { sign: '×', color: 'evidencePortfolio.withdrawnFileForeground' },
};

/** A sign for the gravest, and all of it in words. */
export function badgeOf({ mark, words }: FileState): Badge {
  return { ...badges[mark], tooltip: `Evidence: ${words}` };
}

/** Of an event with more files than this, VS Code looks at one in each folder again, and leaves the others as they are. */
const mostInEvent = 250;

/** The files of which VS Code is told that something else is to be said of them; undefined for all that it shows. */
export const filesToTell = <File>(files: File[]): File[] | undefined =>
  files.length > mostInEvent ? undefined : files;
