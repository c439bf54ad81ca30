/** What an ID of a standard looks like, learnt from its own IDs and never from a fixed pattern. */
import { literally, onFirstUse } from '../text/expressions';
import type { Span } from '../text/span';
import { spanOf } from '../text/span';

export interface IdentifierPattern {
  /** The whole text has the shape of one of the IDs. */
  readonly matches: (text: string) => boolean;
  /** Everything in a text that stands as a token of such a shape, in order. */
  readonly find: (text: string, from?: number, to?: number) => readonly Identifier[];
}

export interface Identifier {
  readonly id: string;
  readonly span: Span;
}

/** Learns the shapes: `AC-2(1)` stands for letters, dash, digits, digits in brackets. */
export function identifierPattern(ids: Iterable<string>): IdentifierPattern {
  const shapes = new Set<string>();
  const seen = new Set<string>();
  for (const id of ids) {
    if (id.length > maximumLength || shapes.size >= maximumShapes) continue;
    // Of thousands of IDs, most differ in their numbers only.
    const alike = id.replace(/[0-9]+/g, '0');
    if (seen.has(alike)) continue;
    seen.add(alike);
    shapes.add(shapeOf(alike));
  }
  if (shapes.size === 0) return { matches: () => false, find: () => [] };
  // Longest first: `AC-2(1)` is not `AC-2` followed by a bracket.
  const alternatives = [...shapes].sort((left, right) => right.length - left.length).join('|');
  const whole = onFirstUse(() => new RegExp(`^(?:${alternatives})$`, 'u'));
  const tokenBetween = (letter: string): RegExp =>
    new RegExp(`(?<!${letter}|${letter}[.\\-])(?:${alternatives})(?!${letter}|[.\\-]${letter})`, 'gu');
  const token = onFirstUse(() => tokenBetween(anyLetter));
  const asciiToken = onFirstUse(() => tokenBetween(asciiLetter));
  return {
    matches: (text) => whole().test(text),
    find: (text, from = 0, to = text.length) => {
      const part = text.slice(from, to);
      return Array.from(part.matchAll(beyondAscii.test(part) ? token() : asciiToken()), (match) => ({
        id: match[0],
        span: spanOf(from + match.index, from + match.index + match[0].length),
      }));
    },
  };
}

// A file from a stranger may hold an ID of a megabyte, or a hundred thousand that all look different: an expression of
// them all would be refused by the engine, or take seconds. Such IDs are known, and not looked for in texts.
const maximumLength = 200;
const maximumShapes = 2000;

// 3.2.4 is not part of v3.2.4, 3.2.4.1 or 13.2.4; a full stop that ends a sentence may follow.
const anyLetter = '[\\p{L}\\p{N}_]';
/** The same where a text has no others: letters of all scripts take the engine long, at every start. */
const asciiLetter = '[A-Za-z0-9_]';
// eslint-disable-next-line no-control-regex -- These are the characters of ASCII.
const beyondAscii = /[^\x00-\x7F]/;

function shapeOf(id: string): string {
  return id.replace(/[0-9]+|[A-Z]+|[a-z]+|[^0-9A-Za-z]/gu, (run) => {
    if (/^[0-9]/.test(run)) return '[0-9]+';
    if (/^[A-Z]/.test(run)) return '[A-Z]+';
    if (/^[a-z]/.test(run)) return '[a-z]+';
    return literally(run);
  });
}
