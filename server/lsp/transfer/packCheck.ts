/** Whether a pack is as it was written: read from the disk, or given by the client. */
import type { Fingerprint } from '../../core/pack/place';
import { largestCopy } from '../../core/pack/sources';
import type { Uri } from '../../core/text/span';
import { joinPath, normaliseUri, relativePath } from '../../core/text/uri';
import type { PackCheck } from '../../exchange/pack/checkPack';
import { checkAgainst, checkPack, isWhole, manifestIn } from '../../exchange/pack/checkPack';
import { checkSections, packNamed, verdictOn } from '../../exchange/pack/checkWords';
import { manifestPath } from '../../exchange/pack/manifest';
import { plainPackMeans } from '../../exchange/pack/plainMeans';
import { sectionsAsMarkdown } from '../../exchange/sections';
import type { PackCheckParams, PackChecked } from '../protocol';
import { FindRequest, StatRequest } from '../protocol';
import type { ServiceParts } from '../services/service';
import { refused } from './importing';
import { readByClient } from './packContents';

export async function checkPackAt(
  parts: ServiceParts,
  { place, kind }: PackCheckParams,
): Promise<PackChecked> {
  const check = await checked(parts, normaliseUri(place), kind);
  if (check === 'too large')
    return refused(
      `It is larger than ${largestCopy / 1_000_000} MB, which is more than can be checked here. Unpack it, and check the folder.`,
    );
  if (!check)
    return refused(
      kind === 'zip'
        ? 'It is no pack: it is damaged, or has no manifest.json that lists its files.'
        : 'It is no pack: it has no manifest.json that lists its files. Choose the folder that index.html is in.',
    );
  return {
    kind: 'checked',
    isWhole: isWhole(check),
    about: packNamed(check.manifest),
    verdict: verdictOn(check),
    report: sectionsAsMarkdown(checkSections(check)),
  };
}

async function checked(
  parts: ServiceParts,
  place: Uri,
  kind: PackCheckParams['kind'],
): Promise<PackCheck | 'too large' | undefined> {
  const { packHost } = parts.environment;
  if (packHost && place.startsWith('file:')) {
    const { withPlace, means } = await packHost();
    return withPlace(place, (found) => checkPack(found, means));
  }
  return kind === 'zip' ? checkZipOfClient(parts, place) : checkFolderOfClient(parts, place);
}

async function checkZipOfClient(
  parts: ServiceParts,
  file: Uri,
): Promise<PackCheck | 'too large' | undefined> {
  const found = await parts.connection.sendRequest(StatRequest, { uri: file });
  if (found && found.bytes > largestCopy) return 'too large';
  const bytes = await readByClient(parts, file);
  return (
    bytes &&
    checkPack(
      {
        kind: 'file',
        size: bytes.length,
        bytesAt: (at, length) => bytes.subarray(Math.max(0, at), Math.max(0, at + length)),
      },
      plainPackMeans,
    )
  );
}

/** Files that are read at a time. */
const atOnce = 8;

async function checkFolderOfClient(parts: ServiceParts, folder: Uri): Promise<PackCheck | undefined> {
  const read = (path: string): Promise<Uint8Array | undefined> => readByClient(parts, joinPath(folder, path));
  const bytes = await read(manifestPath);
  const manifest = bytes && manifestIn([bytes]);
  if (!manifest) return undefined;
  const { uris } = await parts.connection.sendRequest(FindRequest, { folder });
  const names = new Set(uris.map((uri) => relativePath(folder, normaliseUri(uri))));
  const found = new Map<string, Fingerprint>();
  for (let at = 0; at < manifest.files.length; at += atOnce)
    await Promise.all(
      manifest.files.slice(at, at + atOnce).map(async ({ path }) => {
        // A manifest may say anything: what is outside of the folder is not read.
        const one = isBelow(path) ? await read(path) : undefined;
        if (!one) return;
        found.set(path, plainPackMeans.fingerprint([one]));
        // A search of files may leave some out.
        names.add(path);
      }),
    );
  return checkAgainst(manifest, [...names].sort(), (path) => found.get(path));
}

const isBelow = (path: string): boolean =>
  path.split('/').every((part) => part !== '' && part !== '.' && part !== '..' && !part.includes('\\'));
