/** The past beside a live index: what is taken from it, what is told, and what is looked at. */
import { deepEqual, equal } from 'node:assert/strict';
import type { Fact } from '../../../../server/core/index/portfolioIndex';
import type { Uri } from '../../../../server/core/text/span';
import { Past } from '../../../../server/host/workspace/past';
import { memoryFiles } from '../../support/memoryFiles';
import type { Files } from '../../support/portfolioFiles';
import { at, home, indexOf } from '../../support/portfolioFiles';

const manifest = 'title: P\nstandard: small\n';
const evidence = (link: string): string => `---\ntitle: T\nelements: ['1.1']\n---\n\n[x](${link})\n`;
const frame = () => ({ folders: [home], rules: {} });

const pastOf = (now: Files, base: Files | undefined): Past => {
  const live = indexOf(now);
  const access = base && memoryFiles(base).access;
  return new Past({ live, access });
};
const was = (path: string, text: string): readonly [Uri, Fact] => [
  at(path),
  { kind: 'text', uri: at(path), text },
];
const rulesAt = (past: Past, path: string): readonly string[] =>
  past.index.findings(at(path)).map(({ rule }) => rule);

describe('The past', () => {
  const now = { 'portfolio.yaml': manifest, 'a.md': evidence('b.md'), 'b.md': evidence('a.md') };

  it('takes from the live index what has not changed', async () => {
    const past = pastOf(now, undefined);
    await past.bring(frame, new Map());
    equal(past.index.textOf(at('b.md')), now['b.md']);
    deepEqual(rulesAt(past, 'a.md'), []);
  });

  for (const [name, there, expected] of [
    ['is there', { 'c.md': '# c' }, []],
    ['is not there', {}, ['link-broken']],
    ['cannot be seen', undefined, []],
  ] as const) {
    it(`looks at a place that only the base refers to, each time: it ${name}`, async () => {
      const past = pastOf(now, there);
      for (const words of ['', 'More words.\n', '']) {
        await past.bring(frame, new Map([was('a.md', evidence('c.md') + words)]));
        deepEqual(rulesAt(past, 'a.md'), expected, words);
      }
    });
  }

  it('reads again the standard that only the base names', async () => {
    const own = 'title: Own\nlevels: [Part]\nchildren:\n  - id: "1.1"\n    title: One\n';
    const past = pastOf(now, { 'own.yaml': own });
    for (const title of ['One', 'Two']) {
      const text = `title: ${title}\nstandard: own.yaml\n`;
      await past.bring(frame, new Map([was('portfolio.yaml', text)]));
      equal(past.index.portfolios()[0]?.standard.title, 'Own');
    }
  });
});
