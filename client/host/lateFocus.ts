/** Taking the focus after an answer that VS Code may give late, without taking it from what the user does by then. */

/** Within this time after a choice, the user still looks at what was chosen. */
const soonInMilliseconds = 400;

/** Says whether the user still waits, from now on. */
export function waitsFrom(now: () => number = Date.now): () => boolean {
  const begun = now();
  return () => now() - begun < soonInMilliseconds;
}

/**
 * Shows something without the focus, and again with it while the user still waits. VS Code reveals a row only after
 * it has drawn the tree anew, on a busy machine seconds later: a focus that is taken then would close the list in
 * which the user chooses something else.
 */
export async function showThenFocus(
  show: (focus: boolean) => PromiseLike<void>,
  stillWaits: () => boolean,
): Promise<void> {
  await show(false);
  if (stillWaits()) await show(true);
}
