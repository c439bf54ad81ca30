/**
 * Bytes of a text file as text, and whether that is certain: one function for evidence, manifests, standards and
 * imported plans, on the disk, from an editor and in git.
 */
import { fromWindows1252 } from './windows1252';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'utf-32le' | 'utf-32be' | 'windows-1252';

export interface Decoded {
  /** With its byte order mark. Any bytes give a text: where it is not certain, what they most probably say. */
  readonly text: string;
  readonly encoding: Encoding;
  /** Why that is not certain, and what to do, for people, as in “This file was left out: it …”. Undefined: it is. */
  readonly doubt?: string;
  /** These are hardly the bytes of a text at all. */
  readonly isBinary?: true;
}

/** Whether a text that was read as UTF-8, in which faults become U+FFFD, needs a closer look at its bytes. */
export const isDoubtful = (text: string): boolean => text.includes('\uFFFD') || text.includes('\0');

export function decode(bytes: Uint8Array): Decoded {
  return marked(bytes) ?? (bytes.includes(0) ? withNul(bytes) : withoutNul(bytes));
}

/** With a byte order mark that says what follows. */
function marked(bytes: Uint8Array): Decoded | undefined {
  const [first, second, third, fourth] = bytes;
  const isShort16 = first === 0xff && second === 0xfe && (third !== 0 || fourth !== 0);
  if (first === 0xff && second === 0xfe && !isShort16 && bytes.length % 4 === 0)
    return wide(bytes, 'utf-32le');
  if (first === 0 && second === 0 && third === 0xfe && fourth === 0xff) return wide(bytes, 'utf-32be');
  if (first === 0xff && second === 0xfe) return wide(bytes, 'utf-16le');
  if (first === 0xfe && second === 0xff) return wide(bytes, 'utf-16be');
  return undefined;
}

/** @param encoding of two or four bytes to a unit, certain but for what is broken in it */
function wide(bytes: Uint8Array, encoding: Exclude<Encoding, 'utf-8' | 'windows-1252'>): Decoded {
  const text = strictly(bytes, encoding);
  if (text !== undefined && !text.includes('\0')) return { text, encoding };
  return {
    text: text ?? loosely(bytes, encoding),
    encoding,
    doubt: `it is saved as ${encoding.toUpperCase()} and damaged, such as broken off in the middle of a character. Take it from git or a backup, or save it anew as UTF-8.`,
  };
}

/** Hardly anybody’s text has NUL characters; half the bytes of UTF-16 are NUL, where a text is in English. */
function withNul(bytes: Uint8Array): Decoded {
  if (bytes.every((byte) => byte === 0))
    return {
      text: '',
      encoding: 'utf-8',
      doubt:
        'there is nothing in it but NUL characters, as after a computer stopped while it saved. Take it from git or a backup.',
      isBinary: true,
    };
  for (const encoding of ['utf-32le', 'utf-32be', 'utf-16le', 'utf-16be'] as const) {
    const text = strictly(bytes, encoding);
    if (text !== undefined && isPlainText(text) && hasNulPerLetter(bytes)) return { text, encoding };
  }
  const kind = signatures.find(([start]) => start.every((byte, at) => bytes[at] === byte));
  return {
    text: loosely(bytes, 'utf-8'),
    encoding: 'utf-8',
    doubt: `it is ${kind?.[1] ?? 'not a text (it holds NUL characters)'}, whatever its name says. ${kind ? 'Give it its own ending, keep it as an attachment, and write the evidence as text.' : 'Take it from git or a backup, or write it as text.'}`,
    isBinary: true,
  };
}

/** Each letter of ASCII brings a NUL with it there; a text with a few of them by accident is another matter. */
function hasNulPerLetter(bytes: Uint8Array): boolean {
  let nul = 0;
  let ascii = 0;
  for (const byte of bytes) {
    if (byte === 0) nul++;
    else if (byte >= 0x20 && byte < 0x80) ascii++;
  }
  return nul * 2 >= ascii;
}

/** What is most often given the ending of a text. */
const signatures: readonly (readonly [start: readonly number[], words: string])[] = [
  [[0x50, 0x4b, 0x03, 0x04], 'a Word document, a workbook or another ZIP file'],
  [[0xd0, 0xcf, 0x11, 0xe0], 'a document of an old Office'],
  [[0x25, 0x50, 0x44, 0x46], 'a PDF'],
  [[0x89, 0x50, 0x4e, 0x47], 'a picture'],
  [[0xff, 0xd8, 0xff], 'a picture'],
  [[0x47, 0x49, 0x46, 0x38], 'a picture'],
];

/**
 * Whether a text that nothing says the encoding of reads as one: no control characters, and as much of it in ASCII
 * as the blanks, line ends and punctuation of any language are. In the wrong byte order, those are other characters.
 */
function isPlainText(text: string): boolean {
  let ascii = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < 0x20 && code !== 9 && code !== 10 && code !== 12 && code !== 13) return false;
    if (code < 0x7f) ascii++;
    if (code === 0xfffe || code === 0xffff) return false;
  }
  return ascii * 8 >= text.length;
}

function withoutNul(bytes: Uint8Array): Decoded {
  const text = strictly(bytes, 'utf-8');
  if (text !== undefined) return { text, encoding: 'utf-8' };
  const { faultAt, sequences, high } = surveyOf(bytes);
  const line = 1 + bytes.subarray(0, faultAt).filter((byte) => byte === 0x0a).length;
  const kind = signatures.find(([start]) => start.every((byte, at) => bytes[at] === byte));
  if (kind || controls(bytes) * 50 > bytes.length)
    return {
      text: loosely(bytes, 'utf-8'),
      encoding: 'utf-8',
      doubt: `it is ${kind?.[1] ?? 'not a text'}, whatever its name says. Give it its own ending, keep it as an attachment, and write the evidence as text.`,
      isBinary: true,
    };
  if (sequences > 0 && isCutAt(bytes, faultAt))
    return {
      text: loosely(bytes, 'utf-8'),
      encoding: 'utf-8',
      doubt: `it breaks off in the middle of a character in line ${line}, so that its end may be lost. Take it from git or a backup, or look at its end and save it again.`,
    };
  if (sequences > 0)
    return {
      text: loosely(bytes, 'utf-8'),
      encoding: 'utf-8',
      doubt: `it is saved as UTF-8 but for a character in line ${line}, as where texts of two programs were put together. Open it, write that character (shown as \uFFFD) anew, and save it.`,
    };
  // Letters of other alphabets are all above ASCII; those of western Europe stand between ones that are not.
  const isWestern = high * 4 < bytes.length;
  return {
    text: fromWindows1252(bytes),
    encoding: 'windows-1252',
    doubt: `it is not saved as UTF-8${isWestern ? ', but probably as Windows-1252 (“ANSI”)' : ''}: see line ${line}. Save it as UTF-8: in VS Code, click the encoding in the status bar, “Reopen with Encoding”, ${isWestern ? '“Western (Windows 1252)”' : 'the one in which all letters are right'}, then click it again, “Save with Encoding”, “UTF-8”.`,
  };
}

/** Where the first byte that is not UTF-8 stands, how many characters of several bytes there are, and bytes above ASCII. */
function surveyOf(bytes: Uint8Array): {
  readonly faultAt: number;
  readonly sequences: number;
  readonly high: number;
} {
  let faultAt = bytes.length;
  let sequences = 0;
  let high = 0;
  for (let at = 0; at < bytes.length;) {
    const length = sequenceAt(bytes, at);
    const step = Math.max(1, length);
    if ((bytes[at] ?? 0) > 0x7f) high += step;
    if (length > 1) sequences++;
    if (length === 0) faultAt = Math.min(faultAt, at);
    at += step;
  }
  return { faultAt, sequences, high };
}

/** The number of bytes of the character at a place; 0 where these are not UTF-8. Unicode, table 3-7. */
function sequenceAt(bytes: Uint8Array, at: number): number {
  const [first = 0, second = 0] = [bytes[at], bytes[at + 1]];
  if (first < 0x80) return 1;
  const length = first < 0xc2 ? 0 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : first < 0xf5 ? 4 : 0;
  const low = first === 0xe0 ? 0xa0 : first === 0xf0 ? 0x90 : 0x80;
  const high = first === 0xed ? 0x9f : first === 0xf4 ? 0x8f : 0xbf;
  if (length === 0 || second < low || second > high) return 0;
  for (let next = at + 2; next < at + length; next++) if (((bytes[next] ?? 0) & 0xc0) !== 0x80) return 0;
  return length;
}

/** Whether a character begins there that the file ends before the end of. */
function isCutAt(bytes: Uint8Array, at: number): boolean {
  const [first = 0] = bytes.subarray(at, at + 1);
  const length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
  return (
    first >= 0xc2 &&
    at + length > bytes.length &&
    bytes.subarray(at + 1).every((byte) => (byte & 0xc0) === 0x80)
  );
}

const controls = (bytes: Uint8Array): number =>
  bytes.filter((byte) => byte < 0x20 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13).length;

function strictly(bytes: Uint8Array, encoding: Exclude<Encoding, 'windows-1252'>): string | undefined {
  try {
    return encoding.startsWith('utf-32')
      ? fromUtf32(bytes, encoding === 'utf-32le')
      : new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

const loosely = (bytes: Uint8Array, encoding: Exclude<Encoding, 'windows-1252'>): string =>
  new TextDecoder(encoding.startsWith('utf-32') ? 'utf-8' : encoding, { ignoreBOM: true }).decode(bytes);

/** Undefined where these are no characters: nearly always, where it is something else. No decoder knows it. */
function fromUtf32(bytes: Uint8Array, isLittleEndian: boolean): string | undefined {
  if (bytes.length % 4 !== 0) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const characters: string[] = [];
  for (let at = 0; at < bytes.length; at += 4) {
    const code = view.getUint32(at, isLittleEndian);
    if (code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return undefined;
    characters.push(String.fromCodePoint(code));
  }
  return characters.join('');
}
