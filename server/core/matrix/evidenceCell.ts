/** The items of evidence in one cell: one, or several on lines, with `;` between them, or numbered. */
import { oneLine } from '../../words/oneLine';
import { refIn } from './refs';
import { placeOf, withoutPage, withPage } from './whereToLook';

export interface CellItem {
  /** On one line; empty where the cell names the item by its number alone. */
  readonly title: string;
  readonly ref: string | undefined;
  readonly isStrongest: boolean;
  /** A page that is named, where nothing says of which file. */
  readonly page: number | undefined;
  /** Where a link of it leads. */
  readonly attachments: readonly string[];
}

/** An item of which nothing is known. */
export const noItem: CellItem = {
  title: '',
  ref: undefined,
  isStrongest: false,
  page: undefined,
  attachments: [],
};

/** How an item is marked as the best there is: `(strongest)`, `*strongest*`, `★`. */
export const strongestMark = ' (strongest)';
const strongest =
  /\s*(?:[([*_]+\s*(?:the )?(?:strongest|best evidence|key evidence|cryfaf|y dystiolaeth orau)\s*[)\]*_]+|★|⭐️?|\s[-–—]\s*strongest\s*$)\s*|^strongest\s*:\s*|\s+strongest$/iu;

/**
 * @param cell with links as Markdown, all else as it is
 * @param isOne the table has a row for each item: the cell is one title, whatever stands in it
 */
export function itemsIn(cell: string, isOne: boolean): readonly CellItem[] {
  if (isOne) {
    const lines = cell.split('\n').filter((line) => line.trim() !== '');
    return lines.flatMap((line) => itemOf(line, true) ?? []);
  }
  return joinedLines(cell.split('\n'))
    .flatMap((line) => (line.length > longest ? [line] : separated(line)))
    .flatMap((text) => itemOf(text, false) ?? []);
}

/** Longer lines are no list of titles: what a stranger's file holds may be long. */
const longest = 2000;

const mark = /^\s*(?:[•▪◦●○■□➢➤✓✔–—*·-]|\(?\d{1,3}[.)](?=\s)|\(?[a-z][.)](?=\s))\s*/iu;

/** Among lines that are numbered, one that is not goes on from the one before it. */
function joinedLines(lines: readonly string[]): readonly string[] {
  const filled = lines.filter((line) => line.trim() !== '');
  const marks = filled.map((line) => mark.test(line) || refIn(line) !== undefined);
  if (marks[0] !== true || marks.filter(Boolean).length < 2) return filled;
  const joined: string[] = [];
  for (const [at, line] of filled.entries()) {
    const last = joined.pop();
    if (last === undefined || marks[at]) joined.push(...(last === undefined ? [] : [last]), line);
    else joined.push(`${last} ${line.trim()}`);
  }
  return joined;
}

/** Several on a line: with `;` between them, or each with a number before it. */
function separated(line: string): readonly string[] {
  const parts = line.split(/\s*;\s+|;$/).filter((part) => /[\p{L}\p{N}]/u.test(part));
  if (parts.length > 1) return parts;
  const starts = Array.from(
    line.matchAll(/(?:^|[,\s])\s*(?=(?:ES|EV|EVD)[\s.-]?\d{1,4}\b)/gi),
    ({ index }) => index,
  );
  if (starts.length < 2) return [line];
  const before = line.slice(0, starts[0]).trim() === '' ? [] : [line.slice(0, starts[0])];
  return [
    ...before,
    ...starts.map((start, at) => line.slice(start, starts[at + 1]).replace(/^[\s,]+|[\s,]+$/g, '')),
  ];
}

function itemOf(source: string, isOne: boolean): CellItem | undefined {
  if (source.length > longest) return { ...noItem, title: oneLine(source) };
  const isStrongest = strongest.test(source);
  const unmarked = oneLine(isStrongest ? source.replace(strongest, ' ') : source);
  const text = isOne ? unmarked : unmarked.replace(mark, '');
  const linked =
    /^\[((?:\\.|[^\]\\])*)\]\(.*\)$/.test(text) || (!isOne && text.includes(']('))
      ? placeOf(text)
      : undefined;
  const plain = linked === undefined ? text : withoutLinks(text);
  const found = isOne ? undefined : refIn(plain);
  const said = found ? found.rest : plain;
  const { text: title, page } = isOne ? { text: said, page: undefined } : withoutPage(said);
  if (title === '' && found === undefined) return undefined;
  return {
    title: oneLine(title),
    ref: found?.ref,
    isStrongest,
    page: linked === undefined ? page : undefined,
    attachments: linked === undefined ? [] : [withPage(linked, page)],
  };
}

const withoutLinks = (text: string): string =>
  text.replace(
    /\[((?:\\.|[^\]\\])*)\]\((?:<[^<>]*>|[^()\s]*(?:\([^()\s]*\)[^()\s]*)*)\)/g,
    (_, shown: string) => shown.replace(/\\([[\]])/g, '$1'),
  );
