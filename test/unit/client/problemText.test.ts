import { doesNotMatch, equal, match } from 'node:assert/strict';
import { problemText, type ProblemParts } from '../../../client/problemText';

const parts: ProblemParts = {
  version: '1.2.3',
  editor: 'VS Code 1.91.0 (desktop)',
  system: 'linux 6.1 x64',
  isTrusted: true,
  deaths: 0,
  counts: ['Server: 1.2.3', 'Findings: 4'],
  settings: [],
};
const setting = (value: unknown, choices?: readonly string[]): string => {
  const text = problemText({ ...parts, settings: [{ name: 'a.b', value, choices }] });
  return /^- a\.b: (.*)$/m.exec(text)?.[1] ?? '';
};

describe('The text of a report of a problem', () => {
  it('has versions and numbers', () => {
    const text = problemText(parts);
    match(text, /^- Evidence Portfolio 1\.2\.3$/m);
    match(text, /^- VS Code 1\.91\.0 \(desktop\)\n- System: linux 6\.1 x64$/m);
    match(text, /^- Server: 1\.2\.3\n- Findings: 4$/m);
    match(text, /^None\.$/m);
    doesNotMatch(text, /Restricted/);
  });
  it('says where the server is silent', () =>
    match(problemText({ ...parts, counts: undefined }), /^- The server does not answer$/m));
  it('says what is restricted', () =>
    match(problemText({ ...parts, isTrusted: false }), /^- Restricted Mode$/m));
  for (const [value, shown, choices] of [
    [true, 'true'],
    [14, '14'],
    [null, 'null'],
    ['form', 'form', ['form', 'text']],
    ['/home/anne/private', 'something else', ['form', 'text']],
    ['Anne', 'something else'],
    [{ 'title-missing': 'off', 'body-empty': 'error' }, 'title-missing off, body-empty error'],
    [{ 'title-missing': 'Anne', '/home/anne': 'off' }, 'something else'],
    [['Anne'], 'something else'],
    [{}, 'something else'],
  ] as const)
    it(`tells of ${JSON.stringify(value)} as ${shown}`, () => equal(setting(value, choices), shown));
});
