/** Names that nobody can guess. Of the platform itself: Node's own module takes longer to load than a small file to read. */

/** @param bytes of chance in it @returns twice as many hexadecimal digits */
export const randomName = (bytes: number): string =>
  Buffer.from(crypto.getRandomValues(new Uint8Array(bytes))).toString('hex');
