/** `pack`: what the assessor gets, as a folder or a ZIP file. */
import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { contentsOf } from '../../core/pack/contents';
import type { Origins } from '../../core/pack/origins';
import { selectionOf } from '../../core/pack/selection';
import type { Uri } from '../../core/text/span';
import type { PackFile } from '../../exchange/pack/packFiles';
import { packFiles } from '../../exchange/pack/packFiles';
import type { Site } from '../../exchange/pack/site';
import { encodedIn } from '../../exchange/pack/encodedIn';
import { siteOf } from '../../exchange/pack/site';
import { zipMaker } from '../../exchange/pack/zip';
import { repositoryOf } from '../../host/disk/nodeFileAccess';
import type { PackSources } from '../../host/disk/packSources';
import { nodeDeflate } from '../../host/disk/nodeDeflate';
import { packSourcesIn } from '../../host/disk/packSources';
import type { Put } from '../../host/disk/wholeFolder';
import { writeWhole } from '../../host/disk/wholeFile';
import { writeWholeFolder } from '../../host/disk/wholeFolder';
import { WriteError } from '../../host/disk/writeError';
import { RunError } from '../command/errors';
import type { ExitStatus, Surroundings } from '../command/surroundings';
import { onePortfolio } from '../folder/onePortfolio';
import { printable } from '../output/terminal';
import type { PackTold } from './commands';
import type { ManifestFile } from '../../exchange/pack/manifest';
import { manifestOf, manifestPath, manifestText, originOf } from '../../exchange/pack/manifest';
import { originsOf } from '../../host/git/origins';
import type { PackTarget } from './target';
import { packTarget } from './target';
import type { Total } from './text';
import { packText } from './text';
import { tidily } from './tidily';

export const packFolder = (told: PackTold, surroundings: Surroundings): Promise<ExitStatus> =>
  tidily(() => packIn(told, surroundings));

async function packIn(told: PackTold, surroundings: Surroundings): Promise<ExitStatus> {
  const { portfolio } = await onePortfolio(told, surroundings);
  const root = fileURLToPath(portfolio.root);
  const target = packTarget(told.output, root, told.force);
  const top = repositoryOf(portfolio.root);
  const sources = packSourcesIn(top === undefined ? root : fileURLToPath(top), target.place);
  const options = { hasDrafts: told.drafts, isPublic: told.public };
  const selection = selectionOf(portfolio, options);
  const contents = contentsOf(portfolio, selection, sources.look, options);
  const site = siteOf(contents);
  const copied = contents.copies.all().map(({ uri }) => uri);
  const made = [...selection.evidence.map(({ uri }) => uri), ...copied];
  const total = told.write
    ? written(site, target, sources, await originsOf(portfolio.root, made))
    : measured(packFiles(site));
  const lines = packText({
    contents,
    selection,
    target,
    output: told.output ?? '',
    isWritten: told.write,
    total,
  });
  surroundings.write(lines.map((line) => `${printable(line)}\n`).join(''));
  return 0;
}

function measured(files: Iterable<PackFile>): Total {
  // The manifest is written last, and is one of them.
  let [count, bytes] = [1, 0];
  for (const file of files) {
    count++;
    if (file.kind === 'text')
      for (const piece of file.text)
        bytes += typeof piece === 'string' ? Buffer.byteLength(piece) : piece.length;
    else bytes += file.copy.bytes;
  }
  return { files: count, bytes };
}

/** ZIP without its extension for large files counts to 4 GB. */
const largestZip = 4_000_000_000;

function written(site: Site, target: PackTarget, sources: PackSources, origins: Origins): Total {
  let total: Total = { files: 0, bytes: 0 };
  const fill = (put: Put): void => {
    total = putAll(put, site, sources, origins, target.kind === 'zip' ? largestZip : Infinity);
  };
  try {
    if (target.kind === 'folder') writeWholeFolder(target.place, fill);
    else
      writeWhole(target.place, (write) => {
        const zip = zipMaker(write, nodeDeflate);
        fill(zip.add);
        zip.end();
      });
  } catch (error) {
    if (error instanceof WriteError) throw new RunError(error.message);
    throw error;
  }
  return total;
}

function putAll(put: Put, site: Site, sources: PackSources, origins: Origins, largest: number): Total {
  const listed: ManifestFile[] = [];
  const space = new Uint8Array(256 * 1024);
  let bytes = 0;
  for (const file of packFiles(site)) {
    const hash = createHash('sha256');
    let size = 0;
    const tell = (chunk: Uint8Array): void => {
      size += chunk.length;
      hash.update(chunk);
    };
    put(file.path, counted(chunksOf(file, sources, space), tell));
    bytes += size;
    if (bytes > largest)
      throw new WriteError('the pack is larger than 4 GB, which a ZIP file cannot be. Give a folder.');
    listed.push({ path: file.path, size, sha256: hash.digest('hex'), ...originOf(file, origins) });
  }
  put(manifestPath, [Buffer.from(manifestText(manifestOf(site.contents, origins, listed)))]);
  return { files: listed.length + 1, bytes };
}

const chunksOf = (file: PackFile, sources: PackSources, space: Uint8Array): Iterable<Uint8Array> =>
  file.kind === 'copy' ? bytesOf(file.copy.uri, sources) : encodedIn(space, file.text);

/** What cannot be read any more is not what cannot be written. @throws WriteError */
function* bytesOf(uri: Uri, sources: PackSources): Generator<Uint8Array> {
  try {
    yield* sources.read(uri);
  } catch {
    throw new WriteError(`${fileURLToPath(uri)} cannot be read any more, so nothing was written. Try again.`);
  }
}

function* counted(chunks: Iterable<Uint8Array>, tell: (chunk: Uint8Array) => void): Generator<Uint8Array> {
  for (const chunk of chunks) {
    tell(chunk);
    yield chunk;
  }
}
