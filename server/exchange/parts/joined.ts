/** Bytes that came in stretches, as one. */
export function joined(stretches: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(stretches.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const one of stretches) {
    whole.set(one, at);
    at += one.length;
  }
  return whole;
}
