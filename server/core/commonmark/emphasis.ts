/** Stars and underscores: which of them are marks. */
import { asterisk } from './characters';

/** A run of one of the two; its ends move inwards as marks are taken off it. */
export interface Run {
  start: number;
  end: number;
  readonly code: number;
  readonly opens: boolean;
  readonly closes: boolean;
}

/** The run at a place. Before and behind it, a letter, a space and a mark of punctuation are told apart. */
export function runAt(text: string, start: number): Run {
  const code = text.charCodeAt(start);
  let end = start + 1;
  while (text.charCodeAt(end) === code) end++;
  const before = classOf(text, start - 1);
  const after = classOf(text, end);
  const opens = after === 'letter' || (after === 'punctuation' && before !== 'letter');
  const closes = before === 'letter' || (before === 'punctuation' && after !== 'letter');
  if (code === asterisk) return { start, end, code, opens, closes };
  return {
    start,
    end,
    code,
    opens: opens && (before !== 'letter' || !closes),
    closes: closes && (after !== 'letter' || !opens),
  };
}

function classOf(text: string, at: number): 'space' | 'punctuation' | 'letter' {
  const character = text.charAt(at);
  if (character === '' || /\s/.test(character)) return 'space';
  return /\p{P}|\p{S}/u.test(character) ? 'punctuation' : 'letter';
}

/** Pairs runs, in order, and tells of each mark that is taken; what is left is text. As micromark does it. */
export function pairRuns(runs: Run[], take: (start: number, end: number) => void): void {
  for (let at = 0; at < runs.length; at++) {
    const closer = runs[at];
    if (!closer?.closes) continue;
    const from = openerFor(runs, at, closer);
    const opener = runs[from];
    if (!opener) continue;
    const size = opener.end - opener.start > 1 && closer.end - closer.start > 1 ? 2 : 1;
    take(opener.end - size, opener.end);
    take(closer.start, closer.start + size);
    opener.end -= size;
    closer.start += size;
    const left = opener.end > opener.start ? from + 1 : from;
    const right = closer.end > closer.start ? at : at + 1;
    runs.splice(left, right - left);
    at = left - 1;
  }
}

function openerFor(runs: readonly Run[], at: number, closer: Run): number {
  const size = closer.end - closer.start;
  for (let from = at - 1; from >= 0; from--) {
    const opener = runs[from];
    if (!opener?.opens || opener.code !== closer.code) continue;
    const isOdd =
      (opener.closes || closer.opens) && size % 3 !== 0 && (opener.end - opener.start + size) % 3 === 0;
    if (!isOdd) return from;
  }
  return -1;
}
