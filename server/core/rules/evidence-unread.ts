import { readUnread } from '../evidence/unreadFile';
import { withReadBlock } from '../evidence/unreadMends';
import { differenceOf } from '../text/edit';
import { changing } from './remedy';
import { fileRule } from './rule';

/** Reported by the index: such a file is no evidence, and no rule looks at it. See unreadFile.ts. */
export const evidenceUnread = fileRule({
  code: 'evidence-unread',
  severity: 'warning',
  summary: 'A file that looks as if it were meant as evidence, and is not read as such.',
  remedy: {
    care: 'safe',
    careOf:
      ({ names }, { text }) =>
      () =>
        // Elements in the map of another name may stand there for another tool, and the manifest can say so, too.
        withReadBlock(text, names) === undefined || readUnread('', text, names)?.kind === 'below'
          ? 'choice'
          : 'safe',
    // All that keeps the file from being read, at once.
    proposals: ({ names }, file) => {
      const after = withReadBlock(file.text, names);
      const title = 'Put the block at the top right, so that this file is read as evidence';
      return after === undefined ? [] : changing(file, title, differenceOf(file.text, after), true);
    },
  },
});
