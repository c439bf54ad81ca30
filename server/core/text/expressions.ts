/**
 * The source of a regular expression that matches a text as it stands. Made for expressions with the flag `u`, in which
 * a backslash before a character that means nothing special (a hyphen, say) is an error, and right without it, too.
 * Whatever comes from a file or a standard goes through here before it becomes part of an expression.
 */
export const literally = (text: string): string => text.replace(/[$()*+.?[\\\]^{|}]/g, '\\$&');

/**
 * What is worked out when it is first asked for, and kept: expressions with classes of Unicode, each of which takes the
 * engine as long as some files, are not made at every start.
 */
export function onFirstUse<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => (made ??= { value: make() }).value;
}
