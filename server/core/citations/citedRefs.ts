/** Refs that a text cites: `[ES 99]`, “see ES 99”. What a ref looks like is learnt from those that evidence has. */
import type { Span } from '../text/span';

export interface CitedRef {
  /** As it stands there. */
  readonly ref: string;
  readonly span: Span;
}

/** Letters, perhaps a blank or a dash, a number; between brackets, or behind a word that says that a ref follows. */
const cited =
  /(?<![\p{L}\p{N}\]!\\[])(?:\[|(?:[Ss]ee|[Ee]vidence|[Rr]ef|[Ii]tem|[Dd]ocument)[ \t]+(?:[“"`*_(]{0,2}))(\p{Lu}\p{L}{0,5}[ -]?\d{1,5})(?![\p{L}\p{N}_.-]*[\p{L}\p{N}_])(?!\][(:[])/gu;

/** What refs of one kind have in common, such as `ES ` of `ES 12`; undefined of what has no number. */
export const familyOf = (ref: string): string | undefined =>
  /^(\p{Lu}\p{L}{0,5}[ -]?)\d{1,5}$/u.exec(ref)?.[1];

/** A year: `[HR 2026]` speaks of when. */
const isYear = (ref: string): boolean => /(?:^|\D)(?:19|20)\d\d$/.test(ref);

/** `see A38` may be a road, and `document A4` paper: of a letter and a number, something has to say that they are a ref. */
const mayBeAnything = (whole: string, ref: string): boolean =>
  /^\p{Lu}\d/u.test(ref) && /^(?:see|item|document)/i.test(whole);

/** All that may be refs, in the order of the text; whether there is such a kind of refs is not looked at. */
export const citedRefs = (text: string, from: number): readonly CitedRef[] =>
  mayCite(text, from)
    ? [...text.slice(from).matchAll(cited)].flatMap(({ 0: whole, 1: ref = '', index }) => {
        if (isYear(ref) || mayBeAnything(whole, ref)) return [];
        const isOpen = whole.startsWith('[');
        const end = from + index + whole.length;
        if (isOpen && text.charAt(end) !== ']') return [];
        return [{ ref, span: { start: end - ref.length, end } }];
      })
    : [];

/** Of texts without one, nothing is made. */
function mayCite(text: string, from: number): boolean {
  anything.lastIndex = from;
  return anything.test(text);
}

const anything = /\p{Lu}\p{L}{0,5}[ -]?\d/gu;
