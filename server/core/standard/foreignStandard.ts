/** Standards in the formats of other programs, told by a look at the text: they have to be imported first. */
import { fileName } from '../text/uri';

/** As much of a text as tells what it is. */
const head = 20_000;

/**
 * What a text is, for people, where `standard import` makes a standard file of it; undefined for anything else.
 * @param name of the file, with or without its folder
 */
export function foreignStandard(name: string, text: string): string | undefined {
  if (/\.(?:md|markdown)$/i.test(name)) return 'Markdown';
  const start = text.slice(0, head);
  if (/^\uFEFF?\s*\{\s*"catalog"\s*:\s*\{/.test(start) || isBlockOf('catalog', start))
    return 'an OSCAL catalogue';
  if (/^\uFEFF?\s*\{\s*"profile"\s*:\s*\{/.test(start) || isBlockOf('profile', start))
    return 'an OSCAL profile';
  if (/^\uFEFF?\s*</.test(start) && /<(?:\w{1,50}:)?catalog\s[^>]{0,1000}ns\/oscal/.test(start))
    return 'an OSCAL catalogue in XML';
  if (/^urn: ?["']?urn:/m.test(start) && /^objects:[ \t]*(?:#.*)?$/m.test(text))
    return 'a library of CISO Assistant';
  return undefined;
}

/** YAML whose first key it is, with what all documents of OSCAL have below it. */
function isBlockOf(key: string, start: string): boolean {
  const first = start
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\r|\n/)
    .find((line) => line.trim() !== '' && line.trim() !== '---' && !line.startsWith('#'));
  return first?.trimEnd() === `${key}:` && /^[ \t]{1,20}metadata:/m.test(start);
}

/** What to do with such a file that is named as a standard. */
export const importAdvice = (name: string, first: 'M' | 'm' = 'M'): string =>
  `${first}ake a standard file of it with “evidence-portfolio standard import ${fileName(name)} --write”, and name that file in portfolio.yaml.`;
