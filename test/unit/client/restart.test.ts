/** Starting the server, and starting it anew by hand, with a language client that does as the real one does. */
import { deepEqual, equal, rejects } from 'node:assert/strict';
import { begin, restarter } from '../../../client/restart';
import { nextTurn } from '../../../server/host/files/nextTurn';

type Does = 'comes up' | 'hangs' | 'ends';
type State = 'stopped' | 'coming up' | 'up' | 'stopping';

/** @param servers what each server that is started does, one after the other; whichever ends is not started again */
function clientOf(servers: readonly Does[], { answersStop = true } = {}) {
  const said: string[] = [];
  const left = [...servers];
  let state: State = 'stopped';
  let starting: { readonly up: Promise<void>; readonly end: () => void } | undefined;
  const startOne = (): Promise<void> => {
    said.push('start');
    const does = left.shift();
    state = 'coming up';
    let end = (): void => undefined;
    const up = new Promise<void>((resolve, reject) => {
      end = () => {
        state = 'stopped';
        starting = undefined;
        reject(new Error('it has ended'));
      };
      setTimeout(() => {
        if (does === 'ends') end();
        if (does !== 'comes up') return;
        state = 'up';
        resolve();
      }, 5);
    });
    starting = { up, end };
    return up;
  };
  return {
    said,
    state: () => state,
    isComingUp: () => state === 'coming up',
    start: async () => {
      if (state === 'stopping') throw new Error('Client is currently stopping');
      return starting?.up ?? startOne();
    },
    stop: async () => {
      if (state === 'stopped') return;
      said.push('stop');
      if (state === 'coming up') {
        starting?.end();
        throw new Error('Client is not running');
      }
      state = 'stopping';
      await new Promise((resolve) => setTimeout(resolve, 5));
      state = 'stopped';
      starting = undefined;
      if (!answersStop) throw new Error('Stopping the server timed out');
    },
  };
}

const patience = 50;

describe('The server that is restarted by hand', () => {
  for (const [what, servers, answersStop, expected] of [
    ['where it is up', ['comes up', 'comes up'], true, ['start', 'stop', 'start']],
    ['where it does not say that it ends', ['comes up', 'comes up'], false, ['start', 'stop', 'start']],
  ] as const)
    it(`is stopped and started ${what}`, async () => {
      const client = clientOf(servers, { answersStop });
      await client.start();
      await restarter(client, patience)();
      deepEqual([client.said, client.state()], [expected, 'up']);
    });

  for (const [what, servers, expected] of [
    ['is left to come up', ['comes up'], ['start']],
    ['is ended where it does not come up', ['hangs', 'comes up'], ['start', 'stop', 'start']],
    ['is started again where it ends', ['ends', 'comes up'], ['start', 'start']],
  ] as const)
    it(`${what}, while it is being started`, async () => {
      const client = clientOf(servers);
      client.start().catch(() => undefined);
      await restarter(client, patience)();
      deepEqual([client.said, client.state()], [expected, 'up']);
    });

  it('is started where it was left alone', async () => {
    const client = clientOf(['comes up']);
    await restarter(client, patience)();
    deepEqual([client.said, client.state()], [['start'], 'up']);
  });

  it('is restarted once for two who ask at once, and again for one who asks later', async () => {
    const client = clientOf(['comes up', 'comes up', 'comes up']);
    await client.start();
    const restart = restarter(client, patience);
    await Promise.all([restart(), nextTurn().then(restart)]);
    equal(client.said.join(' '), 'start stop start');
    await restart();
    equal(client.said.join(' '), 'start stop start stop start');
  });

  it('is restarted while it is being stopped for another reason', async () => {
    const client = clientOf(['comes up', 'comes up']);
    await client.start();
    void client.stop();
    await restarter(client, patience)();
    equal(client.state(), 'up');
  });

  it('may be asked for again where it could not be started', async () => {
    const client = clientOf(['ends', 'comes up']);
    const restart = restarter(client, patience);
    await rejects(restart(), { message: 'it has ended' });
    await restart();
    equal(client.state(), 'up');
  });
});

describe('A server that does not come up', () => {
  /** What is told of one that fails, and ends or not some milliseconds later. */
  const told = async (endsAfter: number | undefined): Promise<readonly string[]> => {
    const said: string[] = [];
    let deaths = 1;
    const start = (): Promise<void> => {
      if (endsAfter !== undefined) setTimeout(() => deaths++, endsAfter);
      return Promise.reject(new Error('write EPIPE'));
    };
    await begin({
      start,
      deaths: () => deaths,
      failed: (error) => said.push(String(error)),
      notStarted: () => said.push('not started'),
      patience,
    });
    return said;
  };

  it('is told of', async () => deepEqual(await told(undefined), ['Error: write EPIPE', 'not started']));
  it('is not told of where it has ended, which is seen to', async () =>
    deepEqual(await told(0), ['Error: write EPIPE']));
  it('is not told of where its end is told a little later than that nothing can be written to it', async () =>
    deepEqual(await told(10), ['Error: write EPIPE']));
});
