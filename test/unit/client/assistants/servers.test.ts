/** Whoever offers servers to assistants is told of each change, and of nothing else. */
import { deepEqual, equal } from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import type { Served } from '../../../../client/assistants/servers';
import { followServers } from '../../../../client/assistants/servers';

const served = (name: string, today = ''): Served => ({ name, path: `/home/${name}`, today });

/** VS Code as far as it takes part: it asks at once, and again whenever it is told. */
async function start() {
  let there: readonly Served[] | undefined;
  let asked = 0;
  let offered: readonly Served[] = [];
  let told = 0;
  const servers = followServers({
    ask: () => {
      asked++;
      return Promise.resolve(there);
    },
    changed: () => {
      told++;
      void servers.provide().then((now) => (offered = now));
    },
    delay: 1,
  });
  offered = await servers.provide();
  /** The folders are these from now on; as many things as are given say so. */
  const become = async (now: readonly Served[] | undefined, times = 1): Promise<void> => {
    there = now;
    for (let at = 0; at < times; at++) servers.mayHaveChanged();
    await pause(20);
  };
  const state = () => ({ offered: offered.map(({ name, today }) => name + today), told });
  return { servers, become, state, asked: () => asked };
}

describe('The servers offered to assistants', () => {
  it('are none until the folders have been read', async () => {
    const { become, state } = await start();
    deepEqual(state(), { offered: [], told: 0 });
    await become([served('a')]);
    deepEqual(state(), { offered: ['a'], told: 1 });
  });

  it('follow folders and portfolios that come and go, once each', async () => {
    const { become, state } = await start();
    const steps: readonly (readonly [readonly Served[], readonly string[]])[] = [
      [[served('a')], ['a']],
      [
        [served('a'), served('b')],
        ['a', 'b'],
      ],
      [[served('b')], ['b']],
      [[served('b', '2026-11-01')], ['b2026-11-01']],
      [[], []],
      [[served('a')], ['a']],
    ];
    for (const [at, [now, names]] of steps.entries()) {
      await become(now);
      deepEqual(state(), { offered: names, told: at + 1 });
    }
  });

  it('are not told of where they are the same', async () => {
    const { become, state } = await start();
    await become([served('a')]);
    for (let at = 0; at < 3; at++) await become([served('a')]);
    deepEqual(state(), { offered: ['a'], told: 1 });
  });

  it('stay while the server of the editor starts anew', async () => {
    const { servers, become, state } = await start();
    await become([served('a')]);
    await become(undefined);
    deepEqual(state(), { offered: ['a'], told: 1 });
    deepEqual(await servers.provide(), [served('a')]);
    await become([served('b')]);
    deepEqual(state(), { offered: ['b'], told: 2 });
  });

  it('are asked for once where much changes', async () => {
    const { become, asked } = await start();
    const before = asked();
    await become([], 50);
    equal(asked(), before + 1);
  });

  it('are not asked for any longer when nobody listens', async () => {
    const { servers, become, state } = await start();
    servers.mayHaveChanged();
    servers.dispose();
    await become([served('a')], 0);
    deepEqual(state(), { offered: [], told: 0 });
  });
});
