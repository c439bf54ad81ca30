/** What changes around a manifest: files that its patterns wait for, and others that are called nearly like it. */
import { deepEqual, ok } from 'node:assert/strict';
import { standardFault } from '../../../../server/core/manifest/wholeStandard';
import type { Content } from '../../support/portfolioFiles';
import { apply, at, factOf, indexOf } from '../../support/portfolioFiles';

const evidence = '---\ntitle: a\nelements: ["1.1"]\n---\nText.\n';
const manifest = (line: string): string => `standard: small\nrules: { element-uncovered: off }\n${line}\n`;

describe('A pattern in portfolio.yaml', () => {
  /** After each step, a path and what stands there, whether the pattern is said to match nothing. */
  function follow(line: string, steps: readonly (readonly [string, Content | undefined, boolean])[]): void {
    const files = new Map<string, Content>([
      [at('portfolio.yaml'), manifest(line)],
      [at('a.md'), evidence],
    ]);
    const index = indexOf(
      { 'portfolio.yaml': manifest(line), 'a.md': evidence },
      { also: ['manifest-pattern'] },
    );
    const said = () => index.findings(at('portfolio.yaml')).some(({ rule }) => rule === 'manifest-pattern');
    ok(said(), 'nothing matches yet');
    for (const [path, content, isSaid] of steps) {
      if (content === undefined) files.delete(at(path));
      else files.set(at(path), content);
      apply(index, [factOf(index, at(path), content)], files);
      deepEqual([path, said()], [path, isSaid]);
    }
  }

  it('waits for a file, and for the last one to go', () =>
    follow('exclude: [drafts/**]', [
      ['other/x.md', 'x', true],
      ['drafts/x.md', 'x', false],
      ['drafts/y.md', 'y', false],
      ['drafts/x.md', undefined, false],
      ['drafts/y.md', undefined, true],
      ['drafts/y.md', 'y', false],
    ]));
  it('of one kind of file is not met by another', () =>
    follow('exclude: ["**/*.draft.md"]', [
      ['x.md', 'x', true],
      ['deep/down/x.draft.md', 'x', false],
    ]));
});

describe('A file that is called nearly portfolio.yaml', () => {
  const check = (
    files: Readonly<Record<string, string>>,
    expected: readonly (readonly [string, string])[],
  ): void => {
    const index = indexOf({ 'a.md': evidence, ...files }, { also: ['file-unreadable'] });
    deepEqual(
      Object.keys(files).flatMap((path) =>
        index
          .findings(at(path))
          .filter(({ rule }) => rule === 'file-unreadable')
          .map(({ message }) => [path, /only one is read|Rename it/.exec(message)?.[0]]),
      ),
      expected,
    );
  };
  it('is read where it is alone', () => check({ 'portfolio.yml': manifest('title: A') }, []));
  it('is told of beside one', () =>
    check({ 'portfolio.yaml': manifest('title: A'), 'portfolio.yml': manifest('title: B') }, [
      ['portfolio.yml', 'only one is read'],
    ]));
  it('is told of beside another one', () =>
    check({ 'portfolio.yml': manifest('title: A'), 'Portfolio.yaml': manifest('title: B') }, [
      ['portfolio.yml', 'only one is read'],
    ]));
  it('is told of beside one that differs from it by a capital letter alone', () =>
    check({ 'portfolio.yml': manifest('title: A'), 'Portfolio.yml': manifest('title: B') }, [
      ['portfolio.yml', 'only one is read'],
    ]));
  it('is left alone where it is another tool’s', () => {
    check({ 'portfolio.yaml': manifest('title: A'), 'portfolio.yml': 'shares: [ACME, BETA]\n' }, []);
    check({ 'portfolio.yml': 'shares: [ACME, BETA]\n' }, []);
    check({ 'portfolio.yml': '' }, []);
  });
});

describe('A standard that is not whole', () => {
  const uri = at('s.yaml');
  for (const [source, words] of [
    [{ kind: 'pending' }, undefined],
    [{ kind: 'unnamed' }, undefined],
    [{ kind: 'absent', uri, builtIn: [] }, 'is not there'],
    [{ kind: 'outside', uri }, 'is outside the repository'],
    [{ kind: 'unreadable', uri, reason: 'No.' }, 'cannot be read'],
    [{ kind: 'faulty', uri, foreign: undefined }, 'has faults'],
    [{ kind: 'refused', manifest: at('portfolio.yaml'), message: 'No.' }, 'cannot be used'],
  ] as const)
    it(`is told of: ${source.kind}`, () =>
      deepEqual(standardFault(source as Parameters<typeof standardFault>[0])?.words, words));
});
