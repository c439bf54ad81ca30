/** What the cursor is on: an ID of the standard, or the `ref` of a piece of evidence where it is given or cited. */
import { mayHaveLink } from '../../core/markdown/mayHave';
import type { EvidenceFile } from '../../core/evidence/evidence';
import { valueOf } from '../../core/yaml/fields';
import { lineAround } from '../../core/text/lines';
import { literally } from '../../core/text/expressions';
import type { Span } from '../../core/text/span';
import { spanOf, touches } from '../../core/text/span';
import type { Portfolio } from '../../core/portfolio/portfolio';
import type { StandardNode } from '../../core/standard/standard';
import type { Cursor } from '../text/identifierAt';
import { identifierAt } from '../text/identifierAt';

export type Subject = NodeSubject | RefSubject;

export interface NodeSubject {
  readonly kind: 'node';
  readonly node: StandardNode;
  readonly span: Span;
}

export interface RefSubject {
  readonly kind: 'ref';
  readonly ref: string;
  readonly span: Span;
  /** The value of the key `ref`, and not a mention in some text. */
  readonly isOwn: boolean;
}

/** Undefined where there is neither, and in folders that are no portfolio. */
export function subjectAt(portfolio: Portfolio, cursor: Cursor): Subject | undefined {
  // 3.2.4 may be the version of some program there.
  if (!portfolio.isActive) return undefined;
  const evidence = portfolio.evidence.get(cursor.uri);
  const ref = evidence && valueOf(evidence.ref);
  if (ref && evidence.ref.kind === 'valid' && touches(evidence.ref.span, cursor.offset))
    return { kind: 'ref', ref, span: evidence.ref.span, isOwn: true };
  const found = identifierAt(portfolio, cursor);
  if (found) return { kind: 'node', node: found.node, span: found.span };
  const cited =
    evidence && cursor.offset > evidence.bodyStart && refAt(portfolio, evidence.text, cursor.offset);
  return cited && !isInside(destinationsOf(evidence), cited.span) ? cited : undefined;
}

/** Every place in the text of an evidence file that cites a ref, in order; in the address of a link it is none. */
export function citationsIn(portfolio: Portfolio, evidence: EvidenceFile, ref: string): readonly Span[] {
  const [word = ref] = ref.match(token) ?? [];
  // Most texts are done with here.
  if (!isCitable(ref) || ref.length > reach || !evidence.contains(word)) return [];
  const { text, bodyStart } = evidence;
  const pattern = new RegExp(ref.split(' ').map(literally).join(blank), 'gu');
  const found = Array.from(text.slice(bodyStart).matchAll(pattern), ({ index, 0: { length } }) =>
    spanOf(bodyStart + index, bodyStart + index + length),
  ).filter((span) => {
    const cited = refAt(portfolio, text, span.start);
    return cited?.ref === ref && cited.span.start === span.start;
  });
  if (found.length === 0) return [];
  const destinations = destinationsOf(evidence);
  return found.filter((span) => !isInside(destinations, span));
}

/** A ref of letters alone is a word like others, and one of digits alone a number. */
const isCitable = (ref: string): boolean => /\p{L}/u.test(ref) && /\p{N}/u.test(ref);

/** Refs have no more words than this, and words no more characters. */
const maximumWords = 6;
const reach = 80;
const token = /[\p{L}\p{N}]+/gu;
const blank = '[ \\t\\u00A0\\u202F]+';
const blanks = new RegExp(blank, 'g');

/**
 * The longest text around an offset that is the ref of some evidence: `ES 12 a`, and not the `ES 12` in it. What
 * it costs does not grow with the portfolio.
 */
function refAt(portfolio: Portfolio, text: string, offset: number): RefSubject | undefined {
  const line = lineAround(text, offset);
  const from = Math.max(line.start, offset - reach);
  const near = text.slice(from, Math.min(line.end, offset + reach));
  const words = Array.from(near.matchAll(token), ({ index, 0: { length } }) =>
    spanOf(from + index, from + index + length),
  );
  let best: RefSubject | undefined;
  words.forEach((first, at) => {
    for (const { end } of words.slice(at, at + maximumWords)) {
      for (const span of withMarksAround(text, spanOf(first.start, end))) {
        if (!touches(span, offset) || !standsAlone(text, span)) continue;
        const ref = text.slice(span.start, span.end).replace(blanks, ' ');
        if (ref.length <= (best?.ref.length ?? 0) || !isCitable(ref)) continue;
        if (portfolio.evidenceWithRef(ref).length > 0) best = { kind: 'ref', ref, span, isOwn: false };
      }
    }
  });
  return best;
}

/** With the character that may close it, as in `ES 12(a)`, or open it, as in `§3a`. */
function withMarksAround(text: string, { start, end }: Span): readonly Span[] {
  const before = start - (/.$/u.exec(text.slice(Math.max(0, start - 2), start))?.[0].length ?? 0);
  const after = end + String.fromCodePoint(text.codePointAt(end) ?? 0).length;
  return [spanOf(start, end), spanOf(start, after), spanOf(before, end), spanOf(before, after)];
}

/** ES 1 is not part of ES 1.2 or XES 1; a full stop that ends a sentence may follow. */
const standsAlone = (text: string, { start, end }: Span): boolean =>
  !/[\p{L}\p{N}_]$|[\p{L}\p{N}_][.-]$/u.test(text.slice(Math.max(0, start - 3), start)) &&
  !/^(?:[\p{L}\p{N}_]|[.-][\p{L}\p{N}_])/u.test(text.slice(end, end + 3));

/** Where the addresses of the links of a file stand, in order. */
const destinationsOf = (evidence: EvidenceFile): readonly Span[] =>
  mayHaveLink(evidence.text, evidence.bodyStart)
    ? evidence
        .body()
        .links.map(({ span }) => span)
        .sort((left, right) => left.start - right.start)
    : [];

/** @param spans in order, and apart from each other */
function isInside(spans: readonly Span[], { start }: Span): boolean {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.start ?? 0) <= start) low = middle + 1;
    else high = middle;
  }
  return (spans[low - 1]?.end ?? -1) > start;
}
