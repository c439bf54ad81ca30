/** The processes of our language server, for tests that end them. */
import { readdirSync, readFileSync } from 'node:fs';
import type { Editor } from './harness';

/** @returns those below an editor, which has to be one that serves no other window, and no others; on Linux only */
export function serverProcesses({ pid: editor }: Editor): readonly number[] {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return pids.filter((pid) => isServer(pid) && isBelow(pid, String(editor))).map(Number);
}

const isServer = (pid: string): boolean => read(`/proc/${pid}/cmdline`).includes('dist/server.js');

function isBelow(pid: string, ancestor: string): boolean {
  // The name of a program may have spaces and brackets; the parent is the second word behind it.
  const [, parent = '0'] = read(`/proc/${pid}/stat`)
    .replace(/^.*\) /s, '')
    .split(' ');
  return parent === ancestor || (parent !== '0' && isBelow(parent, ancestor));
}

/** Nothing where the process has ended in the meantime. */
function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
