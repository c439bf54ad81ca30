/** One folder in two windows, each with a server of its own: what the one saves the other shows, and neither loses anything. */
import { deepEqual, equal, match } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TextDocumentEdit, TextEdit, WorkspaceEdit } from 'vscode-languageserver-protocol';
import type { CommandResult } from '../../server/lsp/protocol';
import { everything, startClient, type Client } from './support/client';
import { folderOf, type Folder } from './support/folders';
import { changed } from './support/sessions';

const evidence = (element: string): string => `---\ntitle: A\nelements: [${element}]\n---\n\nText.\n`;
const row = (id: string, progress: string): string => `| ${id} | Do it | Jo | 2027-01-01 | ${progress} |  |`;
const plan = (...rows: readonly string[]): string =>
  `---\ntype: action-plan\n---\n\n| Ref No. | Criteria / Action | Responsibility | Target Completion Date | Progress | Comments |\n| --- | --- | --- | --- | --- | --- |\n${rows.join('\n')}\n`;

/** A window: what is on the disk is what it has saved, and what its commands change is saved at once. */
interface Window {
  readonly client: Client;
  /** Writes a text into a cell of the plan's first table. @param source the row as this window shows it */
  readonly progress: (row: number, source: string, text: string) => Promise<CommandResult>;
}

async function windowOn(folder: Folder, saved: (path: string) => Promise<void>): Promise<Window> {
  const applied: WorkspaceEdit[] = [];
  const client = await startClient({
    folders: [folder.uri()],
    capabilities: {
      ...everything,
      workspace: { ...everything.workspace, applyEdit: true, workspaceEdit: { documentChanges: true } },
    },
    answers: {
      'workspace/applyEdit': ({ edit }: { readonly edit: WorkspaceEdit }) => {
        applied.push(edit);
        return { applied: true };
      },
    },
  });
  await client.settled();
  return {
    client,
    progress: async (at, source, text) => {
      applied.length = 0;
      const result = await client.request<CommandResult>('workspace/executeCommand', {
        command: 'evidencePortfolio.server.setPlanCells',
        arguments: [
          {
            uri: folder.uri('action-plan.md'),
            places: [{ table: 0, row: at, source }],
            key: 'progress',
            text,
          },
        ],
      });
      for (const edit of applied) {
        folder.write('action-plan.md', edits(edit).reduceRight(changedBy, textOf(folder)));
        await saved('action-plan.md');
      }
      return result;
    },
  };
}

const textOf = (folder: Folder): string => readFileSync(join(folder.path, 'action-plan.md'), 'utf8');
const changedBy = (text: string, { range, newText }: TextEdit): string =>
  changed(text, { range, text: newText });
const edits = ({ documentChanges = [], changes = {} }: WorkspaceEdit): readonly TextEdit[] => [
  ...(documentChanges as readonly TextDocumentEdit[]).flatMap((one) => one.edits as readonly TextEdit[]),
  ...Object.values(changes).flat(),
];

describe('Two windows on one folder', () => {
  let folder: Folder;
  let one: Window;
  let other: Window;
  const toldBoth = async (path: string): Promise<void> => {
    for (const { client } of [one, other]) await client.watched(['changed', folder.uri(path)]);
    for (const { client } of [one, other]) await client.settled();
  };
  beforeEach(async () => {
    folder = folderOf({
      'portfolio.yaml': 'title: T\nrules: { element-uncovered: off }\n',
      'a.md': evidence('3.2.9'),
      'action-plan.md': plan(row('1.1.1', 'Open'), row('1.1.2', 'Open')),
    });
    one = await windowOn(folder, (path) => toldBoth(path));
    other = await windowOn(folder, (path) => toldBoth(path));
  });
  // A client that is open would keep the process.
  afterEach(() => Promise.all([one, other].map(({ client }) => client.stop())));

  const evidenced = async ({ client }: Window): Promise<number | undefined> =>
    (await client.coverage())[0]?.summary.evidenced;

  it('follow what the other saves, and not what it only types', async () => {
    const uri = folder.uri('a.md');
    await other.client.waitForCodes(uri, ['element-unknown']);
    await one.client.open(uri, evidence('3.2.9'));
    await one.client.change(uri, 2, [{ text: evidence('3.2.4') }]);
    await one.client.waitForCodes(uri, []);
    await other.client.settled();
    deepEqual(other.client.codes(uri), ['element-unknown']);
    folder.write('a.md', evidence('3.2.4'));
    await toldBoth('a.md');
    await other.client.waitForCodes(uri, []);
    deepEqual([await evidenced(one), await evidenced(other)], [1, 1]);
  });

  it('keep what each writes into the plan', async () => {
    equal((await one.progress(0, row('1.1.1', 'Open'), 'Begun')).applied, true);
    equal((await other.progress(1, row('1.1.2', 'Open'), 'Done')).applied, true);
    equal(textOf(folder), plan(row('1.1.1', 'Begun'), row('1.1.2', 'Done')));
  });

  it('write nothing over a row that the other has changed', async () => {
    await one.progress(0, row('1.1.1', 'Open'), 'Begun');
    const { applied, message } = await other.progress(0, row('1.1.1', 'Open'), 'Done');
    equal(applied, false);
    match(message ?? '', /changed in the meantime/);
    equal(textOf(folder), plan(row('1.1.1', 'Begun'), row('1.1.2', 'Open')));
  });
});
