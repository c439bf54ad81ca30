/** Scalars of YAML by their source: how one reads, and how a text is written as one. */
import { oneLine } from './oneLine';

/** How YAML's core schema would read a plain scalar: `1.10` is a number there. YAML 1.2, §10.3.2. */
export const readsAsNumber = (text: string): boolean =>
  /^(?:[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+|[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?)$/.test(
    text,
  );

/** Without white space around it, as YAML has it: a no-break space is a character like others, and is told. */
export const withoutBlanks = (text: string): string => text.replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, '');

/** A text as a YAML scalar on one line: plain where that reads as the same text everywhere, else in double quotes. */
export function yamlScalar(text: string): string {
  const line = oneLine(text);
  const isPlain =
    line !== '' &&
    !/^[-?:,[\]{}#&*!|>'"%@`]|: |:$| #|[[\]{},]|[\p{Cc}]/u.test(line) &&
    !/^(?:true|false|yes|no|on|off|null|~|y|n)$/i.test(line) &&
    !readsAsNumber(line);
  return isPlain ? line : JSON.stringify(line);
}
