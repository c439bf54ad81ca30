/**
 * Gives other work its turn: answers once what waits has been done. A timer would wait for a millisecond in Node, and
 * for four in a browser, which adds up over thousands of files.
 */
export const nextTurn: () => Promise<void> =
  typeof setImmediate === 'function' ? immediately : () => new Promise(postAndWait);

function immediately(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}

function postAndWait(resolve: () => void): void {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => {
    port1.close();
    resolve();
  };
  port2.postMessage(undefined);
}
