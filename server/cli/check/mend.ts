/** `check --fix`: mends what is safe to mend, file by file, in the files and in the index. */
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fixAllSafely } from '../../core/index/mend';
import type { PortfolioIndex } from '../../core/index/portfolioIndex';
import type { RuleCode } from '../../core/rules/all';
import type { Edit } from '../../core/text/edit';
import { applyEdits } from '../../core/text/edit';
import type { Uri } from '../../core/text/span';
import { isWithin, relativePath } from '../../core/text/uri';
import { realPathOf, uriOfPath } from '../../host/disk/nodeFileAccess';
import { nextTurn } from '../../host/files/nextTurn';
import { writeUnlessChanged } from '../../host/disk/wholeFile';
import { WriteError } from '../../host/disk/writeError';
import { RunError } from '../command/errors';
import type { Draft } from '../folder/files';
import { readDraft } from '../folder/files';
import type { OpenFolder } from '../folder/portfolios';

export interface MendedFile {
  /** Relative to the folder that was given. */
  readonly path: string;
  readonly before: string;
  readonly after: string;
  /** How many findings of each rule are gone; what else the edit has brought to light is not taken off. */
  readonly gone: ReadonlyMap<RuleCode, number>;
}

export interface Mending {
  /** In the natural order of their paths. */
  readonly files: readonly MendedFile[];
  /** Why files with something to mend were left as they are, and were meant to be: a sentence for each. */
  readonly passedOver: readonly string[];
  /** Why files could not be written: a sentence for each. */
  readonly failures: readonly string[];
}

/** How often somebody else may be faster before a file is left alone. */
const maximumAttempts = 20;

/**
 * Mends every file of the folder's portfolios of which something is safe to mend. Afterwards, the index holds the texts
 * that the files have now, or would have.
 * @param options `isDryRun`: nothing is written
 */
export async function mendSafely(
  open: OpenFolder,
  { isDryRun }: { readonly isDryRun: boolean },
): Promise<Mending> {
  const files: MendedFile[] = [];
  const passedOver: string[] = [];
  const failures: string[] = [];
  for (const uri of open.index.filesWithFindings()) {
    const outcome = await mendFile(open, uri, isDryRun);
    if (outcome.kind === 'mended') files.push(outcome.file);
    if (outcome.kind === 'passed over') passedOver.push(outcome.reason);
    if (outcome.kind === 'failed') failures.push(outcome.reason);
    // Whoever stops the command is heard between two files, and not where only promises are awaited.
    if (outcome.kind !== 'nothing') await nextTurn();
  }
  return { files, passedOver, failures };
}

type Outcome =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'mended'; readonly file: MendedFile }
  | { readonly kind: 'passed over' | 'failed'; readonly reason: string };

/** Where somebody has written meanwhile, what they wrote is read, and mended in the place of what was there. */
async function mendFile(open: OpenFolder, uri: Uri, isDryRun: boolean): Promise<Outcome> {
  const { index, workspace, folder } = open;
  // A name that is not UTF-8 is no path; and of what could not be read there is nothing to mend.
  if (index.textOf(uri) === undefined) return { kind: 'nothing' };
  const file = fileURLToPath(uri);
  for (let attempt = 1; attempt <= maximumAttempts; attempt++) {
    const before = index.textOf(uri);
    if (before === undefined || safeEdits(index, uri).length === 0) return { kind: 'nothing' };
    const draft = draftOf(folder, file);
    if (typeof draft === 'string') return { kind: 'passed over', reason: draft };
    if (draft.text !== before) {
      await workspace.changed([{ uri, kind: draft.text === undefined ? 'deleted' : 'changed' }]);
      if (index.textOf(uri) !== before) continue;
      const reason = `${file} is read from elsewhere, such as Git LFS, so it was left as it is.`;
      return { kind: 'passed over', reason };
    }
    const found = rulesAt(index, uri);
    const after = await mendInIndex(open, uri, before);
    const isWritten = isDryRun || (await written(draft, after));
    if (isWritten === true) {
      const gone = withoutThose(found, rulesAt(index, uri));
      return { kind: 'mended', file: { path: relativePath(folder, uri), before, after, gone } };
    }
    await workspace.changed([{ uri, kind: 'changed' }]);
    if (isWritten !== false) return { kind: 'failed', reason: isWritten };
  }
  const reason = `others write ${file} all the time, so it was left as it is. Try again later.`;
  return { kind: 'failed', reason };
}

/** The file as it is on the disk, or why it is not to be written. */
function draftOf(folder: Uri, file: string): Draft | string {
  if (!isWithin(folder, uriOfPath(file)))
    return `${file} is outside the folder, and shared with it, so it was left as it is. Give a folder that holds it.`;
  if (!isWithin(folder, uriOfPath(realPathOf(dirname(file)))))
    return `${file} is outside the folder, through a symbolic link, so it was left as it is.`;
  try {
    return readDraft(file);
  } catch (error) {
    if (error instanceof RunError) return error.message;
    throw error;
  }
}

/** True; false where somebody has written meanwhile; or why it cannot be done. */
async function written({ file, bytes }: Draft, text: string): Promise<boolean | string> {
  try {
    return await writeUnlessChanged(file, bytes, text);
  } catch (error) {
    if (error instanceof WriteError) return error.message;
    throw error;
  }
}

/** What is mended may bring something to light that is safe to mend; never this often. */
const maximumRounds = 5;

/** @returns the text when nothing is left in it that is safe to mend */
async function mendInIndex({ index, workspace }: OpenFolder, uri: Uri, before: string): Promise<string> {
  let text = before;
  for (let round = 1; round <= maximumRounds; round++) {
    const edits = safeEdits(index, uri);
    if (edits.length === 0) break;
    text = applyEdits(text, edits);
    await workspace.apply([{ kind: 'text', uri, text, isClosed: true }]);
  }
  return text;
}

function safeEdits(index: PortfolioIndex, uri: Uri): readonly Edit[] {
  const portfolio = index.portfolioAt(uri);
  return portfolio?.isActive ? (fixAllSafely(index, portfolio, uri) ?? []) : [];
}

const rulesAt = (index: PortfolioIndex, uri: Uri): readonly RuleCode[] =>
  index.findings(uri).map(({ rule }) => rule);

/** Of each rule, how many more are among the first than among the second; at least one. */
function withoutThose(
  before: readonly RuleCode[],
  after: readonly RuleCode[],
): ReadonlyMap<RuleCode, number> {
  const numberIn = (codes: readonly RuleCode[], code: RuleCode): number =>
    codes.filter((other) => other === code).length;
  return new Map(
    [...new Set(before)]
      .map((code) => [code, numberIn(before, code) - numberIn(after, code)] as const)
      .filter(([, number]) => number > 0),
  );
}
