/**
 * What stands in a paragraph or a heading: links, references to definitions, HTML, and the text that is left. It reads
 * as micromark does, without making a tree.
 */
import {
  afterBlanks,
  ampersand,
  asterisk,
  backslash,
  backtick,
  carriageReturn,
  caret,
  closingBracket,
  exclamationMark,
  isAsciiPunctuation,
  isBlank,
  isBlankOrEnd,
  lessThan,
  lineFeed,
  normalised,
  openingBracket,
  openingParenthesis,
  underscore,
} from './characters';
import { afterTitle, destinationAt, endOfLabel, inlineBrackets } from './destinations';
import type { Run } from './emphasis';
import { pairRuns, runAt } from './emphasis';
import { autolinkAt, htmlEndAt } from './inlineHtml';
import type { Defined, Inline, InlineLink, InlineReference, Opener, Piece, Stretch } from './inlineParts';
import { referenceAt, resolved } from './references';

/** Undefined where only the whole parser knows. */
export function readInline(content: string, defined: Defined): Inline | undefined {
  const reader = new InlineReader(content, defined);
  reader.read();
  return reader.isUnsure ? undefined : reader;
}

/** What `take` looks at, by code. */
const special = new Uint8Array(backtick + 1);
for (const code of [
  backslash,
  backtick,
  lessThan,
  ampersand,
  exclamationMark,
  openingBracket,
  closingBracket,
])
  special[code] = 1;
for (const code of [asterisk, underscore, lineFeed, carriageReturn]) special[code] = 1;

class InlineReader implements Inline {
  readonly links: InlineLink[] = [];
  readonly html: Stretch[] = [];
  readonly references: InlineReference[] = [];
  isUnsure = false;
  readonly #text: string;
  readonly #defined: Defined;
  readonly #openers: Opener[] = [];
  readonly #runs: Run[] = [];
  readonly #pieces: Piece[] = [];
  readonly #images: Stretch[] = [];
  /** Lengths of runs of backticks that nothing closes from here on. */
  readonly #unclosed = new Set<number>();

  constructor(text: string, defined: Defined) {
    this.#text = text;
    this.#defined = defined;
  }

  read(): void {
    const text = this.#text;
    for (let at = 0; at < text.length && !this.isUnsure;) {
      const code = text.charCodeAt(at);
      at = code > backtick || special[code] === 0 ? at + 1 : this.#take(code, at);
    }
    this.#pair(this.#runs.splice(0));
    this.#trimEnd();
    this.#pieces.sort((left, right) => left.start - right.start || left.end - right.end);
  }

  /** The place behind what a character begins. */
  #take(code: number, at: number): number {
    switch (code) {
      case backslash:
        return this.#escape(at);
      case backtick:
        return this.#code(at);
      case lessThan:
        return this.#angle(at);
      case ampersand:
        return this.#reference(at);
      case exclamationMark:
        return this.#text.charCodeAt(at + 1) === openingBracket ? this.#open(at, true) : at + 1;
      case openingBracket:
        return this.#footnote(at) ?? this.#open(at, false);
      case closingBracket:
        return this.#close(at);
      case asterisk:
      case underscore:
        this.#runs.push(runAt(this.#text, at));
        return this.#runs.at(-1)?.end ?? at + 1;
      case lineFeed:
      case carriageReturn:
        return this.#lineEnd(at);
      default:
        return at + 1;
    }
  }

  #piece(start: number, end: number, value = '', parts = true): number {
    this.#pieces.push({ start, end, value, parts });
    return end;
  }

  #escape(at: number): number {
    const next = this.#text.charCodeAt(at + 1);
    if (next === lineFeed || next === carriageReturn) return this.#piece(at, this.#nextLine(at + 1));
    if (!isAsciiPunctuation(next)) return at + 1;
    return this.#piece(at, at + 2, this.#text.charAt(at + 1), false);
  }

  /** Behind the end of a line and the blanks with which the next one begins. */
  #nextLine(at: number): number {
    const text = this.#text;
    let place = at + (text.charCodeAt(at) === carriageReturn ? 2 : 1);
    while (isBlank(text.charCodeAt(place))) place++;
    return place;
  }

  #lineEnd(at: number): number {
    const text = this.#text;
    const start = this.#blanksBefore(at);
    const blanks = text.slice(start, at);
    const isHard = blanks.length > 1 && !blanks.includes('\t');
    const end = text.charCodeAt(at) === carriageReturn ? '\r\n' : '\n';
    return this.#piece(start, this.#nextLine(at), isHard ? '' : end, isHard);
  }

  /** Where the blanks before a place begin, as far as they are text. */
  #blanksBefore(at: number): number {
    const least = this.#pieces.at(-1)?.end ?? 0;
    let start = at;
    while (start > least && isBlank(this.#text.charCodeAt(start - 1))) start--;
    return start;
  }

  #trimEnd(): void {
    const { length } = this.#text;
    const start = this.#blanksBefore(length);
    if (start < length) this.#piece(start, length);
  }

  #code(at: number): number {
    const text = this.#text;
    let start = at;
    while (text.charCodeAt(start) === backtick) start++;
    const size = start - at;
    if (this.#unclosed.has(size)) return start;
    for (let end = text.indexOf('`', start); end >= 0; end = text.indexOf('`', end)) {
      const closer = end;
      while (text.charCodeAt(end) === backtick) end++;
      if (end - closer !== size) continue;
      return this.#piece(at, end, codeValue(text.slice(start, closer)));
    }
    this.#unclosed.add(size);
    return start;
  }

  #angle(at: number): number {
    const link = autolinkAt(this.#text, at);
    if (link) {
      this.links.push({ start: at, end: link.end, destination: link.destination });
      return this.#piece(at, link.end, this.#text.slice(at + 1, link.end - 1));
    }
    const end = htmlEndAt(this.#text, at);
    if (end < 0) return at + 1;
    this.html.push({ start: at, end });
    return this.#piece(at, end, this.#text.slice(at, end));
  }

  #reference(at: number): number {
    const found = referenceAt(this.#text, at);
    if (found === 'none') return at + 1;
    if (found === 'unknown') {
      this.isUnsure = true;
      return at + 1;
    }
    return this.#piece(at, found.end, found.value, false);
  }

  #open(at: number, isImage: boolean): number {
    const end = at + (isImage ? 2 : 1);
    this.#openers.push({ start: at, end, isImage, isInactive: false, isDone: false });
    return end;
  }

  /** `[^1]`, where there is such a footnote. */
  #footnote(at: number): number | undefined {
    const text = this.#text;
    if (text.charCodeAt(at + 1) !== caret) return undefined;
    for (let end = at + 2; end < text.length; end++) {
      const code = text.charCodeAt(end);
      if (isBlankOrEnd(code) || code === openingBracket) return undefined;
      if (code === backslash && /[[\]\\]/.test(text.charAt(end + 1))) end++;
      else if (code === closingBracket) {
        if (!this.#isFootnote(text.slice(at + 2, end))) return undefined;
        return this.#piece(at, end + 1);
      }
    }
    return undefined;
  }

  #isFootnote(label: string): boolean {
    return label !== '' && this.#defined.footnotes.has(normalised(label));
  }

  #close(at: number): number {
    while (this.#openers.at(-1)?.isDone) this.#openers.pop();
    const opener = this.#openers.at(-1);
    if (!opener) return at + 1;
    const end = opener.isInactive ? undefined : this.#endOfLink(opener, at);
    if (end !== undefined) return this.#link(opener, at, end);
    opener.isDone = true;
    return this.#footnoteBehindMark(opener, at) ?? at + 1;
  }

  /** `![^1]` is an exclamation mark and a footnote. */
  #footnoteBehindMark({ start, end, isImage }: Opener, at: number): number | undefined {
    if (!isImage || this.#text.charCodeAt(end) !== caret) return undefined;
    const label = this.#text.slice(end + 1, at);
    if (label.includes('[') || !this.#isFootnote(label)) return undefined;
    return this.#piece(start + 1, at + 1);
  }

  /** Behind the link whose text ends at a bracket; what it leads to is noted. Undefined where there is none. */
  #endOfLink(opener: Opener, at: number): number | undefined {
    const text = this.#text;
    const next = text.charCodeAt(at + 1);
    if (next === openingParenthesis) {
      const end = this.#resource(opener, at + 1);
      if (end !== undefined) return end;
    }
    if (next === openingBracket) {
      const closer = endOfLabel(text, at + 1);
      const label = closer < 0 ? '' : normalised(text.slice(at + 2, closer));
      if (closer >= 0 && this.#defined.labels.has(label)) return this.#refer(opener, label, closer + 1);
    }
    const label = normalised(text.slice(opener.end, at));
    if (!this.#defined.labels.has(label)) return undefined;
    if (next !== openingBracket) return this.#refer(opener, label, at + 1);
    return text.charCodeAt(at + 2) === closingBracket ? this.#refer(opener, label, at + 3) : undefined;
  }

  #refer({ start }: Opener, label: string, end: number): number {
    this.references.push({ start, label });
    return end;
  }

  /** The destination and the title of a link, in round brackets. */
  #resource(opener: Opener, at: number): number | undefined {
    const text = this.#text;
    const start = afterBlanks(text, at + 1);
    if (text[start] === ')') return this.#lead(opener, start + 1, '');
    const found = destinationAt(text, start, inlineBrackets);
    if (!found) return undefined;
    let end = afterBlanks(text, found.after);
    if (end > found.after && /["'(]/.test(text.charAt(end))) {
      end = afterTitle(text, end);
      if (end < 0) return undefined;
      end = afterBlanks(text, end);
    }
    if (text[end] !== ')') return undefined;
    return this.#lead(opener, end + 1, text.slice(found.start, found.end));
  }

  #lead({ start }: Opener, end: number, written: string): number {
    const destination = resolved(written);
    if (destination === undefined) this.isUnsure = true;
    else this.links.push({ start, end, destination });
    return end;
  }

  #link(opener: Opener, closer: number, end: number): number {
    this.#openers.pop();
    if (opener.isImage) this.#image(opener.start, end);
    else for (const other of this.#openers) if (!other.isImage) other.isInactive = true;
    this.#pair(this.#runs.splice(this.#firstRunFrom(opener.end)));
    this.#piece(opener.start, opener.end);
    return this.#piece(closer, end);
  }

  /** An image is shown instead of what stands in its brackets, which has been noted last. */
  #image(start: number, end: number): void {
    this.#images.push({ start, end });
    dropInside(this.links, start);
    dropInside(this.html, start);
    dropInside(this.references, start);
  }

  #firstRunFrom(start: number): number {
    let first = this.#runs.length;
    while (first > 0 && (this.#runs[first - 1]?.start ?? 0) >= start) first--;
    return first;
  }

  #pair(runs: Run[]): void {
    if (runs.length > 1) pairRuns(runs, (start, end) => void this.#piece(start, end));
  }

  readonly texts = (): readonly Stretch[] => {
    const texts: Stretch[] = [];
    const images = this.#images.sort((left, right) => left.start - right.start);
    let next = 0;
    const note = (start: number, end: number): void => {
      while ((images[next]?.end ?? Infinity) <= start) next++;
      const isShown = (images[next]?.start ?? Infinity) > start;
      if (end > start && isShown) texts.push({ start, end });
    };
    let from = 0;
    for (const { start, end, parts } of this.#pieces) {
      if (!parts || start < from) continue;
      note(from, start);
      from = end;
    }
    note(from, this.#text.length);
    return texts;
  };

  readonly plain = (): string => {
    let plain = '';
    let from = 0;
    for (const { start, end, value } of this.#pieces) {
      if (start < from) continue;
      plain += this.#text.slice(from, start) + value;
      from = end;
    }
    return plain + this.#text.slice(from);
  };
}

/** Takes from the end of a list what begins behind a place; what begins there, and was noted last of all, stays. */
function dropInside(noted: { readonly start: number }[], start: number): void {
  const own = noted.at(-1)?.start === start ? noted.pop() : undefined;
  while ((noted.at(-1)?.start ?? -1) > start) noted.pop();
  if (own) noted.push(own);
}

/** Without the one space on each side that keeps backticks apart from backticks. */
function codeValue(code: string): string {
  const line = code.replace(/\r\n|\n/g, ' ');
  return line.length > 1 && line.startsWith(' ') && line.endsWith(' ') && line.trim() !== ''
    ? line.slice(1, -1)
    : line;
}
