/** The text of a report of a problem: what a stranger may see, and what whoever has the problem is to add. */

/** A setting that somebody has changed. */
export interface ChangedSetting {
  readonly name: string;
  readonly value: unknown;
  /** Values that it can have, where those are few. */
  readonly choices: readonly string[] | undefined;
}

export interface ProblemParts {
  readonly version: string;
  readonly editor: string;
  readonly system: string;
  readonly isTrusted: boolean;
  /** How often the server has ended by itself. */
  readonly deaths: number;
  /** Lines in numbers, or nothing where the server does not answer. */
  readonly counts: readonly string[] | undefined;
  readonly settings: readonly ChangedSetting[];
}

const severities = ['error', 'warning', 'information', 'hint', 'off'];

/** @returns Markdown, that stands as it is where it is pasted */
export function problemText(parts: ProblemParts): string {
  const { counts, settings } = parts;
  return [
    '# A problem with Evidence Portfolio',
    '',
    '<!-- Nothing has been sent. Write below what happened, read the rest, and send it to whom you like:',
    '     the page of the extension says where problems are reported. -->',
    '',
    '## What I did',
    '',
    '',
    '## What I expected, and what happened',
    '',
    '',
    '## Versions and numbers',
    '',
    'No names, paths or words of files are among these.',
    '',
    `- Evidence Portfolio ${parts.version}`,
    `- ${parts.editor}`,
    `- System: ${parts.system}`,
    ...(parts.isTrusted ? [] : ['- Restricted Mode']),
    `- The server has ended by itself: ${parts.deaths} times`,
    ...(counts ?? ['The server does not answer']).map((line) => `- ${line}`),
    '',
    '## Settings that are not as they come',
    '',
    ...(settings.length > 0 ? settings.map((one) => `- ${one.name}: ${shownValue(one)}`) : ['None.']),
    '',
  ].join('\n');
}

/** Values that somebody can have chosen but not written; of others only that they are there. */
function shownValue({ value, choices }: ChangedSetting): string {
  if (typeof value === 'boolean' || typeof value === 'number' || value === null) return String(value);
  if (typeof value === 'string') return choices?.includes(value) ? value : 'something else';
  if (typeof value !== 'object') return 'something else';
  const told = Object.entries(value).filter(
    ([key, one]) => /^[a-z-]+$/.test(key) && severities.includes(String(one)),
  );
  return told.map(([key, one]) => `${key} ${String(one)}`).join(', ') || 'something else';
}
