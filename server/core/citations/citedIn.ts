/** What a file cites, as far as what is said of it depends on other files: places, and refs that others have. */
import { isInside } from '../markdown/readings';
import type { Uri } from '../text/span';
import { citedPaths } from './citedPaths';
import { citedRefs } from './citedRefs';
import { refKey } from './refKey';

export interface Cited {
  /** More rather than fewer, each as often as it is named. */
  readonly places: readonly Uri[];
  /** In the form in which they are compared. */
  readonly refs: readonly string[];
}

/**
 * @param root the portfolio’s folder
 * @param scope the folder outside of which nothing is looked at
 */
export function citedIn(
  { uri, text }: { readonly uri: Uri; readonly text: string },
  from: number,
  { root, scope }: { readonly root: Uri; readonly scope: Uri },
): Cited {
  const places = citedPaths(text, from, uri, root).flatMap((path) =>
    path.places.flatMap((place) => [place.uri, place.folder]),
  );
  return {
    places: places.filter((place) => isInside(scope, place)),
    refs: citedRefs(text, from).map(({ ref }) => refKey(ref)),
  };
}
