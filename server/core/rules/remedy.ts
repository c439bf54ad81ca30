/** How what a rule finds is put right: the part of a rule from which quick fixes, “fix all” and `check --fix` follow. */
import { isHarmless } from '../evidence/harmless';
import type { Portfolio } from '../portfolio/portfolio';
import type { FileEdit } from '../text/fileEdit';
import type { Problem, Uri } from '../text/span';
import type { Edit } from '../text/edit';
import { scalarEdit } from '../yaml/edits';

/**
 * How much asking it takes. `safe`: none; it changes no meaning, and any number is mended at once. `plain`: there is
 * one way, which somebody takes for one finding, or for all of them. `choice`: somebody has to choose.
 */
export type Care = 'safe' | 'plain' | 'choice';

/** Undefined where there is nothing to be done. */
export type Edits = readonly Edit[] | undefined;

/** What every file has. */
export interface TextFile {
  readonly uri: Uri;
  readonly text: string;
}

/** @typeParam File what the rule looks at; the problems are those of its check */
export interface Remedy<File extends TextFile> {
  readonly care: Care;
  /** What the easiest of its findings take, where that is less: for lists of rules. */
  readonly least?: Care;
  /** Of single findings, where they differ. Asked once for all of a file. */
  readonly careOf?: (portfolio: Portfolio, file: File) => (problem: Problem) => Care;
  /** What can be done about one finding, the best first. */
  readonly proposals: (portfolio: Portfolio, file: File, problem: Problem) => readonly Proposal[];
  /** Mends several findings at once, none of which needs a choice; where absent, by the first proposal for each. */
  readonly together?: (portfolio: Portfolio, file: File, problems: readonly Problem[]) => Edits;
}

/** One thing that can be done, with the words for it. */
export type Proposal = EditProposal | ShowProposal | DraftProposal | ReasonProposal | ImportProposal;

export interface EditProposal {
  readonly kind: 'edit';
  readonly title: string;
  readonly edits: readonly FileEdit[];
  /** What is most probably meant. */
  readonly isPreferred?: boolean;
  /** A file to open afterwards, where that can be done. */
  readonly shows?: Uri;
}

/** To open a file and look at it, where that can be done. */
export interface ShowProposal {
  readonly kind: 'show';
  readonly title: string;
  readonly uri: Uri;
}

/** To begin evidence for an element. Where it goes takes a look at all evidence, which waits until this is chosen. */
export interface DraftProposal {
  readonly kind: 'draft';
  readonly title: string;
  readonly element: string;
}

/** To ask for the reason why an element does not apply, and to write it down; where nobody can be asked, the others. */
export interface ReasonProposal {
  readonly kind: 'reason';
  readonly title: string;
  readonly element: string;
  readonly otherwise: () => readonly Proposal[];
}

/** To make a standard file of what the portfolio names as its standard, and to name that instead. */
export interface ImportProposal {
  readonly kind: 'import';
  readonly title: string;
}

/** To change the file itself; nothing where there is nothing to change, or where something else would change too. */
export function changing(
  { uri, text }: TextFile,
  title: string,
  edits: Edits,
  isPreferred = false,
): readonly EditProposal[] {
  if (!edits || edits.length === 0 || !isHarmless(uri, text, edits)) return [];
  const file: FileEdit = { kind: 'edit', uri, text, edits };
  return [{ kind: 'edit', title, edits: [file], ...(isPreferred ? { isPreferred } : {}) }];
}

/** To make a file and open it. */
export const making = (title: string, uri: Uri, text: string): EditProposal => ({
  kind: 'edit',
  title,
  edits: [{ kind: 'create', uri, text }],
  shows: uri,
});

/** What the finding suggests, in the place of what it underlines: a key or a word. */
export const replacing = (file: TextFile, { span, suggestions = [] }: Problem): readonly Proposal[] =>
  suggestions.flatMap(({ replacement }, at) =>
    changing(file, `Replace with ${replacement}`, [scalarEdit(file.text, span, replacement)], at === 0),
  );

/** For `careOf`: nobody need choose where one thing is suggested. */
export const bySuggestions = ({ suggestions }: Problem): Care =>
  suggestions?.length === 1 ? 'plain' : 'choice';

/** For `together`: in each place the first that is suggested. */
export const wordsReplaced = ({ text }: TextFile, problems: readonly Problem[]): Edits =>
  problems.flatMap(({ span, suggestions: [suggestion] = [] }) =>
    suggestion ? [scalarEdit(text, span, suggestion.replacement)] : [],
  );

/** An element's ID with a few words. */
export const named = (id: string, words: string): string => (words === id ? id : `${id}, “${words}”`);
