/** Bytes of a text file as text. */
import { fromWindows1252 } from '../core/windows1252';

/**
 * UTF-8, UTF-16 with a byte order mark (as Excel saves “Unicode text”), and what is neither as Windows-1252, in which
 * Excel for Windows saves CSV. Any bytes give a text.
 */
export function decodeText(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return fromWindows1252(bytes);
  }
}

export const encodeText = (text: string): Uint8Array => new TextEncoder().encode(text);
