import { equal } from 'node:assert/strict';
import { withoutQuotations } from '../../../server/lsp/guard';

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
