/** What a pack needs of the computer that the portfolio is on. */
import type { Origins } from '../../core/pack/origins';
import type { Uri } from '../../core/text/span';
import type { PackMeans } from '../../core/pack/place';
import { diskPath } from '../disk/diskPath';
import { nodeDeflate } from '../disk/nodeDeflate';
import { nodePackMeans, withPackPlace } from '../disk/packPlace';
import type { PackSources } from '../disk/packSources';
import { packSourcesIn } from '../disk/packSources';
import { originsOf } from './origins';

export interface PackHost {
  /**
   * @param boundary a folder: nothing outside of it is looked at
   * @param target where the pack is written, which is no part of it
   */
  readonly sources: (boundary: Uri, target: Uri) => PackSources;
  readonly origins: (root: Uri, files: readonly Uri[]) => Promise<Origins>;
  readonly deflate: typeof nodeDeflate;
  /** A pack that is there, to be checked by what is in `means`. */
  readonly withPlace: typeof withPackPlace;
  readonly means: PackMeans;
}

/** No file has such a name. */
const nowhere = '\0';

export const packHost: PackHost = {
  sources: (boundary, target) => packSourcesIn(diskPath(boundary) ?? nowhere, diskPath(target) ?? nowhere),
  origins: originsOf,
  deflate: nodeDeflate,
  withPlace: (place, use) => withPackPlace(diskPath(place) ?? nowhere, use),
  means: nodePackMeans,
};
