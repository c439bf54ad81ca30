/** What clients may get wrong, byte by byte: the server says what is wrong and ends, or answers what comes next. */
import { deepEqual, equal, match } from 'node:assert/strict';
import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';

type Sent = string | Buffer;

const running: ChildProcess[] = [];

function startServer(): ChildProcess {
  const child = spawn(process.execPath, ['dist/server.js', '--stdio']);
  child.stdin.on('error', () => undefined);
  running.push(child);
  return child;
}

const framed = (body: Sent, more = ''): Buffer =>
  Buffer.concat([
    Buffer.from(`${more}Content-Length: ${Buffer.byteLength(body)}\r\n\r\n`),
    Buffer.from(body),
  ]);
const message = (content: object): string => JSON.stringify({ jsonrpc: '2.0', ...content });
const ask = (id: unknown): string => message({ id, method: 'evidencePortfolio/counts' });

const hello = framed(
  message({
    id: 'hello',
    method: 'initialize',
    params: { processId: null, rootUri: null, capabilities: {} },
  }),
);
const last = framed(message({ id: 'last', method: 'shutdown' }));

interface Answer {
  readonly id: unknown;
  readonly error?: { readonly code: number };
}

/**
 * Greets the server, says something and shuts it down. @returns what was answered in between, an error as its code; of two
 * questions with one ID, one may be answered
 */
async function answersTo(
  sent: readonly Sent[],
): Promise<readonly (readonly [unknown, number | 'answered'])[]> {
  const server = startServer();
  const answers: Answer[] = [];
  let said = Buffer.alloc(0);
  const done = new Promise<void>((resolve, reject) => {
    server.on('exit', (status) => reject(new Error(`The server ended (${status}) before it answered.`)));
    server.stdout?.on('data', (bytes: Buffer) => {
      said = Buffer.concat([said, bytes]);
      for (let one = nextIn(said); one; one = nextIn(said)) {
        said = said.subarray(one.end);
        // A response has no method.
        if (!('method' in one.body)) answers.push(one.body as Answer);
        if ('id' in one.body && one.body.id === 'last') resolve();
      }
    });
  });
  for (const part of [hello, framed(message({ method: 'initialized', params: {} })), ...sent, last])
    server.stdin?.write(part);
  await done;
  return answers
    .filter(({ id }) => id !== 'hello' && id !== 'last')
    .map(({ id, error }) => [id, error?.code ?? 'answered'] as const)
    .filter(([id], at, all) => all.findIndex(([other]) => other === id) === at);
}

function nextIn(said: Buffer): { readonly body: object; readonly end: number } | undefined {
  const start = said.indexOf('\r\n\r\n');
  const length = Number(/Content-Length: (\d+)/.exec(said.subarray(0, Math.max(start, 0)).toString())?.[1]);
  const end = start + 4 + length;
  if (start < 0 || said.length < end) return undefined;
  return { body: JSON.parse(said.subarray(start + 4, end).toString()) as object, end };
}

const noMethod = -32601;

describe('Bytes and messages that clients get wrong', () => {
  afterEach(() => {
    for (const child of running.splice(0)) child.kill('SIGKILL');
  });

  for (const [name, sent] of [
    ['a mark of the order of bytes before the header', Buffer.concat([Buffer.from('\uFEFF'), last])],
    ['line ends of Unix', last.toString().replaceAll('\r\n', '\n')],
    ['line ends of old', last.toString().replaceAll('\r\n', '\r')],
    ['UTF-16', Buffer.from(last.toString(), 'utf16le')],
    ['a header of megabytes', framed('{}', `X-Own: ${'x'.repeat(2_000_000)}\r\n`)],
    ['a length that nothing can have', 'Content-Length: 99999999999999999999\r\n\r\n{}'],
    ['too short a length', `Content-Length: 3\r\n\r\n${ask(1)}\r\n\r\n`],
  ] as const)
    it(`end it with a word: ${name}`, async () => {
      const server = startServer();
      let said = '';
      server.stderr?.on('data', (bytes: Buffer) => (said += bytes.toString()));
      const status = new Promise((resolve) => server.on('close', resolve));
      server.stdin?.write(hello);
      server.stdin?.write(sent);
      equal(await status, 1);
      match(
        said,
        /standard input has something else than messages .* so the server ends: [A-Z][^.]+\. Start it/,
      );
    });

  for (const [name, sent, expected] of [
    [
      'a header in small letters',
      [framed(ask(1)).toString().replace('Content-Length', 'content-length')],
      [[1, 'answered']],
    ],
    ['two lengths, of which the last is right', [framed(ask(1), 'Content-Length: 9\r\n')], [[1, 'answered']]],
    [
      'another charset that it is not',
      [framed(ask(1), 'Content-Type: application/vscode-jsonrpc; charset=utf-16\r\n')],
      [[1, 'answered']],
    ],
    ['a long header', [framed(ask(1), `X-Own: ${'x'.repeat(8000)}\r\n`)], [[1, 'answered']]],
    ['no bytes', [framed(''), framed(ask(1))], [[1, 'answered']]],
    ['a mark of the order of bytes in it', [framed(`\uFEFF${ask(1)}`), framed(ask(2))], [[2, 'answered']]],
    ['a batch', [framed(`[${ask(1)},${ask(2)}]`), framed(ask(3))], [[3, 'answered']]],
    ['an ID below nothing', [framed(ask(-1))], [[-1, 'answered']]],
    ['an ID that is no whole number', [framed(ask(1.5))], [[1.5, 'answered']]],
    [
      'an ID twice',
      [framed(ask(1)), framed(ask(1)), framed(ask(2))],
      [
        [1, 'answered'],
        [2, 'answered'],
      ],
    ],
    ['an ID that is nothing', [framed(ask(null)), framed(ask(2))], [[2, 'answered']]],
    [
      'answers to nothing',
      [
        framed(message({ id: 99, result: 1 })),
        framed(message({ id: 'x', error: { code: 1, message: 'x' } })),
        framed(ask(1)),
      ],
      [[1, 'answered']],
    ],
    [
      'a notification with an ID',
      [
        framed(
          message({
            id: 7,
            method: 'textDocument/didClose',
            params: { textDocument: { uri: 'file:///a.md' } },
          }),
        ),
        framed(ask(8)),
      ],
      [
        [7, noMethod],
        [8, 'answered'],
      ],
    ],
    [
      'a request without an ID',
      [framed(message({ method: 'textDocument/hover', params: {} })), framed(ask(1))],
      [[1, 'answered']],
    ],
    ['a request that nobody knows', [framed(message({ id: 1, method: 'nobody/knows' }))], [[1, noMethod]]],
    [
      'something taken back that was never asked',
      [
        framed(message({ method: '$/cancelRequest', params: { id: 12345 } })),
        framed(message({ method: '$/cancelRequest', params: { id: 'x' } })),
        framed(ask(1)),
      ],
      [[1, 'answered']],
    ],
    [
      'something taken back without saying what',
      [
        framed(message({ method: '$/cancelRequest' })),
        framed(message({ method: '$/cancelRequest', params: [] })),
        framed(ask(1)),
      ],
      [[1, 'answered']],
    ],
    [
      'a second greeting',
      [
        framed(
          message({
            id: 1,
            method: 'initialize',
            params: { processId: null, rootUri: null, capabilities: {} },
          }),
        ),
        framed(ask(2)),
      ],
      [
        [1, 'answered'],
        [2, 'answered'],
      ],
    ],
  ] as const)
    it(`are no reason to fall silent: ${name}`, async () => deepEqual(await answersTo(sent), expected));
});
