/** Texts as bytes, in a space that is used again and again: what is written once and forgotten leaves nothing to tidy up. */

const encoder = new TextEncoder();

/**
 * The texts in UTF-8, some of which are that already, in stretches of at most as many bytes as there is space for.
 * @param space of four bytes at least; each stretch lies in it, until the next one is asked for
 */
export function* encodedIn(space: Uint8Array, texts: Iterable<string | Uint8Array>): Generator<Uint8Array> {
  let length = 0;
  for (const text of texts)
    for (let at = 0; at < text.length;) {
      const { read, written } = put(at === 0 ? text : text.slice(at), space.subarray(length));
      at += read;
      length += written;
      if (at >= text.length) continue;
      yield space.subarray(0, length);
      length = 0;
    }
  if (length > 0) yield space.subarray(0, length);
}

function put(
  text: string | Uint8Array,
  space: Uint8Array,
): { readonly read: number; readonly written: number } {
  if (typeof text === 'string') return encoder.encodeInto(text, space);
  const fitting = text.length <= space.length ? text : text.subarray(0, space.length);
  space.set(fitting);
  return { read: fitting.length, written: fitting.length };
}
