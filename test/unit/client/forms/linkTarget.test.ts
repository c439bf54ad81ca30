import { deepEqual } from 'node:assert/strict';
import { linkTarget } from '../../../../client/forms/linkTarget';

const from = '/portfolio/evidence/a.md';

describe('Where a link in a form leads', () => {
  for (const [target, path] of [
    ['b.md', '/portfolio/evidence/b.md'],
    ['../attachments/a%20b.pdf#page=4', '/portfolio/attachments/a b.pdf'],
    ['./c.md?x', '/portfolio/evidence/c.md'],
    ['/top.md', '/top.md'],
    ['../../../../etc/passwd', '/etc/passwd'],
    ['..\\attachments\\a.pdf', '/portfolio/attachments/a.pdf'],
  ] as const)
    it(`to a file: ${target}`, () => deepEqual(linkTarget(target, from), { kind: 'file', path }));

  for (const address of ['https://example.org/a', 'HTTP://example.org', 'mailto:a@example.org'])
    it(`to the web: ${address}`, () => deepEqual(linkTarget(address, from), { kind: 'web', address }));

  for (const target of [
    '',
    '#heading',
    'command:workbench.action.quit',
    'COMMAND:x',
    'file:///etc/passwd',
    'vscode://x',
    'javascript:alert(1)',
    'data:text/html,x',
    '//host/share',
    '\\\\host\\share',
    'ms-word:ofe|u|https://x',
    '%00.md',
    '%E0%A4%A.md',
    'c:\\a.exe',
  ])
    // prettier-ignore
    it(`nowhere: ${target}`, () => deepEqual(linkTarget(target, from), { kind: 'none' }));
});
