/**
 * The connection to a server that is a worker. A worker that fails tells of an error and of no end: to the language
 * client that is an end as any other, so that it is counted, started again, and told of. Nothing here knows VS Code.
 */
import type { Disposable, Message, MessageReader, MessageWriter } from 'vscode-languageclient';

/** As much of a `Worker` as is used. */
export interface WorkerEnd {
  postMessage(message: unknown): void;
  addEventListener(kind: 'message', listener: (event: { readonly data: unknown }) => void): void;
  addEventListener(kind: 'error', listener: () => void): void;
  removeEventListener(kind: 'message', listener: (event: { readonly data: unknown }) => void): void;
}

export interface WorkerTransports {
  readonly reader: MessageReader;
  readonly writer: MessageWriter;
}

export function transportsOf(worker: WorkerEnd): WorkerTransports {
  const closed = told<undefined>();
  const refused = told<[Error, Message | undefined, number | undefined]>();
  worker.addEventListener('error', () => closed.tell(undefined));
  return {
    reader: {
      onError: never,
      onClose: closed.on,
      onPartialMessage: never,
      listen: (callback) => {
        const take = ({ data }: { readonly data: unknown }): void => callback(data as Message);
        worker.addEventListener('message', take);
        return { dispose: () => worker.removeEventListener('message', take) };
      },
      dispose: () => undefined,
    },
    writer: {
      onError: refused.on,
      onClose: never,
      write: (message) => {
        try {
          worker.postMessage(message);
          return Promise.resolve();
        } catch (thrown) {
          const error = thrown instanceof Error ? thrown : new Error(String(thrown));
          refused.tell([error, message, 1]);
          return Promise.reject(error);
        }
      },
      // Whoever has started the worker ends it.
      end: () => undefined,
      dispose: () => undefined,
    },
  };
}

/** Nothing of the kind is ever told. */
const never = (): Disposable => ({ dispose: () => undefined });

/** Listeners, and a way to tell them something. */
function told<What>() {
  const listeners = new Set<(what: What) => unknown>();
  const on = (listener: (what: What) => unknown): Disposable => {
    listeners.add(listener);
    return { dispose: () => void listeners.delete(listener) };
  };
  const tell = (what: What): void => {
    for (const listener of listeners) listener(what);
  };
  return { on, tell };
}
