/** What an index asks of wherever the files are: whether places exist, and what a file says that somebody names. */
import type { Delta, Fact, PortfolioIndex } from '../../core/index/portfolioIndex';
import { mayBeManifest } from '../../core/text/manifestName';
import type { Uri } from '../../core/text/span';
import { fileName, parentUri } from '../../core/text/uri';
import type { FileAccess } from '../files/fileAccess';
import { factOf } from '../files/fileAccess';

type Access = Pick<FileAccess, 'exist' | 'readMany'>;

/** Whether an index needs to be told more. */
export const asks = ({ mayShare, unknownPlaces, unknownFiles, unknownTexts }: Delta): boolean =>
  mayShare || unknownPlaces.length + unknownFiles.length + unknownTexts.length > 0;

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
    const found = await access.exist(uris, index.boundaryOf(folder));
    for (const [at, uri] of uris.entries()) facts.push({ kind: kindOf(found[at]), uri });
  }
  return facts;
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
