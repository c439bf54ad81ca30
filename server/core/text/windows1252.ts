/** Windows-1252, the encoding of many files that programs on Windows save. */

// Node's own decoder takes it for Latin-1 (nodejs/node#56542), where dashes and curly quotation marks get lost.
const above80 = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8DŽ\x8F\x90‘’“”•–—˜™š›œ\x9DžŸ';

/** Any bytes give a text; five of them are control characters. */
export const fromWindows1252 = (bytes: Uint8Array): string =>
  new TextDecoder('latin1')
    .decode(bytes)
    .replace(/[\x80-\x9F]/g, (character) => above80[character.charCodeAt(0) - 0x80] ?? character);
