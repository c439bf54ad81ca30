/**
 * What other systems have: drives, shares, addresses of the web, and disks that take letters, capitals or accents for
 * the same. The same portfolio has the same findings everywhere, and on a disk that is more generous than others, what
 * would be missing elsewhere is told all the same.
 */
import { deepEqual, equal } from 'node:assert/strict';
import type { Finding } from '../../../../server/core/rules/finding';
import type { Uri } from '../../../../server/core/text/span';
import { isWithin, joinPath, normaliseUri, relativePath } from '../../../../server/core/text/uri';
import type { FileAccess } from '../../../../server/host/files/fileAccess';
import { Workspace } from '../../../../server/host/workspace/workspace';
import { emptyIndex } from '../../support/portfolioFiles';
import { small } from '../../support/standards';

type Texts = Readonly<Record<string, string>>;
/** What two spellings of a name have in common where a disk takes them for the same. */
type Folding = (name: string) => string;

const strict: Folding = (name) => name;
const ignoringCase: Folding = (name) => name.toLowerCase();
const ignoringForm: Folding = (name) => name.normalize('NFC');
const apple: Folding = (name) => name.normalize('NFC').toLowerCase();

/** A disk with these files below `root`, which finds a file by each spelling that it takes for the same. */
function disk(root: Uri, texts: Texts, fold: Folding): FileAccess {
  const files = new Map(Object.entries(texts).map(([path, text]) => [joinPath(root, path), text]));
  const key = (uri: Uri): string => fold(decodeURIComponent(uri));
  const byKey = new Map([...files].map(([uri, text]) => [key(uri), text]));
  const places = new Set([...byKey.keys()].flatMap((place) => place.split('/').map((_, at, all) => all.slice(0, at + 1).join('/')))); // prettier-ignore
  return {
    find: (folder) => Promise.resolve({ files: [...files.keys()].filter((uri) => isWithin(folder, uri)), isIgnored: () => false, ignoring: [] }), // prettier-ignore
    readMany: (uris) => Promise.resolve(uris.map((uri) => {
      const text = byKey.get(key(uri));
      return text === undefined ? { kind: 'absent' } : { kind: 'text', text };
    })), // prettier-ignore
    isSame: (one, other) => Promise.resolve(key(one) === key(other)),
    exist: (uris) => Promise.resolve(uris.map((uri) => places.has(key(uri).replace(/\/$/, '')))),
  };
}

/** `path: rule message` of all that is found, by path below the folder that a client opens. */
async function foundIn(opened: string, texts: Texts, fold: Folding = strict): Promise<readonly string[]> {
  const root = normaliseUri(opened);
  const shown = new Map<Uri, readonly Finding[]>();
  const workspace = new Workspace({
    access: disk(root, texts, fold),
    index: emptyIndex({
      standards: [small],
      also: ['attachment-missing', 'link-broken', 'attachment-outside'],
    }),
    onNews: ({ findings }) => {
      for (const [uri, found] of findings) shown.set(uri, found);
    },
  });
  await workspace.addFolders([root]);
  return [...shown]
    .flatMap(([uri, found]) =>
      found.map(({ rule, message }) => `${relativePath(root, uri)}: ${rule} ${message}`),
    )
    .sort();
}

const evidence = (more: string, body = 'Text.'): string =>
  `---\ntitle: A\nelements: [1.1]\n${more}---\n\n${body}\n`;

const portfolio: Texts = {
  'portfolio.yaml': 'title: T\nstandard: small\n',
  'evidence/Ä (1)/a.md': evidence('attachments: [../../files/plan.pdf, ..\\..\\files\\plan.pdf, ../none.pdf]\n', '[b](../b%20%231.md) [none](../none.md) [up](../../../outside.md)'), // prettier-ignore
  'evidence/b #1.md': evidence(
    'attachments: [C:\\Users\\ann\\a.pdf, \\\\server\\share\\a.pdf]\nowners: Ann\n',
  ),
  'evidence/CON.md': evidence('elements2: x\n'),
  'evidence/aux.notes/nul.md': evidence('', '[a](<../Ä (1)/a.md>)'),
  'evidence/trailing. /c.md': evidence(''),
  'files/plan.pdf': '%PDF',
};

describe('the same portfolio', () => {
  const roots = [
    'file:///C:/Users/Ann%20B/portfolio',
    'file:///c%3A/Users/Ann%20B/portfolio',
    'file:///c:/',
    'file://server/share/portfolio',
    'file://SERVER/share/port%20folio%20%281%29',
    'file:///Volumes/Macintosh%20HD/Users/ann',
    'vscode-vfs://github/anytown/libraries',
    'vscode-remote://wsl%2Bubuntu/home/ann/portfolio',
    'vscode-remote://ssh-remote%2B7b22/c%3A/portfolio',
  ];
  for (const root of roots)
    it(`is judged in ${root} as it is on Linux`, async () => {
      const there = await foundIn('file:///home/ann/portfolio', portfolio);
      deepEqual(await foundIn(root, portfolio), there);
      // It is no portfolio of which nothing is said.
      for (const rule of ['attachment-missing', 'link-broken', 'attachment-outside'])
        equal(there.some((found) => found.includes(`: ${rule} `)), true, `${rule} in ${there.join('\n')}`); // prettier-ignore
    });
});

describe('a disk that is more generous than others', () => {
  const composed = 'Caf\u00E9.pdf';
  const decomposed = 'Cafe\u0301.pdf';
  const cases: readonly (readonly [what: string, Folding, stands: string, named: string])[] = [
    ['capitals (Windows, macOS)', ignoringCase, 'Report.PDF', 'report.pdf'],
    ['capitals of a folder', ignoringCase, 'Files/report.pdf', 'files/report.pdf'],
    ['accents in one (macOS)', ignoringForm, composed, decomposed],
    ['both', apple, decomposed.toUpperCase(), composed],
  ];
  for (const [what, fold, stands, named] of cases)
    it(`with ${what}: what is missing elsewhere is told`, async () => {
      const texts: Texts = {
        'portfolio.yaml': 'title: T\nstandard: small\n',
        [`attachments/${stands}`]: '%PDF',
        'a.md': evidence(`attachments: ["attachments/${named}"]\n`, `[it](<attachments/${named}>)`),
      };
      const elsewhere = await foundIn('file:///home/ann', texts);
      equal(
        elsewhere.filter((found) => /attachment-missing|link-broken/.test(found)).length,
        2,
        elsewhere.join(),
      );
      deepEqual(await foundIn('file:///c%3A/ann', texts, fold), elsewhere);
    });

  it('takes accents apart, and nothing is missing: git puts them together for others', async () => {
    const texts: Texts = {
      'portfolio.yaml': 'title: T\nstandard: small\n',
      [`attachments/${decomposed}`]: '%PDF',
      'a.md': evidence(`attachments: ["attachments/${composed}"]\n`, `[it](<attachments/${composed}>)`),
    };
    const found = await foundIn('file:///Users/ann', texts, apple);
    deepEqual(found.filter((each) => /attachment-missing|link-broken/.test(each)), []); // prettier-ignore
  });

  it('finds the files that are called by their names', async () => {
    const texts: Texts = {
      'Portfolio.yaml': 'title: T\nstandard: small\n',
      'A.md': evidence(''),
      'b.md': evidence('', '[a](A.md)'),
    };
    deepEqual(await foundIn('file:///c%3A/ann', texts, apple), await foundIn('file:///home/ann', texts));
  });
});
