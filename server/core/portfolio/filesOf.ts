/** Which files make a portfolio what it is. */
import type { Uri } from '../text/span';
import type { Portfolio } from './portfolio';

/** All evidence and action plans of a portfolio. */
export const filesOf = ({ evidence, plans }: Portfolio): readonly Uri[] => [
  ...evidence.keys(),
  ...plans.keys(),
];

/** The file that a portfolio has its standard from, or would have it from. */
export const standardFileOf = ({ source }: Portfolio): Uri | undefined =>
  'uri' in source ? source.uri : undefined;
