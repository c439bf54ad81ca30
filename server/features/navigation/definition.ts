/** Definition: from an ID to its place in the standard, from a cited `ref` to the evidence that has it. */
import type { Location, LocationLink, Range } from 'vscode-languageserver-types';
import type { Portfolio } from '../../core/portfolio/portfolio';
import { evidenceLocation } from './evidenceLocation';
import type { Cursor } from '../text/identifierAt';
import { toRange } from '../text/range';
import { subjectAt } from './subjectAt';

/** Where an ID of a portfolio's standard stands, as far as the client at hand can go there. */
export type StandardLocations = (id: string) => Location | undefined;

/** Null where nothing stands that leads anywhere. */
export function definition(
  portfolio: Portfolio,
  cursor: Cursor,
  standardPlace: StandardLocations,
): LocationLink[] | null {
  const subject = subjectAt(portfolio, cursor);
  if (!subject) return null;
  const origin = toRange(cursor.text, subject.span);
  const locations =
    subject.kind === 'node'
      ? [standardPlace(subject.node.id)]
      : portfolio.evidenceWithRef(subject.ref).map(evidenceLocation);
  const links = locations.flatMap((location) => (location ? [linkTo(location, origin)] : []));
  return links.length > 0 ? links : null;
}

const linkTo = ({ uri, range }: Location, originSelectionRange: Range): LocationLink => ({
  originSelectionRange,
  targetUri: uri,
  targetRange: range,
  targetSelectionRange: range,
});
