/** How the text of a run and the cell of a table look, as far as it says something (ECMA-376, part 1, 17.3.2 and 17.4). */
import { attribute } from '../parts/xml';
import type { Attributes } from './events';

/** Of a run; undefined: as its paragraph. */
export interface RunLook {
  isStruck: boolean | undefined;
  font: string;
  /** Of its text; empty: black. */
  ink: string;
}

export const plainLook = (): RunLook => ({ isStruck: undefined, font: '', ink: '' });

/** What is behind a cell; empty: none, or white. */
export function fillOf(attributes: Attributes): string {
  const fill = attribute(attributes, 'fill') ?? 'auto';
  return /^(?:auto|f{6})$/i.test(fill) ? '' : fill;
}

export function inkOf(attributes: Attributes): string {
  const ink = attribute(attributes, 'val') ?? 'auto';
  return /^(?:auto|0{6})$/i.test(ink) ? '' : ink;
}

export const fontOf = (attributes: Attributes): string =>
  attribute(attributes, 'ascii') ?? attribute(attributes, 'hAnsi') ?? '';
