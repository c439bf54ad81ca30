/** What happens when whoever reads our output goes away, or cannot take it. */
import type { Writable } from 'node:stream';
import { writeReason } from '../../words/writeReason';

/**
 * `check | head -1` is no fault: what nobody reads is dropped, and the exit status stays what the check says. Anything
 * else that keeps output from being written, such as a full disk, is told.
 * @param fail is called with the reason, for people
 */
export function guard(out: Writable, err: Writable, fail: (reason: string) => void): void {
  let isTold = false;
  err.on('error', () => undefined);
  out.on('error', (error: NodeJS.ErrnoException) => {
    // Everything that is written afterwards fails likewise.
    if (isGone(error.code ?? '') || isTold) return;
    isTold = true;
    fail(`the output cannot be written: ${writeReason(error)}`);
  });
}

/** The reader of a pipe, a connection or a terminal has ended. EOF: so says Windows. */
const isGone = (code: string): boolean =>
  ['EPIPE', 'ECONNRESET', 'ERR_STREAM_DESTROYED', 'EOF', 'EIO'].includes(code);
