/** What went wrong in git, as something that a person can do something about. Nothing here knows VS Code. */

/**
 * person: nobody has said who they are. offline: the shared place cannot be reached. refused: it does not let us in.
 * protected: it takes no changes in this way. newer: somebody else's are there, which we have not. locked: another
 * program is at work. overwritten: what is not saved as a version would be lost. conflict: both have changed one place.
 */
export type TroubleKind =
  'person' | 'offline' | 'refused' | 'protected' | 'newer' | 'locked' | 'overwritten' | 'conflict' | 'other';

export interface Trouble {
  readonly kind: TroubleKind;
  /** What git, or a program that it asked, has said last; one line, as it is. */
  readonly said: string;
}

const codes: Readonly<Record<string, TroubleKind>> = {
  NoUserNameConfigured: 'person',
  NoUserEmailConfigured: 'person',
  AuthenticationFailed: 'refused',
  PermissionDenied: 'refused',
  RepositoryNotFound: 'refused',
  CantAccessRemote: 'offline',
  RepositoryIsLocked: 'locked',
  LocalChangesOverwritten: 'overwritten',
  DirtyWorkTree: 'overwritten',
  Conflict: 'conflict',
  UnmergedChanges: 'conflict',
};

/** In the order in which they are asked: what is told first tells more. */
const signs: readonly (readonly [TroubleKind, RegExp])[] = [
  ['person', /tell me who you are|empty ident name|no email was given|user\.useConfigOnly/i],
  ['locked', /\.lock['’]?: File exists|Another git process/i],
  [
    'offline',
    /Could not resolve host|Failed to connect|Connection (?:timed out|refused|reset)|Network is unreachable|Operation timed out|unable to access .*(?:SSL|proxy)|Could not resolve proxy|does not appear to be a git repository/i,
  ],
  [
    'refused',
    /Authentication failed|Permission denied|Permission to .* denied|Repository not found|could not read Username|terminal prompts disabled|error: 40[134]|Host key verification failed/i,
  ],
  [
    'protected',
    /protected branch|GH006|GH013|TF402455|not allowed to push|pre-receive hook declined|hook declined|branch is currently checked out|\[remote rejected\]/i,
  ],
  ['newer', /non-fast-forward|fetch first|\(stale info\)|remote contains work/i],
  ['overwritten', /would be overwritten by/i],
  ['conflict', /^CONFLICT /m],
  ['offline', /Could not read from remote repository/i],
];

/** Of anything that VS Code's git extension rejects with. */
export function troubleOf(error: unknown): Trouble {
  const text = [fieldOf(error, 'stderr'), fieldOf(error, 'stdout')].filter((part) => part !== '').join('\n');
  const message = error instanceof Error ? error.message : fieldOf(error, 'message');
  const kind =
    signs.find(([, sign]) => sign.test(text === '' ? message : text))?.[0] ??
    codes[fieldOf(error, 'gitErrorCode')] ??
    'other';
  const reason = kind === 'protected' ? reasonOf(text) : undefined;
  return { kind, said: (reason ?? lastLine(text)) || lastLine(message) || String(error) };
}

/** More does not fit into a message. */
const maximumLength = 300;

function fieldOf(error: unknown, name: string): string {
  if (typeof error !== 'object' || error === null) return '';
  const value: unknown = Object.entries(error).find(([key]) => key === name)?.[1];
  return typeof value === 'string' ? value : '';
}

/** What the shared place gives as its reason: git's own line says only that it was refused. */
function reasonOf(text: string): string | undefined {
  const lines = text
    .split(/[\r\n]+/)
    .map((line) => /^\s*remote:\s*(?:(?:error|fatal):\s*)?(.*)$/.exec(line)?.[1]?.trim() ?? '')
    .filter((line) => /\p{L}/u.test(line));
  return lines.at(-1)?.slice(0, maximumLength);
}

/** The last line that says something: what stands before it leads up to it. */
function lastLine(text: string): string {
  const lines = text
    .split(/[\r\n]+/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !/^(?:hint:|error: failed to push some refs|To )/.test(line));
  return (lines.at(-1) ?? '').slice(0, maximumLength);
}
