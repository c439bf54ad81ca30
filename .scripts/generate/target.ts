/** What a generated part of a file is, and the places that such a part can have. */
import { isMap, isNode, parseDocument } from 'yaml';

/** One part of a file that is written by `npm run generate`; what stands around it is written by hand, and stays. */
export interface Target {
  /** Its path from the top of the repository. */
  readonly file: string;
  /** For people: `the table of rules`. */
  readonly what: string;
  /**
   * The file's text with this part as it should be. The formatter goes over it afterwards.
   * @param text the file as it is, what earlier targets have written included
   * @param read any other file, by its path, likewise
   */
  readonly update: (text: string, read: (file: string) => string) => string | Promise<string>;
}

/** The text between `<!-- name -->` and `<!-- /name -->`, each on a line of its own. Throws where they are not. */
export function between(text: string, name: string, content: string): string {
  const marks = new RegExp(`(<!-- ${name} -->\n)[^]*?(\n<!-- /${name} -->)`);
  if (!marks.test(text)) throw new Error(`There is no <!-- ${name} --> … <!-- /${name} -->.`);
  return text.replace(marks, (_, before: string, after: string) => `${before}\n${content}\n${after}`);
}

/** The value at a path of a JSON file; every other byte stays. Throws where nothing stands there. */
export function jsonAt(text: string, path: readonly (string | number)[], value: unknown): string {
  // JSON is YAML, and this parser says where its values stand.
  const node = parseDocument(text).getIn(path, true);
  const [start, end] = (isNode(node) ? node.range : undefined) ?? [];
  if (start === undefined || end === undefined) throw new Error(`There is nothing at ${path.join('.')}.`);
  return text.slice(0, start) + JSON.stringify(value, undefined, 2) + text.slice(end);
}

/** The path of the first map under `path` that has a key: for lists of sections whose order is a matter of taste. */
export function pathOfKey(
  text: string,
  path: readonly string[],
  below: string,
  key: string,
): readonly (string | number)[] {
  const document = parseDocument(text);
  for (let at = 0; ; at++) {
    const section = document.getIn([...path, at]);
    if (section === undefined) throw new Error(`Nothing at ${path.join('.')} has ${key}.`);
    if (isMap(section) && section.hasIn([below, key])) return [...path, at, below, key];
  }
}

/** A table of Markdown; the formatter gives it its widths. */
export const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((row) => `| ${row.map(cell).join(' | ')} |`).join('\n');

const cell = (text: string): string => text.replaceAll('|', '\\|').replace(/\s+/g, ' ').trim();
