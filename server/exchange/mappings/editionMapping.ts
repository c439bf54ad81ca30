/** A mapping that is named as the way to another edition: a mapping file, or a file of its publisher as it is. */
import { parseMapping } from '../../core/mapping/mappingFile';
import { idMeant } from '../../core/mapping/resolved';
import type { NamedMapping } from '../../core/migration/way';
import type { Standard } from '../../core/standard/standard';
import type { Uri } from '../../core/text/span';
import { fileName } from '../../core/text/uri';
import { decodeText } from '../parts/decode';
import { ExchangeError } from '../parts/limits';
import { looksOld } from '../parts/otherKinds';
import { looksPacked } from '../parts/zip';
import type { Exchanged } from '../planExchange';
import { importMapping } from './importMapping';

/** The two editions, of which a table without a word on its columns has the IDs. */
export interface MappedEditions {
  readonly from: Standard;
  readonly to: Standard;
}

/** Never throws for what the file says. */
export function readEditionMapping(
  uri: Uri,
  bytes: Uint8Array,
  { from, to }: MappedEditions,
): Exchanged<NamedMapping> {
  const name = fileName(uri);
  const own = ownMapping(uri, bytes);
  if (own) return own;
  const sides = [from, to].map((standard) => ({ name: undefined, standard, source: { kind: 'ready' } }));
  const isId = (text: string): boolean => sides.some((side) => idMeant(side, text) !== undefined);
  const imported = importMapping({ name, bytes, isId });
  if (!imported)
    return {
      kind: 'failed',
      message:
        'It is no mapping: neither a mapping file, nor an OSCAL mapping, a mapping set of CISO Assistant, or a table with two columns of IDs of the two editions.',
    };
  if (imported.kind === 'failed') return imported;
  const { text, remarks, saysRelations } = imported.result;
  return { kind: 'done', result: { mapping: parseMapping(name, text).mapping, uri, saysRelations, remarks } };
}

/** Undefined for a file of another program. */
function ownMapping(uri: Uri, bytes: Uint8Array): Exchanged<NamedMapping> | undefined {
  if (looksPacked(bytes) || looksOld(bytes) || !/\.(?:ya?ml|json)$/i.test(uri)) return undefined;
  const text = decoded(bytes);
  if (text === undefined || !/["']?pairs["']?[ \t]*:/.test(text)) return undefined;
  const { mapping, problems } = parseMapping(fileName(uri), text);
  const [problem] = problems;
  if (mapping.pairs.length === 0 && problem) return { kind: 'failed', message: problem.message };
  const remarks = problem
    ? [`The mapping file has faults, of which this is the first: ${problem.message}`]
    : [];
  return { kind: 'done', result: { mapping, uri, saysRelations: true, remarks } };
}

function decoded(bytes: Uint8Array): string | undefined {
  try {
    return decodeText(bytes).replace(/^\uFEFF/, '');
  } catch (error) {
    if (error instanceof ExchangeError) return undefined;
    throw error;
  }
}
