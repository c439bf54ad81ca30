/** Which files are evidence, and of which portfolio: with no manifest, with one, with several. */
import { deepEqual, equal } from 'node:assert/strict';
import type { Content, Files, IndexSetting } from '../../support/portfolioFiles';
import { apply, at, factOf, home, indexOf } from '../../support/portfolioFiles';
import { relativePath } from '../../../../server/core/text/uri';
import type { PortfolioIndex } from '../../../../server/core/index/portfolioIndex';

const evidence = (id = '3.2.4'): string => `---\ntitle: a\nelements: [${id}]\n---\nText.\n`;
const foreign = '---\ntitle: Form\nelements: [button, input]\nstatus: shiny\n---\n[a](gone.md)\n';
const manifest = 'standard: customer-service-excellence\nrules: { element-uncovered: off }\n';

/** `root: path, path` for each portfolio. */
const portfolios = (index: PortfolioIndex): readonly string[] =>
  index.portfolios().map(({ root, evidence: files }) => {
    const paths = [...files.keys()].map((uri) => relativePath(home, uri)).sort();
    return `${relativePath(home, root)}: ${paths.join(', ')}`;
  });

function checkPortfolios(files: Files, expected: readonly string[], setting: IndexSetting = {}): void {
  const index = indexOf(files, setting);
  deepEqual(portfolios(index), expected);
  if (expected.length === 0) deepEqual(index.filesWithFindings(), []);
}

describe('Without a manifest', () => {
  it('a folder of Markdown is no portfolio', () =>
    checkPortfolios({ 'README.md': '# Read me', 'a.md': '---\ntitle: a\n---\n', 'b.md': '---\n\nText' }, []));
  it('a folder with one ID is one', () =>
    checkPortfolios({ 'a.md': evidence(), 'README.md': '# a' }, ['.: a.md']));
  it('an ID that does not exist has the shape of one', () =>
    checkPortfolios({ 'a.md': evidence('9.9.9') }, ['.: a.md']));
  it('other tools’ elements are left alone', () => checkPortfolios({ 'form.md': foreign }, []));
  it('other tools’ elements are left alone beside evidence', () => {
    checkPortfolios({ 'a.md': evidence(), 'form.md': foreign }, ['.: a.md']);
    deepEqual(indexOf({ 'a.md': evidence(), 'form.md': foreign }).findings(at('form.md')), []);
  });
  it('one ID among other words makes a file evidence', () =>
    checkPortfolios({ 'a.md': evidence('button, 3.2.4') }, ['.: a.md']));
  it('an empty list is no portfolio', () => checkPortfolios({ 'a.md': evidence('') }, []));
  it('an empty list beside evidence is evidence', () =>
    checkPortfolios({ 'a.md': evidence(), 'b.md': evidence('') }, ['.: a.md, b.md']));
  it('a group’s ID alone is no portfolio', () => checkPortfolios({ 'a.md': evidence('"1.1"') }, []));
  it('numbers of another tool are left alone', () => checkPortfolios({ 'a.md': evidence('1, 2, 3.5') }, []));
  it('numbers of another tool are left alone beside evidence', () =>
    checkPortfolios({ 'a.md': evidence(), 'b.md': evidence('1, 2, 3.5') }, ['.: a.md']));
  it('each open folder is one of its own', () =>
    checkPortfolios(
      { 'p/a.md': evidence(), 'q/b.md': evidence(), 'r/c.md': evidence() },
      ['p: p/a.md', 'q: q/b.md'],
      {
        folders: ['p', 'q'],
      },
    ));
  it('a folder in another open folder is one of its own', () =>
    checkPortfolios({ 'a.md': evidence(), 'p/b.md': evidence() }, ['.: a.md', 'p: p/b.md'], {
      folders: ['', 'p'],
    }));
  it('files outside all open folders are nobody’s', () =>
    checkPortfolios({ 'a.md': evidence() }, [], { folders: [] }));
  it('a file of another ending is not read', () => checkPortfolios({ 'a.txt': evidence() }, []));
  it('a folder is one from the moment of the first ID, and none after the last', () => {
    const index = indexOf({ 'a.md': evidence('') });
    const texts = new Map<string, Content>();
    deepEqual(portfolios(index), []);
    const [come] = apply(index, [factOf(index, at('b.md'), evidence())], texts);
    deepEqual(portfolios(index), ['.: a.md, b.md']);
    deepEqual([...come!.coverage], [home]);
    deepEqual([...come!.findings.keys()], [at('a.md')]);
    const [gone] = apply(index, [factOf(index, at('b.md'), undefined)], texts);
    deepEqual(portfolios(index), []);
    deepEqual([...gone!.coverage], [home]);
    deepEqual([...gone!.findings], [[at('a.md'), []]]);
  });
});

describe('With a manifest', () => {
  it('a folder is a portfolio, evidence or not', () =>
    checkPortfolios({ 'portfolio.yaml': manifest }, ['.: ']));
  it('every file with elements is evidence', () =>
    checkPortfolios({ 'portfolio.yaml': manifest, 'form.md': foreign }, ['.: form.md']));
  it('the nearest one wins', () =>
    checkPortfolios(
      {
        'portfolio.yaml': manifest,
        'a.md': evidence(),
        'p/portfolio.yaml': manifest,
        'p/b.md': evidence(),
        'p/q/c.md': evidence(),
        'p/q/r/portfolio.yaml': manifest,
        'p/q/r/d.md': evidence(),
        's/e.md': evidence(),
      },
      ['.: a.md, s/e.md', 'p: p/b.md, p/q/c.md', 'p/q/r: p/q/r/d.md'],
    ));
  it('files beside its folder belong to the open folder', () =>
    checkPortfolios({ 'a.md': evidence(), 'p/portfolio.yaml': manifest, 'p/b.md': evidence() }, [
      '.: a.md',
      'p: p/b.md',
    ]));
  it('it wins over an open folder further in', () =>
    checkPortfolios({ 'portfolio.yaml': manifest, 'p/a.md': evidence() }, ['.: p/a.md'], {
      folders: ['', 'p'],
    }));
  it('it says what belongs', () =>
    checkPortfolios(
      {
        'portfolio.yaml': `${manifest}include: ['evidence/**', '/*.md']\nexclude: ['**/old/**', b.md]\n`,
        'a.md': evidence(),
        'b.md': evidence(),
        'evidence/c.md': evidence(),
        'evidence/old/d.md': evidence(),
        'evidence/.hidden/f.md': evidence(),
        'drafts/e.md': evidence(),
      },
      ['.: a.md, evidence/.hidden/f.md, evidence/c.md'],
    ));
  it('what it excludes is nobody’s, also in an open folder', () =>
    checkPortfolios({ 'portfolio.yaml': `${manifest}exclude: [p/**]\n`, 'p/a.md': evidence() }, ['.: '], {
      folders: ['', 'p'],
    }));
  it('it is read when it is broken', () =>
    checkPortfolios({ 'portfolio.yaml': `${manifest}title: "a`, 'a.md': evidence() }, ['.: a.md']));
  it('files come to it, and go back when it goes', () => {
    const files = new Map<string, Content>([
      [at('a.md'), evidence()],
      [at('p/b.md'), foreign],
    ]);
    const index = indexOf({ 'a.md': evidence(), 'p/b.md': foreign });
    deepEqual(portfolios(index), ['.: a.md']);
    const [come] = apply(index, [factOf(index, at('p/portfolio.yaml'), manifest)], files);
    deepEqual(portfolios(index), ['.: a.md', 'p: p/b.md']);
    equal(come!.coverage.has(at('p')), true);
    equal(index.findings(at('p/b.md')).length > 0, true);
    const gone = apply(index, [factOf(index, at('p/portfolio.yaml'), undefined)], files);
    deepEqual(portfolios(index), ['.: a.md']);
    deepEqual(gone[0]!.findings.get(at('p/b.md')), []);
    equal(gone[0]!.coverage.has(at('p')), true);
  });
  it('the text of each file is known by its own address only', () => {
    const index = indexOf({ 'portfolio.yaml': manifest, 'a.md': evidence(), 'b.md': '# b', 'x.pdf': null });
    equal(index.textOf(at('portfolio.yaml')), manifest);
    equal(index.textOf(at('a.md')), evidence());
    equal(index.textOf(at('b.md')), undefined);
    equal(index.textOf(at('x.pdf')), undefined);
  });
});
