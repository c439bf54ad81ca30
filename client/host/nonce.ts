/** What lets a style or a script of a page of ours be taken, and no other one. */

/** 128 bits that nobody can guess. */
export const nonce = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join(
    '',
  );
