/** Scalars of YAML by their source: how one reads, and how a text is written as one. */
import { oneLine } from './oneLine';

/** How YAML's core schema would read a plain scalar: `1.10` is a number there. YAML 1.2, §10.3.2. */
export const readsAsNumber = (text: string): boolean =>
  /^(?:[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+|[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?)$/.test(
    text,
  );

/** Without white space around it, as YAML has it: a no-break space is a character like others, and is told. */
export const withoutBlanks = (text: string): string => text.replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, '');

/** What other readers take for a number, or for a word of YAML's own, though the core schema has a text there. */
const readsOtherwise =
  /^(?:<<|=|[-+]?\.inf|\.nan|[-+]?0b[01_]+|[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\.[0-9_]*)?|[-+]?[0-9][0-9_]*(?:\.[0-9_]*)?)$/i;

/** What may not stand in YAML as it is (YAML 1.2, §5.1), and what some readers take for the end of a line. */
const unprintable = /[\p{Cc}\p{Cs}\uFEFF\uFFFE\uFFFF\u2028\u2029]/gu;

/** A text as a YAML scalar on one line: plain where that reads as the same text everywhere, else in double quotes. */
export function yamlScalar(text: string): string {
  const line = oneLine(text);
  const isPlain =
    line !== '' &&
    !/^[-?:,[\]{}#&*!|>'"%@`]|: |:$| #|[[\]{},]/.test(line) &&
    line.search(unprintable) < 0 &&
    !/^(?:true|false|yes|no|on|off|null|~|y|n)$/i.test(line) &&
    !readsAsNumber(line) &&
    !readsOtherwise.test(line);
  return isPlain ? line : inQuotes(line);
}

/** The same of a path, where all white space is part of the name: two spaces, or the narrow one in `9.41 AM.png`. */
export const yamlPath = (path: string): string =>
  /^\s|\s$|\s{2}|[^\S ]/.test(path) ? inQuotes(path) : yamlScalar(path);

/** In double quotes, where every text can stand. */
export const inQuotes = (text: string): string =>
  JSON.stringify(text).replace(
    unprintable,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
