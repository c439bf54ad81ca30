/** Reads the contents of objects through one `git cat-file --batch`. */
import { GitError, isLacking, lacking, startError, startGit } from './gitProcess';
import type { ReadOutcome } from '../files/fileAccess';
import { maximumBytes, outcomeOf } from '../files/fileAccess';

export interface BlobReader {
  /** One outcome per object, in their order. Rejects with a GitError where git gives up. */
  readonly read: (ids: readonly string[]) => Promise<readonly ReadOutcome[]>;
  /** Ends git. To be called when nothing is awaited any longer. */
  readonly close: () => void;
}

interface Waiting {
  readonly resolve: (outcome: ReadOutcome) => void;
  readonly reject: (error: Error) => void;
}

/** Git is started with the first object that is asked for. */
export function blobReader(folder: string): BlobReader {
  let child: ReturnType<typeof startGit> | undefined;
  let failure: Error | undefined;
  const waiting: Waiting[] = [];
  const fail = (error: Error): void => {
    failure = error;
    for (const { reject } of waiting.splice(0)) reject(error);
  };
  const start = (): ReturnType<typeof startGit> => {
    const started = startGit(folder, ['cat-file', '--batch']);
    const take = answers(
      (outcome) => waiting.shift()?.resolve(outcome),
      () => fail(new GitError(lacking)),
    );
    started.stdout?.on('data', take);
    let said = '';
    started.stderr?.setEncoding('utf8').on('data', (text: string) => void (said += text.slice(0, 1000)));
    started.on('error', (error) => fail(startError(error)));
    started.on('close', () =>
      fail(
        new GitError(isLacking(said) ? lacking : 'git ended before it had given all that it was asked for.'),
      ),
    );
    // Whoever waits is told by `close`.
    started.stdin?.on('error', () => undefined);
    return started;
  };
  return {
    read: (ids) => {
      if (ids.length === 0) return Promise.resolve([]);
      const running = (child ??= start());
      const outcomes = ids.map(
        () =>
          new Promise<ReadOutcome>((resolve, reject) => {
            if (failure) reject(failure);
            else waiting.push({ resolve, reject });
          }),
      );
      running.stdin?.write(ids.map((id) => `${id}\n`).join(''));
      return Promise.all(outcomes);
    },
    close: () => child?.stdin?.end(),
  };
}

/**
 * Takes git's answers as they come, `<id> <type> <size>`, a line end, the content, a line end, and tells each.
 * @param lack is called where git has not what is asked for
 */
function answers(tell: (outcome: ReadOutcome) => void, lack: () => void): (chunk: Buffer) => void {
  let held: Buffer[] = [];
  /** Bytes of the content and its line end that are still to come; undefined while the line before it is read. */
  let left: number | undefined;
  let size = 0;
  return (chunk) => {
    let rest = chunk;
    while (rest.length > 0) {
      if (left === undefined) {
        const end = rest.indexOf(10);
        held.push(end < 0 ? rest : rest.subarray(0, end));
        if (end < 0) return;
        const head = Buffer.concat(held).toString();
        held = [];
        rest = rest.subarray(end + 1);
        const [, bytes] = /^[0-9a-f]+ \w+ (\d+)$/.exec(head) ?? [];
        if (bytes === undefined) {
          lack();
          return;
        }
        size = Number(bytes);
        left = size + 1;
      }
      const part = rest.subarray(0, left);
      // What is too large to be read is not kept either.
      if (size <= maximumBytes) held.push(part);
      left -= part.length;
      rest = rest.subarray(part.length);
      if (left > 0) return;
      tell(
        size > maximumBytes
          ? { kind: 'tooLarge', bytes: size }
          : outcomeOf(Buffer.concat(held).subarray(0, size)),
      );
      held = [];
      left = undefined;
    }
  };
}
