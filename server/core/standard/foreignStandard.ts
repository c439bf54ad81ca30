/** Standards in the formats of other programs, and what is taken for one, told by a look at the text. */
import { fileName } from '../text/uri';

/** As much of a text as tells what it is. */
const head = 20_000;

/** The documents of OSCAL by their first key, or their outermost element in XML, for people (pages.nist.gov/OSCAL). */
const oscalKinds: ReadonlyMap<string, string> = new Map([
  ['catalog', 'an OSCAL catalogue'],
  ['profile', 'an OSCAL profile'],
  ['component-definition', 'an OSCAL component definition'],
  ['system-security-plan', 'an OSCAL system security plan'],
  ['assessment-plan', 'an OSCAL assessment plan'],
  ['assessment-results', 'OSCAL assessment results'],
  ['plan-of-action-and-milestones', 'an OSCAL plan of action'],
  ['mapping-collection', 'an OSCAL mapping'],
]);

const inXml = ' in XML';

/**
 * What a text is, for people, where it is not a standard file but something that people take for one; undefined for
 * anything else. `foreignAdvice` says what to do.
 * @param name of the file, with or without its folder
 */
export function foreignStandard(name: string, text: string): string | undefined {
  if (/\.(?:md|markdown)$/i.test(name)) return 'Markdown';
  const start = text.slice(0, head);
  const oscal = oscalIn(start);
  if (oscal !== undefined) return oscal;
  if (/^urn: ?["']?urn:/m.test(start) && /^objects:[ \t]*(?:#.*)?$/m.test(text))
    return hasFramework(text) ? cisoLibrary : cisoWithout;
  // A standard file of ours has these two, whatever else is in it.
  if (hasKey('title', start) && hasKey('children', text)) return undefined;
  return others.find(({ signs }) => signs(start))?.kind;
}

const cisoLibrary = 'a library of CISO Assistant';
const cisoWithout = 'a library of CISO Assistant without a framework';
const hasFramework = (text: string): boolean => /^[ \t]{1,20}frameworks?:[ \t]*(?:#.*)?$/m.test(text);

/** A key of the outermost map in YAML; of any in JSON, which may have it all in one line. */
export const hasKey = (key: string, text: string): boolean =>
  isJson(text)
    ? text.includes(`"${key}"`)
    : [key, `"${key}"`, `'${key}'`].some(
        (written) => text.startsWith(`${written}:`) || text.includes(`\n${written}:`),
      );
const has =
  (...keys: readonly string[]) =>
  (start: string): boolean =>
    keys.every((key) => hasKey(key, start));

interface Foreign {
  readonly kind: string;
  readonly signs: (start: string) => boolean;
  /** Whether it says what is asked for, so that a table can be made of it; others choose from that, or test it. */
  readonly hasRequirements: boolean;
}

const isJson = (start: string): boolean => /^\uFEFF?\s*[{[]/.test(start);

/** What a mapping file of ours is called. */
export const ourMapping = 'a mapping between two standards';

/** Formats that people keep standards, or something about them, in, by the keys that their specifications ask for. */
const others: readonly Foreign[] = [
  { kind: ourMapping, hasRequirements: false, signs: has('from', 'to', 'pairs') },
  {
    kind: 'an OpenControl component',
    hasRequirements: false,
    signs: (start) => /^satisfies:[ \t]*$/m.test(start) && /^[ \t]*(?:- )?control_key:/m.test(start),
  },
  {
    kind: 'a project file of OpenControl',
    hasRequirements: false,
    signs: (start) => has('schema_version', 'name')(start) && /^(?:components|certifications|standards|dependencies):/m.test(start),
  },
  { kind: 'an OpenControl certification', hasRequirements: false, signs: (start) => has('name', 'standards')(start) && !isJson(start) },
  { kind: 'an OpenControl standard', hasRequirements: true, signs: (start) => hasKey('name', start) && /^[^\s#:][^:\r\n]{0,40}:[ \t]*\r?\n[ \t]+(?:family|name|description):/m.test(start) && /^[ \t]+family:/m.test(start) },
  { kind: 'a control file of ComplianceAsCode', hasRequirements: true, signs: has('policy', 'controls') },
  { kind: 'a resource of Kubernetes', hasRequirements: false, signs: has('apiVersion', 'kind') },
  { kind: 'a policy of Checkov', hasRequirements: false, signs: has('metadata', 'definition') },
  { kind: 'JSON-LD', hasRequirements: true, signs: (start) => isJson(start) && /"@(?:context|graph)"[ \t]*:/.test(start.slice(0, 2000)) },
  { kind: 'a framework of 1EdTech CASE', hasRequirements: true, signs: (start) => isJson(start) && hasKey('CFDocument', start) },
  { kind: 'a STIX bundle', hasRequirements: true, signs: (start) => isJson(start) && /"type"[ \t]*:[ \t]*"bundle"/.test(start.slice(0, 2000)) },
  { kind: 'JSON Schema', hasRequirements: false, signs: (start) => isJson(start) && hasKey('$schema', start) && /"(?:properties|\$defs|definitions)"[ \t]*:/.test(start) },
  { kind: 'a file of controls in JSON', hasRequirements: true, signs: (start) => isJson(start) && /"(?:controls|requirements|criteria|principles|clauses|safeguards)"[ \t]*:[ \t]*\[/.test(start) },
  { kind: 'a list, without the title of a standard', hasRequirements: true, signs: (start) => /^\uFEFF?\s*\[\s*\{/.test(start) },
]; // prettier-ignore

function oscalIn(start: string): string | undefined {
  const [, json] = /^\uFEFF?\s*\{\s*"([a-z-]{3,40})"\s*:\s*\{/.exec(start) ?? [];
  if (json !== undefined) return oscalKinds.get(json);
  if (/^\uFEFF?\s*</.test(start)) {
    const [, root = ''] = /<(?:\w{1,50}:)?([a-z-]{3,40})\s[^>]{0,1000}ns\/oscal/.exec(start) ?? [];
    const kind = oscalKinds.get(root);
    return kind && kind + inXml;
  }
  return oscalKinds.get(blockIn(start) ?? '');
}

/** The first key of YAML, with what all documents of OSCAL have below it. */
function blockIn(start: string): string | undefined {
  const first = start
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\r|\n/)
    .find((line) => line.trim() !== '' && line.trim() !== '---' && !line.startsWith('#'));
  const [, key] = /^([a-z-]{3,40}):[ \t]*$/.exec(first ?? '') ?? [];
  return key !== undefined && /^[ \t]{1,20}metadata:/m.test(start) ? key : undefined;
}

/** Whether `standard import` makes a standard file of what `foreignStandard` has named. */
export const isImportable = (kind: string): boolean =>
  ['Markdown', 'an OSCAL catalogue', cisoLibrary].includes(kind);

/** What to do with what `foreignStandard` has named. @param name of the file */
export function foreignAdvice(kind: string, name: string): string {
  if (kind.endsWith(inXml)) return xmlAdvice;
  if (isImportable(kind)) return importAdvice(name);
  const example = (words: string): string => `“evidence-portfolio standard import ${words} --write”`;
  if (kind === 'an OSCAL profile')
    return `A profile chooses from a catalogue, and has no words of its own. Import the catalogue with it, ${example(`catalog.json --profile ${fileName(name)}`)}, or the resolved profile, which publishers offer as a catalogue.`;
  if (kind === ourMapping)
    return 'Name it under “mappings”, and here the standard itself: the id of a built-in one, or the path to its file.';
  if (kind === 'an OSCAL mapping')
    return `A mapping says which controls of two catalogues match, and holds neither. Import the catalogues, each with ${example('catalog.json')}, and make a mapping file of this one with ${example(fileName(name))}.`;
  if (kind === cisoWithout)
    return `It may hold a mapping, a matrix of risks or threats. Import the library that has the framework, with ${example('library.yaml')}. Of a mapping, the same command makes a mapping file.`;
  if (others.some((other) => other.kind === kind && other.hasRequirements))
    return `This format is not read. Save what it asks for as a table with the columns ID, title and text, and import that, with ${example('table.csv')}.`;
  return `It says how controls are met, or how that is assessed, and not what they ask for. Import the standard that they come from, such as with ${example('catalog.json')}, and name that file in portfolio.yaml.`;
}

/** OSCAL as XML, of which the same is there in formats that are read. */
export const xmlAdvice =
  'XML is not read. Publishers offer the same as JSON or YAML: import that, with “evidence-portfolio standard import catalog.json --write”.';

/** What to do with a file that can be imported and is named as a standard, or as a mapping. */
export const importAdvice = (
  name: string,
  first: 'M' | 'm' = 'M',
  what: 'standard' | 'mapping' = 'standard',
): string =>
  `${first}ake a ${what} file of it with “evidence-portfolio standard import ${fileName(name)} --write”, and name that file in portfolio.yaml.`;
