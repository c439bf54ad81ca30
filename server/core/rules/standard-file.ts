import { fileRule } from './rule';

/** Reported by the index, for the file that a manifest names as its standard. */
export const standardFile = fileRule({
  code: 'standard-file',
  severity: 'error',
  summary: 'A fault in the standard file that portfolio.yaml names.',
});
