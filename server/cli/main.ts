/** The command line: which command, with which arguments, and what its exit status is. */
import type { Arguments } from './command/arguments';
import { parseArguments, UsageError } from './command/arguments';
import { check } from './check/check';
import { help } from './command/help';
import { RunError } from './folder/portfolios';
import type { ExitStatus, Surroundings } from './command/surroundings';
import { printable } from './output/terminal';

export async function main(argv: readonly string[], surroundings: Surroundings): Promise<ExitStatus> {
  try {
    return await run(parseArguments(argv), surroundings);
  } catch (error) {
    if (error instanceof UsageError) {
      surroundings.complain(
        `evidence-portfolio: ${printable(error.message)}\nSay “evidence-portfolio help” for how to use it.\n`,
      );
      return 2;
    }
    if (error instanceof RunError) {
      surroundings.complain(`evidence-portfolio: ${printable(error.message)}\n`);
      return 2;
    }
    const fault = String(error instanceof Error ? error.stack : error);
    surroundings.complain(
      `evidence-portfolio: an unexpected fault. Please report it.\n${fault.split('\n').map(printable).join('\n')}\n`,
    );
    return 2;
  }
}

/** Most runs check; the other commands are loaded when they are asked for. */
async function run(parsed: Arguments, surroundings: Surroundings): Promise<ExitStatus> {
  switch (parsed.command) {
    case 'check':
      return check(parsed, surroundings);
    case 'coverage':
      return (await import('./coverage/coverage')).coverage(parsed, surroundings);
    case 'diff':
      return (await import('./diff/diff')).diff(parsed, surroundings);
    case 'show':
      return (await import('./show/show')).show(parsed, surroundings);
    case 'rate':
      return (await import('./rate/rate')).rate(parsed, surroundings);
    case 'plan':
      return (await import('./plan/plan')).plan(parsed, surroundings);
    case 'standard':
      return (await import('./standard/show')).showStandard(parsed, surroundings);
    case 'help':
      surroundings.write(help);
      return 0;
    case 'version':
      surroundings.write(`${surroundings.version}\n`);
      return 0;
  }
}
