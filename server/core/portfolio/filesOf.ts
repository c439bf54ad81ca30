/** Which files make a portfolio what it is. */
import type { Uri } from '../text/span';
import type { Portfolio } from './portfolio';

/** All evidence and action plans of a portfolio. */
export const filesOf = ({ evidence, plans }: Portfolio): readonly Uri[] => [
  ...evidence.keys(),
  ...plans.keys(),
];

/** The files that a portfolio has its standards from, or would have them from. */
export const standardFilesOf = ({ standards }: Portfolio): readonly Uri[] =>
  standards.flatMap(({ source }) => ('uri' in source ? (source.uri ?? []) : []));

/** The same of its mappings. */
export const mappingFilesOf = ({ parts }: Portfolio): readonly Uri[] =>
  parts.mappings.flatMap(({ uri }) => uri ?? []);

/** All files that its manifest names for it. */
export const namedFilesOf = (portfolio: Portfolio): readonly Uri[] => [
  ...standardFilesOf(portfolio),
  ...mappingFilesOf(portfolio),
];
