/** What a file's tables say of themselves, such as that a hidden sheet was not read, where nothing else would show it. */
import type { Grid } from '../../core/tables/grid';
import { oneLine } from '../../words/oneLine';

/** More than so many nobody reads. */
const most = 12;

/** Whole sentences, each with what it is about. */
export function gridRemarks(grids: readonly Grid[]): readonly string[] {
  const all = grids.flatMap(({ notes = [], name, unit }) =>
    notes.map(({ text, reason, place }) => {
      const where = [name, place === undefined ? undefined : `${unit} ${place}`].filter(
        (part) => part !== undefined,
      );
      return `${[...(text === '' ? where : [oneLine(text)])].map((part) => `${part}: `).join('')}${reason}`;
    }),
  );
  const left = all.length - most;
  return left > 0 ? [...all.slice(0, most), `There are ${left} more such remarks.`] : all;
}

/** The message, and what may be why. */
export const withRemarks = (message: string, grids: readonly Grid[]): string =>
  [message, ...gridRemarks(grids)].join(' ');
