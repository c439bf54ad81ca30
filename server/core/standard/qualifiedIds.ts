/** IDs with the name of their standard before them: `ISO:9.1.2`. */

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
