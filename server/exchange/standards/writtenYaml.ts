/** Texts as YAML, so that they read back as they are: here, by programs that guess at types, and by people. */

import { inQuotes } from '../../words/yamlScalar';

/** An ID, always in quotation marks: without them, 1.10 is a number elsewhere. */
export const quoted = inQuotes;

/**
 * A text behind a name or a dash. One of several lines stands below it, as it is.
 * @param indent how far the lines of such a text stand in, in blanks
 */
export function scalar(text: string, indent: number): string {
  if (isBlock(text)) {
    const before = ' '.repeat(indent);
    return `|-\n${text
      .split('\n')
      .map((line) => (line === '' ? '' : before + line))
      .join('\n')}`;
  }
  return isPlain(text) ? text : quoted(text);
}

/** A list of short texts on one line. */
export const flowList = (texts: readonly string[]): string => `[${texts.map(quoted).join(', ')}]`;

/** Lines that a block keeps as they are: the first one says how far all stand in. */
const isBlock = (text: string): boolean =>
  text.includes('\n') &&
  /^\S/.test(text) &&
  /\S$/.test(text) &&
  !/[ \t]\n/.test(text) &&
  // eslint-disable-next-line no-control-regex -- such characters may not stand in YAML as they are
  !/[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u2028\u2029\uFEFF\t]|[\uD800-\uDFFF](?![\uDC00-\uDFFF])/.test(
    text.replace(/[\uD800-\uDBFF][\uDC00-\uDFFF]/g, ''),
  );

/** Words that nothing takes for something else. */
const isPlain = (text: string): boolean =>
  /^[\p{L}][^\p{C}\p{Zl}\p{Zp}]*$/u.test(text) &&
  !/: |:$| #|\s$|\s{2}/.test(text) &&
  !/^(?:true|false|yes|no|on|off|y|n|null)$/i.test(text) &&
  !/[\u007F-\u00A0]/.test(text);
