/**
 * What could be a link in a text, found without a parse: nearly all texts have links, and nearly all of them lead
 * somewhere. Only where one of these leads to no file is anything parsed, to learn whether it is a link at all.
 */
import { afterBlanks } from '../commonmark/characters';
import type { Destination } from '../commonmark/destinations';
import { destinationAt, inlineBrackets } from '../commonmark/destinations';
import { resolved } from '../commonmark/references';
import { linkOfTag } from './htmlLinks';
import { linksAround } from './linksAround';
import type { Uri } from '../text/span';
import { literalPlace, readingsOf } from './readings';
import { leadsElsewhere, longestPath, parseReference } from './reference';
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
 * something looks like a link and is none (in a code block, say), never fewer. In the order of the text. Undefined
 * where only a parse can tell.
 * @param root the portfolio’s folder
 */
export function possibleLinkTargets(
  { text, bodyStart, uri }: TextWithBody,
  root: Uri,
): readonly PossibleTarget[] | undefined {
  if (!shortcuts.taken) return undefined;
  const finder = new Finder(text, uri, root);
  finder.find(bodyStart);
  finder.findHtml(bodyStart);
  if (finder.doubtful.length === 0) return finder.targets;
  const links = linksAround(text, finder.doubtful);
  for (const { destination, span } of links ?? []) finder.note(destination, span.start);
  return links ? finder.targets : undefined;
}

class Finder {
  readonly targets: PossibleTarget[] = [];
  /** Places of what may be a link, and leads where only a closer look can tell. */
  readonly doubtful: number[] = [];
  readonly #text: string;
  readonly #from: Uri;
  readonly #root: Uri;

  constructor(text: string, from: Uri, root: Uri) {
    this.#text = text;
    this.#from = from;
    this.#root = root;
  }

  find(bodyStart: number): void {
    const text = this.#text;
    for (let at = text.indexOf(']', bodyStart); at >= 0; at = text.indexOf(']', at)) {
      const mark = text[++at];
      if (mark === '(') this.#inline(at + 1);
      else if (mark === ':' && !isFootnote(text, at - 1)) this.#definition(at + 1);
    }
  }

  #inline(after: number): void {
    const text = this.#text;
    const start = afterBlanks(text, after);
    if (leadsElsewhere(text, start)) return;
    if (text[start] === ')') {
      this.note('', start);
      return;
    }
    const found = destinationAt(text, start, inlineBrackets);
    // What is none may be meant as one, and is looked at where it stands.
    if (!found || goesOn(text, found.after)) this.targets.push({ uri: undefined, at: start });
    this.#lead(found, start, after);
  }

  #definition(after: number): void {
    const text = this.#text;
    const start = afterBlanks(text, after);
    if (!leadsElsewhere(text, start)) this.#lead(destinationAt(text, start), start, after);
  }

  #lead(found: Destination | undefined, start: number, after: number): void {
    const text = this.#text;
    // On the next line of a quotation, its mark stands before the destination.
    const isQuoted = text[start] === '>' && /[\r\n]/.test(text.slice(after, start));
    const destination = found && !isQuoted ? resolved(text.slice(found.start, found.end)) : undefined;
    if (isQuoted || (found && destination === undefined)) this.#doubt(start);
    else if (destination !== undefined) this.note(destination, start);
  }

  /** `<a href>`, `<img src>` and `<https://…>`: more where one stands in no HTML, never fewer. */
  findHtml(bodyStart: number): void {
    const text = this.#text;
    for (let at = text.indexOf('<', bodyStart); at >= 0; at = text.indexOf('<', at + 1)) {
      const code = text.charCodeAt(at + 1) | 0x20;
      if (code < 0x61 || code > 0x7a) continue;
      tagWithLink.lastIndex = autolink.lastIndex = at;
      const [tag, name = ''] = tagWithLink.exec(text) ?? [];
      if (tag !== undefined) {
        const link = linkOfTag(text, name, at + tag.length);
        if (link) this.note(link.destination, link.span.start);
      } else if (autolink.test(text)) this.note(text.slice(at + 1, autolink.lastIndex - 1), at);
    }
  }

  #doubt(at: number): void {
    this.targets.push({ uri: undefined, at });
    this.doubtful.push(at);
  }

  note(destination: string, at: number): void {
    if (destination.length > longestPath) return;
    const reference = parseReference(destination);
    if (reference.kind === 'elsewhere' || reference.kind === 'template') return;
    const readings = readingsOf(this.#from, this.#root, reference);
    if (readings.length === 0) this.targets.push({ uri: undefined, at });
    for (const { uri } of readings) this.targets.push({ uri, at });
    const literally = literalPlace(this.#from, destination, reference);
    if (literally !== undefined) this.targets.push({ uri: literally, at });
  }
}

const tagWithLink = /<(a|img)(?=[\s/])/iy;

/** `<file:///…>`, which is Markdown’s own, but is begun like HTML. */
const autolink = /<[A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]*>/y;

/** `[^1]: …` is a note, whose text may be anything: a mark without white space, as GitHub has it. */
function isFootnote(text: string, closer: number): boolean {
  // No further back than a mark is long: brackets that nothing opens would each be looked for from the start.
  const from = Math.max(0, closer - longestMark);
  const opener = from + text.slice(from, closer).lastIndexOf('[');
  return (
    opener >= from &&
    text[opener + 1] === '^' &&
    text[opener - 1] !== '\\' &&
    closer - opener > 2 &&
    !/[\s\\\]]/.test(text.slice(opener, closer))
  );
}

/** The parser takes somewhat longer ones, which does no harm. */
const longestMark = 900;

/** Neither the end of the link nor a title follows: as in `[a](my file.md)`, which is no link. */
function goesOn(text: string, end: number): boolean {
  if (text[end] === ')') return false;
  restOfLink.lastIndex = end;
  return !restOfLink.test(text);
}

const restOfLink = /[ \t]+(?:"[^"\\\r\n]*"[ \t]*|'[^'\\\r\n]*'[ \t]*)?\)/y;
