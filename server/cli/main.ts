/** The command line: which command, with which arguments, and what its exit status is. */
import { RunError, UsageError } from './command/errors';
import { helpOn } from './command/help';
import { parse } from './command/parse';
import type { ExitStatus, Surroundings } from './command/surroundings';
import { commands } from './commands';
import { printable } from './output/terminal';

export async function main(argv: readonly string[], surroundings: Surroundings): Promise<ExitStatus> {
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
    const fault = String(error instanceof Error ? error.stack : error);
    surroundings.complain(
      `evidence-portfolio: an unexpected fault. Please report it.\n${fault.split('\n').map(printable).join('\n')}\n`,
    );
    return 2;
  }
}

async function run(argv: readonly string[], surroundings: Surroundings): Promise<ExitStatus> {
  const parsed = parse(argv, commands);
  switch (parsed.kind) {
    case 'run':
      return parsed.command.run(parsed.given, surroundings);
    case 'help':
      surroundings.write(helpOn(parsed.about));
      return 0;
    case 'version':
      surroundings.write(`${surroundings.version}\n`);
      return 0;
  }
}
