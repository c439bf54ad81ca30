/** A pack, made file by file and sent to the client in pieces. */
import type { Origins } from '../../core/pack/origins';
import type { Portfolio } from '../../core/portfolio/portfolio';
import { sha256 } from '../../core/pack/sha256';
import { relativePath } from '../../core/text/uri';
import type { ManifestFile } from '../../exchange/pack/manifest';
import { manifestOf, manifestPath, manifestText, originOf } from '../../exchange/pack/manifest';
import type { PackFile } from '../../exchange/pack/packFiles';
import { packFiles } from '../../exchange/pack/packFiles';
import { siteOf } from '../../exchange/pack/site';
import { zipMaker } from '../../exchange/pack/zip';
import { joined } from '../../exchange/parts/joined';
import { toBase64 } from '../base64';
import type { PackMade, PackMakeParams, PackPiece } from '../protocol';
import { PackPiecesRequest } from '../protocol';
import type { ServiceParts } from '../services/service';
import { refused } from './importing';
import type { Packing } from './packContents';
import { packingOf } from './packContents';

export async function makePack(
  parts: ServiceParts,
  portfolio: Portfolio,
  params: PackMakeParams,
): Promise<PackMade> {
  const packing = await packingOf(parts, portfolio, params);
  const sender = await senderFor(parts, params, packing);
  const origins = await originsFor(parts, portfolio, params, packing);
  const listed: ManifestFile[] = [];
  for (const file of packFiles(siteOf(packing.contents))) {
    const bytes = await bytesOf(file, packing);
    if (!bytes) return refused(`${file.path} cannot be read any more, so no pack was made. Try again.`);
    listed.push({ path: file.path, size: bytes.length, sha256: sha256(bytes), ...originOf(file, origins) });
    if (!(await sender.send(file.path, bytes))) return { kind: 'stopped' };
  }
  const manifest = manifestText(manifestOf(packing.contents, origins, listed));
  const isDone =
    (await sender.send(manifestPath, new TextEncoder().encode(manifest))) && (await sender.end());
  return isDone ? { kind: 'made', files: listed.length + 1 } : { kind: 'stopped' };
}

async function bytesOf(file: PackFile, { read }: Packing): Promise<Uint8Array | undefined> {
  if (file.kind === 'copy') return read(file.copy.uri);
  const encoder = new TextEncoder();
  return joined(
    Array.from(file.text, (piece) => (typeof piece === 'string' ? encoder.encode(piece) : piece)),
  );
}

async function originsFor(
  { environment }: ServiceParts,
  { root }: Portfolio,
  { asksGit }: PackMakeParams,
  { contents, selection }: Packing,
): Promise<Origins> {
  if (asksGit && environment.packHost && root.startsWith('file:')) {
    const made = [...selection.evidence, ...contents.copies.all()].map(({ uri }) => uri);
    return (await environment.packHost()).origins(root, made);
  }
  return { commit: undefined, sourceOf: (uri) => relativePath(root, uri), commitOf: () => undefined };
}

interface Sender {
  /** False: the client wants no more. */
  readonly send: (path: string, bytes: Uint8Array) => Promise<boolean>;
  readonly end: () => Promise<boolean>;
}

/** Bytes in one message, before they are text. */
const atOnce = 1_500_000;

async function senderFor(
  { connection, environment }: ServiceParts,
  { id, kind }: PackMakeParams,
  { contents, selection }: Packing,
): Promise<Sender> {
  const total = selection.evidence.length * 2 + contents.copies.all().length;
  let pieces: PackPiece[] = [];
  let waiting = 0;
  let done = 0;
  const flush = async (): Promise<boolean> => {
    const now = pieces;
    pieces = [];
    waiting = 0;
    return connection.sendRequest(PackPiecesRequest, { id, pieces: now, done, total });
  };
  const take = async (path: string, bytes: Uint8Array, isLast: boolean): Promise<boolean> => {
    for (let at = 0; ; at += atOnce) {
      const part = bytes.subarray(at, at + atOnce);
      const isEnd = at + atOnce >= bytes.length;
      pieces.push({ path, base64: toBase64(part), isLast: isLast && isEnd });
      waiting += part.length;
      if (waiting >= atOnce && !(await flush())) return false;
      if (isEnd) return true;
    }
  };
  if (kind === 'folder')
    return {
      send: (path, bytes) => {
        done++;
        return take(path, bytes, true);
      },
      end: flush,
    };
  const deflate = environment.packHost && (await environment.packHost()).deflate;
  const made: Uint8Array[] = [];
  const zip = zipMaker((bytes) => void made.push(bytes), deflate);
  return {
    send: (path, bytes) => {
      done++;
      zip.add(path, [bytes]);
      return take('', joined(made.splice(0)), false);
    },
    end: async () => {
      zip.end();
      return (await take('', joined(made.splice(0)), true)) && flush();
    },
  };
}
