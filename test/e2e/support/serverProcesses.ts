/** The processes of our language server, for tests that end them. */
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
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

/**
 * The connections that a process has to any address, or waits for, as `/proc/net` says them; on Linux only.
 * @returns the lines of the table, of which there are none for pipes and files
 */
export function socketsOf(pid: number): readonly string[] {
  const own = readdirSync(`/proc/${pid}/fd`).flatMap(
    (name) => /^socket:\[(\d+)\]$/.exec(linkOf(`/proc/${pid}/fd/${name}`))?.[1] ?? [],
  );
  const tables = ['tcp', 'tcp6', 'udp', 'udp6'].flatMap((name) => read(`/proc/net/${name}`).split('\n'));
  return tables.filter((line) => own.includes(line.trim().split(/\s+/)[9] ?? ''));
}

function linkOf(path: string): string {
  try {
    return readlinkSync(path);
  } catch {
    return '';
  }
}
