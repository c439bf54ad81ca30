/** Bytes of a text file as text. */
import { decode } from '../../core/text/decode';

/**
 * UTF-8, UTF-16 as Excel saves “Unicode text”, and what is neither as Windows-1252, in which Excel for Windows saves CSV,
 * or as Mac OS Roman, in which Excel for Mac does: its lines end with a carriage return alone.
 * Any bytes give a text: what is imported is looked at before it is written.
 */
export function decodeText(bytes: Uint8Array): string {
  const { text, encoding } = decode(bytes);
  if (encoding === 'windows-1252' && isOfMac(text)) return new TextDecoder('macintosh').decode(bytes);
  return text.replace(/^\uFEFF/, '');
}

/** Within a cell, and so between quotation marks, lines end with a line feed on a Mac as well. */
const isOfMac = (text: string): boolean =>
  /\r(?!\n)/.test(text) && !text.replace(/"[^"]*"/g, '').includes('\n');

export const encodeText = (text: string): Uint8Array => new TextEncoder().encode(text);
