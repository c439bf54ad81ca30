/** Symbolic links on a real disk: followed inside a folder, and no step further. */
import { deepEqual, equal } from 'node:assert/strict';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { followerWithin, repositoryAround } from '../../../../server/host/disk/linksWithin';
import { nodeFileAccess, uriOfPath } from '../../../../server/host/disk/nodeFileAccess';

describe('Symbolic links', () => {
  let top = '';
  before(() => {
    top = realpathSync(mkdtempSync(join(tmpdir(), 'evidence-portfolio-links-')));
    const write = (path: string): void => {
      mkdirSync(dirname(join(top, path)), { recursive: true });
      writeFileSync(join(top, path), path);
    };
    for (const path of ['in/a.yaml', 'in/deep/b.yaml', 'out/secret.yaml', 'inside-out/x.yaml']) write(path);
    const link = (path: string, target: string): void => symlinkSync(target, join(top, path));
    link('in/to-a', 'a.yaml');
    link('in/to-to-a', 'to-a');
    link('in/folder', 'deep');
    link('in/absolute', join(top, 'in/a.yaml'));
    link('in/up-and-back', '../in/a.yaml');
    link('in/secret', '../out/secret.yaml');
    link('in/no-secret', '../out/gone.yaml');
    link('in/secret-folder', '../out');
    link('in/neighbour', '../inside-out/x.yaml');
    link('in/passwd', '/etc/passwd');
    link('in/no-passwd', '/etc/there-is-no-such-file');
    link('in/through', 'secret-folder/secret.yaml');
    link('in/dangling', 'gone.yaml');
    link('in/self', 'self');
    link('in/one', 'two');
    link('in/two', 'one');
    link('in/deep/top', '..');
    link('alias', 'in');
  });
  after(() => rmSync(top, { recursive: true, force: true }));

  const cases: readonly (readonly [path: string, kind: string, place?: string])[] = [
    ['in/a.yaml', 'inside', 'in/a.yaml'],
    ['in', 'inside', 'in'],
    ['in/deep/../a.yaml', 'inside', 'in/a.yaml'],
    ['in/to-a', 'inside', 'in/a.yaml'],
    ['in/to-to-a', 'inside', 'in/a.yaml'],
    ['in/folder', 'inside', 'in/deep'],
    ['in/folder/b.yaml', 'inside', 'in/deep/b.yaml'],
    ['in/absolute', 'inside', 'in/a.yaml'],
    ['in/up-and-back', 'inside', 'in/a.yaml'],
    ['in/deep/top/deep/top/a.yaml', 'inside', 'in/a.yaml'],
    ['in/gone.yaml', 'absent'],
    ['in/a.yaml/x', 'absent'],
    ['in/dangling', 'absent'],
    ['in/self', 'absent'],
    ['in/one', 'absent'],
    // Whether they are there makes no difference.
    ['in/secret', 'outside'],
    ['in/no-secret', 'outside'],
    ['in/secret-folder', 'outside'],
    ['in/secret-folder/secret.yaml', 'outside'],
    ['in/secret-folder/gone.yaml', 'outside'],
    ['in/neighbour', 'outside'],
    ['in/passwd', 'outside'],
    ['in/no-passwd', 'outside'],
    ['in/through', 'outside'],
    ['out/secret.yaml', 'outside'],
    ['inside-out/x.yaml', 'outside'],
    ['.', 'outside'],
  ];
  for (const [path, kind, place] of cases)
    it(`lead ${kind}: ${path}`, () => {
      const led = followerWithin(join(top, 'in'))(join(top, path));
      equal(led.kind, kind);
      if (led.kind === 'inside') equal(led.place, join(top, place ?? ''));
    });

  it('lead inside by another name of the folder, too', () => {
    const follow = followerWithin(join(top, 'alias'));
    deepEqual(follow(join(top, 'alias/to-a')), { kind: 'inside', place: join(top, 'in/a.yaml') });
    equal(follow(join(top, 'alias/secret')).kind, 'outside');
  });

  it('are not read without a folder in which they may lead, and in it only inside', async () => {
    const uris = ['a.yaml', 'to-a', 'secret', 'no-secret', 'dangling', 'gone.yaml', 'folder/b.yaml'].map(
      (path) => uriOfPath(join(top, 'in', path)),
    );
    const kinds = async (boundary?: string) =>
      (await nodeFileAccess.readMany(uris, boundary)).map(({ kind }) => kind);
    deepEqual(await kinds(uriOfPath(join(top, 'in'))), [
      'text',
      'text',
      'outside',
      'outside',
      'unreadable',
      'absent',
      'text',
    ]);
    deepEqual(await kinds(), ['text', 'absent', 'absent', 'absent', 'absent', 'absent', 'text']);
  });
});

describe('The repository around a folder', () => {
  it('is found by .git, a folder or a file, the nearest first', () => {
    const top = mkdtempSync(join(tmpdir(), 'evidence-portfolio-repository-'));
    try {
      mkdirSync(join(top, 'work/.git'), { recursive: true });
      mkdirSync(join(top, 'work/module/docs'), { recursive: true });
      writeFileSync(join(top, 'work/module/.git'), 'gitdir: ../.git/modules/module\n');
      equal(repositoryAround(join(top, 'work')), join(top, 'work'));
      equal(repositoryAround(join(top, 'work/gone/deeper')), join(top, 'work'));
      equal(repositoryAround(join(top, 'work/module/docs')), join(top, 'work/module'));
      equal(repositoryAround(top), undefined);
    } finally {
      rmSync(top, { recursive: true, force: true });
    }
  });
});
