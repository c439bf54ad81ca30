/**
 * What `ask` gives, or undefined where this editor does not offer it yet. An older editor may have it already, as a
 * proposal: it is there and throws when it is called, which must not take the rest of the extension with it.
 */
export function ifOffered<T>(ask: () => T): T | undefined {
  try {
    return ask();
  } catch {
    return undefined;
  }
}
