/**
 * Whether a text is so far within the limits that nothing of it can be written over: a count that errs on one side
 * only. It looks at where lines begin and for the marks that are limited; where those stand close together, at every
 * character. `withinLimits` takes every line apart, which costs more than to read it.
 */
import {
  asterisk,
  backtick,
  beginsWords,
  carriageReturn,
  closingBracket,
  closingParenthesis,
  equals,
  fullStop,
  greaterThan,
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

/** What has been counted in lines that may be one paragraph. */
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
  const part = end < text.length ? text.slice(0, end) : text;
  if (!areLinesFar(part, start) || part.includes(tooMany, start)) return false;
  return rare.every(([mark, most]) => isSpread(part, start, mark, most)) || areParagraphsFar(part, start);
}

/** What begins a line, counted in all of the text. */
interface Counts {
  underlines: number;
  containers: number;
  footnotes: number;
  wasMarked: boolean;
}

/** Whether the lines of a text begin and end as most do. Those of words, which most are, are hardly looked at. */
function areLinesFar(text: string, start: number): boolean {
  const counts: Counts = { underlines: 0, containers: 0, footnotes: 0, wasMarked: false };
  for (let at = start; at < text.length;) {
    const feed = text.indexOf('\n', at);
    const end = feed < 0 ? text.length : feed;
    if (beginsWords(text.charCodeAt(at)) && beginsWords(text.charCodeAt(end - 1))) counts.wasMarked = false;
    else if (!isLineFar(text, at, end, counts)) return false;
    at = end + 1;
  }
  return true;
}

function isLineFar(text: string, start: number, end: number, counts: Counts): boolean {
  let first = start;
  while (first < end && isBlankOrEnd(text.charCodeAt(first))) first++;
  // A tab takes four columns.
  if (first - start > limits.columns / 4) return false;
  let last = end - 1;
  while (last > first && isBlankOrEnd(text.charCodeAt(last))) last--;
  const ending = text.charCodeAt(last);
  if ((ending === equals || ending === hyphen) && ++counts.underlines > limits.underlines) return false;
  const code = text.charCodeAt(first);
  if (first < end && (mayBeMark(code) || code === openingBracket))
    return areMarksFar(text, first, end, counts);
  counts.wasMarked = false;
  return true;
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

/**
 * Marks of which a paragraph may hold some, and how many in a row must have the end of a paragraph among them, so that
 * the limit is kept by all paragraphs: two rows less two marks are the most that one can hold.
 */
const rare: readonly (readonly [mark: string, most: number])[] = [
  ['[', limits.brackets / 2],
  [']', limits.brackets / 2],
  ['](', limits.open / 2],
  // Both count for one limit.
  ['*', limits.emphasis / 4],
  ['_', limits.emphasis / 4],
  ['<!', limits.open / 4],
  ['<?', limits.open / 4],
];

/** Whether of each row of so many marks not all stand in one paragraph. Finds no more than the marks, which is quick. */
function isSpread(text: string, start: number, mark: string, most: number): boolean {
  let [count, first] = [0, start];
  for (let at = text.indexOf(mark, start); at >= 0; at = text.indexOf(mark, at + 1)) {
    if (count === 0) first = at;
    if (++count < most) continue;
    paragraphEnd.lastIndex = first;
    const ending = paragraphEnd.exec(text);
    if (!ending || ending.index > at) return false;
    count = 0;
  }
  return true;
}

/** An empty line, or one that begins something else. */
const paragraphEnd = /\n(?:[ \t]*\r?\n| {0,3}(?:#{1,6}[ \t]|[-+*][ \t]+\S))/g;

/** Counts what stands in each paragraph, character by character. */
function areParagraphsFar(text: string, start: number): boolean {
  const counts = { ...nothing };
  for (let at = start; at < text.length;) {
    const feed = text.indexOf('\n', at);
    const end = feed < 0 ? text.length : feed;
    const line = text.slice(at, end);
    if (/^[ \t\r]*$/.test(line) || interrupts(line)) Object.assign(counts, nothing);
    if (!isContentFar(line, counts)) return false;
    at = end + 1;
  }
  return true;
}

function isContentFar(text: string, counts: Paragraph): boolean {
  for (let at = 0; at < text.length; at++) {
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
