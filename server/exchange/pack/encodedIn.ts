/** Texts as bytes, in a space that is used again and again: what is written once and forgotten leaves nothing to tidy up. */

const encoder = new TextEncoder();

/**
 * The texts in UTF-8, in stretches of at most as many bytes as there is space for.
 * @param space of four bytes at least; each stretch lies in it, until the next one is asked for
 */
export function* encodedIn(space: Uint8Array, texts: Iterable<string>): Generator<Uint8Array> {
  let length = 0;
  for (const text of texts)
    for (let at = 0; at < text.length;) {
      const { read, written } = encoder.encodeInto(at === 0 ? text : text.slice(at), space.subarray(length));
      at += read;
      length += written;
      if (at >= text.length) continue;
      yield space.subarray(0, length);
      length = 0;
    }
  if (length > 0) yield space.subarray(0, length);
}
