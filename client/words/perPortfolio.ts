/** Several portfolios are several organisations: each is spoken of by itself, with its title. Nothing here knows VS Code. */

import { lowerFirst } from '../../server/words/capitals';

interface Titled {
  /** URI of its root folder. */
  readonly root: string;
  readonly title: string;
}

/**
 * What each portfolio is called among the others, by its root: its title, and where others have the same one, its folder
 * beside it.
 */
export function namesOf(portfolios: readonly Titled[]): ReadonlyMap<string, string> {
  return new Map(
    portfolios.map(({ root, title }) => {
      const others = portfolios.filter((one) => one.title === title && one.root !== root);
      return [root, others.length === 0 ? title : `${title} (${folderAmong(root, others)})`];
    }),
  );
}

/**
 * One sentence for each portfolio: what is said of it alone, or behind its name where there are several. Empty sentences
 * are left out.
 */
export function eachByName<P extends Titled>(
  portfolios: readonly P[],
  say: (portfolio: P) => string,
): readonly string[] {
  const names = namesOf(portfolios);
  return portfolios.flatMap((portfolio) => {
    const said = say(portfolio);
    if (said === '') return [];
    if (portfolios.length === 1) return [said];
    return [`${names.get(portfolio.root) ?? portfolio.title}: ${lowerFirst(said)}`];
  });
}

/** Narrow places have room for so many portfolios, and for so many characters of a name. */
const maximumInNarrow = 3;
const maximumName = 28;

/** The same for a narrow place such as the status bar; where there are too many, their number. */
export function eachInNarrow<P extends Titled>(
  portfolios: readonly P[],
  say: (portfolio: P) => string,
  many: string,
): string {
  if (portfolios.length > maximumInNarrow) return `${portfolios.length} ${many}`;
  const names = namesOf(portfolios);
  const short = portfolios.map((portfolio) => ({
    ...portfolio,
    title: shortened(names.get(portfolio.root) ?? portfolio.title),
  }));
  return eachByName(short, say).join(' · ');
}

const shortened = (name: string): string =>
  name.length <= maximumName ? name : `${name.slice(0, maximumName - 1).trimEnd()}…`;

/** As much of the end of a folder's path as tells it from the others. */
function folderAmong(root: string, others: readonly Titled[]): string {
  const endOf = (address: string, parts: number): string =>
    address.replace(/\/+$/, '').split('/').slice(-parts).join('/');
  let parts = 1;
  while (parts < 20 && others.some((other) => endOf(other.root, parts) === endOf(root, parts))) parts++;
  const end = endOf(root, parts);
  try {
    return decodeURIComponent(end);
  } catch {
    return end;
  }
}
