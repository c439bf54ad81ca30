/** Texts as UTF-8, which takes half of the space of a text that has one character from outside Western Europe. */

/** A part of some bytes. */
export interface Utf8 {
  readonly bytes: Uint8Array;
  readonly start: number;
  readonly end: number;
}

const encoder = new TextEncoder();
/** A byte order mark is a character of the text here. */
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** Short texts share a piece of memory: thousands of small ones would each have to be asked for, and kept account of. */
const shared = 64 * 1024;
let piece = new Uint8Array(0);
let used = 0;
/** Where short texts are written first: how long they are as UTF-8 is known only then. */
const scratch = new Uint8Array(shared);

/** The text must be well-formed: half a character cannot be written. */
export function encoded(text: string): Utf8 {
  // UTF-8 takes three bytes at most for a UTF-16 code unit.
  if (text.length * 3 > shared) return all(encoder.encode(text));
  const { written } = encoder.encodeInto(text, scratch);
  if (written > shared / 4) return all(scratch.slice(0, written));
  if (used + written > piece.length) {
    piece = new Uint8Array(shared);
    used = 0;
  }
  piece.set(scratch.subarray(0, written), used);
  const start = used;
  used += written;
  return { bytes: piece, start, end: used };
}

const all = (bytes: Uint8Array): Utf8 => ({ bytes, start: 0, end: bytes.length });

/** The words looked for last, as bytes: thousands of texts are asked for the same. */
let wanted = { words: '', bytes: new Uint8Array(0) };

/** Whether a text is in it; for texts that are hardly ever in it, a tenth of what it costs to make a text of it first. */
export function contains({ bytes, start, end }: Utf8, text: string): boolean {
  if (wanted.words !== text) wanted = { words: text, bytes: encoder.encode(text) };
  const words = wanted.bytes;
  const [first] = words;
  if (first === undefined) return true;
  const last = end - words.length;
  // What is found behind the end is of another text, and near: many share some bytes.
  for (let at = bytes.indexOf(first, start); at >= 0 && at <= last; at = bytes.indexOf(first, at + 1)) {
    let same = 1;
    while (same < words.length && bytes[at + same] === words[same]) same++;
    if (same === words.length) return true;
  }
  return false;
}

export const decoded = ({ bytes, start, end }: Utf8): string => decoder.decode(bytes.subarray(start, end));
