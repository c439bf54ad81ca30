/** Bytes of a text file as text. */

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

// Node's own decoder takes it for Latin-1 (nodejs/node#56542), where dashes and curly quotation marks get lost.
const above80 = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8DŽ\x8F\x90‘’“”•–—˜™š›œ\x9DžŸ';

const fromWindows1252 = (bytes: Uint8Array): string =>
  new TextDecoder('latin1')
    .decode(bytes)
    .replace(/[\x80-\x9F]/g, (character) => above80[character.charCodeAt(0) - 0x80] ?? character);

export const encodeText = (text: string): Uint8Array => new TextEncoder().encode(text);
