/** A portfolio as another manifest would have it: for ratings and the award, which ask for nothing but the manifest. */
import { parseManifest } from '../manifest/manifest';
import type { Uri } from '../text/span';
import { Portfolio } from './portfolio';

/** @param text of the manifest. The evidence is not in it. */
export function withManifest(before: Portfolio, uri: Uri, text: string): Portfolio {
  const { root, standard, source, days, exists, leadsOutside, misses, isMatched } = before;
  const { childrenOf, places, alike, includes } = before;
  const manifest = parseManifest(uri, text);
  return new Portfolio({
    root,
    manifest,
    standard,
    source,
    days,
    exists,
    leadsOutside,
    misses,
    isMatched,
    childrenOf,
    places,
    alike,
    includes,
  });
}
