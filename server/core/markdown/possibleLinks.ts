/**
 * What could be a link in a text, found without a parse: nearly all texts have links, and nearly all of them lead
 * somewhere. Only where one of these leads to no file is anything parsed, to learn whether it is a link at all.
 */
import { possibleHtmlLinks } from './htmlLinks';
import type { Uri } from '../text/span';
import { literalPlace, readingsOf } from './readings';
import { longestPath, parseReference } from './reference';
import { shortcuts } from '../text/shortcuts';

/** Where something in a text may lead, and the offset at which that stands. */
export interface PossibleTarget {
  /** Undefined where it must be looked at, whatever there is: what nobody else can open, what may be no link. */
  readonly uri: Uri | undefined;
  readonly at: number;
}

/** A file of which the body may hold links; `bodyStart` is where the front matter has ended. */
interface TextWithBody {
  readonly uri: Uri;
  readonly text: string;
  readonly bodyStart: number;
}

/**
 * All files that the links of the body could lead to, without parsing it: more than the real ones where
 * something looks like a link and is none (in a code block, say), never fewer. Undefined where only a parse
 * can tell.
 * @param root the portfolio’s folder
 */
export function possibleLinkTargets(
  { text, bodyStart, uri }: TextWithBody,
  root: Uri,
): readonly PossibleTarget[] | undefined {
  if (!shortcuts.taken) return undefined;
  const targets: PossibleTarget[] = [];
  for (let at = text.indexOf(']', bodyStart); at >= 0; at = text.indexOf(']', at)) {
    const mark = text[++at];
    if (mark !== '(' && mark !== ':') continue;
    if (mark === ':' && isFootnote(text, at - 1)) continue;
    const start = afterBlanks(text, at + 1);
    at = endOfDestination(text, start, mark);
    if (at < 0 || (at === start && text[at] !== ')')) return undefined;
    if (mark === '(' && at > start && goesOn(text, at)) targets.push({ uri: undefined, at: start });
    noteTargets(targets, uri, root, text.slice(start, at), start);
  }
  for (const { destination, span } of possibleHtmlLinks(text, bodyStart))
    noteTargets(targets, uri, root, destination, span.start);
  return targets;
}

function noteTargets(targets: PossibleTarget[], from: Uri, root: Uri, destination: string, at: number): void {
  if (destination.length > longestPath) return;
  const reference = parseReference(destination);
  if (reference.kind === 'elsewhere' || reference.kind === 'template') return;
  const readings = readingsOf(from, root, reference);
  if (readings.length === 0) targets.push({ uri: undefined, at });
  for (const { uri } of readings) targets.push({ uri, at });
  const literally = literalPlace(from, destination, reference);
  if (literally !== undefined) targets.push({ uri: literally, at });
}

/** `[^1]: …` is a note, whose text may be anything: a mark without white space, as GitHub has it. */
function isFootnote(text: string, closer: number): boolean {
  const opener = text.lastIndexOf('[', closer);
  return (
    text[opener + 1] === '^' &&
    text[opener - 1] !== '\\' &&
    closer - opener > 2 &&
    closer - opener < longestMark &&
    !/[\s\\\]]/.test(text.slice(opener, closer))
  );
}

/** The parser takes somewhat longer ones, which does no harm. */
const longestMark = 900;

// Not all that is white space: a no-break space is part of a destination.
function afterBlanks(text: string, from: number): number {
  let at = from;
  while (text[at] === ' ' || text[at] === '\t') at++;
  return at;
}

/** Neither the end of the link nor a title follows: as in `[a](my file.md)`, which is no link. */
function goesOn(text: string, end: number): boolean {
  if (text[end] === ')') return false;
  restOfLink.lastIndex = end;
  return !restOfLink.test(text);
}

const restOfLink = /[ \t]+(?:"[^"\\\r\n]*"[ \t]*|'[^'\\\r\n]*'[ \t]*)?\)/y;

/** Negative where something stands in it that only the parser can read: escapes, entities, brackets, a NUL. */
function endOfDestination(text: string, start: number, mark: '(' | ':'): number {
  for (let at = start; at < text.length; at++) {
    const code = text.charCodeAt(at);
    // Most are letters, hyphens, full stops and slashes.
    if (code > 0x3e || (code > 0x29 && code < 0x3c)) {
      if (code === 0x5c) return -1;
      continue;
    }
    const character = text.charAt(at);
    if (' \t\r\n'.includes(character) || (character === ')' && mark === '(')) return at;
    if ('&()<>\0'.includes(character)) return -1;
  }
  return text.length;
}
