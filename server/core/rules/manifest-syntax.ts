import { remedyFor } from '../yaml/remedies';
import { parseYaml } from '../yaml/tree';
import { changing } from './remedy';
import { manifestRule } from './rule';

export const manifestSyntax = manifestRule({
  code: 'manifest-syntax',
  severity: 'error',
  summary: 'portfolio.yaml is not valid YAML.',
  // As in front-matter-syntax: what follows the first fault is mostly its consequence.
  check: (_, { faults }) => faults.slice(0, 1),
  remedy: {
    care: 'choice',
    proposals: (_, manifest, problem) => {
      const { text } = manifest;
      const mend = remedyFor(text, problem, text.length, parseYaml);
      return mend ? changing(manifest, mend.title, mend.edits, true) : [];
    },
  },
});
