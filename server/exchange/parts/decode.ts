/** Bytes of a text file as text. */
import { decode } from '../../core/text/decode';

/**
 * UTF-8, UTF-16 as Excel saves “Unicode text”, and what is neither as Windows-1252, in which Excel for Windows saves CSV,
 * or as Mac OS Roman, in which Excel for Mac does: its lines end with a carriage return alone.
 * Any bytes give a text: what is imported is looked at before it is written.
 */
export function decodeText(bytes: Uint8Array): string {
  const { text, encoding } = decode(bytes);
  if (encoding === 'windows-1252' && bytes.includes(carriageReturn) && !bytes.includes(lineFeed))
    return new TextDecoder('macintosh').decode(bytes);
  return text.replace(/^\uFEFF/, '');
}

const [lineFeed, carriageReturn] = [0x0a, 0x0d];

export const encodeText = (text: string): Uint8Array => new TextEncoder().encode(text);
