/** Which files go into a version. Knows no VS Code: what it is given is of its git extension. */
import type { GitChange, GitRepository } from '../git/api';
import { statuses } from '../git/numbers';

export interface ChangedFile {
  readonly uri: GitChange['uri'];
  readonly change: 'new' | 'changed' | 'removed' | 'moved';
  /** Git has it among what goes into the next version already, so that it cannot be left out. */
  readonly isTaken: boolean;
}

export interface Changes {
  /** In the order of their addresses, each once. */
  readonly ours: readonly ChangedFile[];
  /** Files of others that go into the next version with ours, as somebody has put them there. */
  readonly takenOthers: readonly ChangedFile[];
  /** Files that have been changed here and by somebody else, and that git could not bring together. */
  readonly onBothSides: readonly GitChange['uri'][];
}

const kinds: Readonly<Record<number, ChangedFile['change']>> = {
  [statuses.indexAdded]: 'new',
  [statuses.indexDeleted]: 'removed',
  [statuses.indexRenamed]: 'moved',
  [statuses.indexCopied]: 'new',
  [statuses.deleted]: 'removed',
  [statuses.untracked]: 'new',
};

/** What git ignores is in none of its lists, and so in none of these. */
export function changesIn(
  { indexChanges, workingTreeChanges, untrackedChanges = [], mergeChanges }: GitRepository['state'],
  isOurs: (uri: GitChange['uri']) => boolean,
): Changes {
  const files = new Map<string, ChangedFile>();
  const add = (changes: readonly GitChange[], isTaken: boolean): void => {
    for (const { uri, status } of changes) {
      const key = uri.toString();
      if (!files.has(key)) files.set(key, { uri, change: kinds[status] ?? 'changed', isTaken });
    }
  };
  add(indexChanges, true);
  add([...workingTreeChanges, ...untrackedChanges], false);
  const all = [...files].sort(([left], [right]) => (left < right ? -1 : 1)).map(([, file]) => file);
  return {
    ours: all.filter(({ uri }) => isOurs(uri)),
    takenOthers: all.filter(({ uri, isTaken }) => isTaken && !isOurs(uri)),
    onBothSides: mergeChanges.map(({ uri }) => uri),
  };
}

/** All places of ours where a file is another than in the last version, those that files have left among them. */
export function placesIn(
  { indexChanges, workingTreeChanges, untrackedChanges = [], mergeChanges }: GitRepository['state'],
  isOurs: (uri: GitChange['uri']) => boolean,
): readonly string[] {
  const changes = [indexChanges, workingTreeChanges, untrackedChanges, mergeChanges].flat();
  const places = changes.flatMap(({ uri, originalUri }) => [originalUri, uri]).filter(isOurs);
  return [...new Set(places.map(String))];
}

/** Whether a text still has the marks between which git puts what either side says. */
export const hasMarks = (text: string): boolean => /^<{7} /m.test(text) && /^>{7} /m.test(text);
