/** What the Markdown of a cell shows: text and links, for programs that know no Markdown. */
import type { PhrasingContent, TableCell } from 'mdast';
import { withinLimits } from '../markdown/limits';
import { withPageInWords } from '../markdown/partOfFile';
import { parseMarkdownWithTables } from '../markdown/tree';
import { cellMarkdown } from './print';

/** A stretch of a cell; with an address where it is a link. */
export interface CellPiece {
  readonly text: string;
  readonly address?: string;
}

/** Where none of these stands, a cell's Markdown is its text. */
const marks = /[\\`*_[\]<&!]/;

/**
 * The text and links of a cell (`PlanCell.text`), marks of emphasis and code gone, escapes and entities resolved. Tags
 * stay as they stand: in a cell that comes from elsewhere, `<name>` is a text.
 */
export function cellContent(cell: string): readonly CellPiece[] {
  if (!marks.test(cell)) return [{ text: cell }];
  const source = `| ${cellMarkdown(cell)} |\n| - |\n`;
  // What is beyond the limits would be read as other than it is.
  if (withinLimits(source) !== source) return [{ text: cell }];
  const parsed = parsedCell(source);
  return parsed ? joined(parsed.children.flatMap((node) => piecesOf(node))) : [{ text: cell }];
}

/** The same as one text, where the address of a link stands behind it in brackets unless it says the same. */
export const cellText = (cell: string): string => (marks.test(cell) ? textOfPieces(cellContent(cell)) : cell);

export const textOfPieces = (pieces: readonly CellPiece[]): string =>
  pieces
    .map(({ text, address }) =>
      address === undefined || saysAddress(text, address) ? text : `${text} (${address})`,
    )
    .join('');

/** The address itself, with a page in words or not: `a b.pdf, p. 4` of `a%20b.pdf#page=4`. */
const saysAddress = (text: string, address: string): boolean =>
  text === address || [address, withPageInWords(address)].some((said) => decoded(said) === text);

/** An address with spaces and other letters as they are: programs write them in either way. */
export function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}

function parsedCell(source: string): TableCell | undefined {
  const [table, ...others] = parseMarkdownWithTables(source).children;
  if (table?.type !== 'table' || others.length > 0) return undefined;
  const [cell, ...more] = table.children[0]?.children ?? [];
  return more.length === 0 ? cell : undefined;
}

function piecesOf(node: PhrasingContent, address?: string): readonly CellPiece[] {
  const piece = (text: string): readonly CellPiece[] =>
    address === undefined ? [{ text }] : [{ text, address }];
  if (node.type === 'html') return piece(node.value.replace(/^<br[ \t]*\/?>$/i, '\n'));
  if (node.type === 'image')
    return [{ text: node.alt === '' || !node.alt ? node.url : node.alt, address: node.url }];
  if (node.type === 'link') return joined(node.children.flatMap((child) => piecesOf(child, node.url)));
  if ('value' in node) return piece(node.value);
  // A cell is one line, and has no definitions: no line breaks in it, and nothing refers to them.
  return 'children' in node ? node.children.flatMap((child) => piecesOf(child, address)) : [];
}

/** Neighbours that lead to the same place are one. */
function joined(pieces: readonly CellPiece[]): readonly CellPiece[] {
  const result: CellPiece[] = [];
  for (const piece of pieces) {
    const last = result.at(-1);
    if (last && last.address === piece.address)
      result[result.length - 1] = { ...last, text: last.text + piece.text };
    else if (piece.text !== '') result.push(piece);
  }
  return result;
}
