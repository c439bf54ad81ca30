/** A portfolio as another manifest would have it: for ratings and the award, which ask for nothing but the manifest. */
import { parseManifest } from '../manifest/manifest';
import type { Uri } from '../text/span';
import { Portfolio } from './portfolio';

/** @param text of the manifest. The evidence is not in it. */
export const withManifest = ({ parts }: Portfolio, uri: Uri, text: string): Portfolio =>
  new Portfolio({ ...parts, manifest: parseManifest(uri, text) });
