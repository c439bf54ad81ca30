import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { repository } from '../../../.scripts/editors.mjs';

/** A finding of `check`, in the fields that the Problems panel shows too. */
export interface CheckedProblem {
  readonly file: string;
  readonly folder: string;
  readonly severity: string;
  readonly message: string;
  readonly code: string;
  readonly line: number;
  readonly column: number;
}

interface CheckedFinding {
  readonly rule: string;
  readonly severity: string;
  readonly message: string;
  readonly file: string;
  readonly start: { readonly line: number; readonly column: number };
}

/** What the built command line finds in a folder. */
export function checkFolder(folder: string, today: string): readonly CheckedProblem[] {
  const cli = join(repository, 'dist', 'cli.js');
  const { stdout } = spawnSync(
    process.execPath,
    [cli, 'check', folder, '--format', 'json', '--today', today],
    {
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
    },
  );
  const { portfolios } = JSON.parse(stdout) as {
    readonly portfolios: readonly { readonly findings: readonly CheckedFinding[] }[];
  };
  return portfolios
    .flatMap(({ findings }) => findings)
    .map(({ rule, severity, message, file, start }) => ({
      file: file.slice(file.lastIndexOf('/') + 1),
      folder: file.includes('/') ? file.slice(0, file.lastIndexOf('/')) : '',
      severity: severity === 'information' ? 'info' : severity,
      message,
      code: rule,
      ...start,
    }));
}

/** In one order, whatever the panel sorts by. */
export const inOrder = (problems: readonly CheckedProblem[]): readonly CheckedProblem[] =>
  problems
    .map(({ file, folder, severity, message, code, line, column }) => ({
      file,
      folder,
      severity,
      message,
      code,
      line,
      column,
    }))
    .sort((left, right) => (JSON.stringify(left) < JSON.stringify(right) ? -1 : 1));
