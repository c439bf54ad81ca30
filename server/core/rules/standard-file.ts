import type { FileRule } from './rule';

/** Reported by the index, for the file that a manifest names as its standard. */
export const standardFile: FileRule = {
  code: 'standard-file',
  on: 'file',
  severity: 'error',
  summary: 'A fault in the standard file that portfolio.yaml names.',
};
