import type { EvidenceRule } from './rule';

export const frontMatterSyntax: EvidenceRule = {
  code: 'front-matter-syntax',
  on: 'evidence',
  severity: 'error',
  summary: 'The block at the top of the file is not valid YAML.',
  check: (_, { frontMatter }) => {
    // One fault makes the parser stumble over the lines that follow: the first one is the one to mend.
    // In an unclosed block the missing line is the fault.
    const [first] = frontMatter.kind === 'closed' ? frontMatter.faults : [];
    return first ? [first] : [];
  },
};
