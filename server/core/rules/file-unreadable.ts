import { fileRule } from './rule';

/** Reported by the index: there is no text that a rule could look at. */
export const fileUnreadable = fileRule({
  code: 'file-unreadable',
  severity: 'error',
  summary: 'A file that cannot be read, or is larger than 5 MB.',
});
