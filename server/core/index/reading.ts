/**
 * What a Markdown file is read as: a plan, evidence, or neither. That depends on what its portfolio calls our keys, so a
 * file is read again where that has changed.
 */
import { parseEvidence } from '../evidence/evidence';
import { isStored, stored } from '../evidence/storedEvidence';
import type { UnreadFile } from '../evidence/unreadFile';
import { readUnread } from '../evidence/unreadFile';
import type { KeyNames } from '../frontMatter/keys';
import { parseActionPlan } from '../plan/parse';
import type { Portfolio } from '../portfolio/portfolio';
import type { PortfolioFile } from '../portfolio/portfolioFile';
import { isMarkdown } from '../text/markdownName';
import type { Uri } from '../text/span';
import { nearestOf } from '../text/uri';
import type { Known } from './known';
import type { Work } from './membership';
import { leave } from './membership';

export interface ReadFile {
  readonly file: PortfolioFile | undefined;
  readonly unread: UnreadFile | undefined;
}

/** @param isClosed no editor holds the file: it is kept in little space */
export function readText(uri: Uri, text: string, names: KeyNames, isClosed: boolean): ReadFile {
  // A plan that names elements in its front matter is a plan.
  const read = parseActionPlan(uri, text) ?? parseEvidence(uri, text, names);
  const file = read && isClosed && !read.isPlan ? stored(read) : read;
  return { file, unread: file ? undefined : readUnread(uri, text, names) };
}

/** Reads those of the touched files again that were read with other names than their portfolios have now. */
export function readAgain(known: Known, work: Work): void {
  for (const [uri, names] of work.neither)
    if (namesFor(known, uri).signature !== names.signature) work.texts.add(uri);
  if (!known.isNamed && !work.wasNamed) return;
  for (const uri of work.files) {
    const before = known.files.get(uri) ?? known.unread.get(uri);
    if (!before || !('names' in before)) continue;
    const names = namesFor(known, uri);
    if (before.names.signature === names.signature) continue;
    const isClosed = !('block' in before) && isStored(before);
    const { file, unread } = readText(uri, before.text, names, isClosed);
    leave(known, uri, work);
    if (file) known.files.set(uri, file);
    else known.files.delete(uri);
    if (unread) known.unread.set(uri, unread);
    else known.unread.delete(uri);
  }
}

/** Not where a file was put before, but where it belongs now. */
function namesFor(known: Known, uri: Uri): KeyNames {
  const [root] = known.rootsFor(uri);
  return known.namesIn(root);
}

/** Files that are neither evidence nor plan, and may be under other names: of those in a folder the text is wanted. */
export function askAgain(known: Known, folders: ReadonlySet<Uri>, work: Work): void {
  for (const folder of folders)
    for (const uri of known.places.within(folder))
      if (isMarkdown(uri) && known.places.exists(uri) && !known.files.has(uri) && !known.unread.has(uri))
        work.texts.add(uri);
}

/** By which a portfolio's files are chosen and read: the same as long as nothing has to be read again. */
export const readingOf = (portfolio: Portfolio | undefined): string =>
  portfolio?.manifest === undefined
    ? ''
    : [
        portfolio.names.signature,
        ...(portfolio.sharedFolders.length > 0
          ? portfolio.manifest.patterns.map(({ key, text }) => key + text)
          : []),
      ].join('\n');

/** The portfolio of the nearest manifest at or above a folder. */
export function portfolioAround(portfolios: ReadonlyMap<Uri, Portfolio>, folder: Uri): Portfolio | undefined {
  const has = (root: Uri): boolean => portfolios.get(root)?.manifest !== undefined;
  const root = nearestOf({ has }, folder);
  return root === undefined ? undefined : portfolios.get(root);
}
