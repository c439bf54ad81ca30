/** Moving a portfolio to another edition as an editor asks for it: nothing is written by the server. */
import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { EditionChoice, MigrationPreview } from '../../server/lsp/protocol';
import { portfolio } from '../unit/cli/migrate/editions';
import { portfolioText, published, security2013, security2022 } from '../unit/cli/migrate/publishedMappings';
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
  const move = (
    answers: Readonly<Record<string, readonly string[]>> = {},
    mapping?: string,
  ): Promise<MigrationPreview> =>
    client.request<MigrationPreview>('evidencePortfolio/migration', {
      root: folder.uri(),
      standard: folder.uri('standards/2026.yaml'),
      answers,
      ...(mapping === undefined ? {} : { mapping: folder.uri(mapping) }),
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

  it('is led by a mapping of the folder, where somebody chooses one', async () => {
    const [{ text: mapping } = { text: '' }] = published;
    await start({
      'standards/2020.yaml': security2013,
      'standards/2026.yaml': security2022,
      'standards/way.json': mapping,
      'standards/other.yaml': 'from: CSE\nto: ISO\npairs: [{ from: 3.2.4, to: 9.1.2, relation: equal }]\n',
      'standards/crosswalk.csv': 'Now,Before\nA.7.10,A.8.3.1\nA.8.8,A.12.6.1\n',
      'people.csv': 'Name,Room\nA. Reader,12\n',
      'portfolio.yaml': portfolioText.replace('2013', '2020'),
      'a.md': '---\nelements: [A.8.3.1, A.12.4.1]\n---\n\nText.\n',
    });
    const choices = await client.request<readonly EditionChoice[]>('evidencePortfolio/editions', {
      root: folder.uri(),
      files: [
        'people.csv',
        'standards/2020.yaml',
        'standards/2026.yaml',
        'standards/crosswalk.csv',
        'standards/other.yaml',
        'standards/way.json',
      ].map((path) => folder.uri(path)),
    });
    deepEqual(
      choices.map(({ edition, isEdition, mappings }) => [
        edition,
        isEdition,
        mappings.map(({ uri, title, pairs }) => [uri.split('/').at(-1), title, pairs]),
      ]),
      [
        ['', false, []],
        ['2013', true, []],
        [
          '2022',
          true,
          [
            ['crosswalk.csv', 'crosswalk', 2],
            ['way.json', 'Security, old to new', 7],
          ],
        ],
      ],
    );
    const without = await move();
    ok(without.kind === 'refused', 'Without a mapping, nothing leads there.');
    const preview = await move({}, 'standards/way.json');
    ok(preview.kind === 'preview', JSON.stringify(preview));
    deepEqual(
      preview.questions.map(({ about, text, choices: offered }) => [about, text, offered]),
      [
        [
          'A.12.4.1, “Events are logged”',
          'The mapping leaves it open. Which are meant?',
          [
            { id: 'A.8.15', words: 'Logs are made and are safe (asks for a part of this)' },
            { id: 'A.8.16', words: 'What happens is watched (asks for a part of this)' },
          ],
        ],
      ],
    );
    const then = await move({ 'A.12.4.1': ['A.8.16'] }, 'standards/way.json');
    ok(then.kind === 'preview');
    match(then.files.find(({ uri }) => uri.endsWith('a.md'))?.text ?? '', /\[A\.7\.10, A\.8\.16\]/);
    const none = await move({}, 'people.csv');
    ok(none.kind === 'refused');
    match(none.message, /^people\.csv cannot be the way\. It is no mapping/);
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
