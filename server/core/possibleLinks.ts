/**
 * What could be a link in a text, found without a parse: nearly all texts have links, and nearly all of them lead
 * somewhere. Only where one of these leads to no file is anything parsed, to learn whether it is a link at all.
 */
import type { EvidenceFile } from './evidence';
import type { Uri } from './model';
import { shortcuts } from './shortcuts';
import { joinPath, longestPath, parentUri, parseReference } from './uri';

/** A place that something in a text may lead to, and the offset at which that stands. */
export interface PossibleTarget {
  readonly uri: Uri;
  readonly at: number;
}

/**
 * All files that the links of the body could lead to, without parsing it: more than the real ones where
 * something looks like a link and is none (in a code block, say), never fewer. Undefined where only a parse
 * can tell.
 */
export function possibleLinkTargets(evidence: EvidenceFile): readonly PossibleTarget[] | undefined {
  if (!shortcuts.taken) return undefined;
  const { text, bodyStart, uri } = evidence;
  const targets: PossibleTarget[] = [];
  const folder = parentUri(uri);
  for (let at = text.indexOf(']', bodyStart); at >= 0; at = text.indexOf(']', at)) {
    const mark = text[++at];
    if (mark !== '(' && mark !== ':') continue;
    const start = afterBlanks(text, at + 1);
    at = endOfDestination(text, start, mark);
    if (at < 0 || at === start) return undefined;
    if (at - start > longestPath) continue;
    const reference = parseReference(text.slice(start, at));
    if (reference.kind === 'path' && reference.path !== '')
      targets.push({ uri: joinPath(folder, reference.path), at: start });
  }
  return targets;
}

// Not all that is white space: a no-break space is part of a destination.
function afterBlanks(text: string, from: number): number {
  let at = from;
  while (text[at] === ' ' || text[at] === '\t') at++;
  return at;
}

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
