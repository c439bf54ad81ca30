import { deepEqual, equal } from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { createCoverageSource } from '../../../../client/portfolios/coverageSource';
import type { CoverageResult } from '../../../../server/lsp/protocol';

const answer: CoverageResult = { portfolios: [] };

/** A source whose server counts the questions and answers when told to. */
function start() {
  const waiting: ((fail: boolean) => void)[] = [];
  const log: string[] = [];
  let wanted = true;
  const source = createCoverageSource({
    ask: () => {
      log.push('asked');
      return new Promise((resolve, reject) =>
        waiting.push((fail) => (fail ? reject(new Error('no')) : resolve(answer))),
      );
    },
    wanted: () => wanted,
    answered: () => log.push('answered'),
    failed: () => log.push('failed'),
    delay: 5,
  });
  const answerNext = async (fail = false): Promise<void> => {
    waiting.shift()?.(fail);
    await pause(0);
  };
  return { source, log, answerNext, look: (is: boolean) => (wanted = is) };
}

describe('The source of coverage', () => {
  it('asks once for many changes', async () => {
    const { source, log, answerNext } = start();
    for (let change = 0; change < 20; change++) source.changed();
    deepEqual(log, []);
    await pause(20);
    await answerNext();
    deepEqual(log, ['asked', 'answered']);
  });

  it('asks again for a change that came while it asked', async () => {
    const { source, log, answerNext } = start();
    source.changed();
    await pause(20);
    source.changed();
    source.changed();
    await answerNext();
    await answerNext();
    deepEqual(log, ['asked', 'answered', 'asked', 'answered']);
  });

  it('asks nothing while nobody looks, and catches up when somebody does', async () => {
    const { source, log, answerNext, look } = start();
    look(false);
    source.changed();
    await pause(20);
    deepEqual(log, []);
    look(true);
    source.lookedAt();
    await pause(20);
    await answerNext();
    deepEqual(log, ['asked', 'answered']);
    source.lookedAt();
    await pause(20);
    equal(log.length, 2);
  });

  it('gives a command the newest answer, though nobody looks', async () => {
    const { source, answerNext, look } = start();
    look(false);
    const current = source.current();
    await answerNext();
    equal(await current, answer);
    equal(source.latest(), answer);
  });

  it('survives a server that fails', async () => {
    const { source, log, answerNext } = start();
    const current = source.current();
    await answerNext(true);
    equal(await current, undefined);
    const again = source.refresh();
    await answerNext();
    await again;
    deepEqual(log, ['asked', 'failed', 'asked', 'answered']);
  });

  it('asks afresh when the user refreshes while an answer is under way', async () => {
    const { source, log, answerNext } = start();
    source.changed();
    await pause(20);
    const refreshed = source.refresh();
    await answerNext();
    await answerNext();
    await refreshed;
    deepEqual(log, ['asked', 'answered', 'asked', 'answered']);
  });
});
