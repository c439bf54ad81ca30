/** What a manifest may name as its standard, and what it is told of what can be none. */
import { deepEqual, match, ok } from 'node:assert/strict';
import { namedStandard } from '../../../../server/core/standard/namedStandard';
import { isWithin } from '../../../../server/core/text/uri';
import { Workspace } from '../../../../server/host/workspace/workspace';
import { rulesFound } from '../../support/checkRule';
import { memoryFiles } from '../../support/memoryFiles';
import type { Files } from '../../support/portfolioFiles';
import { at, emptyIndex, home } from '../../support/portfolioFiles';
import { small } from '../../support/standards';

const root = at('p/q');
const named = (name: string | undefined) =>
  namedStandard(name, {
    builtIn: new Map([[small.id, small]]),
    root,
    isReadable: (uri) => isWithin(home, uri),
  });

describe('The name of a standard', () => {
  it('is the id of a built-in one, or nothing, which is the first of them', () => {
    deepEqual(named('small'), { kind: 'builtIn', standard: small });
    deepEqual(named(undefined), { kind: 'builtIn', standard: small });
    deepEqual(named(''), { kind: 'builtIn', standard: small });
  });

  const files: readonly (readonly [name: string, path: string])[] = [
    ['s.yaml', 'p/q/s.yaml'],
    ['./s.yaml', 'p/q/s.yaml'],
    ['../s.yaml', 'p/s.yaml'],
    ['../../standards/iso 9001.yaml', 'standards/iso 9001.yaml'],
    ['..\\..\\standards\\iso.yml', 'standards/iso.yml'],
    ['s.json', 'p/q/s.json'],
    ['s.txt', 'p/q/s.txt'],
    ['a.md', 'p/q/a.md'],
    ['/s.yaml', 'p/q/s.yaml'],
    ['ISO 9001', 'p/q/ISO 9001'],
    ['standards/', 'p/q/standards'],
    ['my-portfolio.yaml', 'p/q/my-portfolio.yaml'],
    ['portfolio.yaml/s.yaml', 'p/q/portfolio.yaml/s.yaml'],
  ];
  for (const [name, path] of files)
    it(`may be the path ${name}`, () => deepEqual(named(name), { kind: 'file', uri: at(path) }));

  const refused: readonly (readonly [name: string, why: RegExp])[] = [
    ['https://example.org/cse.yaml', /is an address/],
    ['http://example.org', /is an address/],
    ['HTTPS://EXAMPLE.ORG/x', /is an address/],
    ['www.example.org/cse.yaml', /is an address/],
    ['mailto:quality@example.org', /is an address/],
    ['C:\\Standards\\cse.yaml', /a place on one computer/],
    ['c:/standards/cse.yaml', /a place on one computer/],
    ['\\\\server\\share\\cse.yaml', /a place on one computer/],
    ['//server/share/cse.yaml', /a place on one computer/],
    ['file:///home/me/cse.yaml', /a place on one computer/],
    ['~/cse.yaml', /a place on one computer/],
    ['cse.pdf', /is a PDF/],
    ['docs/ISO 9001.PDF', /is a PDF/],
    ['cse.docx', /is a document/],
    ['cse.xls', /is a spreadsheet/],
    ['cse.html', /is a web page/],
    ['portfolio.yaml', /says what its standard is/],
    ['./portfolio.yaml', /says what its standard is/],
    ['.\\portfolio.yaml', /says what its standard is/],
    ['../q/portfolio.yaml', /says what its standard is/],
    ['../../other/Portfolio.YML', /says what its standard is/],
    ['x/../portfolio.yaml', /says what its standard is/],
    ['../../../../../../portfolio.yaml', /says what its standard is/],
    ['../../../secret.yaml', /leads outside the repository/],
    ['../../../../../../../../etc/passwd', /leads outside the repository/],
    ['..\\..\\..\\secret.yaml', /leads outside the repository/],
    ['../../../anytown-secret/x.yaml', /leads outside the repository/],
    ['x'.repeat(5000), /too long/],
  ];
  for (const [name, why] of refused)
    it(`cannot be ${name.slice(0, 60)}`, () => {
      const found = named(name);
      const message = found.kind === 'refused' ? found.message : found.kind;
      match(message, why);
      // What to do instead.
      match(message, /standards\/iso-9001\.yaml/);
      ok(message.length < 600);
    });
});

describe('Manifests that name each other as standards', () => {
  const evidence = '---\ntitle: a\nelements: ["1.1"]\n---\nText.\n';
  const circles: Readonly<Record<string, Files>> = {
    itself: { 'portfolio.yaml': 'standard: portfolio.yaml\n' },
    'itself by a longer way': { 'p/portfolio.yaml': 'standard: ../p/./portfolio.yaml\n' },
    'one another': {
      'p/portfolio.yaml': 'standard: ../q/portfolio.yaml\n',
      'q/portfolio.yaml': 'standard: ../p/portfolio.yaml\n',
    },
    'three in a circle': {
      'p/portfolio.yaml': 'standard: ../q/portfolio.yaml\n',
      'q/portfolio.yaml': 'standard: ../r/portfolio.yaml\n',
      'r/portfolio.yaml': 'standard: ../p/portfolio.yaml\n',
    },
    'one that is not there': { 'portfolio.yaml': 'standard: q/portfolio.yaml\n' },
    'one by a name that is read as well': { 'portfolio.yaml': 'standard: Portfolio.yml\n' },
    evidence: { 'portfolio.yaml': 'standard: a.md\n' },
    'an action plan': {
      'portfolio.yaml': 'standard: action-plan.md\n',
      'action-plan.md': '| ID | Action |\n|-|-|\n| 1.1 | x |\n',
    },
    'a folder': { 'portfolio.yaml': 'standard: q\n', 'q/s.yaml': 'title: S\n' },
    'the folder itself': { 'portfolio.yaml': 'standard: .\n' },
    'the .gitignore': { 'portfolio.yaml': 'standard: .gitignore\n', '.gitignore': 'x\n' },
    'what is not there': { 'portfolio.yaml': 'standard: gone.yaml\n' },
    'one file': {
      's.yaml': 'standard: s.yaml\n',
      'p/portfolio.yaml': 'standard: ../s.yaml\n',
      'q/portfolio.yaml': 'standard: ../s.yaml\n',
    },
  };
  for (const [name, files] of Object.entries(circles))
    it(`end, and are told so: ${name}`, async () => {
      const memory = memoryFiles({ 'a.md': evidence, ...files });
      const index = emptyIndex({ standards: [small] });
      const workspace = new Workspace({ access: memory.access, index, onNews: () => undefined });
      await workspace.addFolders([home]);
      const manifests = Object.keys(files).filter((path) => path.endsWith('portfolio.yaml'));
      // Per manifest: the listing's batches, its standard, and where that is looked for.
      ok(memory.asked.length <= 4 + 6 * manifests.length, memory.asked.join('\n'));
      const found = rulesFound(files, { standards: [small] });
      for (const manifest of manifests) {
        ok(found.includes(`${manifest}: manifest-value`), found.join(', '));
        const asked = memory.asked.length;
        await workspace.edit(at(manifest), `${files[manifest] as string}\n`);
        ok(memory.asked.length <= asked + 3, memory.asked.slice(asked).join('\n'));
      }
    });

  it('are told that evidence is no standard, and the evidence is not', () => {
    deepEqual(
      rulesFound(
        { 'portfolio.yaml': 'standard: a.md\nrules: { element-uncovered: off }\n', 'a.md': evidence },
        { standards: [small] },
      ),
      ['portfolio.yaml: manifest-value'],
    );
  });
});
