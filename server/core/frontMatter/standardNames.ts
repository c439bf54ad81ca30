/** What a portfolio may call its standards, and IDs with such a name before them: `ISO:9.1.2`. */

/** Letters, perhaps digits, dots, dashes and underscores: nothing that ends a name in YAML or in a sentence. */
export const isStandardName = (text: string): boolean =>
  /^[\p{L}\p{N}][\p{L}\p{N}._-]{0,39}$/u.test(text) && /\p{L}/u.test(text);

/** How an ID is written and known where a portfolio has several standards. */
export const qualified = (name: string, id: string): string => `${name}:${id}`;

/** A name and what stands behind its colon, for each of some names that a text begins with: `ISO: 9.1.2`, too. */
export const readingsOf = (
  text: string,
  names: readonly string[],
): readonly { readonly name: string; readonly id: string }[] =>
  names.flatMap((name) => {
    if (!text.startsWith(name)) return [];
    const colon = /^[ \t]*:[ \t]*(?=.)/su.exec(text.slice(name.length));
    return colon ? [{ name, id: text.slice(name.length + colon[0].length) }] : [];
  });
