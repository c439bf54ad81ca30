/**
 * Counts the work of the cases in `cases.ts` and beside it, and prints it. A process of its own, whose engine counts from the first
 * line on, and compiles nothing anew on the way: then the same code with the same data counts the same everywhere.
 */
import { Session } from 'node:inspector';
import type { Profiler } from 'node:inspector';

/** Per case, by its name: how many things there were, and the blocks of our own code that ran for them. */
export type Counts = Readonly<
  Record<string, readonly { readonly things: number; readonly blocks: number }[]>
>;

const session = new Session();
session.connect();
session.post('Profiler.enable');
session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
void main();

async function main(): Promise<void> {
  // Loaded here: what has been loaded before would not be counted block by block.
  const { cases } = await import('./cases');
  const { standardCases } = await import('./standardCases');
  const { bodyCases } = await import('./bodyCases');
  const { packCases } = await import('./packCases');
  const counts: Record<string, { things: number; blocks: number }[]> = {};
  for (const { name, sizes, prepare } of [...cases, ...standardCases, ...bodyCases, ...packCases]) {
    const counted: { things: number; blocks: number }[] = [];
    for (const things of sizes) {
      const run = prepare(things);
      blocksRun();
      await run();
      counted.push({ things, blocks: blocksRun() });
    }
    counts[name] = counted;
  }
  process.stdout.write(JSON.stringify(counts));
}

/** How often blocks of code below `server` have run since it was last asked: a call counts one, each round of a loop too. */
function blocksRun(): number {
  let scripts: readonly Profiler.ScriptCoverage[] = [];
  // In the same thread, the answer is there when `post` returns.
  session.post('Profiler.takePreciseCoverage', (error, answer) => {
    if (error) throw error;
    scripts = answer.result;
  });
  return scripts
    .filter(({ url }) => /[\\/]server[\\/]/.test(url) && !url.includes('node_modules'))
    .flatMap(({ functions }) => functions.flatMap(({ ranges }) => ranges))
    .reduce((sum, { count }) => sum + count, 0);
}
