/** What a pack needs of the computer that the portfolio is on. */
import { fileURLToPath } from 'node:url';
import type { Origins } from '../../core/pack/origins';
import type { Uri } from '../../core/text/span';
import type { PackMeans } from '../../core/pack/place';
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

export const packHost: PackHost = {
  sources: (boundary, target) =>
    packSourcesIn(fileURLToPath(boundary), target.startsWith('file:') ? fileURLToPath(target) : '\0'),
  origins: originsOf,
  deflate: nodeDeflate,
  withPlace: (place, use) => withPackPlace(fileURLToPath(place), use),
  means: nodePackMeans,
};
