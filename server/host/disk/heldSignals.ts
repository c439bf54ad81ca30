/** Puts off the end of the process while something stands half done on the disk. */

/** What ends a process from outside, and can be put off. */
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

let holders = 0;

/**
 * From now on, a request to end is heard and waits; after `release` it is obeyed. What is done in between must be
 * synchronous: a signal is heard between two turns.
 */
export function holdSignals(): { readonly release: () => void } {
  if (holders++ === 0) for (const signal of signals) process.on(signal, obey);
  // A signal that has come meanwhile is heard in the next turn at the latest, before the second of these.
  return { release: () => void setImmediate(() => setImmediate(letGo)) };
}

function letGo(): void {
  if (--holders === 0) stopListening();
}

function obey(signal: NodeJS.Signals): void {
  stopListening();
  process.kill(process.pid, signal);
}

function stopListening(): void {
  for (const signal of signals) process.removeListener(signal, obey);
}
