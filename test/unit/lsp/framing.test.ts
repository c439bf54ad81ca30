/** Bytes on their way to the reader of messages: what makes no sense is told, whatever stretches they come in. */
import { equal } from 'node:assert/strict';
import { framing } from '../../../server/lsp/framing';

const framed = (body: string, more = ''): string =>
  `Content-Length: ${Buffer.byteLength(body)}\r\n${more}\r\n${body}`;

/** The first fault, where the input comes in stretches of `size` bytes. */
function faultOf(input: string, size: number): string | undefined {
  const faultIn = framing();
  const bytes = Buffer.from(input);
  for (let at = 0; at < bytes.length; at += size) {
    const fault = faultIn(bytes.subarray(at, at + size));
    if (fault !== undefined) return fault;
  }
  return undefined;
}

const colon = 'A line of a header has no colon.';
const none = 'A header has no Content-Length.';
const number = 'A Content-Length is no number.';
const lineEnd = 'A line of a header ends otherwise than with CR and LF.';
const long = 'A message would be longer than 256 MB.';

describe('The headers of messages', () => {
  for (const [name, input, fault] of [
    ['one message', framed('{}'), undefined],
    ['several', framed('{}') + framed('{"a": "\r\n\r\n"}') + framed('é😀'), undefined],
    ['with a type', framed('{}', 'Content-Type: application/vscode-jsonrpc; charset=utf-8\r\n'), undefined],
    ['with no bytes', framed('') + framed('{}'), undefined],
    ['in small letters, without a space', 'content-length:2\r\n\r\n{}', undefined],
    ['with an end that is still to come', 'Content-Length: 5\r\n\r\n{}', undefined],
    ['with a body that looks like a broken header', framed('nonsense\r\n\r\nnonsense'), undefined],
    ['no length', 'Content-Type: x\r\n\r\n{}', none],
    ['nothing', '\r\n\r\n', none],
    ['a length of nothing', 'Content-Length:\r\n\r\n', number],
    ['words for a length', 'Content-Length: many\r\n\r\n{}', number],
    ['a length with something behind it', 'Content-Length: 2x\r\n\r\n{}', number],
    ['a length below nothing', 'Content-Length: -1\r\n\r\n{}', number],
    ['a length as no number is written', 'Content-Length: 1e400\r\n\r\n{}', number],
    ['the longest length', 'Content-Length: 268435456\r\n\r\n{}', undefined],
    ['a length above it', 'Content-Length: 268435457\r\n\r\n{}', long],
    ['a length without an end', `Content-Length: ${'9'.repeat(400)}\r\n\r\n{}`, long],
    ['no colon', 'nonsense\r\n\r\n', colon],
    ['a request of HTTP', 'GET / HTTP/1.1\r\nHost: localhost\r\n\r\n', colon],
    ['no end', 'x'.repeat(9000), 'A header does not end.'],
    ['lines without an end', 'x: y\r\n'.repeat(2000), 'A header does not end.'],
    ['line ends of Unix', 'Content-Length: 2\n\n{}', lineEnd],
    ['line ends of Unix behind a good one', `${framed('{}')}Content-Length: 2\n\n{}`, lineEnd],
    ['line ends of Unix and of others', 'Content-Length: 2\r\n\n{}', lineEnd],
    ['line ends of old', 'Content-Length: 2\r\r{}', lineEnd],
    ['a mark of the order of bytes before it', `\uFEFF${framed('{}')}`, none],
    ['two lengths that are one', framed('{}', 'Content-Length: 2\r\n'), undefined],
    ['two lengths, of which the last counts', `${framed('{}', 'Content-Length: 4\r\n')}{}`, undefined],
    [
      'another charset',
      framed('{}', 'Content-Type: application/vscode-jsonrpc; charset=utf-16\r\n'),
      undefined,
    ],
    ['a long line of its own', framed('{}', `X-Own: ${'x'.repeat(8000)}\r\n`), undefined],
    ['a longer line', framed('{}', `X-Own: ${'x'.repeat(9000)}\r\n`), 'A header does not end.'],
    ['behind a good one', `${framed('{}')}Content-Length\r\n\r\n`, colon],
    ['too short a length', 'Content-Length: 1\r\n\r\n{}\r\n\r\n', colon],
  ] as const)
    it(`${name}: ${fault ?? 'well'}`, () => {
      for (const size of [1, 2, 7, 100, 100_000])
        equal(faultOf(input, size), fault, `in stretches of ${size}`);
    });
});
