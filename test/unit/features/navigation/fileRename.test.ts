import { deepEqual } from 'node:assert/strict';
import fc from 'fast-check';
import {
  attachmentTargets,
  leadsTo as placeOf,
  linkTargets,
} from '../../../../server/core/portfolio/targets';
import type { Uri } from '../../../../server/core/text/span';
import type { PortfolioIndex } from '../../../../server/core/index/portfolioIndex';
import { isWithin, relativePath } from '../../../../server/core/text/uri';
import type { Move } from '../../../../server/features/navigation/fileRename';
import { fileRenameEdits } from '../../../../server/features/navigation/fileRename';
import { edited } from '../../support/cursor';
import type { Content, Files } from '../../support/portfolioFiles';
import { at, home, indexOf } from '../../support/portfolioFiles';

const block = (value: string, body = ''): string => `---\nelements: [1.1.1]\n${value}\n---\n\n${body}\n`;
const move = (from: string, to: string): Move => ({ from: at(from), to: at(to) });

/** The text of every file after the edits, by the path that it has before the move. */
function afterEdits(files: Files, moves: readonly Move[]): Readonly<Record<string, Content>> {
  const index = indexOf(files);
  const edits = [...fileRenameEdits(index.portfolios(), moves)].filter((step) => step !== undefined);
  const changed = edits.map(([uri, own]): [string, Content] => {
    // Editors count no byte order mark.
    const [mark = '', text = ''] = /^(\uFEFF?)([^]*)$/.exec(index.textOf(uri) ?? '')?.slice(1) ?? [];
    return [relativePath(home, uri), mark + edited(text, own)];
  });
  return { ...files, ...Object.fromEntries(changed) };
}

/** Checks what one file says after a move; all files stand beside it without a change. */
function checkMove(
  [from, to]: readonly [string, string],
  path: string,
  before: string,
  after: string,
  others: Files = {},
): void {
  for (const text of [
    (words: string) => words,
    (words: string) => `\uFEFF${words.replaceAll('\n', '\r\n')}`,
  ]) {
    const files = { 'portfolio.yaml': 'title: T\n', ...others, [path]: text(before) };
    deepEqual(afterEdits(files, [move(from, to)]), { ...files, [path]: text(after) });
  }
}

const pdfs: Files = {
  'attachments/a.pdf': null,
  'attachments/my file (1).pdf': null,
  'attachments/café 😀.pdf': null,
  'attachments/#1 100%.pdf': null,
};

describe('An attachment that moves', () => {
  const renamed = ['attachments/a.pdf', 'files/b c.pdf'] as const;
  for (const [name, before, after] of [
    ['in brackets', 'attachments: [../attachments/a.pdf]', 'attachments: [../files/b c.pdf]'],
    [
      'with a page or a place',
      'attachments: [../attachments/a.pdf#page=4, "../attachments/a.pdf#nameddest=x", ../attachments/a.pdf?x]',
      'attachments: [../files/b c.pdf#page=4, "../files/b c.pdf#nameddest=x", ../files/b c.pdf?x]',
    ],
    [
      'beside places of the own computer',
      'attachments: ["H:\\\\a.pdf", ../attachments/a.pdf, /attachments/a.pdf]',
      'attachments: ["H:\\\\a.pdf", ../files/b c.pdf, /attachments/a.pdf]',
    ],
    [
      'in a list',
      'attachments:\n  - ../attachments/a.pdf # ours',
      'attachments:\n  - ../files/b c.pdf # ours',
    ],
    ['as a single value', 'attachments: ../attachments/a.pdf', 'attachments: ../files/b c.pdf'],
    ['in quotation marks', `attachments: ["../attachments/a.pdf"]`, `attachments: ["../files/b c.pdf"]`],
    ['in single ones', `attachments: ['../attachments/a.pdf']`, `attachments: ['../files/b c.pdf']`],
    ['with dots', 'attachments: [./../attachments/a.pdf]', 'attachments: [../files/b c.pdf]'],
    ['with backslashes', 'attachments: [..\\attachments\\a.pdf]', 'attachments: [..\\files\\b c.pdf]'],
    [
      'with others',
      'attachments: [x.pdf, ../attachments/a.pdf, y]',
      'attachments: [x.pdf, ../files/b c.pdf, y]',
    ],
  ] as const)
    it(`is followed ${name}`, () => checkMove(renamed, 'evidence/e.md', block(before), block(after), pdfs));

  for (const [name, to, written] of [
    ['a comma', 'a, b.pdf', '"../a, b.pdf"'],
    ['a colon', 'a: b.pdf', '"../a: b.pdf"'],
    ['a number sign', 'a #1.pdf', '"../a #1.pdf"'],
    ['an apostrophe', "it's.pdf", "../it's.pdf"],
    ['two spaces', 'a  b.pdf', '"../a  b.pdf"'],
    ['a percent sign', '100%25.pdf', '../100%25.pdf'],
    ['an emoji', '😀.pdf', '../😀.pdf'],
  ] as const)
    it(`gets what YAML needs for ${name}`, () =>
      checkMove(
        ['attachments/a.pdf', to],
        'evidence/e.md',
        block('attachments: [../attachments/a.pdf]'),
        block(`attachments: [${written}]`),
        pdfs,
      ));
  it('to a name that looks like an address gets a dot before it', () =>
    checkMove(
      ['a.pdf', 'a:b.pdf'],
      'e.md',
      block('attachments: [a.pdf]'),
      block('attachments: [./a:b.pdf]'),
      {
        'a.pdf': null,
      },
    ));
});

describe('A link to what moves', () => {
  for (const [name, from, to, before, after] of [
    ['is written anew', 'attachments/a.pdf', 'x/b.pdf', '[a](../attachments/a.pdf)', '[a](../x/b.pdf)'],
    ['keeps its title', 'attachments/a.pdf', 'b.pdf', '[a](../attachments/a.pdf "A")', '[a](../b.pdf "A")'],
    [
      'keeps its fragment',
      'attachments/a.pdf',
      'b.pdf',
      '[a](../attachments/a.pdf?q#p=(2))',
      '[a](../b.pdf?q#p=(2))',
    ],
    [
      'keeps its brackets',
      'attachments/a.pdf',
      'b c.pdf',
      '[a](<../attachments/a.pdf>)',
      '[a](<../b c.pdf>)',
    ],
    ['gets no brackets', 'attachments/a.pdf', 'b c.pdf', '[a](../attachments/a.pdf)', '[a](../b%20c.pdf)'],
    ['of an image', 'attachments/a.pdf', 'b.pdf', '![a](../attachments/a.pdf)', '![a](../b.pdf)'],
    [
      'of a definition',
      'attachments/a.pdf',
      'b.pdf',
      '[a]\n\n[a]: ../attachments/a.pdf',
      '[a]\n\n[a]: ../b.pdf',
    ],
    [
      'keeps its encoding where its folder moves',
      'attachments',
      'new files',
      '[a](../attachments/my%20file%20%281%29.pdf) [b](../attachments/caf%C3%A9%20%F0%9F%98%80.pdf)',
      '[a](../new%20files/my%20file%20%281%29.pdf) [b](../new%20files/caf%C3%A9%20%F0%9F%98%80.pdf)',
    ],
    [
      'keeps what is not encoded',
      'attachments',
      'fichés',
      '[a](<../attachments/my file (1).pdf>) [b](../attachments/café%20😀.pdf)',
      '[a](<../fichés/my file (1).pdf>) [b](../fichés/café%20😀.pdf)',
    ],
    [
      'is encoded where it must be',
      'attachments/a.pdf',
      '#1 (100%)?&<b>\\[c]`d`.pdf',
      '[a](../attachments/a.pdf) [b](<../attachments/a.pdf>)',
      '[a](../%231%20%28100%25%29%3F%26%3Cb%3E%5C%5Bc%5D%60d%60.pdf) [b](<../%231 (100%25)%3F%26%3Cb%3E%5C%5Bc%5D%60d%60.pdf>)',
    ],
    [
      'with escapes',
      'attachments',
      'x',
      '[a](../attachments/my%20file%20\\(1\\).pdf)',
      '[a](../x/my%20file%20%281%29.pdf)',
    ],
    ['to a folder', 'attachments', 'x', '[a](../attachments/) [b](../attachments)', '[a](../x/) [b](../x)'],
    [
      'from the top of the portfolio',
      'attachments/a.pdf',
      'files/b c.pdf',
      '[a](/attachments/a.pdf#page=2) [b](/attachments) [c](/evidence/e.md)',
      '[a](/files/b%20c.pdf#page=2) [b](/attachments) [c](/evidence/e.md)',
    ],
    [
      'with a page, a query or a place',
      'attachments/a.pdf',
      'b.pdf',
      '[a](../attachments/a.pdf#page=4) [b](../attachments/a.pdf?raw=1#x)',
      '[a](../b.pdf#page=4) [b](../b.pdf?raw=1#x)',
    ],
    [
      'in a footnote',
      'attachments/a.pdf',
      'b.pdf',
      'A[^1] and[^2]\n\n[^1]: [a](../attachments/a.pdf)\n\n    [b](../attachments/a.pdf)\n\n[^2]: ../attachments/a.pdf',
      'A[^1] and[^2]\n\n[^1]: [a](../b.pdf)\n\n    [b](../b.pdf)\n\n[^2]: ../attachments/a.pdf',
    ],
    [
      'in HTML',
      'attachments/a.pdf',
      "b 'c'.pdf",
      '<a href="../attachments/a.pdf#page=4">a</a> <img alt=\'b\' src = "../attachments/a.pdf"/>\n\n<p>\n<IMG SRC=\'../attachments/a.pdf\'>\n</p>\n\n<!-- <a href="../attachments/a.pdf"> -->',
      '<a href="../b%20%27c%27.pdf#page=4">a</a> <img alt=\'b\' src = "../b%20%27c%27.pdf"/>\n\n<p>\n<IMG SRC=\'../b%20%27c%27.pdf\'>\n</p>\n\n<!-- <a href="../attachments/a.pdf"> -->',
    ],
    [
      'that is none for its spaces',
      'attachments',
      'x',
      '[a](../attachments/my file (1).pdf)',
      '[a](../attachments/my file (1).pdf)',
    ],
    [
      'in an image in a link',
      'attachments/a.pdf',
      'b.pdf',
      '[![i](../attachments/a.pdf)](../attachments/a.pdf)',
      '[![i](../b.pdf)](../b.pdf)',
    ],
  ] as const)
    it(name, () => checkMove([from, to], 'evidence/e.md', block('', before), block('', after), pdfs));

  it('is left alone in code, and where it leads elsewhere', () => {
    const body =
      '`[a](../attachments/a.pdf)`\n\n```\n[a](../attachments/a.pdf)\n```\n\n    [a](../attachments/a.pdf)\n\n' +
      '[b](https://e.org/attachments/a.pdf) [c](#a) [d](//e.org/attachments/a.pdf) [e](../attachments/aa.pdf)';
    checkMove(['attachments/a.pdf', 'b.pdf'], 'evidence/e.md', block('', body), block('', body), pdfs);
  });
  it('outside of evidence is left alone', () =>
    checkMove(
      ['attachments/a.pdf', 'b.pdf'],
      'notes.md',
      '[a](attachments/a.pdf)\n',
      '[a](attachments/a.pdf)\n',
      pdfs,
    ));
});

describe('An evidence file that moves', () => {
  const from = block(
    'attachments: [../attachments/a.pdf]',
    '[a](../attachments/a.pdf) [b](b.md#x) [e](e.md)',
  );
  const others = { ...pdfs, 'evidence/b.md': block('') };
  it('takes its paths with it', () =>
    checkMove(
      ['evidence/e.md', 'evidence/deep/f.md'],
      'evidence/e.md',
      from,
      block(
        'attachments: [../../attachments/a.pdf]',
        '[a](../../attachments/a.pdf) [b](../b.md#x) [e](f.md)',
      ),
      others,
    ));
  it('within its folder changes only links to itself', () =>
    checkMove(
      ['evidence/e.md', 'evidence/f.md'],
      'evidence/e.md',
      from,
      from.replace('(e.md)', '(f.md)'),
      others,
    ));
  it('with its folder keeps its links to neighbours', () =>
    checkMove(
      ['evidence', 'a/b'],
      'evidence/e.md',
      from,
      from.replaceAll('../attachments', '../../attachments'),
      others,
    ));
  it('with all of the portfolio keeps everything', () =>
    checkMove(['', '../other'], 'evidence/e.md', from, from, others));
  it('is followed by links to it', () =>
    checkMove(['evidence/b.md', 'c.md'], 'evidence/e.md', from, from.replace('b.md#x', '../c.md#x'), others));
  it('keeps links that lead nowhere, which may be right where it goes', () => {
    const lost = block('attachments: [a.pdf]', '[a](a.pdf)');
    checkMove(['evidence/e.md', 'attachments/e.md'], 'evidence/e.md', lost, lost, pdfs);
  });
  it('to another drive keeps its paths', () => {
    const files = { 'portfolio.yaml': '', 'evidence/e.md': from, ...others };
    deepEqual(afterEdits(files, [{ from: at('evidence/e.md'), to: 'file:///d%3A/e.md' }]), files);
  });
});

describe('A standard file that moves', () => {
  it('is followed by the manifest', () =>
    checkMove(
      ['standards', 'x y'],
      'portfolio.yaml',
      'standard: standards/s.yaml # ours\n',
      'standard: x y/s.yaml # ours\n',
      {
        'standards/s.yaml': 'title: S\nchildren: [{ id: "1.1" }]\n',
      },
    ));
  it('of the package cannot move', () =>
    checkMove(
      ['x', 'y'],
      'portfolio.yaml',
      'standard: customer-service-excellence\n',
      'standard: customer-service-excellence\n',
    ));
});

describe('Several files that move together', () => {
  it('keep their links to each other', () => {
    const files = {
      'portfolio.yaml': '',
      'a.md': block('', '[b](b.md) [c](c.md)'),
      'b.md': block('', '[a](a.md)'),
      'c.md': block(''),
    };
    deepEqual(afterEdits(files, [move('a.md', 'x/a.md'), move('b.md', 'x/b.md')]), {
      ...files,
      'a.md': block('', '[b](b.md) [c](../c.md)'),
    });
  });
});

describe('After any move', () => {
  const names = fc.constantFrom(
    'a',
    'b c',
    'é',
    'p(1)',
    '(l',
    'r)',
    'x%20y',
    '#1',
    'it’s',
    'q&amp;r',
    '😀',
    'a_b*c',
    'n[1]',
    'k  m',
    'o;p,q',
  );
  const folders = fc.array(names, { maxLength: 2 }).map((parts) => parts.join('/'));
  const paths = (ending: string): fc.Arbitrary<string> =>
    fc.tuple(folders, names).map(([folder, name]) => `${folder === '' ? '' : `${folder}/`}${name}${ending}`);
  const styles = fc.constantFrom('bare', 'brackets', 'encoded', 'definition', 'attachment', 'quoted');
  const model = fc.record({
    attachments: fc.uniqueArray(paths('.pdf'), { minLength: 1, maxLength: 4 }),
    evidence: fc.uniqueArray(paths('.md'), { minLength: 1, maxLength: 4 }),
    links: fc.array(fc.tuple(fc.nat(), fc.nat(), styles), { minLength: 1, maxLength: 12 }),
    lineEnd: fc.constantFrom('\n', '\r\n'),
    moved: fc.nat(),
    depth: fc.nat(2),
    to: fc.tuple(folders, names),
  });

  it('every link and attachment leads to what it led to', () => {
    fc.assert(
      fc.property(model, ({ attachments, evidence, links, lineEnd, moved, depth, to }) => {
        const targets = [...attachments, ...evidence];
        const files = filesOf(evidence, attachments, targets, links, lineEnd);
        const parts = (targets[moved % targets.length] ?? '').split('/');
        const from = parts.slice(0, Math.max(1, parts.length - depth)).join('/');
        const ending = from === parts.join('/') ? (/\.\w+$/.exec(from)?.[0] ?? '') : '';
        const goal = [...(to[0] === '' ? [] : [to[0]]), `${to[1]}-moved${ending}`].join('/');
        fc.pre(!isWithin(at(from), at(goal)));
        const step = move(from, goal);
        const edits = afterEdits(files, [step]);
        const after = indexOf(
          Object.fromEntries(Object.entries(edits).map(([path, content]) => [goesTo(step, path), content])),
        );
        const expected = [...leadsTo(indexOf(files))].map(([uri, led]) => [
          movedUri(step, uri),
          led.map((target) => movedUri(step, target)),
        ]);
        deepEqual(sorted(leadsTo(after)), sorted(expected as [Uri, Uri[]][]));
        deepEqual(broken(after), []);
      }),
      { numRuns: 150 },
    );
  });

  function filesOf(
    evidence: readonly string[],
    attachments: readonly string[],
    targets: readonly string[],
    links: readonly (readonly [number, number, string])[],
    lineEnd: string,
  ): Files {
    const files: Record<string, Content> = { 'portfolio.yaml': 'title: T\n' };
    for (const path of attachments) files[path] = null;
    evidence.forEach((path, at) => {
      const own = links.filter(([from]) => from % evidence.length === at);
      const inBlock: string[] = [];
      const body: string[] = [];
      own.forEach(([, to, style], number) => {
        const folder = at_(path);
        const target = relativePath(folder, at_target(targets[to % targets.length] ?? ''));
        const dotted = /^[A-Za-z]+:|^[#?]/.test(target) ? `./${target}` : target;
        const encoded = target.split('/').map(encodeAll).join('/');
        const isBalanced = /^[^()]*(?:\([^()]*\)[^()]*)*$/.test(target);
        const bare = target.replace(isBalanced ? /[%#&\s[\]?\\<>]/g : /[%#&\s()[\]?\\<>]/g, encodeAll);
        if (style === 'attachment' || style === 'quoted') inBlock.push(`  - ${JSON.stringify(dotted)}`);
        else if (style === 'bare') body.push(`[l](${bare})`);
        else if (style === 'encoded') body.push(`[l](${encoded}#f)`);
        else if (style === 'brackets') body.push(`[l](<${target.replace(/[%#&?\\<>]/g, encodeAll)}> "t")`);
        else body.push(`[d${number}]`, `[d${number}]: ${bare}`);
      });
      const list = inBlock.length > 0 ? ['attachments:', ...inBlock] : [];
      files[path] = [
        '---',
        'title: T',
        'elements: [1.1.1]',
        ...list,
        '---',
        '',
        body.join(`${lineEnd}${lineEnd}`),
        '',
      ].join(lineEnd);
    });
    return files;
  }

  const at_ = (path: string): Uri => at(path.split('/').slice(0, -1).join('/'));
  const at_target = (path: string): Uri => at(path);
  const encodeAll = (text: string): string =>
    encodeURIComponent(text).replace(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16)}`);
  const movedUri = ({ from, to }: Move, uri: Uri): Uri =>
    isWithin(from, uri) ? to + uri.slice(from.length) : uri;
  const goesTo = (step: Move, path: string): string => relativePath(home, movedUri(step, at(path)));
  const leadsTo = (index: PortfolioIndex): ReadonlyMap<Uri, Uri[]> =>
    new Map(
      index
        .portfolios()
        .flatMap((portfolio) =>
          [...portfolio.evidence.values()].map((evidence): [Uri, Uri[]] => [
            evidence.uri,
            [...attachmentTargets(evidence), ...linkTargets(evidence, portfolio.root)].flatMap(
              (target) => placeOf(target, portfolio.exists)?.uri ?? [],
            ),
          ]),
        ),
    );
  const sorted = (map: Iterable<readonly [Uri, readonly Uri[]]>) =>
    [...map].sort(([left], [right]) => (left < right ? -1 : 1));
  const broken = (index: PortfolioIndex) =>
    index
      .filesWithFindings()
      .flatMap((uri) => index.findings(uri))
      .filter(({ rule }) => rule === 'link-broken' || rule === 'attachment-missing')
      .map(({ message }) => message);
});
