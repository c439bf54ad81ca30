/** Where evidence is kept, as a cell says it: addresses, paths, pages; and words that lead nowhere by themselves. */
import { withPageInWords } from '../markdown/partOfFile';

export interface Places {
  /** Addresses of the web as they are; paths from the portfolio's folder, or of somebody's own computer or network. */
  readonly attachments: readonly string[];
  /** Lines that are neither. */
  readonly words: readonly string[];
  /** Paths that lead out of the portfolio's folder, as they stand: nobody may be led there. */
  readonly outside: readonly string[];
}

/** A page, at the end of a text: `p. 4`, `pp 4–6`, `(page 4)`. */
const page = /[\s,;(–-]*\b(?:pp?\.?|pages?)\s?(\d{1,5})(?:\s?[-–]\s?\d{1,5})?\)?\s*$/i;

/** A text without the page that is named at its end. */
export function withoutPage(text: string): { readonly text: string; readonly page: number | undefined } {
  const match = page.exec(text);
  if (!match || match.index === 0) return { text, page: undefined };
  const rest = text.slice(0, match.index).trim();
  // `Strategy (pdf, p. 12)`: the bracket is not only about the page.
  const isOpen = rest.lastIndexOf('(') > rest.lastIndexOf(')') && match[0].trimEnd().endsWith(')');
  return { text: isOpen ? `${rest})` : rest, page: Number(match[1]) };
}

export const withPage = (target: string, number: number | undefined): string =>
  number === undefined || target.includes('#') ? target : `${target}#page=${number}`;

/** How we write an attachment in a cell: `attachments/report.pdf, p. 4`. */
export const placeWords = withPageInWords;

/** @param cell with links as Markdown, all else as it is */
export function placesIn(cell: string): Places {
  const found = { attachments: new Set<string>(), words: [] as string[], outside: [] as string[] };
  for (const line of cell.split('\n').flatMap(separated)) {
    const text = line.replace(/^[\s•▪◦*·-]+(?=\S)/u, '').trim();
    if (text === '') continue;
    if (text.length > mostOfALine) {
      found.words.push(text);
      continue;
    }
    const place = placeOf(text);
    if (place === undefined) found.words.push(text);
    else if (leadsOut(place)) found.outside.push(text);
    else found.attachments.add(place);
  }
  return { ...found, attachments: [...found.attachments] };
}

/** Longer lines are no places: what a stranger's file holds may be long. */
const mostOfALine = 2000;

/** Several on a line, where each of them is a place. */
function separated(line: string): readonly string[] {
  if (line.length > mostOfALine) return [line];
  const parts = line.split(/\s*;\s*/).filter((part) => part !== '');
  return parts.length > 1 && parts.every((part) => placeOf(part) !== undefined) ? parts : [line];
}

/** A link that somebody has made of a text. */
const link = /^(.*?)\[((?:\\.|[^\]\\])*)\]\((?:<([^<>]*)>|([^()\s]*(?:\([^()\s]*\)[^()\s]*)*))\)(.*)$/;

/** The address that a text is, or that its link leads to. */
export function placeOf(source: string): string | undefined {
  const [, before = '', shown = '', bracketed, bare, after = ''] = link.exec(source) ?? [];
  const target = bracketed ?? bare;
  if (target === undefined) return plainPlace(source);
  const text = before + shown.replace(/\\([[\]])/g, '$1') + after;
  // What is shown is kept by programs that write addresses anew from where the file lies.
  const own = plainPlace(text);
  if (own !== undefined && !(isWeb(target) && isElsewhere(own, target))) return own;
  return withPage(isWeb(target) ? target : decoded(target), withoutPage(text).page);
}

/** A file's name that is shown for an address of the web says less than the address; a path is what stood there before. */
function isElsewhere(shown: string, address: string): boolean {
  const path = shown.replace(/#.*$/s, '');
  return (
    !isWeb(shown) && !(path.includes('/') && decoded(address.replace(/[?#].*$/s, '')).endsWith(`/${path}`))
  );
}

const isWeb = (text: string): boolean => /^https?:\/\/\S+$/i.test(text);

function plainPlace(source: string): string | undefined {
  // Programs without links show where a text leads in brackets behind it.
  const [, before, behind] = /^(.*\S) \((\S+)\)$/.exec(source.trim()) ?? [];
  if (before !== undefined && behind !== undefined && (isWeb(behind) || plainPlace(behind) !== undefined)) {
    const shown = plainPlace(before);
    const isOwn = shown !== undefined && !(isWeb(behind) && isElsewhere(shown, behind));
    return isOwn ? shown : withPage(isWeb(behind) ? behind : decoded(behind), withoutPage(before).page);
  }
  const { text, page: number } = withoutPage(source.trim());
  if (text.length > longest || /[<>"|\p{Cc}]/u.test(text)) return undefined;
  const isPath =
    /^(?:[a-z]:[\\/]|\\\\)/i.test(text) ||
    /^[^\s:][^:]*\.[a-z][a-z\d]{1,4}(?:#\S.*)?$/i.test(text.replace(/^(?:\.{1,2}[\\/])+/, ''));
  // A sentence that ends with an address of mail or a file's name is words.
  const isSentence =
    text.split(/[\\/]/)[0]?.match(/\S+/g) !== null && (text.match(/\s/g)?.length ?? 0) > mostSpaces;
  if (isWeb(text)) return withPage(text, number);
  return isPath && !isSentence && !text.includes('@')
    ? withPage(text.replaceAll('\\', own(text) ? '\\' : '/'), number)
    : undefined;
}

const longest = 400;
const mostSpaces = 12;

const own = (text: string): boolean => /^(?:[a-z]:[\\/]|\\\\)/i.test(text);

/** Out of the folder from which paths start; an absolute path of another computer leads nowhere. */
export function leadsOut(place: string): boolean {
  if (isWeb(place) || own(place)) return false;
  if (/^[/~]/.test(place) || /^[a-z][a-z\d+.-]*:/i.test(place)) return true;
  let depth = 0;
  for (const part of place.replace(/#.*$/s, '').split(/[\\/]/)) {
    if (part === '..') depth--;
    else if (part !== '.' && part !== '') depth++;
    if (depth < 0) return true;
  }
  return false;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
