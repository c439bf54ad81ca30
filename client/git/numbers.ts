/** Numbers of the API of VS Code's git extension (extensions/git/src/api/git.d.ts of microsoft/vscode, MIT License). */

/** Of its `RefType`. */
export const refTypes = { head: 0, remoteHead: 1, tag: 2 } as const;

/** Of its `Status`, as far as it is asked for. */
export const statuses = {
  indexAdded: 1,
  indexDeleted: 2,
  indexRenamed: 3,
  indexCopied: 4,
  modified: 5,
  deleted: 6,
  untracked: 7,
} as const;
