/**
 * How messages of the Language Server Protocol follow one another: headers in ASCII, an empty line, then as many bytes as
 * `Content-Length` says. The reader of the library waits for ever where a length makes no sense, and for the end of a
 * header that has none; whoever watches the bytes on their way to it knows.
 */

/** Bytes of all headers of one message: two short lines are usual. */
const longestHeader = 8192;
/** Bytes of a message: far above any file that we would read, far below what breaks a process. */
const longestMessage = 268_435_456;

const [carriageReturn, lineFeed] = [13, 10];

/** @returns what looks at one stretch of input after the other, and says what is wrong with it, as a sentence */
export function framing(): (bytes: Uint8Array) => string | undefined {
  let header: number[] = [];
  let left = 0;
  return (bytes) => {
    for (let at = 0; at < bytes.length;) {
      const taken = Math.min(left, bytes.length - at);
      left -= taken;
      at += taken;
      for (; left === 0 && at < bytes.length; at++) {
        header.push(bytes[at] ?? 0);
        if (header.length > longestHeader) return 'A header does not end.';
        if (endsLineOtherwise(header)) return 'A line of a header ends otherwise than with CR and LF.';
        if (!isComplete(header)) continue;
        const length = lengthIn(String.fromCharCode(...header));
        if (typeof length === 'string') return length;
        header = [];
        left = length;
      }
    }
    return undefined;
  };
}

/** With one of the two alone: the end of such a header would be waited for, and whoever waits for its answer waits, too. */
const endsLineOtherwise = (header: readonly number[]): boolean =>
  (header.at(-1) === lineFeed) !== (header.at(-2) === carriageReturn);

const isComplete = (header: readonly number[]): boolean =>
  header.at(-1) === lineFeed &&
  header.at(-2) === carriageReturn &&
  header.at(-3) === lineFeed &&
  header.at(-4) === carriageReturn;

function lengthIn(header: string): number | string {
  const lines = header.split('\r\n').filter((line) => line !== '');
  const broken = lines.find((line) => !line.includes(':'));
  if (broken !== undefined) return 'A line of a header has no colon.';
  const value = lines.flatMap((line) => {
    const [name = '', ...rest] = line.split(':');
    return name.toLowerCase() === 'content-length' ? [rest.join(':').trim()] : [];
  });
  // Of several, the reader takes the last.
  const last = value.at(-1);
  if (last === undefined) return 'A header has no Content-Length.';
  if (!/^\d+$/.test(last)) return 'A Content-Length is no number.';
  return Number(last) <= longestMessage ? Number(last) : 'A message would be longer than 256 MB.';
}
