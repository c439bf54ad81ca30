/** The numbers of lists and headings, which stand nowhere in the text of a document (OpenDocument 1.3, part 1, 5.3). */
import { letters, roman } from '../parts/numerals';
import type { OdfLevel, OdfStyles } from './styles';

export interface OdfNumbering {
  readonly openList: (list: OpenedList) => void;
  readonly closeList: () => void;
  /** @param start the number of the item, where it says one */
  readonly openItem: (start: number | undefined) => void;
  readonly closeItem: () => void;
  /** The number of the item that is open, for the first paragraph in it; empty for others and where there is none. */
  readonly number: () => string;
  /** The number of a heading that stands in no list. @param level from 1 */
  readonly heading: (level: number) => string;
}

export interface OpenedList {
  readonly style: string | undefined;
  readonly id: string | undefined;
  /** The ID of the list that it goes on from. */
  readonly goesOnFrom: string | undefined;
  /** It goes on from the last one of its style. */
  readonly goesOn: boolean;
}

type Counts = (number | undefined)[];

export function odfNumbering({ list, outline }: OdfStyles): OdfNumbering {
  const byId = new Map<string, Counts>();
  const byStyle = new Map<string, Counts>();
  const headings: Counts = [];
  /** Lists in each other, the outermost first; `counts` is that of all of them. */
  const open: { readonly style: string; readonly counts: Counts }[] = [];
  const items: { isCounted: boolean; readonly start: number | undefined; readonly level: number }[] = [];
  return {
    openList: ({ style, id, goesOnFrom, goesOn }) => {
      const outer = open.at(-1);
      const own = style ?? outer?.style ?? '';
      const before = goesOnFrom === undefined ? undefined : byId.get(goesOnFrom);
      const counts = outer?.counts ?? before ?? (goesOn ? byStyle.get(own) : undefined) ?? [];
      open.push({ style: own, counts });
      if (outer) return;
      if (id !== undefined) byId.set(id, counts);
      byStyle.set(own, counts);
    },
    closeList: () => void open.pop(),
    openItem: (start) => void items.push({ isCounted: false, start, level: open.length - 1 }),
    closeItem: () => void items.pop(),
    number: () => {
      const item = items.at(-1);
      const inner = open.at(-1);
      if (!item || !inner || item.isCounted) return '';
      item.isCounted = true;
      return next(list(inner.style), inner.counts, item.level, item.start);
    },
    heading: (level) => next(outline, headings, level - 1, undefined),
  };
}

function next(
  levels: readonly (OdfLevel | undefined)[],
  counts: Counts,
  at: number,
  start: number | undefined,
): string {
  const level = levels[at];
  counts[at] = start ?? (counts[at] ?? (level?.start ?? 1) - 1) + 1;
  counts.length = at + 1;
  if (!level || level.format === '') return '';
  const first = Math.max(0, at - level.shown + 1);
  const numbers = Array.from({ length: at - first + 1 }, (_, index) => {
    const one = levels[first + index];
    return inFormat(counts[first + index] ?? one?.start ?? 1, one?.format ?? '1');
  });
  return `${level.prefix}${numbers.filter((number) => number !== '').join('.')}${level.suffix}`.trim();
}

function inFormat(number: number, format: string): string {
  switch (format) {
    case 'a':
      return letters(number);
    case 'A':
      return letters(number).toUpperCase();
    case 'i':
      return roman(number);
    case 'I':
      return roman(number).toUpperCase();
    case '':
      return '';
    default:
      return String(number);
  }
}
