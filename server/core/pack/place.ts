/** A pack where somebody has it, to be held against what its manifest says. */

/** Bytes of a file from a place on; fewer where it ends before. */
export type BytesAt = (at: number, length: number) => Uint8Array;

export type PackPlace =
  | {
      readonly kind: 'folder';
      /** From its top, with `/`, in order. */
      readonly names: readonly string[];
      /** What is in a file, one stretch after the other. @throws where it cannot be read */
      readonly read: (name: string) => Iterable<Uint8Array>;
    }
  | { readonly kind: 'file'; readonly size: number; readonly bytesAt: BytesAt };

export interface Fingerprint {
  /** In bytes. */
  readonly size: number;
  /** In hexadecimal digits. */
  readonly sha256: string;
}

/** What a host has for it. */
export interface PackMeans {
  readonly fingerprint: (stretches: Iterable<Uint8Array>) => Fingerprint;
  /** Unpacks DEFLATE. @param most in bytes @throws where it is damaged, or would be more than that */
  readonly inflate: (packed: Uint8Array, most: number) => Uint8Array;
}
