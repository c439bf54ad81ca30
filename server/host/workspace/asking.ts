/** What an index asks of wherever the files are: whether places exist, and what a file says that somebody names. */
import type { Fact, PortfolioIndex } from '../../core/index/portfolioIndex';
import { mayBeManifest } from '../../core/text/manifestName';
import type { Uri } from '../../core/text/span';
import { fileName, parentUri, relativePath } from '../../core/text/uri';
import type { FileAccess } from '../files/fileAccess';
import { factOf } from '../files/fileAccess';

type Access = Pick<FileAccess, 'exist' | 'readMany' | 'isSame'>;

/** Whether something stands at places, each as far as its portfolio may look. */
export async function lookAt(
  access: Access,
  index: PortfolioIndex,
  places: readonly Uri[],
): Promise<readonly Fact[]> {
  const groups = new Map<Uri, Uri[]>();
  for (const uri of places) {
    const folder = index.portfolioNear(uri)?.root ?? parentUri(uri);
    const group = groups.get(folder);
    if (group) group.push(uri);
    else groups.set(folder, [uri]);
  }
  const facts: Fact[] = [];
  for (const [folder, uris] of groups) {
    const boundary = index.boundaryOf(folder);
    const found = await access.exist(uris, boundary);
    for (const [at, uri] of uris.entries()) {
      const isThere =
        found[at] === true && (await isMisspelt(access, index, uri, boundary)) ? false : found[at];
      facts.push({ kind: kindOf(isThere), uri });
    }
  }
  return facts;
}

/**
 * Whether what stands at a place has another name than the one it is asked for by. Windows and macOS find it all the
 * same; a reader's computer and the one that checks a pull request do not.
 */
async function isMisspelt(access: Access, index: PortfolioIndex, uri: Uri, boundary: Uri): Promise<boolean> {
  const portfolio = index.portfolioNear(uri);
  const alike = portfolio?.alike(uri);
  if (portfolio === undefined || alike === undefined) return false;
  // macOS takes accents apart in the names of files, and git puts them together again for everybody else.
  const composed = relativePath(portfolio.root, alike).normalize('NFC');
  if (composed === relativePath(portfolio.root, uri)) return false;
  return (await access.isSame?.(uri, alike, boundary)) === true;
}

/** What stands at a place, as the index is told it. */
export const kindOf = (found: boolean | 'outside' | undefined): 'present' | 'absent' | 'outside' =>
  found === 'outside' ? found : found === true ? 'present' : 'absent';

/** A manifest, or what one names as its standard: either may be a symbolic link that stays in the repository. */
export async function readNamed(access: Access, index: PortfolioIndex, uri: Uri): Promise<Fact> {
  const boundary = index.boundaryOf(parentUri(uri));
  const [outcome] = await access.readMany([uri], boundary);
  const isManifest = mayBeManifest(fileName(uri));
  if (outcome?.kind !== 'absent' || isManifest) return factOf(uri, outcome);
  const [isFolder] = await access.exist([uri], boundary);
  return isFolder === true
    ? { kind: 'unreadable', uri, reason: 'it is a folder. Write the path to a file in it.' }
    : { kind: 'absent', uri };
}
