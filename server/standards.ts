/** The built-in standards, in the order in which they are offered; the first is that of a folder without a manifest. */
import customerServiceExcellence from '../schemas/standards/customer-service-excellence.yaml';
import type { Standard } from './core/standard/standard';
import { standardFromData } from './core/standard/standardFile';

export const builtInStandards = (): ReadonlyMap<string, Standard> =>
  new Map([customerServiceExcellence].map(({ id, data }) => [id, standardFromData(id, data)]));
