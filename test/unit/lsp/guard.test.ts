import { deepEqual, equal, ok } from 'node:assert/strict';
import type { Connection } from 'vscode-languageserver';
import { CancellationTokenSource, ResponseError } from 'vscode-languageserver';
import { guardFor, withoutQuotations } from '../../../server/lsp/guard';

describe('The log of a failure', () => {
  for (const [said, logged] of [
    ['TypeError: uri.startsWith is not a function', 'TypeError: uri.startsWith is not a function'],
    [
      `SyntaxError: Unexpected token 'A', "Anne said that" is not valid JSON`,
      `SyntaxError: Unexpected token 'A', "…" is not valid JSON`,
    ],
    [
      "Error: ENOENT, open '/home/anne/secret.md'\n    at open (node:fs:1)",
      "Error: ENOENT, open '…'\n    at open (node:fs:1)",
    ],
    [
      "Error: x\n    at a ('a long name of a file') (b.js:1)",
      "Error: x\n    at a ('a long name of a file') (b.js:1)",
    ],
  ] as const)
    it(`has no words of files: ${said}`, () => equal(withoutQuotations(said), logged));
});

describe('A question in a list, with more or less than is asked for', () => {
  const logged: string[] = [];
  const connection = {
    console: { error: (words: string) => void logged.push(words) },
  } as unknown as Connection;
  const guard = guardFor(connection);
  const { token } = new CancellationTokenSource();
  // As the library for JSON-RPC calls handlers: what stands in the list, and then the token.
  const asked = (handler: unknown, ...given: readonly unknown[]): Promise<unknown> =>
    (handler as (...all: readonly unknown[]) => Promise<unknown>)(...given, token);

  it('is answered where nothing is asked for', async () => {
    const handler = guard.question('owners', 'failed', () => 'answer');
    for (const given of [[], [null], [7, 'x']]) equal(await asked(handler, ...given), 'answer');
    deepEqual(logged, []);
  });

  it('is refused in words where something is', async () => {
    const handler = guard.request('thisFile', null, ({ uri }: { readonly uri: string }) => uri);
    for (const given of [[], [null], [[]], [{ uri: 7 }]]) {
      const answer = await asked(handler, ...given);
      ok(answer instanceof ResponseError, JSON.stringify(given));
      ok(answer.message.startsWith('thisFile: '), answer.message);
    }
    equal(await asked(handler, { uri: 'x' }), 'x');
    deepEqual(logged, []);
  });
});

describe('An answer with a page in it', () => {
  it('has nothing on the page that acts unseen, and all else as it is', async () => {
    const guard = guardFor({} as Connection);
    const answer = { kind: 'preview', report: '## A\n\n- \u202Eb \u001B[31m\n', files: [{ text: '\u202E' }] };
    const { token } = new CancellationTokenSource();
    deepEqual(await guard.request('planSync', answer, () => answer)({ root: 'x' }, token), {
      ...answer,
      report: '## A\n\n- \\u202Eb \\u001B[31m\n',
    });
  });
});
