/** The command `evidence-portfolio`. */
import { readFileSync } from 'node:fs';
import { main } from './cli/main';
import { guard } from './cli/output/streams';
import { waitingOn } from './cli/output/waiting';
import { beside } from './beside';

const waiting = process.stderr.isTTY
  ? waitingOn(
      (text) => process.stderr.write(text),
      () => performance.now(),
    )
  : undefined;

let isLost = false;
guard(process.stdout, process.stderr, (reason) => {
  isLost = true;
  process.stderr.write(`evidence-portfolio: ${reason}\n`);
  process.exitCode = 2;
});

// Whoever stops the command at a terminal gets its line back; then it ends as every other program does.
if (waiting)
  process.once('SIGINT', () => {
    waiting.tell(undefined);
    process.stderr.write('evidence-portfolio: stopped.\n');
    process.kill(process.pid, 'SIGINT');
  });

void main(process.argv.slice(2), {
  standards: async () => (await import('./standards')).builtInStandards(),
  newIndex: async (...parts) => (await import('./cli/newIndex')).newIndex(...parts),
  version: EVIDENCE_PORTFOLIO_VERSION,
  write: (text) => process.stdout.write(text),
  complain: (text) => process.stderr.write(text),
  isTerminal: process.stdout.isTTY && !process.env['NO_COLOR'],
  clock: () => new Date(),
  waiting,
  environment: process.env,
  rulePage: (code) => {
    try {
      return readFileSync(beside(`docs/rules/${code}.md`), 'utf8');
    } catch {
      // A bundle that was copied to a place of its own has no pages beside it.
      return undefined;
    }
  },
}).then((status) => {
  // Not process.exit: it would cut off output that a pipe has not taken yet.
  process.exitCode = isLost ? 2 : status;
});
