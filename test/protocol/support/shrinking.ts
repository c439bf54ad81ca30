/** Shorter lists that fail as a long one does: for sessions, of which each try takes a second. */

/**
 * Leaves out whole kinds first, then halves, quarters and so on down to single ones (Zeller and Hildebrandt, ddmin).
 * @param fails what fails now and then is tried as often as it wishes in here
 * @returns a list that still fails, of which nothing can be left out alone
 */
export async function shrunk<One extends { readonly kind: string }>(
  all: readonly One[],
  fails: (some: readonly One[]) => Promise<boolean>,
): Promise<readonly One[]> {
  let left = all;
  for (const kind of new Set(all.map((one) => one.kind))) {
    const without = left.filter((one) => one.kind !== kind);
    if (without.length < left.length && (await fails(without))) left = without;
  }
  for (let parts = 2; left.length > 1;) {
    const size = Math.ceil(left.length / parts);
    const shorter = await withoutOnePart(left, size, fails);
    if (!shorter && size === 1) break;
    left = shorter ?? left;
    parts = shorter ? Math.max(parts - 1, 2) : Math.min(parts * 2, left.length);
  }
  return left;
}

async function withoutOnePart<One>(
  all: readonly One[],
  size: number,
  fails: (some: readonly One[]) => Promise<boolean>,
): Promise<readonly One[] | undefined> {
  for (let at = 0; at < all.length; at += size) {
    const without = [...all.slice(0, at), ...all.slice(at + size)];
    if (await fails(without)) return without;
  }
  return undefined;
}
