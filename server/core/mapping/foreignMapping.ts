/** What is named as a mapping and is none: said with what to do, before anything of it is read. */
import { foreignStandard, hasKey } from '../standard/foreignStandard';
import { fileName } from '../text/uri';

/** Undefined for a mapping file, and for what may be meant as one. @param name of the file */
export function foreignMapping(name: string, text: string): string | undefined {
  if (isMapping(text)) return undefined;
  if (hasKey('title', text) && hasKey('children', text))
    return 'This is a standard file, and no mapping. Name it under “standards”, and here the file that says which parts of two standards are alike.';
  const kind = foreignStandard(name, text);
  if (kind === undefined) return undefined;
  if (isImportableMapping(kind, text))
    return `This is ${kind}, and not a mapping file yet. Make one of it with “evidence-portfolio standard import ${fileName(name)} --write”, and name that file in portfolio.yaml.`;
  return `This is ${kind}, and no mapping between two standards. A mapping file has “from”, “to” and “pairs”.`;
}

/** A mapping file of ours has all three, whatever else is in it. */
const isMapping = (text: string): boolean => ['from', 'to', 'pairs'].every((key) => hasKey(key, text));

/** Whether `standard import` makes a mapping file of what `foreignStandard` has named. */
export const isImportableMapping = (kind: string, text: string): boolean =>
  kind === 'an OSCAL mapping' ||
  (kind.startsWith('a library of CISO Assistant') && /^[ \t]{1,20}requirement_mapping_sets?:/m.test(text));
