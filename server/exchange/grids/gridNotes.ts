/** What a file's tables say of themselves, such as that a hidden sheet was not read, where nothing else would show it. */
import type { Grid } from '../../core/tables/grid';

/** More than so many nobody reads. */
const most = 5;

/** Whole sentences, each with what it is about. */
export const gridRemarks = (grids: readonly Grid[]): readonly string[] =>
  grids
    .flatMap(({ notes = [] }) => notes)
    .slice(0, most)
    .map(({ text, reason }) => (text === '' ? reason : `${text}: ${reason}`));

/** The message, and what may be why. */
export const withRemarks = (message: string, grids: readonly Grid[]): string =>
  [message, ...gridRemarks(grids)].join(' ');
