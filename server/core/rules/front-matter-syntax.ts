import { blockRemedy } from '../evidence/blockMends';
import { changing } from './remedy';
import { evidenceRule } from './rule';

export const frontMatterSyntax = evidenceRule({
  code: 'front-matter-syntax',
  severity: 'error',
  summary: 'The block at the top of the file is not valid YAML.',
  check: (_, { frontMatter: { kind, faults, isTorn } }) => {
    // In an unclosed block the missing line is the fault.
    if (kind !== 'closed') return [];
    // Where the parser has stumbled over the lines behind a fault, the first one is the one to mend.
    return faults.slice(0, isTorn ? 1 : maximumFaults);
  },
  remedy: {
    care: 'choice',
    // Each line of front matter is read by itself, so each of its faults can be mended by itself.
    proposals: (_, evidence, problem) => {
      const mend = blockRemedy(evidence.text, problem);
      return mend ? changing(evidence, mend.title, mend.edits, true) : [];
    },
  },
});

/** Nobody mends more than this before looking again. */
const maximumFaults = 20;
