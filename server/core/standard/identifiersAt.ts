/** Every place in a few words that says an ID of a standard, written as the standard does or in another way. */
import type { Span } from '../text/span';
import { spanOf } from '../text/span';
import type { Lexicon } from './standard';
import { isStandardWord, rangeMark } from './wordsAroundIdentifiers';
import type { IdentifierRun } from './writtenIdentifiers';
import { keyOfRuns, runsIn, writingsIn } from './writtenIdentifiers';

export interface FoundIdentifier {
  readonly id: string;
  readonly span: Span;
  /** As the standard writes it. */
  readonly isExact: boolean;
  /** `1.1.1–3`: the 3 stands for 1.1.3. */
  readonly isShortened: boolean;
}

/** Everything in a text that says an ID of the standard, in order. */
export function identifiersAt(standard: Lexicon, text: string): readonly FoundIdentifier[] {
  const runs = runsIn(text);
  const found: FoundIdentifier[] = [];
  for (let at = 0; at < runs.length;) {
    const last = found.at(-1);
    const match =
      (last && shortened(standard, text, runs, at, last)) ?? longestMatch(standard, text, runs, at, last);
    if (match) found.push(match);
    at += match ? runsWithin(runs, at, match.span.end) : 1;
  }
  return found;
}

const runsWithin = (runs: readonly IdentifierRun[], at: number, end: number): number => {
  let count = 1;
  while ((runs[at + count]?.start ?? Infinity) < end) count++;
  return count;
};

function longestMatch(
  standard: Lexicon,
  text: string,
  runs: readonly IdentifierRun[],
  at: number,
  last: FoundIdentifier | undefined,
): FoundIdentifier | undefined {
  if (!beginsHere(standard, text, runs, at, last)) return undefined;
  const { maximumRuns } = writingsIn(standard);
  for (let count = Math.min(maximumRuns, runs.length - at); count > 0; count--) {
    const own = runs.slice(at, at + count);
    if (!own.every((run, number) => number === 0 || isInside(text, own[number - 1], run))) continue;
    const match = identifierOf(standard, text, own);
    if (match && endsHere(standard, text, runs, at + count, match)) return match;
  }
  return undefined;
}

function identifierOf(
  standard: Lexicon,
  text: string,
  own: readonly IdentifierRun[],
): FoundIdentifier | undefined {
  const ids = writingsIn(standard).byKey.get(keyOfRuns(own)) ?? [];
  const [start, end] = [own[0]?.start ?? 0, own.at(-1)?.end ?? 0];
  // An ID may start and end with marks: `AC-2(1)`.
  const exact = ids
    .map((id) => ({ id, at: start - id.search(/[\p{L}\p{N}]/u) }))
    .find(({ id, at }) => at >= 0 && text.startsWith(id, at));
  if (exact)
    return {
      id: exact.id,
      span: spanOf(exact.at, exact.at + exact.id.length),
      isExact: true,
      isShortened: false,
    };
  const [id] = ids;
  // Of one letter or number, other capitals or zeros make another word: `a` is not A.
  if (id === undefined || ids.length > 1 || own.length < 2) return undefined;
  const closing = /^[)\]]/.test(text.slice(end)) && /[([]/.test(text.slice(start, end)) ? 1 : 0;
  return { id, span: spanOf(start, end + closing), isExact: false, isShortened: false };
}

/** Marks that may stand inside an ID. Two numbers with a space between are two numbers. */
function isInside(text: string, left: IdentifierRun | undefined, right: IdentifierRun): boolean {
  const gap = text.slice(left?.end ?? 0, right.start);
  if (gap === ' ') return !(left?.isNumber === true && right.isNumber);
  return gap === ''
    ? left?.isNumber !== right.isNumber
    : /^ ?[.\-_:,()[\]/]{1,2} ?$/.test(gap) && gap !== ', ';
}

/** 3.2.4 is not part of v3.2.4 or of 13.3.2.4, unless what stands before is an ID itself. */
function beginsHere(
  standard: Lexicon,
  text: string,
  runs: readonly IdentifierRun[],
  at: number,
  last: FoundIdentifier | undefined,
): boolean {
  const [before, own] = [runs[at - 1], runs[at]];
  // `CSE3.2.4`: people put the name of the standard before its IDs.
  if (!before || !own || isStandardWord(standard, text.slice(before.start, before.end))) return true;
  const gap = text.slice(before.end, own.start);
  if (last && last.span.end >= before.end) return gap !== '';
  return gap !== '' && !/^[.\-_]$/.test(gap);
}

/** The same behind it: a full stop may end a sentence, and a word may have been typed too close. */
function endsHere(
  standard: Lexicon,
  text: string,
  runs: readonly IdentifierRun[],
  next: number,
  match: FoundIdentifier,
): boolean {
  const run = runs[next];
  if (!run) return true;
  const gap = text.slice(match.span.end, run.start);
  if (gap === '') return false;
  // `5.1 a policy` is not 5.1 a).
  const hasSpace = text.slice(match.span.start, match.span.end).includes(' ');
  if (hasSpace && !match.isExact && gap === ' ') return false;
  if (!/^[.\-_(/]$/.test(gap)) return true;
  if (!run.isNumber && run.end - run.start > 2) return true;
  if (gap === '.' || gap === '_') return false;
  return (
    longestMatch(standard, text, runs, next, match) !== undefined ||
    shortened(standard, text, runs, next, match) !== undefined
  );
}

/** `1.1.1–3`, `CC6.1/2`: behind a dash or a stroke, the end of an ID stands for the whole of it. */
function shortened(
  standard: Lexicon,
  text: string,
  runs: readonly IdentifierRun[],
  at: number,
  last: FoundIdentifier,
): FoundIdentifier | undefined {
  const run = runs[at];
  const before = runsIn(last.id);
  if (!run || last.isShortened || before.length < 2) return undefined;
  const gap = text.slice(last.span.end, run.start).replace(/[([]/g, '').trim();
  const isOpen = gap === '/' || rangeMark.test(gap);
  if (!isOpen || text.slice(last.span.end, run.start).length > 12) return undefined;
  for (let count = Math.min(before.length - 1, runs.length - at); count > 0; count--) {
    const tail = runs.slice(at, at + count);
    if (!tail.every((own, number) => number === 0 || isInside(text, tail[number - 1], own))) continue;
    const key = keyOfRuns([...before.slice(0, before.length - count), ...tail]);
    const [id, ...others] = writingsIn(standard).byKey.get(key) ?? [];
    const end = tail.at(-1)?.end ?? run.end;
    if (id === undefined || others.length > 0 || /^(?:[\p{L}\p{N}_]|[.-][\p{L}\p{N}])/u.test(text.slice(end)))
      continue;
    const closing = /^[)\]]/.test(text.slice(end)) && /[([]/.test(id) ? 1 : 0;
    return { id, span: spanOf(run.start, end + closing), isExact: true, isShortened: true };
  }
  return undefined;
}
