/**
 * Sessions made at random, against the real server: it must not fail, and know in the end what one that starts then does.
 * Some hundred messages here; `npm run test:fuzz` has a hundred thousand. The long run goes on after a session that
 * fails, and says at the end how each is had again; `FC_SHRINK=1` and its `FC_PATH` make it short.
 */
import { equal } from 'node:assert/strict';
import fc from 'fast-check';
import { heldAgainstFresh } from './support/heldAgainst';
import type { Step } from './support/sessions';
import { named, session } from './support/sessions';
import { shrunk } from './support/shrinking';

const { FC_RUNS, FC_SEED = '15', FC_PATH = '0', FC_SHRINK, FC_LENGTH = '150' } = process.env;
/** From half as many. In longer ones more is held at a time, and less of what went wrong is still to be seen at the end. */
const perSession = Number(FC_LENGTH);
/** Those of the ordinary run take a few seconds. */
const messages = FC_RUNS === undefined ? 600 : 10_000 * Number(FC_RUNS);
const [seed, first] = [Number(FC_SEED), Number(FC_PATH)];
const isLong = FC_RUNS !== undefined || FC_SHRINK !== undefined;

describe('A session of any legal messages', () => {
  it('leaves a server that knows what a new one knows', async function () {
    this.timeout(isLong ? 0 : 120_000);
    if (FC_SHRINK !== undefined) {
      equal(await shortest(sessionAt(first)), '');
      return;
    }
    const troubles: string[] = [];
    for (let [at, sent] = [first, 0]; sent < messages; at++) {
      const outcome = await heldAgainstFresh(sessionAt(at));
      sent += outcome.messages;
      if (outcome.trouble !== '') troubles.push(told(at, outcome.trouble, isLong));
      if (isLong && (at % 10 === 9 || sent >= messages))
        console.log(`Seed ${seed}: ${at - first + 1} sessions, ${sent} messages, ${troubles.length} failed.`);
      if (!isLong) equal(troubles.join('\n'), '');
    }
    equal(troubles.join('\n'), '');
  });
});

/** The same for a seed and a number, on any machine. */
const sessionAt = (at: number): readonly Step[] =>
  fc.sample(session(perSession), { seed, path: String(at), numRuns: 1 })[0] ?? [];

function told(at: number, trouble: string, atOnce: boolean): string {
  const text = `FC_SHRINK=1 FC_LENGTH=${FC_LENGTH} FC_SEED=${seed} FC_PATH=${at} has it again.\n${trouble}`;
  if (atOnce) console.log(text);
  return text;
}

/** Prints the shortest session that fails. @returns what it comes to */
async function shortest(steps: readonly Step[]): Promise<string> {
  const fails = async (some: readonly Step[]): Promise<boolean> =>
    (await heldAgainstFresh(some)).trouble !== '';
  if (!(await fails(steps))) return '';
  const left = await shrunk(named(steps), async (some) => {
    const isShorter = await fails(some);
    if (isShorter) console.log(`${some.length} steps fail, too.`);
    return isShorter;
  });
  for (const step of left) console.log(JSON.stringify(step));
  return (await heldAgainstFresh(left)).trouble || 'It fails now and then.';
}
