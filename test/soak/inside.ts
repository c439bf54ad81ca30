/** What a server holds, seen from inside it and, on Linux, from outside. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Client } from '../protocol/support/client';

export interface Size {
  /** Megabytes of values that can still be reached: after a collection of all garbage. */
  readonly held: number;
  /** Megabytes that the process takes of the machine. */
  readonly resident: number;
  /** Open files, pipes and sockets. */
  readonly handles: number;
  /** Timers, reads and the like that wait in the process. */
  readonly resources: number;
}

const megabyte = 1024 * 1024;
const reports = mkdtempSync(join(tmpdir(), 'evidence-portfolio-soak-'));

/** Lets each process that is started from now on answer `sizeOf`. */
export function lookInside(): void {
  process.env['SOAK_REPORTS'] = reports;
  process.env['NODE_OPTIONS'] = `--import ${pathToFileURL(resolve('test/soak/serverInside.mjs')).href}`;
}

export const lookNoLonger = (): void => rmSync(reports, { recursive: true });

export async function sizeOf(client: Client): Promise<Size> {
  const { process: child } = client;
  const place = join(reports, `${child.pid}.json`);
  rmSync(place, { force: true });
  child.kill('SIGUSR2');
  const told = await client.until(
    'the server says how much it holds',
    () => Promise.resolve(readIfThere(place)),
    Boolean,
  );
  const { held, resources } = JSON.parse(told) as { readonly held: number; readonly resources: number };
  const pages = Number(readFileSync(`/proc/${child.pid}/statm`, 'utf8').split(' ')[1]);
  const handles = readdirSync(`/proc/${child.pid}/fd`).length;
  return { held: held / megabyte, resident: (pages * 4096) / megabyte, handles, resources };
}

function readIfThere(place: string): string {
  try {
    return readFileSync(place, 'utf8');
  } catch {
    return '';
  }
}

/** Milliseconds of processor time that a server has taken: what others do on the machine does not count. */
export function workOf({ process: { pid } }: Client): number {
  // The name of the program stands in brackets; a tick is a hundredth of a second on every Linux.
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /, '')
    .split(' ');
  return (Number(fields[11]) + Number(fields[12])) * 10;
}
