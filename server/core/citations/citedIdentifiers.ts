/**
 * IDs that a text cites with what the standard calls them: “element 3.9.9”, “criteria 6 and 7”. A number alone says
 * nothing of what it is the number of: versions, dates and the sections of other documents look the same.
 */
import type { Lexicon, StandardNode } from '../standard/standard';
import { knownId } from '../standard/standard';
import { ambiguityOf } from '../standard/ambiguous';
import { isNamed } from '../standard/retired';
import { identifierPattern } from '../standard/identifiers';
import { isBare } from '../standard/writtenIdentifiers';
import { wordingsOf } from '../standard/wordings';
import { literally } from '../text/expressions';
import type { Span } from '../text/span';

export interface CitedIdentifier {
  readonly id: string;
  readonly span: Span;
}

/** Those that the standard has not got, and never had, in the order of the text. */
export function unknownIdentifiers(
  standard: Lexicon,
  text: string,
  from: number,
): readonly CitedIdentifier[] {
  const words = wordsOf(standard);
  const found = new Map<number, CitedIdentifier>();
  words.calls.lastIndex = from;
  for (let call = words.calls.exec(text); call; call = words.calls.exec(text)) {
    const word = (call[1] ?? '').toLowerCase();
    const start = call.index;
    const cites = listed(standard, text, words.calls.lastIndex);
    // `elements 0.28, 0.91 and 4.7` are figures.
    const areFigures = cites.some(({ id }) => /^0\d*\./.test(id) && !isKnown(standard, id));
    const end = cites.at(-1)?.span.end ?? start;
    for (const cited of cites) {
      words.calls.lastIndex = cited.span.end;
      if (areFigures || found.has(cited.span.start) || isKnown(standard, cited.id)) continue;
      if (isOfStandard(standard, word, text, { start, end }, cited)) found.set(cited.span.start, cited);
    }
  }
  return [...found.values()].sort((one, other) => one.span.start - other.span.start);
}

const isKnown = (standard: Lexicon, id: string): boolean =>
  isNamed(standard, knownId(standard, id)) || ambiguityOf(standard, id) !== undefined;

/** The longest ID that is looked for, with the marks around it. */
const longest = 60;
/** IDs of one list that are read. */
const mostListed = 20;

/** What may stand before an ID, behind it, and between two of a list: `**3.2.4**`, `“3.2.4”, 3.2.5 and 3.3.1`. */
const marksBefore = /(?:[ \t\u00A0]*\r?\n)?[ \t\u00A0]*["“'‘*_`([]{0,4}/y;
const marksBehind = /["”'’*_`)\]]{0,4}/y;
const between =
  /(?:[ \t]*[,;/&–—-][ \t]*(?:and|or|und|to)?|[ \t]+(?:and|or|to|bis|und|oder)\b)(?=[ \t]*["“'‘*_`([]{0,4}[\p{L}\p{N}])/uy;

/** The IDs of a list that begins here; none where something else does. */
function listed(standard: Lexicon, text: string, from: number): readonly CitedIdentifier[] {
  const found: CitedIdentifier[] = [];
  for (let at: number | undefined = from; at !== undefined && found.length < mostListed;) {
    const start: number = passed(marksBefore, text, at) ?? at;
    const [first] = standard.pattern.find(` ${text.slice(start, start + longest)}`);
    if (first?.span.start !== 1) break;
    const end = start + first.id.length;
    // What was cut off may go on.
    if (first.span.end > longest) break;
    found.push({ id: first.id, span: { start, end } });
    at = passed(between, text, passed(marksBehind, text, end) ?? end);
  }
  return found;
}

/** The place behind what matches here; undefined where it does not. */
function passed(pattern: RegExp, text: string, at: number): number | undefined {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : undefined;
}

/** What tells that the standard’s own parts are meant. */
interface Words {
  /** What its parts are called, where an ID may follow. */
  readonly calls: RegExp;
  /** By what they are called in lower case: whether a text has the form of one of their IDs. */
  readonly shapes: ReadonlyMap<string, (id: string) => boolean>;
  /** What the standard is called, in lower case. */
  readonly own: readonly string[];
}

const known = new WeakMap<Lexicon, Words>();

function wordsOf(standard: Lexicon): Words {
  const found = known.get(standard);
  if (found) return found;
  const idsOf = new Map<string, string[]>();
  for (const node of standard.nodes.values())
    for (const word of callsOf(node)) {
      const ids = idsOf.get(word);
      if (ids) ids.push(node.ownId);
      else idsOf.set(word, [node.ownId]);
    }
  const alternatives = [...idsOf.keys()].sort((one, other) => other.length - one.length).map(literally);
  const words: Words = {
    calls: new RegExp(
      `(?<![\\p{L}\\p{N}_])(${alternatives.join('|')})(?=(?:[ \\t\\u00A0]+|[ \\t]*\\r?\\n[ \\t]*)["“'‘*_\`(\\[]{0,4}[\\p{L}\\p{N}])`,
      'giu',
    ),
    shapes: new Map(Array.from(idsOf, ([word, ids]) => [word, identifierPattern(ids).matches])),
    own: ownNames(standard),
  };
  known.set(standard, words);
  return words;
}

/** What a part is called, alone and with others: `element`, `elements`, `criterion`, `criteria`. */
const callsOf = (node: StandardNode): readonly string[] => {
  const levels = wordingsOf(node).map(({ level }) => level.toLowerCase());
  const all = node.assessable ? [...levels, 'element'] : levels;
  return [...new Set(all.filter((word) => word !== '').flatMap((word) => [word, ...pluralsOf(word)]))];
};

const pluralsOf = (word: string): readonly string[] => [
  `${word}s`,
  ...(word.endsWith('y') ? [`${word.slice(0, -1)}ies`] : []),
  ...(word.endsWith('ion') ? [`${word.slice(0, -2)}a`] : []),
];

function ownNames({ title, names, several }: Lexicon): readonly string[] {
  const titles = [title, ...names.titles, ...names.short, ...(several?.names ?? [])];
  const initials = titles.map((one) => (one.match(/\b\p{Lu}/gu) ?? []).join(''));
  return [...new Set([...titles, ...initials.filter((one) => one.length > 1)])]
    .map((one) => one.toLowerCase())
    .filter((one) => one !== '');
}

/** Words that every document has parts by: of these, the standard has to be named in the same line. */
const anyDocuments =
  /^(?:section|part|chapter|clause|article|annexe?|appendi(?:x|ces)|page|step|figure|table|paragraph|item|question|area|level|stage|phase|version|point|group|schedule|regulation|rule|note|line|row|column|unit|module|task|option|goal|day|week|year)/;

/** Whose criteria, elements and points these are is said right before: `success criterion 1.4.3`. */
const othersBefore =
  /(?:\b(?:success|acceptance|exit|entry|selection|eligibility|design|data|xml|html|list|array|form|page|web|sc|wcag)[ \t]+|(?:[’']s|\bits|\btheir|\byour)[ \t]+)$/iu;
/** A document with a number or capitals as its name: `ISO 9001,`, `WCAG 2.2`. */
const documentBefore =
  /(?<![\p{L}\p{N}])(\p{Lu}[\p{Lu}\p{N}]+(?:[ -]?\d[\p{N}.:-]*)?)[,:]?[ \t]+(?:the[ \t]+)?$/u;
/** One with a name that says what it is: `Investors in People framework, criterion 7.8`, `the Charter Mark (criterion 6.1)`. */
const namedBefore =
  /\p{Lu}\p{L}*[ \t]+(?:[Ss]tandards?|[Ff]ramework|[Aa]ward|[Mm]ark|[Cc]harter|[Ss]cheme|[Aa]ccreditation|[Aa]ct|[Cc]ode|[Rr]egulations?|[Ss]pecification|[Gg]uidance|[Ss]trategy|[Cc]ontract)[ \t]*[,:(][ \t]*(?:the[ \t]+)?$/u;
/** Amid a sentence: `the numbering of Quest criterion 7.1`. */
const calledBefore = /\p{Ll},?[ \t]+(?:the[ \t]+)?(\p{Lu}\p{Ll}+)[ \t]+$/u;
/** And between brackets right behind: `criterion 7.1 (Quest UK)`. */
const bracketsBehind = /^["”'’*_`\]]{0,4}[ \t]*\((?:the[ \t]+)?([^()\n]{1,60})\)/u;
/** What tells a name there from a remark: capitals, or what schemes are called. A ref of evidence has capitals, too. */
const schemeName =
  /^(?=.*(?:\p{Lu}[\p{Lu}&]|\b(?:Standards?|Framework|Award|Mark|Charter|Scheme|Accreditation|Act|Code|Regulations?|Strategy)\b))(?!(?!ISO|IEC|BS|EN|DIN|PAS|WCAG|NIST|RFC)\p{Lu}{1,6}[ -]?\d+$)[\p{Lu}\d][\p{L}\p{N}.:&’'-]*(?:[ \t,]+(?:[\p{Lu}\d][\p{L}\p{N}.:&’'-]*|of|for|in|and|the)(?![\p{L}\p{N}]))*$/u;
/** And behind: `element 9.9 of the plan`, `criterion 9.1 in WCAG`. */
const behind =
  /^["”'’*_`)\]]{0,4},?[ \t]+(of|in|from|under|to)[ \t]+((?:the|our|this|that|its|their|a|an)[ \t]+)?([^\s.,;:)]+)/iu;

function isOfStandard(
  standard: Lexicon,
  word: string,
  text: string,
  { start, end }: Span,
  { id }: CitedIdentifier,
): boolean {
  const words = wordsOf(standard);
  // `criterion 9` is one of the numbers that criteria have; `element 9` of 57 elements with three numbers each is none.
  if (isBare(id) && (id.length > 3 || words.shapes.get(word)?.(id) !== true)) return false;
  const line = around(text, start, end);
  const said = text.slice(line.start, line.end).toLowerCase();
  const isSaid = words.own.some((name) => hasWord(said, name)) || hasWord(said, 'the standard');
  const before = text.slice(Math.max(line.start, start - longest), start);
  if (!isSaid && (anyDocuments.test(word) || namedBefore.test(before))) return false;
  if (othersBefore.test(before)) return false;
  const document = documentBefore.exec(before)?.[1];
  if (document !== undefined && !isOwn(standard, document)) return false;
  const called = calledBefore.exec(before)?.[1]?.toLowerCase();
  if (called !== undefined && !isOfOwn(words, called)) return false;
  return !isOfAnother(words, text.slice(end, Math.min(line.end, end + longest)));
}

/** What stands before may be an ID of the standard, or its name. */
const isOwn = (standard: Lexicon, document: string): boolean =>
  standard.pattern.matches(document) ||
  wordsOf(standard).own.some((name) => document.toLowerCase().startsWith(name));

/** The line, or as much of it as tells what is spoken of: one may be a megabyte long. */
function around(text: string, start: number, end: number): Span {
  const before = text.slice(Math.max(0, start - near), start);
  const after = text.slice(end, end + near);
  const feed = after.indexOf('\n');
  return {
    start: start - before.length + before.lastIndexOf('\n') + 1,
    end: end + (feed < 0 ? after.length : feed),
  };
}

const near = 400;

/** A word of the standard's own names, or one for what is in every portfolio. */
const isOfOwn = ({ own, shapes }: Words, word: string): boolean =>
  own.some((name) => hasWord(name, word)) ||
  shapes.has(word) ||
  /^(?:standard|portfolio|evidence|sub)$/.test(word);

/** What is named behind the ID is another document. */
function isOfAnother({ own, shapes }: Words, rest: string): boolean {
  const inBrackets = bracketsBehind.exec(rest)?.[1] ?? '';
  if (schemeName.test(inBrackets) && !own.some((name) => hasWord(inBrackets.toLowerCase(), name)))
    return true;
  const [, joint = '', article, named = ''] = behind.exec(rest) ?? [];
  if (joint === '') return false;
  const after = rest.slice(rest.indexOf(named)).toLowerCase();
  if (/^(?:standard|portfolio)\b/.test(after)) return false;
  if (own.some((name) => after.startsWith(name)) || shapes.has(named.toLowerCase())) return false;
  return (
    joint.toLowerCase() === 'of' ||
    (article !== undefined && /^(?:the|our|its|their) /i.test(article)) ||
    /^\p{Lu}/u.test(named)
  );
}

const hasWord = (said: string, name: string): boolean => {
  const at = said.indexOf(name);
  if (at < 0) return false;
  const isLetter = (place: number): boolean => /[\p{L}\p{N}]/u.test(said.charAt(place));
  return !isLetter(at - 1) && !isLetter(at + name.length);
};
