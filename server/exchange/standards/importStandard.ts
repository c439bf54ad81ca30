/** `standard import`: a file of another kind to the text of a standard file, and what has become of each part. */
import { foreignAdvice, foreignStandard, isImportable } from '../../core/standard/foreignStandard';
import { parseStandard } from '../../core/standard/standardFile';
import type { Standard } from '../../core/standard/standard';
import { parseYaml } from '../../core/yaml/tree';
import { decodeText } from '../parts/decode';
import type { Exchanged } from '../planExchange';
import { readGrids } from '../formats';
import { attempted } from '../parts/attempted';
import { ExchangeError } from '../parts/limits';
import { looksOld } from '../parts/otherKinds';
import { looksPacked } from '../parts/zip';
import type { StandardChanges } from './changes';
import { changesOf } from './changes';
import { isCisoLibrary, readCisoLibrary } from './cisoAssistant';
import { commentsOf } from './comments';
import { member, parseData } from './data';
import type { DraftStandard, Imported } from './draft';
import { nodesOf } from './draft';
import { someOf } from './ids';
import { draftOf, keepingAdditions, nameOf } from './keep';
import { isOscal, readOscal } from './oscal';
import { withProfile } from './oscalProfile';
import { readOutline } from './outline';
import { readSheet } from './sheet';
import type { SheetColumnsTold } from './sheetColumnNames';
import { settledDraft } from './settle';
import { writeStandard } from './writeStandard';

export interface ImportedFile {
  /** Its name, whose ending tells the format where nothing in it does. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface ImportRequest extends ImportedFile {
  /** OSCAL profiles, each of which becomes one of the standard. */
  readonly profiles?: readonly ImportedFile[];
  /** Which columns of a spreadsheet somebody has settled. */
  readonly columns?: SheetColumnsTold;
  /** The text of the standard file that there is, of an earlier import. */
  readonly before?: string | undefined;
}

export interface StandardImport {
  /** What the file was, for people: `an OSCAL catalogue`. */
  readonly kind: string;
  readonly text: string;
  readonly standard: Standard;
  /** Against the file before; undefined where there was none. */
  readonly changes: StandardChanges | undefined;
  /** What could not be taken over, or was worked out, in whole sentences. */
  readonly remarks: readonly string[];
}

/** Larger than any standard that is known, and read within seconds. */
export const mostBytes = 32 * 1024 * 1024;
/** What every reader of a standard file takes. */
const mostCharacters = 5 * 1024 * 1024;

/** What the standard file of an imported one is called, beside it: `nist.json` becomes `nist.yaml`. */
export function standardFileFor(file: string): string {
  const stem = file.replace(/\.[^./\\]*$/, '');
  return /\.ya?ml$/i.test(file) ? `${stem}.standard.yaml` : `${stem}.yaml`;
}

/** Never throws for what a file says. */
export function importStandard(request: ImportRequest): Exchanged<StandardImport> {
  try {
    return attempted(() => imported(request));
  } catch (error) {
    if (error instanceof RangeError)
      return { kind: 'failed', message: 'It is nested too deeply to be read.' };
    throw error;
  }
}

function imported({ name, bytes, profiles = [], columns, before }: ImportRequest): StandardImport {
  const read = profiles.reduce<Imported>(
    (whole, profile) => withProfile(whole, dataOf(profile), titleOf(profile.name)),
    readAny({ name, bytes }, columns),
  );
  const earlier = before === undefined ? undefined : earlierFile(before);
  const fresh = earlier ? titledAs(earlier.draft, read.standard, name) : read.standard;
  const whole = earlier ? keepingAdditions(fresh, earlier.draft) : fresh;
  const { draft, remarks } = settledDraft(whole);
  const { text, homeless } = writeStandard(draft, earlier?.comments);
  if (text.length > mostCharacters)
    throw new ExchangeError('The standard file would be larger than 5 MB, and could not be read.');
  const { standard, problems } = parseStandard('standard.yaml', text);
  const [problem] = problems;
  if (problem) throw new ExchangeError(`No standard file can be made of it: ${problem.message}`);
  return {
    kind: read.kind,
    text,
    standard,
    changes: earlier && changesOf(earlier.draft, draft),
    remarks: [
      ...read.remarks,
      ...remarks,
      ...(earlier ? lostRemarks(earlier.draft, fresh) : []),
      ...(homeless > 0
        ? [`Comments whose place is gone stand at the end of the file: ${homeless} of them.`]
        : []),
    ],
  };
}

/** What is called by the name of its file only may have a better title by now. */
const titledAs = (before: DraftStandard, fresh: DraftStandard, file: string): DraftStandard =>
  fresh.title === titleOf(file) && before.title !== '' ? { ...fresh, title: before.title } : fresh;

/** What a second import does not keep, or keeps although it may be something else now. */
function lostRemarks(before: DraftStandard, fresh: DraftStandard): readonly string[] {
  const present = new Set(Array.from(nodesOf(fresh.children), nameOf));
  const notes = Array.from(nodesOf(before.children)).flatMap((node) =>
    node.note === undefined || present.has(nameOf(node)) ? [] : [`${nameOf(node)} (“${node.note.trim()}”)`],
  );
  const { added, gone, reworded } = changesOf(before, fresh);
  const isOther = added.length + gone.length + reworded.length > 0;
  return [
    ...(notes.length > 0 ? [`Notes on parts that are gone are gone with them: ${someOf(notes)}.`] : []),
    ...(before.edition !== undefined && fresh.edition === undefined && isOther
      ? [
          `The file does not say which edition it is: “edition: ${before.edition}” stays. Write the new one there, if it is another.`,
        ]
      : []),
  ];
}

/** @throws ExchangeError where the file before is no standard: it is not written over */
function earlierFile(text: string): {
  readonly draft: DraftStandard;
  readonly comments: ReturnType<typeof commentsOf>;
} {
  const [problem] = parseStandard('', text).problems;
  if (problem)
    throw new ExchangeError(
      `The file that would be written is there, and cannot be read as a standard: ${problem.message} Correct it, or name another file.`,
    );
  const { root } = parseYaml(text);
  return { draft: draftOf(root), comments: commentsOf(text, root) };
}

function readAny({ name, bytes }: ImportedFile, columns: SheetColumnsTold | undefined): Imported {
  if (bytes.length > mostBytes)
    throw new ExchangeError(`It is larger than ${mostBytes / 1024 / 1024} MB, which no standard is.`);
  if (looksPacked(bytes) || looksOld(bytes)) return readSheet(readGrids(name, bytes), titleOf(name), columns);
  const text = decodeText(bytes);
  if (/\.(?:md|markdown|txt)$/i.test(name)) return readOutline(text, titleOf(name));
  if (/\.(?:csv|tsv|tab|html?)$/i.test(name))
    return readSheet(readGrids(name, bytes), titleOf(name), columns);
  if (/^\s*</.test(text)) {
    if (foreignStandard(name, text) === undefined) {
      if (mayBeTable(text)) return readSheet(readGrids(name, bytes), titleOf(name), columns);
      throw new ExchangeError(
        'It is XML, which is not read. Save what it asks for as a table with the columns ID, title and text (.csv, .xlsx), and import that.',
      );
    }
    throw new ExchangeError('It is OSCAL in XML. Publishers offer the same as JSON or YAML: import that.');
  }
  if ((columns?.size ?? 0) > 0)
    throw new ExchangeError('It is no table, so that it has no columns: leave --column out.');
  const data = parseData(text);
  const kind = foreignStandard(name, text);
  if (kind !== undefined && !isImportable(kind) && !isOscal(data) && !isCisoLibrary(data))
    throw new ExchangeError(`It is ${kind}. ${foreignAdvice(kind, name)}`);
  return readData(data);
}

/** HTML, which spreadsheets on the web are saved as; other XML has no table that is read. */
const mayBeTable = (text: string): boolean => /<table[\s>]/i.test(text) || !/^\s*<\?xml\s/.test(text);

function dataOf({ name, bytes }: ImportedFile): unknown {
  if (bytes.length > mostBytes || looksPacked(bytes)) throw new ExchangeError(`${name} is no OSCAL profile.`);
  return parseData(decodeText(bytes));
}

function readData(data: unknown): Imported {
  if (isOscal(data)) return readOscal(data);
  if (isCisoLibrary(data)) return readCisoLibrary(data);
  if (member(data, 'title') !== undefined && member(data, 'children') !== undefined)
    throw new ExchangeError('It is a standard file already. Name it in portfolio.yaml, behind “standard:”.');
  throw new ExchangeError(
    'It is none of the kinds that can be imported: an OSCAL catalogue, a library of CISO Assistant, a spreadsheet (.xlsx, .csv) or an outline in Markdown.',
  );
}

const titleOf = (name: string): string => {
  const stem = (name.split(/[\\/]/).at(-1) ?? name).replace(/\.[^.]*$/, '');
  return stem.replace(/[_-]+/g, ' ').trim() || name;
};
