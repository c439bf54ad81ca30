/** Single steps of the index that generated sequences take only now and then, and the shape of what it answers. */
import { deepEqual, equal, notDeepEqual, ok } from 'node:assert/strict';
import { possibleLinkTargets } from '../../../../server/core/markdown/possibleLinks';
import { parseEvidence } from '../../../../server/core/evidence/evidence';
import { relativePath } from '../../../../server/core/text/uri';
import type { Fact, Held, PortfolioIndex } from '../../../../server/core/index/portfolioIndex';
import type { RuleCode } from '../../../../server/core/rules/all';
import { rules } from '../../../../server/core/rules/all';
import { rulesFound } from '../../support/checkRule';
import { dumpOf } from '../../support/dump';
import type { Content, Files, IndexSetting } from '../../support/portfolioFiles';
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
    deepEqual(apply(evidence()), [home]);
    deepEqual(apply(evidence('review-by: soon')), [home]);
    deepEqual(apply(evidence('review-by: later')), []);
    const asking = (box: string) => evidence().replace('Text.', `- [${box}] Say when`);
    deepEqual(apply(asking(' ')), [home]);
    deepEqual(apply(asking('x')), [home]);
    deepEqual(apply(asking('x').replace('- [x]', 'More.\n\n- [x]')), []);
    deepEqual(apply(asking('x').replace('when', 'where')), [home]);
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

  it('asks for a mapping that a manifest names once', () => {
    const index = emptyIndex();
    const asked = (...lines: readonly string[]): readonly string[] =>
      index.apply([
        factOf(index, at('portfolio.yaml'), ['standards: { A: small, B: small }', ...lines, ''].join('\n')),
      ]).unknownFiles;
    deepEqual(asked('mappings: m.yaml'), [at('m.yaml')]);
    index.apply([{ kind: 'text', uri: at('m.yaml'), text: 'from: A\nto: B\npairs: []\n' }]);
    deepEqual(asked('mappings: m.yaml', 'title: New'), []);
    deepEqual(asked('mappings: [m.yaml, n.yaml]'), [at('n.yaml')]);
  });

  it('that gives our keys other names asks for the texts that may be evidence now, and for no others', () => {
    const index = indexOf({
      'p/portfolio.yaml': manifest,
      'p/a.md': evidence(),
      'p/n.md': '# Nothing',
      'p/u.md': '---\nelement: ["1.1"]\n---\n',
      'p/x.pdf': null,
      'c/n.md': '# Nothing',
      'q/portfolio.yaml': manifest,
      'q/n.md': '# Nothing',
    });
    const asked = (...lines: readonly string[]): readonly string[] => {
      const text = [manifest, ...lines].join('\n');
      const { unknownTexts } = index.apply([factOf(index, at('p/portfolio.yaml'), text)]);
      return unknownTexts.map((uri) => relativePath(home, uri)).sort();
    };
    deepEqual(asked('title: A'), []);
    deepEqual(asked('keys: { elements: satisfies }'), ['p/n.md']);
    deepEqual(asked('keys: { elements: satisfies }', 'title: B'), []);
    deepEqual(asked('keys: { elements: satisfies }', 'include: ["**/*.md"]'), []);
    deepEqual(asked('keys: { elements: satisfies, status: state }'), ['p/n.md']);
    deepEqual(asked('keys: { elements: satisfies, status: state }', 'include: ["**/*.md", "../c/**"]'), [
      'c/n.md',
      'p/n.md',
    ]);
    deepEqual(asked('keys: { elements: satisfies, status: state }', 'include: ["**/*.md", "../d/**"]'), [
      'c/n.md',
      'p/n.md',
    ]);
    deepEqual(asked('title: C'), ['p/n.md']);
    deepEqual(asked('title: D'), []);
  });

  it('that names a standard’s file no longer forgets it', () => {
    const index = indexOf({ 'portfolio.yaml': 'standard: s.yaml\n', 's.yaml': smallText });
    equal(index.isNamedFile(at('s.yaml')), true);
    equal(index.textOf(at('s.yaml')), smallText);
    index.apply([factOf(index, at('portfolio.yaml'), manifest)]);
    equal(index.isNamedFile(at('s.yaml')), false);
    equal(index.textOf(at('s.yaml')), undefined);
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

describe('What has been said of a place', () => {
  const plan = '| ID | Action |\n|-|-|\n| 1.1 | Act |\n';
  const facts: readonly Fact[] = [
    { kind: 'folders', folders: [home] },
    { kind: 'text', uri: at('portfolio.yaml'), text: 'standard: s.md\n' },
    { kind: 'text', uri: at('s.md'), text: smallText },
    { kind: 'text', uri: at('a.md'), text: `${evidence('attachments: [x.pdf, out.pdf]')}[g](gone.md)` },
    { kind: 'text', uri: at('action-plan.md'), text: plan },
    { kind: 'text', uri: at('n.md'), text: '# Nothing' },
    { kind: 'text', uri: at('u.md'), text: '---\nelement: ["1.1"]\n---\n' },
    { kind: 'present', uri: at('x.pdf') },
    { kind: 'unreadable', uri: at('big.md'), reason: 'it is too large.' },
    { kind: 'unreadable', uri: at('shut'), reason: 'nobody may look.', isFolder: true },
    { kind: 'absent', uri: at('gone.md') },
    { kind: 'outside', uri: at('out.pdf') },
    { kind: 'text', uri: at('b.md'), text: evidence() },
    { kind: 'untold', uri: at('b.md') },
  ];
  const told = (): PortfolioIndex => {
    const index = emptyIndex();
    // Which files are standards, manifests say.
    for (const some of [facts.slice(0, 2), facts.slice(2)]) index.apply(some);
    return index;
  };
  const rows: Readonly<Record<string, string | undefined>> = {
    'portfolio.yaml': 'text',
    's.md': 'text',
    'a.md': 'file',
    'action-plan.md': 'file',
    'n.md': 'present',
    'u.md': 'text',
    'x.pdf': 'present',
    'big.md': 'unreadable it is too large.',
    shut: 'unreadable nobody may look. folder',
    'gone.md': 'absent',
    'out.pdf': 'outside',
    'b.md': undefined,
    'never.md': undefined,
  };
  for (const [path, expected] of Object.entries(rows))
    it(`is known of ${path}`, () => {
      const index = told();
      const fact = index.told(at(path));
      const more =
        fact?.kind === 'unreadable' ? [fact.reason, ...(fact.isFolder === true ? ['folder'] : [])] : [];
      equal(fact && [fact.kind, ...more].join(' '), expected);
      equal(index.hasRead(at(path)), ['text', 'file'].includes(expected ?? ''));
    });

  it('makes another index the same, said again', () => {
    const [index, other] = [told(), emptyIndex()];
    const known = Object.keys(rows).flatMap((path) => index.told(at(path)) ?? []);
    for (const some of [[...facts.slice(0, 1), ...known.slice(0, 1)], known]) other.apply(some);
    equal(dumpOf(other), dumpOf(index));
    deepEqual(
      other.findings(at('a.md')).map(({ rule }) => rule),
      ['attachment-missing', 'link-broken'],
    );
  });
});

describe('What cannot be read', () => {
  const closed = (path: string, isFolder = false): Fact => ({
    kind: 'unreadable',
    uri: at(path),
    reason: 'no.',
    ...(isFolder && { isFolder }),
  });
  const paths = (uris: readonly string[]): readonly string[] => uris.map((uri) => relativePath(home, uri));
  const all = [closed('a.md'), closed('x.pdf'), closed('p', true), closed('q', true), closed('q/.gitignore')];
  for (const [name, files, setting, missed, found] of [
    ['where there is no portfolio, what may be evidence', { 'n.md': '# n' }, {}, ['a.md', 'p', 'q', 'q/.gitignore'], []],
    ['in no open folder, all', {}, { folders: [] }, ['a.md', 'x.pdf', 'p', 'q', 'q/.gitignore'], []],
    ['in a portfolio nothing, as it is told', { 'portfolio.yaml': manifest }, {}, [], ['a.md', 'p', 'q', 'q/.gitignore']],
    ['in a portfolio that wants only some files nothing', { 'portfolio.yaml': `${manifest}include: [p/**]` }, {}, [], ['p', 'portfolio.yaml']],
    ['in a portfolio that leaves some out nothing', { 'portfolio.yaml': `${manifest}exclude: [a.md, q]` }, {}, [], ['p']],
    ['in a portfolio that is not to be told nothing', { 'portfolio.yaml': manifest.replace('off }', 'off, file-unreadable: off }') }, {}, [], []],
    ['once there is evidence nothing', { 'b.md': evidence().replace('"1.1"', '3.2.4') }, {}, [], ['a.md', 'p', 'q', 'q/.gitignore']],
  ] as const satisfies readonly (readonly [string, Files, IndexSetting, readonly string[], readonly string[]])[])
    it(`is missed: ${name}`, () => {
      const index = indexOf(files, setting);
      index.apply(all);
      deepEqual([paths(index.missed().map(({ uri }) => uri)), paths(index.filesWithFindings())], [missed, found]);
      index.apply(all.flatMap((fact) => ('uri' in fact ? [{ kind: 'absent', uri: fact.uri }] : [])));
      deepEqual(index.missed(), []);
    }); // prettier-ignore

  it('is a manifest, and is told', () => {
    const index = indexOf({ 'a.md': evidence() });
    index.apply([closed('portfolio.yaml')]);
    deepEqual([index.missed(), paths(index.filesWithFindings())], [[], ['portfolio.yaml']]);
  });
});

describe('Places that evidence leads to', () => {
  const text = `${evidence('attachments: [x.pdf]')}[b](b.md) and far/c.md.\n`;
  const plan = '| ID | Action |\n|-|-|\n| 1.1 | [Act](d.md) |\n';
  const rules = (more: string): string => manifest.replace('off }', `off, ${more} }`);
  for (const [name, setting, manifestText, asked] of [
    ['all of them, where everything is asked for', {}, manifest, ['b.md', 'd.md', 'x.pdf']],
    ['also those of rules that are off', {}, rules('link-broken: off, attachment-missing: off'), ['b.md', 'd.md', 'x.pdf']],
    ['those that rules look at, where only findings are asked for', { onlyFindings: true }, manifest, ['b.md', 'd.md', 'x.pdf']],
    ['attachments alone, where links are not looked at', { onlyFindings: true }, rules('link-broken: off'), ['x.pdf']],
    ['what is cited, where that is looked at', { also: ['citation-unknown'] }, rules('citation-unknown: hint'), ['b.md', 'd.md', 'far', 'far/c.md', 'x.pdf']],
  ] as const satisfies readonly (readonly [string, IndexSetting, string, readonly string[]])[])
    it(`are asked for: ${name}`, () => {
      const index = emptyIndex(setting);
      const { unknownPlaces } = index.apply([
        { kind: 'folders', folders: [home] },
        ...Object.entries({ 'portfolio.yaml': manifestText, 'a.md': text, 'action-plan.md': plan }).map(
          ([path, content]) => factOf(index, at(path), content),
        ),
      ]);
      deepEqual(unknownPlaces.map((uri) => relativePath(home, uri)).sort(), asked);
    }); // prettier-ignore
});

describe('A place that a manifest leads to', () => {
  const sharing = (pattern: string): string => `${manifest}include: ['**/*.md', '${pattern}']\n`;
  const files: Files = {
    'r/p/portfolio.yaml': sharing('../c/**'),
    'r/q/portfolio.yaml': sharing('../c/sub/**'),
    's/portfolio.yaml': manifest,
    't/p/portfolio.yaml': sharing('../c/**'),
  };
  const setting = { folders: ['r/p', 'r/q', 's', 't/p'], repository: ['r', 't'] };
  const path = (uri: string | undefined): string | undefined => uri && relativePath(home, uri);

  for (const [place, portfolio, near, boundary] of [
    ['r/p/a.md', 'r/p', 'r/p', 'r'],
    ['r/c/x.md', 'r/p', 'r/p', 'r'],
    ['r/d/x.md', undefined, 'r/p', 'r'],
    ['s/a.md', 's', 's', 's'],
    ['t/c', undefined, 't/p', 't'],
    ['u/a.md', undefined, undefined, 'u/a.md'],
  ] as const)
    it(`has a portfolio, one that it is near to, and a boundary: ${place}`, () => {
      const index = indexOf(files, setting);
      const roots = [index.portfolioAt(at(place))?.root, index.portfolioNear(at(place))?.root];
      deepEqual([...roots, index.boundaryOfShared(at(place))].map(path), [portfolio, near, boundary]);
    });
  it('is in a folder to be listed, of which none is within another', () =>
    deepEqual(indexOf(files, setting).sharedFolders().map(path), ['r/c', 't/c']));
});

describe('What is told of a file', () => {
  const unread = '---\nelement: [3.2.4]\n---\n';
  const real = evidence().replace('"1.1"', '3.2.4');
  const faulty = 'title: Faulty\nchildren: [{ id: A-1 }, { id: A-1 }]\n';
  const off = 'rules: { element-uncovered: off, standard-file: hint, file-unreadable: hint }\n';
  const shut: Content = { reason: 'no.' };
  const told: readonly RuleCode[] = ['evidence-unread', 'standard-file', 'file-unreadable'];
  for (const [name, files, expected, setting = {}] of [
    ['that is not read, without a portfolio', { 'u.md': unread }, []],
    ['that is not read, beside evidence', { 'u.md': unread, 'b.md': real }, ['u.md: warning evidence-unread']],
    ['that is not read, beside another folder’s evidence', { 'p/u.md': unread, 'q/b.md': real }, [], { folders: ['p', 'q'] }],
    ['that is not read, in a portfolio', { 'u.md': unread, 'portfolio.yaml': 'title: T\n' }, ['u.md: warning evidence-unread']],
    ['that is not read, in a portfolio that leaves it out', { 'u.md': unread, 'portfolio.yaml': 'title: T\nexclude: [u.md]\n' }, []],
    ['that is not read, and is named as a standard', { 'u.md': unread, 'portfolio.yaml': 'standard: u.md\n' }, ['u.md: error standard-file']],
    ['that is evidence and named as a standard', { 'b.md': real, 'portfolio.yaml': 'standard: b.md\n' }, []],
    ['that is a standard with faults', { 's.yaml': faulty, 'portfolio.yaml': 'standard: s.yaml\n' }, ['s.yaml: error standard-file']],
    ['that is a standard with faults, as its portfolio says how severe', { 's.yaml': faulty, 'portfolio.yaml': `standard: s.yaml\n${off}` }, ['s.yaml: hint standard-file']],
    ['that is a standard with faults, as the first of its portfolios says', { 's.yaml': faulty, 'a/portfolio.yaml': `standard: ../s.yaml\n${off}`, 'b/portfolio.yaml': 'standard: ../s.yaml\n' }, ['s.yaml: hint standard-file']],
    ['that cannot be read and is named as a standard', { 's.yaml': shut, 'portfolio.yaml': `standard: s.yaml\n${off}` }, ['s.yaml: hint file-unreadable']],
    ['that cannot be read and is no evidence', { 's.yaml': shut, 'portfolio.yaml': `${manifest}\n` }, []],
    ['that cannot be read and is called like a manifest', { 'portfolio.yml': shut, 'portfolio.yaml': manifest }, []],
  ] as const satisfies readonly (readonly [string, Files, readonly string[], IndexSetting?])[])
    it(name, () => {
      const index = indexOf(files, setting);
      const found = index.filesWithFindings().flatMap((uri) =>
        index
          .findings(uri)
          .filter(({ rule }) => told.includes(rule))
          .map(({ rule, severity }) => `${relativePath(home, uri)}: ${severity} ${rule}`),
      );
      deepEqual(found, expected);
      const isUnread = found.some((line) => line.endsWith('evidence-unread'));
      equal(index.unreadAt(at('u.md'))?.uri, isUnread ? at('u.md') : undefined);
    }); // prettier-ignore
});

describe('While something is held', () => {
  const files: Files = {
    'portfolio.yaml': 'standard: small\n',
    'a.md': evidence('ref: ES 1'),
    'action-plan.md': '| ID | Action |\n|-|-|\n| 1.2 | Act |\n',
  };
  for (const [held, first, second] of [
    ['nothing', ['a.md', 'b.md', 'c.md', 'portfolio.yaml', 'coverage'], []],
    ['findings', [], ['a.md', 'b.md', 'c.md', 'portfolio.yaml', 'coverage']],
    ['consequences', ['c.md'], ['a.md', 'b.md', 'portfolio.yaml', 'coverage']],
    ['manifests', ['a.md', 'b.md', 'c.md', 'coverage'], ['portfolio.yaml']],
  ] as const satisfies readonly (readonly [Held, readonly string[], readonly string[]])[])
    it(`it is told at last: ${held}`, () => {
      const index = indexOf(files);
      const facts = {
        'b.md': evidence('ref: ES 1', 'status: wrong').replace('"1.1"', '"1.2"'),
        'c.md': evidence('status: wrong'),
      };
      const tell = (to: PortfolioIndex, some: readonly Fact[], how: Held): readonly string[] => {
        const { findings, coverage, plans } = to.apply(some, how);
        return [
          ...[...findings.keys()].map((uri) => relativePath(home, uri)).sort(),
          ...(coverage.size > 0 ? ['coverage'] : []),
          ...(plans.size > 0 ? ['plans'] : []),
        ];
      };
      const said = tell(
        index,
        Object.entries(facts).map(([path, text]) => factOf(index, at(path), text)),
        held,
      );
      const copy = index.copy();
      deepEqual([said, tell(index, [], 'nothing'), tell(copy, [], 'nothing')], [first, second, second]);
    });
});

describe('A file of which nothing is known but itself', () => {
  const wrong = evidence('status: wrong').replace('"1.1"', '3.2.4');
  const tell = (lone: readonly string[]): PortfolioIndex => {
    const index = emptyIndex();
    const files = { 'p/a.md': wrong, 'p/b.md': wrong };
    index.apply([
      { kind: 'folders', folders: [at('p')], lone: lone.map(at) },
      ...Object.entries(files).map(([path, text]): Fact => ({ kind: 'text', uri: at(path), text })),
    ]);
    return index;
  };
  const found = (index: PortfolioIndex): readonly string[] =>
    index.filesWithFindings().map((uri) => relativePath(home, uri));

  it('is judged, and makes no portfolio of its folder', () => {
    const index = tell(['p/a.md']);
    deepEqual([found(index), index.portfolios()], [['p/a.md'], []]);
    equal(index.portfolioAt(at('p/a.md'))?.isLone, true);
    equal(dumpOf(index.copy()), dumpOf(index));
    const copy = index.copy();
    copy.apply([{ kind: 'text', uri: at('p/b.md'), text: wrong }]);
    deepEqual(found(copy), ['p/a.md']);
  });

  it('is one of its folder once that is open', () => {
    const index = tell(['p/a.md']);
    index.apply([{ kind: 'folders', folders: [at('p')] }]);
    deepEqual([found(index), index.portfolios().length], [['p/a.md', 'p/b.md'], 1]);
  });
});

describe('What an index has been told of its surroundings', () => {
  const told = (index: PortfolioIndex): unknown[] => [
    index.folders.map((uri) => relativePath(home, uri)),
    index.settings,
    index.language,
    index.days,
    index.today,
  ];

  it('is what it answers, and a copy too', () => {
    const index = emptyIndex();
    deepEqual(told(index), [[], {}, undefined, { today: '2026-06-15', asOf: undefined }, '2026-06-15']);
    index.apply([
      { kind: 'folders', folders: [at('p'), at('q')] },
      { kind: 'settings', rules: { 'link-broken': 'off' } },
      { kind: 'language', language: 'cy' },
      { kind: 'today', today: '2026-06-16', asOf: '2026-07-01' },
    ]);
    const days = { today: '2026-06-16', asOf: '2026-07-01' };
    for (const one of [index, index.copy()])
      deepEqual(told(one), [['p', 'q'], { 'link-broken': 'off' }, 'cy', days, '2026-07-01']);
  });

  it('is the day by which it judges', () => {
    const index = indexOf({ 'portfolio.yaml': manifest, 'a.md': evidence('review-by: 2026-08-31') });
    const found = (asOf: string | undefined): readonly string[] => {
      index.apply([{ kind: 'today', today: '2026-06-15', asOf }]);
      return index.findings(at('a.md')).map(({ rule }) => rule);
    };
    deepEqual(found(undefined), []);
    deepEqual(found('2026-08-30'), ['review-due-soon']);
    deepEqual(found('2026-09-01'), ['review-overdue']);
    deepEqual(found(undefined), []);
  });

  it('says which rules apply: as the manifest says, else the settings, and none that it has not got', () => {
    const index = indexOf(
      { 'portfolio.yaml': manifest.replace('off }', 'off, link-broken: hint, title-missing: no }') },
      { settings: { 'link-broken': 'off', 'body-empty': 'off', 'title-missing': 'off', 'ref-duplicate': 'nonsense' } },
    );
    const [portfolio] = index.portfolios();
    ok(portfolio);
    const asked = ['element-uncovered', 'link-broken', 'body-empty', 'title-missing', 'ref-duplicate', 'citation-unknown'];
    const applied = rules.filter((rule) => asked.includes(rule.code) && index.applies(rule, portfolio));
    deepEqual(applied.map(({ code }) => code).sort(), ['link-broken', 'ref-duplicate']);
  }); // prettier-ignore
});

describe('A change of a manifest', () => {
  it('may share other folders, and one of evidence may not', () => {
    const index = indexOf({ 'portfolio.yaml': manifest, 'a.md': evidence() });
    const mayShare = (path: string, text: string): boolean =>
      index.apply([factOf(index, at(path), text)]).mayShare;
    deepEqual(mayShare('a.md', evidence('status: draft')), false);
    deepEqual(mayShare('portfolio.yaml', `${manifest}title: A\n`), true);
    deepEqual(mayShare('n.md', '# Nothing'), false);
  });

  it('to a link that leads out of the repository is told there', () => {
    const index = indexOf({ 'portfolio.yaml': manifest, 'a.md': evidence() });
    index.apply([{ kind: 'outside', uri: at('portfolio.yaml') }]);
    deepEqual(index.findings(at('portfolio.yaml')).map(({ rule }) => rule), ['file-unreadable']); // prettier-ignore
    index.apply([factOf(index, at('portfolio.yaml'), manifest)]);
    deepEqual(index.findings(at('portfolio.yaml')), []);
    index.apply([{ kind: 'outside', uri: at('a.md') }]);
    deepEqual(index.findings(at('a.md')), []);
  });
});
