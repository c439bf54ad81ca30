/** Whole processes, measured from start to end. */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

export interface Command {
  readonly name: string;
  readonly program: string;
  readonly arguments: readonly string[];
  /** Where it runs. */
  readonly folder: string;
  /** How often it is to be run at most: the slowest would take hours otherwise. */
  readonly runs?: number;
}

export interface Run {
  readonly milliseconds: number;
  /** What the processor worked, all threads together, in milliseconds; in hundredths of a second. */
  readonly worked: number | undefined;
  /** The most memory that was resident at one time, in bytes; undefined where the system does not tell. */
  readonly peakBytes: number | undefined;
}

/** Runs commands in turn, round after round, so that what else the machine does falls on all of them alike. */
export async function measureInTurn(
  commands: readonly Command[],
  rounds: number,
  tell: (text: string) => void,
): Promise<ReadonlyMap<string, readonly Run[]>> {
  const runs = new Map<string, Run[]>(commands.map(({ name }) => [name, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (const command of commands) {
      if (round >= (command.runs ?? rounds)) continue;
      const run = await measure(command);
      runs.get(command.name)?.push(run);
      tell(`  ${command.name}: ${Math.round(run.milliseconds)} ms`);
    }
  }
  return runs;
}

/** Output goes through a pipe and is thrown away, as it would in CI; findings are no failure. */
function measure({ program, arguments: words, folder }: Command): Promise<Run> {
  return new Promise((resolve, reject) => {
    const workedBefore = workedByChildren();
    const start = performance.now();
    const child = spawn(program, [...words], { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
    let peakBytes: number | undefined;
    const look = (): void => {
      peakBytes = residentBytes(child.pid, 'VmHWM') ?? peakBytes;
    };
    const watch = setInterval(look, 20);
    let complaint = '';
    child.stdout.resume();
    child.stderr.on('data', (data: Buffer) => (complaint = (complaint + data.toString()).slice(-2000)));
    child.once('error', reject);
    child.once('close', (code) => {
      clearInterval(watch);
      if (code === null || code > 1) reject(new Error(`${program} ended with ${code}: ${complaint}`));
      else {
        const milliseconds = performance.now() - start;
        const after = workedByChildren();
        const worked = after === undefined || workedBefore === undefined ? undefined : after - workedBefore;
        resolve({ milliseconds, worked, peakBytes });
      }
    });
  });
}

/** Of a process that runs: VmRSS is what is resident now, VmHWM the most there has been. Linux only. */
export function residentBytes(pid: number | undefined, line: 'VmRSS' | 'VmHWM'): number | undefined {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    const kilobytes = new RegExp(`^${line}:\\s+(\\d+) kB`, 'm').exec(status)?.[1];
    return kilobytes === undefined ? undefined : Number(kilobytes) * 1024;
  } catch {
    return undefined;
  }
}

/** Milliseconds that all children that have ended have worked, in user and kernel mode. Linux only. */
function workedByChildren(): number | undefined {
  try {
    // Behind the name of the program, which may hold anything: fields 3 and up. Fields 16 and 17 are the children’s.
    const fields = readFileSync('/proc/self/stat', 'utf8').split(') ').at(-1)?.split(' ') ?? [];
    return (Number(fields[13]) + Number(fields[14])) * 10;
  } catch {
    return undefined;
  }
}
