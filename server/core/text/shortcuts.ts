/**
 * The one switch of all fast paths. Each of them stands in a file of its own, answers nothing where it is not sure, and
 * then the plain path is taken, which defines what is right. Tests switch them off and compare.
 */
export const shortcuts = { taken: true };

/** What some work answers where every fast path is off. */
export function withoutShortcuts<Result>(work: () => Result): Result {
  shortcuts.taken = false;
  try {
    return work();
  } finally {
    shortcuts.taken = true;
  }
}
