/** Lines for what a comparison tells of files: the output of `diff` names the file alone, an assistant cites the line. */
import type { PlaceOf } from '../../core/answers/places';
import { placesOf } from '../../core/answers/places';
import type { PortfolioIndex } from '../../core/index/portfolioIndex';
import { actionsOf } from '../../core/plan/model';
import type { Uri } from '../../core/text/span';
import { joinPath } from '../../core/text/uri';

/** The later side, in which lines are counted; of what is there no longer, there is no line. */
interface Later {
  readonly index: PortfolioIndex;
  readonly folder: Uri;
}

/** The same data, with the line beside the file of evidence and of actions, and a place for each file behind an element. */
export function placed(data: object, later: Later): object {
  const placeOf = placesOf({ index: later.index, folders: [later.folder] });
  const within = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(within);
    return typeof value === 'object' && value !== null ? withLine(value, later, placeOf, within) : value;
  };
  return withLine(data, later, placeOf, within);
}

function withLine(
  value: object,
  later: Later,
  placeOf: PlaceOf,
  within: (value: unknown) => unknown,
): object {
  const parts = Object.fromEntries(Object.entries(value).map(([name, one]) => [name, within(one)]));
  const { file, element, because, start } = parts;
  if (typeof element === 'string' && Array.isArray(because))
    return { ...parts, because: because.map((path) => placeIn(later, placeOf, String(path), element)) };
  // Of a finding, the place is there.
  if (typeof file !== 'string' || start !== undefined) return parts;
  return { ...parts, ...placeIn(later, placeOf, file, typeof element === 'string' ? element : undefined) };
}

/** Where a file names an element; where it begins to name any, if none is given. */
function placeIn(
  { index, folder }: Later,
  placeOf: PlaceOf,
  path: string,
  element: string | undefined,
): object {
  const uri = joinPath(folder, path);
  const evidence = index.evidenceAt(uri);
  const plan = index.planAt(uri);
  const named = evidence?.elements.find(({ id }) => id === element)?.span ?? evidence?.elementsKey;
  const row = plan && actionsOf(plan).find(({ id }) => id === element)?.idSpan;
  return { file: path, ...lineOf(placeOf(uri, (named ?? row)?.start)) };
}

const lineOf = ({ line }: ReturnType<PlaceOf>): object => (line === undefined ? {} : { line });
