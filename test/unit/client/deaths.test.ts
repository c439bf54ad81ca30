import { deepEqual, equal, ok } from 'node:assert/strict';
import { fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { countDeaths, hasGone } from '../../../client/deaths';

const minute = 60_000;
const afterwards = (times: readonly number[]): readonly boolean[] => {
  const deaths = countDeaths();
  return times.map((time) => deaths.died(time).startAgain);
};

describe('A server that ends by itself', () => {
  it('is started again twice', () => deepEqual(afterwards([0, 1, 2]), [true, true, false]));
  it('is started again as often as it likes, where that is seldom', () =>
    deepEqual(afterwards([0, 2 * minute, 4 * minute, 6 * minute]), [true, true, true, true]));
  it('has as many tries again once somebody has started it', () =>
    deepEqual(afterwards([0, 1, 2, 3, 4, 5]), [true, true, false, true, true, false]));
  it('is counted over all', () => {
    const deaths = countDeaths();
    for (const time of [0, 1, 2, 10 * minute]) deaths.died(time);
    equal(deaths.total(), 4);
    equal(deaths.died(11 * minute).times, 2);
  });
});

describe('An error of a connection', () => {
  it('says that the other end has gone, where it has been killed', async () => {
    const server = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
    server.stdin.on('error', () => undefined);
    const ended = once(server, 'exit');
    server.kill('SIGKILL');
    await ended;
    const error = await new Promise<Error | null | undefined>((done) => {
      server.stdin.write('Content-Length: 2\r\n\r\n{}', done);
    });
    ok(error);
    equal(hasGone(error), true, error.message);
  });
  it('says that of a server with a channel of Node’s own, for all that is sent until its end is told', async () => {
    const server = fork('-e', ['setInterval(() => {}, 1000)'], { execArgv: [], silent: true });
    const refused: Error[] = [];
    const send = (): boolean => server.send({ jsonrpc: '2.0' }, (error) => error && refused.push(error));
    for (const event of ['disconnect', 'exit']) server.on(event, () => [send(), send(), send()]);
    const closed = once(server, 'close');
    server.kill('SIGKILL');
    await closed;
    ok(refused.length >= 3);
    deepEqual(
      refused.filter((error) => !hasGone(error)).map(({ message }) => message),
      [],
    );
  });
  for (const [name, error] of [
    ['of what the other end says', new Error('Header must provide a Content-Length property.')],
    ['of a file', Object.assign(new Error('EACCES: permission denied'), { code: 'EACCES' })],
    ['with a number for its code', Object.assign(new Error('Parse error'), { code: -32700 })],
  ] as const)
    it(`says something else, where it is one ${name}`, () => equal(hasGone(error), false));
});
