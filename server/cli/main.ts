/** The command line: which command, with which arguments, and what its exit status is. */
import type { PortfolioIndex } from '../core/index/portfolioIndex';
import { RunError, UsageError } from './command/errors';
import { helpOn } from './command/help';
import { parse } from './command/parse';
import type { ExitStatus, Surroundings } from './command/surroundings';
import { commands } from './commands';
import { printable } from './output/terminal';

/** What a run is given. What only a command needs that runs is asked for then: help and the version are there at once. */
export interface Given extends Omit<Surroundings, 'standards' | 'newIndex'> {
  readonly standards: () => Promise<Surroundings['standards']>;
  readonly newIndex: (
    standards: Surroundings['standards'],
    ...asked: Parameters<Surroundings['newIndex']>
  ) => Promise<PortfolioIndex>;
}

export async function main(argv: readonly string[], surroundings: Given): Promise<ExitStatus> {
  try {
    return await run(argv, surroundings);
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
    if (isOfNowhere(error)) {
      surroundings.complain(
        'evidence-portfolio: the folder in which this was called is not there any more. Go to another one.\n',
      );
      return 2;
    }
    const fault = String(error instanceof Error ? error.stack : error);
    surroundings.complain(
      `evidence-portfolio: an unexpected fault. Please report it.\n${fault.split('\n').map(printable).join('\n')}\n`,
    );
    return 2;
  }
}

/** Somebody has removed the folder of this process, such as with a checkout in another window. */
const isOfNowhere = (error: unknown): boolean =>
  error instanceof Error && 'syscall' in error && error.syscall === 'uv_cwd';

async function run(argv: readonly string[], given: Given): Promise<ExitStatus> {
  const parsed = parse(argv, commands);
  switch (parsed.kind) {
    case 'run': {
      const standards = await given.standards();
      const newIndex: Surroundings['newIndex'] = (...asked) => given.newIndex(standards, ...asked);
      return parsed.command.run(parsed.given, { ...given, standards, newIndex });
    }
    case 'help':
      given.write(helpOn(parsed.about));
      return 0;
    case 'version':
      given.write(`${given.version}\n`);
      return 0;
  }
}
