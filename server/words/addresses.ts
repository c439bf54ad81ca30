/** Names in addresses. */

/** A character with its UTF-8 bytes as `%28`, also one that encodeURIComponent leaves as it is. Half a character has none. */
export function percentEncoded(character: string): string {
  const encoded = encodeURIComponent(character.toWellFormed());
  return encoded === character
    ? `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`
    : encoded;
}
