/** Addresses as paths of this machine's disk. */
import { fileURLToPath } from 'node:url';
import type { Uri } from '../../core/text/span';

/**
 * Undefined where an address leads nowhere on this machine: another scheme or host, no drive on Windows, and an encoded
 * slash or a NUL, which are a part of no name. Clients send any address, so what they send is asked for here.
 */
export function diskPath(uri: Uri): string | undefined {
  try {
    const file = fileURLToPath(uri);
    return file.includes('\0') ? undefined : file;
  } catch {
    return undefined;
  }
}
