/** Slips around several standards, put right. */
import { checkFixes } from '../../support/codeActions';
import type { Files } from '../../support/portfolioFiles';

const files = (elements: string, manifest = 'standards: { CSE: small, ISO: q.yaml }\n'): Files => ({
  'portfolio.yaml': manifest,
  'q.yaml': 'title: Q\nchildren: [{ id: "9.1", text: A }, { id: "9.2", text: B }]\n',
  'a.md': `---\ntitle: T\nelements: ${elements}\n---\nText.\n`,
});
const written = (elements: string): string => `---\ntitle: T\nelements: ${elements}\n---\nText.\n`;

describe('Slips around several standards', () => {
  for (const [before, after] of [
    ['{ ISO: [iso:9.1] }', '{ ISO: ["9.1"] }'],
    ['{ ISO: ["Iso:9.2"] }', '{ ISO: ["9.2"] }'],
  ] as const)
    it(`puts ${before} right`, () =>
      checkFixes({
        rule: 'element-unknown',
        files: files(before),
        titles: [`Replace with ISO:${after.includes('9.1') ? '9.1, “A”' : '9.2, “B”'}`],
        after: [written(after)],
      }));

  for (const [before, after] of [
    ['standard: small # old\nstandards: { CSE: small }\n', 'standards: { CSE: small }\n'],
    [
      'standards: { CSE: small }\n# Ours\nstandard: small\ntitle: T\n',
      'standards: { CSE: small }\n# Ours\ntitle: T\n',
    ],
  ] as const)
    it(`takes “standard” out of ${JSON.stringify(before)}`, () =>
      checkFixes({
        rule: 'manifest-value',
        files: files('["1.1"]', before),
        path: 'portfolio.yaml',
        titles: ['Take “standard” out'],
        hasFavourite: false,
        after: [after],
      }));
});
