/** What goes into a pack, with the files that are copied: looked at on the disk, or by the client. */
import { contentsOf } from '../../core/pack/contents';
import type { PackContents } from '../../core/pack/model';
import type { Selection } from '../../core/pack/selection';
import { selectionOf } from '../../core/pack/selection';
import type { Look } from '../../core/pack/sources';
import { largestCopy } from '../../core/pack/sources';
import type { Portfolio } from '../../core/portfolio/portfolio';
import type { Uri } from '../../core/text/span';
import { isWithin, normaliseUri } from '../../core/text/uri';
import { joined } from '../../exchange/parts/joined';
import { fromBase64 } from '../base64';
import type { PackParams } from '../protocol';
import { ReadManyRequest, StatRequest } from '../protocol';
import type { ServiceParts } from '../services/service';

export interface Packing {
  readonly contents: PackContents;
  readonly selection: Selection;
  /** The bytes of a file that is copied; undefined where it cannot be read any more. */
  readonly read: (uri: Uri) => Promise<Uint8Array | undefined>;
}

export async function packingOf(
  parts: ServiceParts,
  portfolio: Portfolio,
  params: PackParams,
): Promise<Packing> {
  const { environment, session } = parts;
  const options = { hasDrafts: params.hasDrafts, isPublic: params.isPublic };
  const selection = selectionOf(portfolio, options);
  const boundary = session.index.boundaryOf(portfolio.root);
  if (environment.packHost && portfolio.root.startsWith('file:')) {
    const sources = (await environment.packHost()).sources(boundary, normaliseUri(params.target));
    return {
      selection,
      contents: contentsOf(portfolio, selection, sources.look, options),
      read: (uri) => Promise.resolve(whole(() => sources.read(uri))),
    };
  }
  const known = await looksOfClient(parts, boundary, (look) =>
    contentsOf(portfolio, selection, look, options),
  );
  return { selection, contents: known, read: (uri) => readByClient(parts, uri) };
}

function whole(read: () => Iterable<Uint8Array>): Uint8Array | undefined {
  try {
    return joined([...read()]);
  } catch {
    return undefined;
  }
}

/** What is asked for in one round is looked at before the next. What leads to nothing asks for nothing more. */
const maximumRounds = 4;

async function looksOfClient(
  parts: ServiceParts,
  boundary: Uri,
  make: (look: (uri: Uri) => Look) => PackContents,
): Promise<PackContents> {
  const looks = new Map<Uri, Look>();
  for (let round = 1; ; round++) {
    const asked = new Set<Uri>();
    const contents = make((uri) => {
      const found = looks.get(uri);
      if (!found) asked.add(uri);
      return found ?? { kind: 'left out', why: 'it could not be looked at' };
    });
    if (asked.size === 0 || round === maximumRounds) return contents;
    await Promise.all(
      [...asked].map(async (uri) => looks.set(uri, await lookByClient(parts, boundary, uri))),
    );
  }
}

async function lookByClient({ connection }: ServiceParts, boundary: Uri, uri: Uri): Promise<Look> {
  if (!isWithin(boundary, uri)) return { kind: 'left out', why: 'it is outside of the repository' };
  if (uri.split('/').some((name) => name.toLowerCase() === '.git'))
    return { kind: 'left out', why: 'it belongs to git itself' };
  const found = await connection.sendRequest(StatRequest, { uri });
  if (!found) return { kind: 'left out', why: 'there is no such file' };
  return found.bytes > largestCopy
    ? {
        kind: 'left out',
        why: `it is larger than ${largestCopy / 1_000_000} MB: hand it over in another way`,
      }
    : { kind: 'file', bytes: found.bytes };
}

export async function readByClient({ connection }: ServiceParts, uri: Uri): Promise<Uint8Array | undefined> {
  const answer = await connection.sendRequest(ReadManyRequest, { uris: [uri], maximumBytes: largestCopy });
  const outcome = answer?.outcomes[0];
  if (outcome?.kind === 'text') return new TextEncoder().encode(outcome.text);
  return outcome?.kind === 'bytes' ? fromBase64(outcome.base64) : undefined;
}
