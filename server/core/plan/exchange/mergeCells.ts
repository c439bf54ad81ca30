/**
 * What a cell says after an import: nothing that somebody has typed is lost, what cannot be read takes the place of
 * nothing that can, and a second import changes nothing.
 */
import type { StandardNode } from '../../standard/standard';
import { cellContent, cellText, decoded } from '../cellContent';
import { noValueOf } from '../../tables/noValue';
import { readPlanDate } from '../dates';
import type { PlanColumnRole } from '../model';
import { plainCell } from '../plainCell';
import { normalCell } from '../print';
import { readProgress } from '../progress';
import { hasWordingOf, isLike, lettersOf } from '../wording';

/**
 * An empty imported cell changes nothing, one that says nothing (`TBC`, `#REF!`) neither, and neither does one that says
 * the same in other words (`31/03/2027` for 31 March 2027). What differs replaces what was there, but for comments, to
 * which it is added, and for the standard's own wording, which stays where the import only has a variant of it.
 */
export function mergedCell(
  role: PlanColumnRole | undefined,
  here: string,
  imported: string,
  element: StandardNode | undefined,
): string {
  if (imported === '' || imported === here || noValueOf(imported) !== undefined) return here;
  if (here === '') return imported;
  if (isShownAs(here, imported)) return here;
  if (isRefused(role, here, imported)) return here;
  switch (role) {
    case 'ref':
      return here;
    case 'comments':
      return mergedComments(here, imported);
    case 'action':
      return isVariant(here, imported, element) ? here : imported;
    case 'target':
    case 'progress':
    case 'responsibility':
    case undefined:
      return isSame(role, here, imported) && !leadsFurther(here, imported) ? here : imported;
  }
}

/** Programs without Markdown show a cell without its marks, and give it back so. */
const isShownAs = (here: string, imported: string): boolean =>
  imported === normalCell(cellText(here)) ||
  cellText(imported) === cellText(here) ||
  leadsNoFurther(here, imported);

/** The same words, and no address that is not there: a workbook has a link for a whole cell, where ours is on a word. */
function leadsNoFurther(here: string, imported: string): boolean {
  if (!here.includes('](')) return false;
  const words = (cell: string): string =>
    normalCell(
      cellContent(cell)
        .map(({ text }) => text)
        .join(''),
    );
  return words(here) === words(imported) && !leadsFurther(here, imported);
}

/** True where an imported cell has a link to what the one here does not lead to. */
function leadsFurther(here: string, imported: string): boolean {
  if (!imported.includes('](')) return false;
  const own = new Set(addressesIn(here));
  return addressesIn(imported).some((address) => !own.has(address));
}

const addressesIn = (cell: string): readonly string[] =>
  cellContent(cell).flatMap(({ address }) => (address === undefined ? [] : [decoded(address)]));

/** True where an imported cell cannot be read, and so does not take the place of what can. */
export const isRefused = (role: PlanColumnRole | undefined, here: string, imported: string): boolean =>
  role !== 'ref' && imported !== here && isReadable(role, here) && !isReadable(role, imported);

/** Whether a cell says what its column is for: a date where dates stand, letters where somebody is named. */
export function isReadable(role: PlanColumnRole | undefined, cell: string): boolean {
  if (noValueOf(cell) !== undefined) return false;
  switch (role) {
    case 'target':
      return ['date', 'ongoing'].includes(readPlanDate(cell).kind);
    case 'progress':
      return readProgress(cell).kind === 'known';
    case 'responsibility':
      return /\p{L}/u.test(cell) && !['date', 'ongoing'].includes(readPlanDate(cell).kind);
    case 'ref':
    case 'action':
    case 'comments':
    case undefined:
      return true;
  }
}

/** Lines that are there already are not added again; a comment that goes on in the import takes the place of its start. */
function mergedComments(here: string, imported: string): string {
  if (`\n${here}\n`.includes(`\n${imported}\n`)) return here;
  return imported.startsWith(here) ? imported : `${here}\n${imported}`;
}

/** Whether two cells say the same, wherever their links lead. */
function isSame(
  role: 'target' | 'progress' | 'responsibility' | undefined,
  here: string,
  imported: string,
): boolean {
  if (role === 'target') return isSameDate(here, imported);
  return role === 'progress' ? isSameProgress(here, imported) : plainCell(here) === plainCell(imported);
}

function isSameDate(here: string, imported: string): boolean {
  const left = readPlanDate(here);
  const right = readPlanDate(imported);
  if (left.kind === 'date' && right.kind === 'date')
    return left.last === right.last && left.precision === right.precision;
  return left.kind === right.kind && left.kind !== 'invalid' ? true : plainCell(here) === plainCell(imported);
}

function isSameProgress(here: string, imported: string): boolean {
  const same = plainCell(here) === plainCell(imported);
  const left = readProgress(here);
  const right = readProgress(imported);
  // “Completed – report published” says more than “complete”.
  const isWord = /^[\p{L}\s]*$/u.test(imported) || /^\s*\d+(?:\.\d+)?\s*%\s*$/.test(imported);
  return (
    same ||
    (isWord &&
      left.kind === 'known' &&
      right.kind === 'known' &&
      left.word === right.word &&
      left.percent === right.percent)
  );
}

function isVariant(here: string, imported: string, element: StandardNode | undefined): boolean {
  const [own, letters] = [lettersOf(here), lettersOf(imported)];
  // What a program has cut short says nothing new.
  if (own === letters || (/(?:…|\.\.\.)\s*$/.test(imported) && own.startsWith(letters))) return true;
  if (!element || !hasWordingOf(here, element) || hasWordingOf(imported, element)) return false;
  return isLike(imported, element);
}

/** Actions of one element are told apart by this: all that give the standard's text are one. */
export const actionKey = (text: string, element: StandardNode | undefined): string =>
  element && text !== '' && (hasWordingOf(text, element) || isLike(text, element))
    ? ''
    : `=${plainCell(text)}`;
