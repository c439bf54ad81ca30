/** Single steps of the index that generated sequences take only now and then, and the shape of what it answers. */
import { deepEqual, equal, notDeepEqual, ok } from 'node:assert/strict';
import { possibleLinkTargets } from '../../../../server/core/markdown/possibleLinks';
import { parseEvidence } from '../../../../server/core/evidence/evidence';
import { relativePath } from '../../../../server/core/text/uri';
import type { Fact, PortfolioIndex } from '../../../../server/core/index/portfolioIndex';
import { rulesFound } from '../../support/checkRule';
import type { Content } from '../../support/portfolioFiles';
import { apply, at, factOf, emptyIndex, home, indexOf } from '../../support/portfolioFiles';
import { smallText } from '../../support/standards';

const evidence = (...lines: readonly string[]): string =>
  ['---', 'title: a', 'elements: ["1.1"]', ...lines, '---', 'Text.', ''].join('\n');
const manifest = 'standard: small\nrules: { element-uncovered: off }\n';

/** The paths whose findings a change of one file answers. */
function answered(index: PortfolioIndex, path: string, content: Content | undefined): readonly string[] {
  const delta = index.apply([factOf(index, at(path), content)]);
  return [...delta.findings.keys()].map((uri) => relativePath(home, uri)).sort();
}

describe('One edit', () => {
  it('is answered by the findings of that file and the manifest, and by no others', () => {
    const index = indexOf({
      'portfolio.yaml': 'standard: small\n',
      'a.md': evidence('status: draft'),
      'b.md': evidence('status: wrong'),
      'c.md': evidence('ref: 1', 'status: wrong'),
    });
    deepEqual(answered(index, 'a.md', evidence('status: drat')), ['a.md']);
    deepEqual(answered(index, 'a.md', evidence('status: draft', 'ref: 1')), ['a.md', 'c.md']);
    deepEqual(answered(index, 'a.md', evidence('status: approved')), ['a.md', 'c.md', 'portfolio.yaml']);
  });

  it('that dates evidence after what the assessor says of it answers the manifest', () => {
    const index = indexOf({
      'portfolio.yaml':
        'standard: small\nassessment: { "1.1": { comment: Show figures, assessed: 2026-05-01 } }\n',
      'a.md': evidence('date: 2026-05-01'),
    });
    const rulesIn = (path: string) => index.findings(at(path)).map(({ rule }) => rule);
    ok(!rulesIn('portfolio.yaml').includes('assessor-comment-outdated'));
    deepEqual(answered(index, 'a.md', evidence('date: 2026-05-02')), ['portfolio.yaml']);
    ok(rulesIn('portfolio.yaml').includes('assessor-comment-outdated'));
    deepEqual(answered(index, 'a.md', evidence('date: 2026-04-30')), ['portfolio.yaml']);
  });

  it('that changes no coverage names no portfolio', () => {
    const index = indexOf({ 'portfolio.yaml': manifest, 'a.md': evidence() });
    const apply = (text: string) => [...index.apply([factOf(index, at('a.md'), text)]).coverage];
    deepEqual(apply(`${evidence()}More.\n`), []);
    deepEqual(apply(evidence('kind: data')), []);
    deepEqual(apply(evidence('review-by: 2027-01-01')), [home]);
    deepEqual(apply(evidence('review-by: 2027-01-01').replace('title: a', 'title: b')), [home]);
    deepEqual(apply('# No evidence'), [home]);
  });

  it('that moves a finding answers it, also where its offsets stay', () => {
    const index = indexOf({ 'portfolio.yaml': manifest, 'a.md': evidence('status: wrong') });
    deepEqual(answered(index, 'a.md', evidence('status: wrong').replace('Text', 'Other')), ['a.md']);
  });

  it('asks for each unknown place once, and for none that is known', () => {
    const index = emptyIndex();
    const delta = index.apply([
      { kind: 'folders', folders: [home] },
      factOf(index, at('portfolio.yaml'), manifest),
      factOf(index, at('a.md'), `${evidence('attachments: [x.pdf, b.md]')}[x](x.pdf) [y](../y.pdf)`),
      factOf(index, at('b.md'), evidence('attachments: [x.pdf]')),
    ]);
    deepEqual(delta.unknownPlaces, [at('x.pdf')]);
  });

  it('asks for a standard that a manifest names, and not for a built-in one', () => {
    const index = emptyIndex({ repository: '' });
    const delta = index.apply([
      factOf(index, at('p/portfolio.yaml'), 'standard: ../s.yaml\n'),
      factOf(index, at('q/portfolio.yaml'), manifest),
    ]);
    deepEqual(delta.unknownFiles, [at('s.yaml')]);
  });

  it('that says of a standard’s file what is known of it makes no portfolio anew', () => {
    const index = indexOf({
      'portfolio.yaml': 'standard: own.yaml\n',
      'own.yaml': smallText,
      'a.md': evidence(),
    });
    const before = index.portfolioAt(at('a.md'));
    const delta = index.apply([{ kind: 'text', uri: at('own.yaml'), text: smallText }]);
    equal(index.portfolioAt(at('a.md')), before);
    deepEqual([...delta.coverage], []);
  });
});

describe('A folder that a link leads to', () => {
  const linking = `${evidence()}[p](p)`;

  it('is there once a file comes to it, and gone after the last', () => {
    const files = new Map<string, Content>([[at('a.md'), linking]]);
    const index = indexOf({ 'portfolio.yaml': manifest, 'a.md': linking });
    equal(index.findings(at('a.md')).length, 1);
    files.set(at('p/b.md'), '# b');
    apply(index, [factOf(index, at('p/b.md'), '# b')], files);
    equal(index.findings(at('a.md')).length, 0);
    files.delete(at('p/b.md'));
    apply(index, [factOf(index, at('p/b.md'), undefined)], files);
    equal(index.findings(at('a.md')).length, 1);
  });

  it('is not forgotten while nothing refers to it', () => {
    const files = new Map<string, Content>([[at('a.md'), linking]]);
    const index = indexOf({ 'portfolio.yaml': manifest, 'a.md': linking });
    apply(index, [factOf(index, at('a.md'), evidence())], files);
    files.set(at('p/b.md'), '# b');
    apply(index, [factOf(index, at('p/b.md'), '# b')], files);
    apply(index, [factOf(index, at('a.md'), linking)], files);
    equal(index.findings(at('a.md')).length, 0);
  });
});

describe('A manifest above two open folders', () => {
  it('takes the files of both, and gives them back', () => {
    const files = { 'a.md': evidence(), 'p/b.md': evidence().replace('"1.1"', '3.2.4') };
    const index = indexOf(files, { folders: ['', 'p'] });
    const homes = () =>
      index.portfolios().map(({ root, evidence: own }) => `${relativePath(home, root)} ${own.size}`);
    deepEqual(homes(), ['p 1']);
    apply(index, [factOf(index, at('portfolio.yaml'), manifest)], new Map());
    deepEqual(homes(), ['. 2']);
    apply(index, [factOf(index, at('portfolio.yaml'), undefined)], new Map());
    deepEqual(homes(), ['p 1']);
  });
});

describe('Findings of a file', () => {
  it('stand in the order of the text, whatever the order of the rules', () =>
    deepEqual(
      rulesFound({
        'portfolio.yaml': manifest.replace('off }', 'off, element-draft-only: off }'),
        'a.md':
          '---\nreview-by: 2026-01-01\nstatus: wrong\nelements: ["8.8", "1.1", 1.1]\nowners: a\n---\n# 1.2 Hours\n\n[a](gone.md)\n',
      }),
      [
        'a.md: review-overdue',
        'a.md: front-matter-value',
        'a.md: element-unknown',
        'a.md: element-duplicate',
        'a.md: element-unquoted',
        'a.md: front-matter-key',
        'a.md: element-heading-unlisted',
        'a.md: link-broken',
      ],
    ));
});

describe('The files that links may lead to', () => {
  for (const [body, expected] of [
    ['Text', []],
    ['[a](b.md) ![c](d/e.png)', ['b.md', 'd/e.png']],
    ['[a](b\u00A0c.md)', ['b\u00A0c.md']],
    ['[a]: b.md', ['b.md']],
    ['[a](<b c.md>)', ['b c.md']],
    ['[a](\nb.md)', ['b.md']],
    ['[a](b\\_c.md)', ['b_c.md']],
    ['[a](b&amp;c.md)', ['b&c.md']],
    ['[a](b(c).md)', ['b(c).md']],
    // Only a closer look tells: a name that is known to the whole parser alone, the next line of a quotation.
    ['[a](b&percnt;c.md)', undefined],
    ['> [a](\n> b.md)', [undefined, undefined, 'b.md']],
    ['[a](https://e.org/?a&b=(c)) [b](<https://e.org/a b>) [c](mailto:a&b@e.org)', []],
    ['[a](https://localhost/b)', [undefined]],
    ['`[a](b.md)`', ['b.md']],
    ['[a](https://e.org) [b](#top)', []],
    ['[c](/d.md)', ['d.md']],
    ['[c](/anytown/d.md)', ['anytown/d.md', 'd.md']],
    ['[a](b.md "t") [c](d.md  )', ['b.md', 'd.md']],
    ['[a](C#.pdf)', ['C', 'C#.pdf']],
    ['[a](b.md#top.x)', ['b.md']],
    ['[^1]: Ibid.', []],
    ['<a href="b.md">, href=c.md <img\n src=d.png> <https://e.org>', ['b.md', 'd.png']],
    // What must be looked at wherever it leads.
    ['[a](my b.md)', [undefined, 'my']],
    ['[a]() [b](H:/c.md) [d](~/e)', [undefined, undefined, undefined]],
    ['[a]({{ x }}/b.md) [c]({%d%})', [undefined]],
  ] as const)
    it(`of ${JSON.stringify(body)}`, () => {
      const file = parseEvidence(at('x.md'), `${evidence()}${body}`)!;
      deepEqual(
        possibleLinkTargets(file, at(''))?.map(({ uri }) => uri),
        expected?.map((path) => (path === undefined ? undefined : at(path))),
      );
    });
});

describe('A file that another index has read as evidence', () => {
  it('is a standard where a manifest says so', () => {
    const uri = at('p/s.md');
    const text = evidence();
    const sourceAfter = (fact: Fact): unknown => {
      const index = emptyIndex();
      const named: Fact = { kind: 'text', uri: at('p/portfolio.yaml'), text: 'standard: s.md\n' };
      index.apply([{ kind: 'folders', folders: [at('p')] }, named]);
      index.apply([fact]);
      return index.portfolioAt(uri)?.source;
    };
    const read = sourceAfter({ kind: 'text', uri, text });
    deepEqual(sourceAfter({ kind: 'file', uri, file: parseEvidence(uri, text)! }), read);
    notDeepEqual(read, sourceAfter({ kind: 'present', uri }));
  });
});
