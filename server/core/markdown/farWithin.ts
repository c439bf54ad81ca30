/**
 * Whether a text is so far within the limits that nothing of it can be written over: a count that errs on one side
 * only, in one pass over the characters. `withinLimits` takes every line apart, which costs more than to read it.
 */
import {
  asterisk,
  backtick,
  carriageReturn,
  closingBracket,
  closingParenthesis,
  equals,
  fullStop,
  greaterThan,
  hash,
  hyphen,
  isBlank,
  isBlankOrEnd,
  isDigit,
  lessThan,
  openingBracket,
  openingParenthesis,
  plus,
  underscore,
} from '../commonmark/characters';
import { markdownLimits as limits } from './limits';

/** What has been counted: in all of the text, and in lines that may be one paragraph. */
interface Counts {
  underlines: number;
  containers: number;
  footnotes: number;
  wasMarked: boolean;
  readonly paragraph: Paragraph;
}

interface Paragraph {
  emphasis: number;
  open: number;
  brackets: number;
  stray: number;
  destinations: number;
  markup: number;
}

const nothing: Paragraph = { emphasis: 0, open: 0, brackets: 0, stray: 0, destinations: 0, markup: 0 };

/** False where `withinLimits` has to be asked. */
export function isFarWithin(text: string, start = 0, end = text.length): boolean {
  const counts: Counts = {
    underlines: 0,
    containers: 0,
    footnotes: 0,
    wasMarked: false,
    paragraph: { ...nothing },
  };
  for (let at = start; at < end;) {
    const feed = text.indexOf('\n', at);
    const next = feed < 0 || feed > end ? end : feed;
    let first = at;
    while (first < next && isBlankOrEnd(text.charCodeAt(first))) first++;
    // A tab takes four columns.
    if (first - at > limits.columns / 4) return false;
    if (first === next) {
      counts.wasMarked = false;
      Object.assign(counts.paragraph, nothing);
    } else if (!isPrefixFar(text, at, first, next, counts) || !isLineFar(text, first, next, counts.paragraph))
      return false;
    at = next + 1;
  }
  return true;
}

/** The marks with which a line begins, and whether it may be a line below a heading. */
function isPrefixFar(text: string, start: number, first: number, end: number, counts: Counts): boolean {
  let last = end - 1;
  while (isBlankOrEnd(text.charCodeAt(last))) last--;
  const ending = text.charCodeAt(last);
  if ((ending === equals || ending === hyphen) && ++counts.underlines > limits.underlines) return false;
  const code = text.charCodeAt(first);
  if (!mayBeMark(code) && code !== hash && code !== openingBracket) {
    counts.wasMarked = false;
    return true;
  }
  if (code !== openingBracket && interrupts(text.slice(start, end))) Object.assign(counts.paragraph, nothing);
  return areMarksFar(text, first, end, counts);
}

function areMarksFar(text: string, first: number, end: number, counts: Counts): boolean {
  let marks = 0;
  let at = first;
  for (; at < end; at++) {
    const mark = text.charCodeAt(at);
    if (mark === greaterThan || (mayBeMark(mark) && isOver(text, at + 1, end))) marks++;
    else if (!isBlank(mark) && !isDigit(mark)) break;
  }
  if (text.startsWith('[^', at)) {
    marks++;
    if (++counts.footnotes > limits.footnotes / 2) return false;
  }
  if (!counts.wasMarked || marks > 1) counts.containers += marks;
  counts.wasMarked = marks > 0;
  return marks < limits.nesting && at - first < limits.columns / 8 && counts.containers <= limits.containers;
}

function isLineFar(text: string, first: number, end: number, counts: Paragraph): boolean {
  for (let at = first; at < end; at++) {
    const code = text.charCodeAt(at);
    // Letters, blanks, digits, and what is none of ours.
    if (code > backtick || (code > lessThan && code < openingBracket)) continue;
    if (code < closingParenthesis || (code > asterisk && code < lessThan)) continue;
    if (code === asterisk || code === underscore) counts.emphasis++;
    else if (code === openingBracket) {
      counts.brackets++;
      if (++counts.open > limits.brackets) return false;
    } else if (code === closingBracket) {
      if (counts.open > 0) counts.open--;
      else counts.stray++;
      if (text.charCodeAt(at + 1) === openingParenthesis && ++counts.destinations > limits.open) return false;
    } else if (code === closingParenthesis) counts.destinations = Math.max(0, counts.destinations - 1);
    else if (code === lessThan) counts.markup += opensMarkup(text.charCodeAt(at + 1));
    else if (code === backtick && text.startsWith(tooMany, at)) return false;
  }
  return (
    counts.emphasis <= limits.emphasis &&
    counts.brackets <= limits.allBrackets &&
    counts.stray <= limits.brackets &&
    counts.markup <= limits.open
  );
}

const tooMany = '`'.repeat(limits.backticks + 1);

const mayBeMark = (code: number): boolean =>
  code === greaterThan ||
  code === hyphen ||
  code === asterisk ||
  code === plus ||
  code === fullStop ||
  code === closingParenthesis ||
  isDigit(code);

const isOver = (text: string, at: number, end: number): boolean =>
  at >= end || isBlank(text.charCodeAt(at)) || text.charCodeAt(at) === carriageReturn;

/** `<!` and `<?`. */
const opensMarkup = (code: number): number => (code === 0x21 || code === 0x3f ? 1 : 0);

/** A heading, or a bullet with text behind it: what stands above is another paragraph. */
const interrupts = (line: string): boolean => /^ {0,3}(?:#{1,6}[ \t]|[-+*][ \t]+\S)/.test(line);
