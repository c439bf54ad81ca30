/** Moving a portfolio to another edition as an editor asks for it: nothing is written by the server. */
import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { EditionChoice, MigrationPreview } from '../../server/lsp/protocol';
import { portfolio } from '../unit/cli/migrate/editions';
import type { Client } from './support/client';
import { everything, startClient } from './support/client';
import type { Folder } from './support/folders';
import { folderOf } from './support/folders';

const capabilities = {
  ...everything,
  workspace: {
    ...everything.workspace,
    workspaceEdit: { documentChanges: true, resourceOperations: ['create' as const] },
  },
};

describe('The next edition, asked for by an editor', () => {
  let folder: Folder;
  let client: Client;
  const start = async (files: Readonly<Record<string, string>> = portfolio): Promise<void> => {
    folder = folderOf(files);
    client = await startClient({ folders: [folder.uri()], settings: { today: '2026-11-21' }, capabilities });
    await client.settled();
  };
  const move = (answers: Readonly<Record<string, readonly string[]>> = {}): Promise<MigrationPreview> =>
    client.request<MigrationPreview>('evidencePortfolio/migration', {
      root: folder.uri(),
      standard: folder.uri('standards/2026.yaml'),
      answers,
    });

  it('has the standards of the folder to choose from', async () => {
    await start();
    const choices = await client.request<readonly EditionChoice[]>('evidencePortfolio/editions', {
      root: folder.uri(),
      files: ['portfolio.yaml', 'standards/2020.yaml', 'standards/2026.yaml', 'a.yaml'].map((path) =>
        folder.uri(path),
      ),
    });
    deepEqual(
      choices.map(({ title, edition, isCurrent, isEdition }) => [title, edition, isCurrent, isEdition]),
      [
        ['Customer Service Excellence', '', false, false],
        ['Good Libraries', '2020', true, true],
        ['Good Libraries', '2026', false, true],
      ],
    );
  });

  it('is shown with its questions, and made by an edit that the editor applies', async () => {
    await start();
    const first = await move();
    ok(first.kind === 'preview', JSON.stringify(first));
    deepEqual(
      first.questions.map(({ about, choices }) => [about, choices.map(({ id }) => id)]),
      [
        ['1.2, “The opening hours are known”', ['1.5']],
        ['1.3, “There is room for prams and for wheelchairs”', ['1.3a', '1.3b']],
      ],
    );
    const then = await move({ 1.2: ['1.5'], 1.3: ['1.3a', '1.3b'] });
    ok(then.kind === 'preview');
    deepEqual(then.questions, []);
    match(then.report, /^# From “Good Libraries”\\, edition 2020/);
    match(then.report, /\n\| Evidenced \| 10 \| 9 \| \*\*−1\*\* \|\n/);
    equal(then.files.length, 6);
    equal(then.edit?.documentChanges?.length, 6);
    equal(
      readFileSync(join(folder.path, 'evidence/books.md'), 'utf8'),
      portfolio['evidence/books.md'],
      'The server has written.',
    );
  });

  it('is not made where there is nothing to move, or another standard is named', async () => {
    await start({
      ...portfolio,
      'standards/2026.yaml': 'title: Other\nchildren: [{ id: A.1, text: Else }]\n',
    });
    const answer = await move();
    ok(answer.kind === 'refused');
    match(answer.message, /leads to Other: it is another standard/);
  });
});
