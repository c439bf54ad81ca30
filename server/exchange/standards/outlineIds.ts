/** The IDs that headings and points of an outline begin with. */
import { count } from '../../words/counts';
import { plainProse } from './plainProse';
import { isIdLike } from './sheetColumns';
import { idAndWords } from './sheetTree';

/** A heading, a point of a list, or other words of an outline. */
export type Block =
  | { readonly kind: 'heading'; readonly level: number; readonly text: string }
  /** `indent` in blanks. */
  | { readonly kind: 'point'; readonly indent: number; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string };

export interface Named {
  readonly id?: string;
  readonly words: string;
}

/** What is set apart at the start of a text: in bold, in code or in brackets. */
interface Marked {
  readonly inside: string;
  readonly words: string;
  /** A colon ends it, as it does behind `Note:`. */
  readonly isLabel: boolean;
  readonly isBracket: boolean;
}

const markedParts =
  /^(?:\*\*((?:(?!\*\*)[^\n]){1,40})\*\*|__((?:(?!__)[^\n]){1,40})__|`([^`\n]{1,40})`|\[([^[\]\n]{1,40})\](?!\())([ \t]*[:.–—-]?[ \t]*)([^]*)$/;

function markedIn(text: string): Marked | undefined {
  const [, ...parts] = markedParts.exec(text) ?? [];
  const [bold, strong, code, bracket, mark = '', words = ''] = parts;
  const written = (bold ?? strong ?? bracket)?.replace(/\\([!-/:-@[-`{-~])/g, '$1') ?? code;
  if (written === undefined) return undefined;
  const inside = written.trim();
  return {
    inside: inside.replace(/[:.]$/, ''),
    words,
    isLabel: inside.endsWith(':') || mark.includes(':'),
    isBracket: bracket !== undefined,
  };
}

/** An ID in bold, in code or in brackets may have blanks in it; else it is the first word, with a digit in it. */
export function named(text: string): Named {
  const marked = markedIn(text);
  if (marked && isIdLike(marked.inside)) return { id: marked.inside, words: marked.words };
  const whole = marked && idAndWords(marked.inside);
  if (whole) return { id: whole.id, words: `${whole.words} ${marked.words}`.trim() };
  const plain = plainProse(text);
  const worded = /^(\p{L}{2,10}\.? [\p{N}][^\s:]{0,15})[ \t]*[:–—][ \t]+([^]*)$/u.exec(plain);
  if (worded) return { id: worded[1] ?? '', words: worded[2] ?? '' };
  const found = idAndWords(plain);
  if (found && plain.startsWith(found.id)) return { id: found.id, words: found.words };
  return /^[^\s]+$/.test(plain) && /\p{N}/u.test(plain) && isIdLike(plain)
    ? { id: plain, words: '' }
    : { words: plain };
}

/**
 * Each of the blocks with its ID. What is set apart at the start of a point as the IDs of its neighbours are is an ID,
 * too, if it is no word, however odd it looks (`§ 4 Abs. 2`, `=1`).
 * @param remarks takes what is set apart so, and is none
 */
export function namedInRuns(blocks: readonly Block[], remarks: string[]): readonly Named[] {
  const names = blocks.map(({ text }) => named(text));
  const left: string[] = [];
  for (const run of runsOf(blocks)) {
    const marked = run.flatMap((at) => {
      const found = markedIn(blocks[at]?.text ?? '');
      // A label, such as `Note:`, and a remark in brackets say nothing of what the others are.
      return found && (isIdLike(found.inside) || !(found.isLabel || found.isBracket))
        ? [{ at, ...found }]
        : [];
    });
    const known = marked.filter(({ inside }) => isIdLike(inside)).length;
    if (known < 2 || known * 2 < marked.length) continue;
    for (const { at, inside, words } of marked) {
      if (isIdLike(inside)) continue;
      if (isOdd(inside)) names[at] = { id: inside, words };
      else if (names[at]?.id === undefined) left.push(`“${inside}”`);
    }
  }
  if (left.length > 0)
    remarks.push(
      `${count(left.length, 'point')} among others with an ID ${left.length === 1 ? 'begins' : 'begin'} with something else, and ${left.length === 1 ? 'is' : 'are'} guidance of what stands before: ${left.slice(0, 5).join(', ')}${left.length > 5 ? '…' : ''}.`,
    );
  return names;
}

/** No word or phrase: with a digit in it, or a few characters that are not all letters of a word. */
const isOdd = (inside: string): boolean =>
  /\p{N}/u.test(inside) || (/^\S{1,6}$/.test(inside) && !/\p{L}{3}/u.test(inside));

/** The numbers of the points that stand side by side: as far in, with nothing further out between them. */
function runsOf(blocks: readonly Block[]): readonly (readonly number[])[] {
  const runs: number[][] = [];
  let open: { readonly indent: number; readonly run: number[] }[] = [];
  blocks.forEach((block, at) => {
    if (block.kind === 'heading') open = [];
    if (block.kind !== 'point') return;
    open = open.filter(({ indent }) => indent <= block.indent);
    const same = open.find(({ indent }) => indent === block.indent);
    if (same) same.run.push(at);
    else {
      const run = [at];
      runs.push(run);
      open.push({ indent: block.indent, run });
    }
  });
  return runs;
}
