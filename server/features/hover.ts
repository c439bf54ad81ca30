/** Hover: what the ID under the cursor stands for. */
import type { Hover } from 'vscode-languageserver-types';
import type { Portfolio } from '../core/portfolio';
import type { Place } from './identifierAt';
import { identifierAt } from './identifierAt';
import { nodeMarkup } from './elementMarkup';
import type { Markup } from './markup';
import { toRange } from './range';

/** Null where no ID of the standard stands at the offset, and in folders that are no portfolio. */
export function hover(
  portfolio: Portfolio,
  place: Place,
  { markup }: { readonly markup: Markup },
): Hover | null {
  // 3.2.4 may be the version of some program there.
  const found = portfolio.isActive ? identifierAt(portfolio, place) : undefined;
  if (!found) return null;
  return { contents: nodeMarkup(portfolio, found.node, markup), range: toRange(place.text, found.span) };
}
