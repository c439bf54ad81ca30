import { fileRule } from './rule';

/** Reported by the index: such a file is no evidence, and no rule looks at it. See unreadFile.ts. */
export const evidenceUnread = fileRule({
  code: 'evidence-unread',
  severity: 'warning',
  summary: 'A file that looks as if it were meant as evidence, and is not read as such.',
});
