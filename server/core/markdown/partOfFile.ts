/** Where in a file an address points to, in words: `#page=4` is page 4. */

/**
 * What follows a path, in words: `page 4`, `Sheet2, cell A1`. Empty where it says nothing to a person.
 * The forms are those of PDF readers (RFC 8118), spreadsheets, slides and media fragments.
 */
export function partOfFile(tail: string): string {
  const at = tail.indexOf('#');
  const fragment = at < 0 ? '' : decoded(tail.slice(at + 1));
  const parameters = new Map(
    fragment.split('&').map((part): readonly [string, string] => {
      const [name = '', ...value] = part.split('=');
      return [name.trim().toLowerCase(), value.join('=').trim()];
    }),
  );
  const number = (name: string): string | undefined => /^\d{1,6}$/.exec(parameters.get(name) ?? '')?.[0];
  for (const name of ['page', 'slide', 'line']) {
    const found = number(name);
    if (found !== undefined) return `${name} ${found}`;
  }
  const named = parameters.get('nameddest') ?? parameters.get('bookmark');
  if (named) return `“${named}”`;
  const seconds = /^(?:npt:)?(\d{1,6})(?:\.\d+)?(?:,|$)/.exec(parameters.get('t') ?? '')?.[1];
  if (seconds !== undefined) return clock(Number(seconds));
  return cellInWords(fragment) ?? (fragment === '' || fragment.includes('=') ? '' : `“${fragment}”`);
}

/** An address with its page as a cell of a table says it: `report.pdf, p. 4` of `report.pdf#page=4`. */
export const withPageInWords = (address: string): string => address.replace(/#page=(\d{1,5})$/, ', p. $1');

/** `Sheet2!A1`, `'Spring survey'!B2:C9`. */
function cellInWords(fragment: string): string | undefined {
  const match =
    /^(?:'((?:[^']|'')+)'|([^'!]+))!(\$?[A-Za-z]{1,3}\$?\d{1,7})(:\$?[A-Za-z]{1,3}\$?\d{1,7})?$/.exec(
      fragment,
    );
  if (!match) return undefined;
  const sheet = match[1]?.replaceAll("''", "'") ?? match[2] ?? '';
  const cells = `${match[3] ?? ''}${match[4] ?? ''}`.replaceAll('$', '').toUpperCase();
  return `${sheet}, ${match[4] === undefined ? 'cell' : 'cells'} ${cells}`;
}

/** `1:30`. */
const clock = (seconds: number): string =>
  `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
