/** A server in a worker, to the language client: what it says, and that it has failed. */
import { deepEqual, rejects } from 'node:assert/strict';
import { transportsOf, type WorkerEnd } from '../../../client/workerTransport';

/** A worker by its listeners. @param fails what it throws at whatever is posted */
function worker(fails?: Error) {
  const messages = new Set<(event: { readonly data: unknown }) => void>();
  const errors = new Set<() => void>();
  const posted: unknown[] = [];
  const end: WorkerEnd = {
    postMessage: (message) => {
      if (fails) throw fails;
      posted.push(message);
    },
    addEventListener: (kind: string, listener: (event: { readonly data: unknown }) => void) => {
      if (kind === 'message') messages.add(listener);
      else errors.add(listener as () => void);
    },
    removeEventListener: (_, listener) => void messages.delete(listener),
  };
  return {
    end,
    posted,
    says: (data: unknown) => [...messages].forEach((listener) => listener({ data })),
    fails: () => [...errors].forEach((listener) => listener()),
  };
}

const message = { jsonrpc: '2.0' };

describe('The connection to a worker', () => {
  it('brings what either says to the other', async () => {
    const { end, posted, says } = worker();
    const { reader, writer } = transportsOf(end);
    const heard: unknown[] = [];
    const listening = reader.listen((data) => void heard.push(data));
    says(message);
    listening.dispose();
    says('later');
    await writer.write(message);
    deepEqual([heard, posted], [[message], [message]]);
  });

  it('ends where the worker fails, which is told once, and not as an error of the connection', () => {
    const { end, fails } = worker();
    const { reader, writer } = transportsOf(end);
    const told: string[] = [];
    reader.onClose(() => told.push('closed'));
    reader.onError(() => told.push('error'));
    writer.onError(() => told.push('error'));
    fails();
    deepEqual(told, ['closed']);
  });

  it('says that a message could not be sent', async () => {
    const { end } = worker(new Error('not to be cloned'));
    const { writer } = transportsOf(end);
    const told: (number | undefined)[] = [];
    writer.onError(([, , count]) => told.push(count));
    await rejects(writer.write(message), { message: 'not to be cloned' });
    deepEqual(told, [1]);
  });
});
