/** Bytes of a text file as text. */
import { decode } from '../../core/text/decode';

/**
 * UTF-8, UTF-16 as Excel saves “Unicode text”, and what is neither as Windows-1252, in which Excel for Windows saves CSV.
 * Any bytes give a text: what is imported is looked at before it is written.
 */
export const decodeText = (bytes: Uint8Array): string => decode(bytes).text.replace(/^\uFEFF/, '');

export const encodeText = (text: string): Uint8Array => new TextEncoder().encode(text);
