/** The command line: which command, with which arguments, and what its exit status is. */
import type { Standard } from '../core/standard';
import type { Arguments } from './arguments';
import { parseArguments, UsageError } from './arguments';
import { check } from './check';
import { coverage } from './coverage';
import { diff } from './diff';
import { help } from './help';
import { plan } from './plan';
import { RunError } from './portfolios';
import { rate } from './rate';
import { show } from './show';
import { showStandard } from './showStandard';
import { printable } from './terminal';

/** What the commands have of the world. */
export interface Surroundings {
  readonly standards: ReadonlyMap<string, Standard>;
  readonly version: string;
  /** Writes to standard output. */
  readonly write: (text: string) => void;
  /** Writes to standard error: problems with the run. */
  readonly complain: (text: string) => void;
  /** A person reads standard output: colours are welcome. */
  readonly isTerminal: boolean;
  readonly clock: () => Date;
  /** The variables of the environment: which CI system this is, and what it wants written where. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** The Markdown page of a rule; undefined where it is not at hand. */
  readonly rulePage?: (code: string) => string | undefined;
}

/** 0: nothing at or above the severity asked for; 1: findings; 2: it could not run. */
export type ExitStatus = 0 | 1 | 2;

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

async function run(parsed: Arguments, surroundings: Surroundings): Promise<ExitStatus> {
  switch (parsed.command) {
    case 'check':
      return check(parsed, surroundings);
    case 'coverage':
      return coverage(parsed, surroundings);
    case 'diff':
      return diff(parsed, surroundings);
    case 'show':
      return show(parsed, surroundings);
    case 'rate':
      return rate(parsed, surroundings);
    case 'plan':
      return plan(parsed, surroundings);
    case 'standard':
      return showStandard(parsed, surroundings);
    case 'help':
      surroundings.write(help);
      return 0;
    case 'version':
      surroundings.write(`${surroundings.version}\n`);
      return 0;
  }
}
