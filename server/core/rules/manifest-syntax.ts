import { manifestRule } from './rule';

export const manifestSyntax = manifestRule({
  code: 'manifest-syntax',
  severity: 'error',
  summary: 'portfolio.yaml is not valid YAML.',
  // As in front-matter-syntax: what follows the first fault is mostly its consequence.
  check: (_, { faults }) => faults.slice(0, 1),
});
