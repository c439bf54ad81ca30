/** Definitions, `[label]: destination "title"`, with which a paragraph may begin. */
import { afterBlanks, isBlank, isBlankOrEnd, lineFeed, carriageReturn, normalised } from './characters';
import { afterTitle, destinationAt, endOfLabel } from './destinations';

export interface Definition {
  readonly kind: 'definition';
  readonly start: number;
  readonly end: number;
  /** As it is written. */
  readonly label: string;
  /** As `normalised` makes it. */
  readonly identifier: string;
  /** As it is written, without angle brackets. */
  readonly destination: string;
}

/** @param start where the content stands in the text */
export function readDefinitions(
  content: string,
  start: number,
): { readonly definitions: readonly Definition[]; readonly end: number } {
  const definitions: Definition[] = [];
  let at = 0;
  while (content[at] === '[') {
    const found = definitionAt(content, at);
    if (!found) break;
    const { label, destination, end } = found;
    definitions.push({
      kind: 'definition',
      start: start + at,
      end: start + end,
      label,
      identifier: normalised(label),
      destination,
    });
    at = afterBlanks(content, end);
  }
  return { definitions, end: at };
}

function definitionAt(
  content: string,
  start: number,
): { readonly label: string; readonly destination: string; readonly end: number } | undefined {
  plainDefinition.lastIndex = start;
  const plain = plainDefinition.exec(content);
  if (plain) {
    const [all, label = '', destination = ''] = plain;
    return { label, destination, end: start + all.length };
  }
  const closer = endOfLabel(content, start);
  if (closer < 0 || content[closer + 1] !== ':') return undefined;
  const found = destinationAt(content, afterBlanks(content, closer + 2));
  if (!found) return undefined;
  const end = endOfTitle(content, found.after) ?? endOfLine(content, found.after);
  if (end === undefined) return undefined;
  return {
    label: content.slice(start + 1, closer),
    destination: content.slice(found.start, found.end),
    end,
  };
}

/** All of a line of ordinary characters, with nothing below it but the next definition: so most of them are. */
const plainDefinition =
  /\[(?=[^[\]\s])([^[\]\\\r\n]{1,900})\]:[ \t]{1,99}([^\0-\x20<()\\\x7f][^\0-\x20()\\\x7f]*)(?=$|\r?\n\[)/y;

/** Behind a title with which the line ends; undefined where there is none. */
function endOfTitle(content: string, at: number): number | undefined {
  if (!isBlankOrEnd(content.charCodeAt(at))) return undefined;
  const after = afterTitle(content, afterBlanks(content, at));
  return after < 0 ? undefined : endOfLine(content, after);
}

/** Behind the blanks that are all that is left of a line; undefined where something else is. */
function endOfLine(content: string, start: number): number | undefined {
  let at = start;
  while (isBlank(content.charCodeAt(at))) at++;
  const code = content.charCodeAt(at);
  return at >= content.length || code === lineFeed || code === carriageReturn ? at : undefined;
}
