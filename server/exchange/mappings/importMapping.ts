/** `standard import` of a mapping: a file of another program to the text of a mapping file. */
import { parseMapping } from '../../core/mapping/mappingFile';
import { decodeText } from '../parts/decode';
import type { Exchanged } from '../planExchange';
import { readGrids } from '../formats';
import { ExchangeError } from '../parts/limits';
import { looksOld } from '../parts/otherKinds';
import { looksPacked } from '../parts/zip';
import { parseData } from '../standards/data';
import { someOf } from '../standards/ids';
import type { ImportedFile } from '../standards/importStandard';
import { quoted, scalar } from '../standards/writtenYaml';
import { isCisoMapping, readCisoMapping } from './cisoMapping';
import type { MappingColumnsTold } from './mappingColumnNames';
import type { DraftMapping, DraftPair, ImportedMapping } from './draft';
import { mostPairs, withoutRepeats } from './draft';
import { isOscalMapping, readOscalMapping } from './oscalMapping';
import { readTableMapping } from './tableMapping';

export interface MappingRequest extends ImportedFile {
  /** What the mapping file is to call the two standards, where somebody has said it. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  /** Where both standards are known: whether one of them has an ID. */
  readonly isId?: ((text: string) => boolean) | undefined;
  /** Of a table: columns that somebody has settled. */
  readonly columns?: MappingColumnsTold;
}

export interface MappingImport {
  readonly kind: string;
  readonly text: string;
  readonly mapping: DraftMapping;
  readonly saysRelations: boolean;
  readonly remarks: readonly string[];
}

/** Undefined where the file is no mapping. Never throws for what a file says. */
export function importMapping(request: MappingRequest): Exchanged<MappingImport> | undefined {
  try {
    const read = readAny(request);
    return read && { kind: 'done', result: finished(read, request) };
  } catch (error) {
    if (error instanceof ExchangeError) return { kind: 'failed', message: error.message };
    if (error instanceof RangeError)
      return { kind: 'failed', message: 'It is nested too deeply to be read.' };
    throw error;
  }
}

function readAny({ name, bytes, from, to, isId, columns }: MappingRequest): ImportedMapping | undefined {
  if (looksPacked(bytes) || looksOld(bytes) || /\.(?:csv|tsv|tab|html?)$/i.test(name))
    return readTableMapping(gridsOf(name, bytes), titleOf(name), { from, to, isId, columns });
  const text = decodeText(bytes);
  if (!mayBeMapping.test(text)) return undefined;
  const data = dataIn(text);
  const isCiso = isCisoMapping(data);
  if ((isCiso || isOscalMapping(data)) && (columns?.size ?? 0) > 0)
    throw new ExchangeError('It is no table, so that it has no columns: leave --column out.');
  if (isOscalMapping(data)) return readOscalMapping(data);
  return isCiso ? readCisoMapping(data) : undefined;
}

/** A catalogue of many megabytes is not read twice. */
const mayBeMapping = /mapping-collection|requirement_mapping_set/;

/** Whoever reads it as a standard says what is wrong with it. */
function gridsOf(name: string, bytes: Uint8Array): ReturnType<typeof readGrids> {
  try {
    return readGrids(name, bytes);
  } catch (error) {
    if (error instanceof ExchangeError) return [];
    throw error;
  }
}

function dataIn(text: string): unknown {
  try {
    return parseData(text);
  } catch (error) {
    if (error instanceof ExchangeError) return undefined;
    throw error;
  }
}

function finished(
  { kind, mapping, saysRelations, remarks }: ImportedMapping,
  request: MappingRequest,
): MappingImport {
  const { pairs, repeated } = withoutRepeats(mapping.pairs);
  if (pairs.length === 0) throw new ExchangeError(`This is ${kind} in which no pair can be read.`);
  if (pairs.length > mostPairs) throw new ExchangeError(`It has more than ${mostPairs} pairs.`);
  const [from, to] = [request.from ?? mapping.from, request.to ?? mapping.to];
  const whole = { ...mapping, from, to, pairs };
  const text = written(whole);
  const [problem] = parseMapping('mapping.yaml', text).problems;
  if (problem) throw new ExchangeError(`No mapping file can be made of it: ${problem.message}`);
  // Where both standards are known, nobody needs to be told what they are called.
  const named = request.isId
    ? []
    : [...(request.from === undefined ? ['from'] : []), ...(request.to === undefined ? ['to'] : [])];
  return {
    kind,
    text,
    mapping: whole,
    saysRelations,
    remarks: [
      ...remarks,
      ...(repeated.length > 0
        ? [
            `Pairs that stand there more than once are taken once, as they stand first: ${someOf(repeated.map((pair) => `${pair.from} and ${pair.to}`))}.`,
          ]
        : []),
      ...(named.length > 0
        ? [
            `The standards are called as that file calls them: from “${from}” to “${to}”. Where your portfolio calls them something else, write its names, or say them with ${named.map((way) => `--${way}`).join(' and ')}.`,
          ]
        : []),
    ],
  };
}

function written({ title, publisher, source, acknowledgement, from, to, pairs }: DraftMapping): string {
  const texts = Object.entries({ title, publisher, source, acknowledgement }).flatMap(([key, text]) =>
    text === '' ? [] : [`${key}: ${scalar(text, 2)}`],
  );
  return `${[...texts, `from: ${scalar(from, 2)}`, `to: ${scalar(to, 2)}`, 'pairs:', ...pairs.map(pairLine)].join('\n')}\n`;
}

const pairLine = ({ from, to, relation, note }: DraftPair): string =>
  `  - { from: ${quoted(from)}, to: ${quoted(to)}, relation: ${relation}${note === '' ? '' : `, note: ${quoted(note)}`} }`;

const titleOf = (name: string): string => {
  const stem = (name.split(/[\\/]/).at(-1) ?? name).replace(/\.[^.]*$/, '');
  return stem.replace(/[_-]+/g, ' ').trim() || name;
};
