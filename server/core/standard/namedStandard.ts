/** What a manifest names as its standard, judged by the name alone: nothing is looked for that may not be read. */
import { isManifestName, manifestName } from '../text/manifestName';
import type { Uri } from '../text/span';
import { importAdvice, xmlAdvice } from './foreignStandard';
import type { Standard } from './standard';
import { longestPath } from '../markdown/reference';
import { fileName, joinPath } from '../text/uri';

export type NamedStandard =
  | { readonly kind: 'builtIn'; readonly standard: Standard | undefined }
  | { readonly kind: 'file'; readonly uri: Uri }
  /** It can be no standard; `message` says why, and what to do. */
  | { readonly kind: 'refused'; readonly message: string };

export interface Surroundings {
  /** By id; the first one is that of a manifest that names none. */
  readonly builtIn: ReadonlyMap<string, Standard>;
  readonly root: Uri;
  /** Whether a file may be read: outside the repository, or outside what was opened, none is. */
  readonly isReadable: (uri: Uri) => boolean;
}

/** The words for what is named: a standard, or a mapping between two of them. */
type Named = 'standard' | 'mapping';
const examples: Readonly<Record<Named, string>> = {
  standard: 'standards/iso-9001.yaml',
  mapping: 'standards/cse-to-iso.yaml',
};

const advice = (what: Named): string =>
  `Save the ${what} as a YAML file in the repository, and write the path to it here, such as ${examples[what]}.`;

/** @param name as the manifest has it; undefined where it names none */
export function namedStandard(
  name: string | undefined,
  { builtIn, ...surroundings }: Surroundings,
): NamedStandard {
  if (!name) return { kind: 'builtIn', standard: [...builtIn.values()][0] };
  const standard = builtIn.get(name);
  return standard ? { kind: 'builtIn', standard } : namedFile(name, 'standard', surroundings);
}

/** The same of what can only be a file. */
export function namedFile(
  name: string,
  what: Named,
  { root, isReadable }: Omit<Surroundings, 'builtIn'>,
): Exclude<NamedStandard, { readonly kind: 'builtIn' }> {
  const address = addressFault(name);
  if (address !== undefined) return { kind: 'refused', message: `${address} ${advice(what)}` };
  const format = formatFault(name, what);
  if (format !== undefined) {
    const help = importable.test(name)
      ? importAdvice(name, 'M', what)
      : /\.xml$/i.test(name)
        ? `If it is OSCAL: ${xmlAdvice}`
        : advice(what);
    return { kind: 'refused', message: `${format} ${help}` };
  }
  // As Windows writes paths.
  const uri = joinPath(root, name.replaceAll('\\', '/'));
  // What names its own standard may change with each reading: a manifest is never one, whoever's it is.
  if (isManifestName(fileName(uri))) return { kind: 'refused', message: manifestFault(name, what) };
  if (!isReadable(uri)) return { kind: 'refused', message: outsideFault(name, what) };
  return { kind: 'file', uri };
}

const manifestFault = (name: string, what: Named): string =>
  what === 'standard'
    ? `“${name}” is a portfolio’s ${manifestName}, which says what its standard is and is none itself. Write the id of a built-in standard here, or the path to a standard’s file, such as ${examples.standard}.`
    : `“${name}” is a portfolio’s ${manifestName}, which says what its mappings are and is none itself. Write the path to a mapping’s file here, such as ${examples.mapping}.`;

const outsideFault = (name: string, what: Named): string =>
  `“${name}” leads outside the repository, or outside the folder that is open where there is no repository, and nothing there is read. Copy the file into it, and write the path to the copy here, such as ${examples[what]}.`;

function addressFault(name: string): string | undefined {
  if (name.length > longestPath) return 'This is too long for the path of a file.';
  if (/^(?:file:|[A-Za-z]:|\\\\|\/\/|~)/.test(name))
    return `“${shown(name)}” is a place on one computer, where others do not have it.`;
  if (/^(?:[A-Za-z][A-Za-z0-9+.-]*:|www\.)/i.test(name))
    return `“${shown(name)}” is an address, and nothing is fetched from the network.`;
  return undefined;
}

/** What people have a standard in before they have it as data; by the name, because these files need not be opened. */
const formats: readonly (readonly [endings: RegExp, words: string])[] = [
  [/\.pdf$/i, 'a PDF'],
  [/\.(?:docx?|odt|rtf)$/i, 'a document'],
  [/\.(?:xlsx?|xlsm|ods|csv|tsv)$/i, 'a spreadsheet'],
  [/\.html?$/i, 'a web page'],
  [/\.xml$/i, 'XML'],
  [/\.(?:pptx?|odp|zip|png|jpe?g|gif)$/i, 'not a text'],
];

/** Those of them of which `standard import` makes a standard file. */
const importable = /\.(?:xlsx|xlsm|ods|csv|tsv)$/i;

function formatFault(name: string, what: Named): string | undefined {
  const format = formats.find(([endings]) => endings.test(name));
  return format && `“${shown(name)}” is ${format[1]}, and a ${what} is read from a YAML file.`;
}

const shown = (name: string): string => (name.length > 80 ? `${name.slice(0, 79)}…` : name);
