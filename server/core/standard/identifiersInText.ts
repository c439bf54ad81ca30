/**
 * The IDs of a standard in a few words that somebody wrote where an ID was wanted: several of them, from one to
 * another, one with its title behind it or a bullet before it. Pure: it knows the standard, and no kind of file.
 */
import { plainly } from '../text/hiddenCharacters';
import type { Span } from '../text/span';
import type { Lexicon } from './standard';
import { isBare } from './writtenIdentifiers';
import type { FoundIdentifier } from './identifiersAt';
import { identifiersAt } from './identifiersAt';
import { identifiersBetween } from './identifierRanges';
import {
  isKnownWording,
  isRangeWord,
  isSeparator,
  rangeMark,
  withoutListMarks,
  wordsIn,
} from './wordsAroundIdentifiers';

export interface IdentifiersInText {
  /** In the order of the text, each once; what lies between the ends of a range is among them. */
  readonly parts: readonly IdentifierPart[];
  /** Nothing but existing IDs as the standard writes them, and what joins, marks or explains them. */
  readonly isCertain: boolean;
  /** The text without hidden characters: what the spans of the parts are of. */
  readonly text: string;
}

export interface IdentifierPart {
  /** As the standard writes it; an unknown one as it stands. */
  readonly id: string;
  /** False for something of an ID's shape that the standard does not have. */
  readonly isKnown: boolean;
  /** Not named itself, and between the two ends of a range. */
  readonly isBetween: boolean;
  /** Where it stands; for one that a range leads over, the end of the range. */
  readonly span: Span;
  /** What is said behind it, up to the next one: `We have a plan` of `1.1.1 We have a plan`. */
  readonly words: string;
}

/** Longer texts are no value that somebody typed. */
const longest = 2000;

/** Reads a text; no parts where it names nothing of the standard. */
export function identifiersInText(standard: Lexicon, source: string): IdentifiersInText {
  const text =
    source.length > longest ? '' : withoutListMarks(plainly(source, true).replace(/\s+/g, ' ').trim());
  const found = identifiersAt(standard, text);
  const first = readingOf(standard, text, found);
  // A bare number or letter among other words is one of them.
  if (first.isCertain || !found.some(({ id }) => isBare(id))) return first;
  const clear = found.filter(({ id }) => !isBare(id));
  return clear.length > 0 || first.words !== '' ? readingOf(standard, text, clear) : first;
}

interface Reading extends IdentifiersInText {
  /** All that is no ID, and neither joins nor explains one. */
  readonly words: string;
}

/** What stands before an ID, or behind the last one. */
interface Gap {
  readonly text: string;
  /** IDs that the text leads over, where the gap says *to*. */
  readonly between: readonly string[];
  readonly unknown: readonly IdentifierPart[];
  readonly isKnown: boolean;
  readonly isCertain: boolean;
}

function readingOf(standard: Lexicon, text: string, found: readonly FoundIdentifier[]): Reading {
  const gaps = [...found, undefined].map((identifier, at) =>
    gapOf(standard, text, found[at - 1], identifier),
  );
  const parts = gaps.flatMap(({ between, unknown }, at): readonly IdentifierPart[] => {
    const identifier = found[at];
    if (!identifier) return unknown;
    const { id, span } = identifier;
    const words = gaps[at + 1];
    const isFollowed = words === undefined || words.between.length > 0 || words.unknown.length > 0;
    return [
      ...unknown,
      ...between.map((own) => ({ id: own, isKnown: true, isBetween: true, span, words: '' })),
      { id, isKnown: true, isBetween: false, span, words: isFollowed ? '' : wordsIn(words.text) },
    ];
  });
  return {
    parts: parts.filter(({ id }, at) => parts.findIndex((other) => other.id === id) === at),
    isCertain:
      found.length > 0 && gaps.every(({ isCertain }) => isCertain) && found.every(({ isExact }) => isExact),
    text,
    words: gaps.flatMap((gap) => (gap.isKnown ? [] : [gap.text])).join(' '),
  };
}

function gapOf(
  standard: Lexicon,
  text: string,
  before: FoundIdentifier | undefined,
  behind: FoundIdentifier | undefined,
): Gap {
  const [start, end] = [before?.span.end ?? 0, behind?.span.start ?? text.length];
  const gap = text.slice(start, end);
  const mark = gap.replace(/[()[\]]/g, '').trim();
  const range =
    before && behind && rangeMark.test(mark) ? identifiersBetween(standard, before.id, behind.id) : undefined;
  const unknown = standard.pattern
    .find(text, start, end)
    .filter(({ id }) => !isBare(id))
    .map(({ id, span }) => ({ id, isKnown: false, isBetween: false, span, words: '' }));
  const isKnown =
    range !== undefined ||
    isSeparator(gap) ||
    isKnownWording(standard, before && standard.nodes.get(before.id), gap);
  const isClear = range === undefined || range.isSameGroup || isRangeWord(mark);
  return {
    text: gap,
    between: range?.ids ?? [],
    unknown,
    isKnown,
    isCertain: isKnown && unknown.length === 0 && isClear,
  };
}
