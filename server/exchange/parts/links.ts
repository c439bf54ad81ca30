/** Links between Markdown and documents, workbooks and pages. */
import type { CellPiece } from '../../core/plan/cellContent';
import { cellContent } from '../../core/plan/cellContent';
import { normalCell } from '../../core/plan/print';
import { withoutMarks } from './strike';

/** Where a person would be led: pages, and files beside the document. Everything else is text. */
const isFollowed = (address: string): boolean =>
  /^https?:\/\/[^\s]/i.test(address) ||
  (address !== '' && !/^(?:[a-z][a-z\d+.-]*:|[#\\?]|\/\/)/i.test(address));

/**
 * A text that leads somewhere, as Markdown; the text alone where the address says no more than it, or leads to no page
 * and no file.
 */
export function markdownLink(text: string, address: string): string {
  const target = address.trim();
  const shown = text.trim();
  if (shown === '' || /[\r\n]/.test(shown) || !isFollowed(target) || isTheSame(withoutMarks(shown), target))
    return text;
  const destination = /[\s()<>]/.test(target)
    ? `<${target.replace(/[<>\r\n]/g, (character) => encodeURIComponent(character))}>`
    : target;
  return text.replace(shown, () => `[${shown.replace(/[[\]]/g, '\\$&')}](${destination})`);
}

const isTheSame = (text: string, address: string): boolean =>
  text === address || `${text}/` === address || `http://${text}` === address || `https://${text}` === address;

/** Read again, it gives the same text: as a link, or as an address that says where it leads. */
const isKept = (text: string, address: string): boolean =>
  isTheSame(text, address) || markdownLink(text, address) !== text;

/** A cell's Markdown as a program without Markdown shows it; an address that a link of its own can have stays one. */
export function shownPieces(cell: string): readonly CellPiece[] {
  const pieces = cellContent(cell).map((piece): CellPiece => {
    const { text, address } = piece;
    if (address === undefined || (isFollowed(address) && isKept(text, address))) return piece;
    return { text: address === text || isTheSame(text, address) ? text : `${text} (${address})` };
  });
  return pieces.some(({ address }) => address !== undefined)
    ? pieces
    : [{ text: normalCell(pieces.map(({ text }) => text).join('')) }];
}

/**
 * The whole address of a link. Office keeps what stands behind `#`, such as the page of a document, in an attribute of its
 * own (ECMA-376, part 1, 18.3.1.47 and 17.16.22).
 * @param place as that attribute says it; undefined, or empty: none
 */
export const withPlace = (address: string, place: string | undefined): string =>
  place === undefined || place === '' || address.includes('#') ? address : `${address}#${place}`;
