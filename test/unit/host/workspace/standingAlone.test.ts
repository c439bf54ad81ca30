/** A document that stands alone, in no open folder: nothing else of the folder that holds it is ours. */
import { deepEqual } from 'node:assert/strict';
import type { FileEvent } from '../../../../server/host/workspace/workspace';
import { Workspace } from '../../../../server/host/workspace/workspace';
import { memoryFiles } from '../../support/memoryFiles';
import { at, emptyIndex } from '../../support/portfolioFiles';
import { small } from '../../support/standards';

const evidence = '---\ntitle: T\nelements: ["1.1"]\n---\n\nText.\n';

/** `one/a.md` is open and stands alone, and something happens. @returns the files whose texts are known then */
async function knownAfter(
  files: Readonly<Record<string, string>>,
  happens: (workspace: Workspace) => Promise<void>,
): Promise<readonly string[]> {
  const index = emptyIndex({ standards: [small] });
  const all = { 'one/a.md': evidence, ...files };
  const { access } = memoryFiles(all);
  const workspace = new Workspace({ access, index, onNews: () => undefined });
  await workspace.open(at('one/a.md'), evidence);
  await workspace.standAlone([at('one/a.md')]);
  await happens(workspace);
  return Object.keys(all).filter((path) => index.hasRead(at(path)));
}

const events: Readonly<Record<string, { readonly there: string; readonly told: FileEvent }>> = {
  'a file beside it comes': { there: 'one/b.md', told: { kind: 'created', uri: at('one/b.md') } },
  'a file beside it changes': { there: 'one/b.md', told: { kind: 'changed', uri: at('one/b.md') } },
  'a folder beside it comes': { there: 'one/sub/b.md', told: { kind: 'created', uri: at('one/sub') } },
  'a file below its folder changes': {
    there: 'one/sub/b.md',
    told: { kind: 'changed', uri: at('one/sub/b.md') },
  },
  'the rules of git change': { there: 'one/b.md', told: { kind: 'changed', uri: at('one/.gitignore') } },
};

describe('A document that stands alone', () => {
  for (const [what, { there, told }] of Object.entries(events))
    it(`is all that is ours when ${what}`, async () => {
      const files = { [there]: evidence, 'one/.gitignore': 'x\n' };
      deepEqual(await knownAfter(files, (workspace) => workspace.changed([told])), ['one/a.md']);
    });

  it('is all that is ours when a portfolio below its folder comes and goes', async () => {
    const files = { 'one/nested/portfolio.yaml': '', 'one/nested/b.md': evidence };
    const comesAndGoes = async (workspace: Workspace): Promise<void> => {
      await workspace.addFolders([at('one/nested')]);
      await workspace.removeFolders([at('one/nested')]);
    };
    deepEqual(await knownAfter(files, comesAndGoes), ['one/a.md']);
  });

  it('is all that is ours when a portfolio below its folder comes and stays, and that', async () => {
    const files = { 'one/nested/portfolio.yaml': '', 'one/nested/b.md': evidence, 'one/b.md': evidence };
    const comes = (workspace: Workspace) => workspace.addFolders([at('one/nested')]);
    deepEqual(await knownAfter(files, comes), ['one/a.md', 'one/nested/portfolio.yaml', 'one/nested/b.md']);
  });
});
