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
});

/** Nobody mends more than this before looking again. */
const maximumFaults = 20;
