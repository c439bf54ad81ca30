/** Import, export and sync of the action plan as an editor asks for them: nothing is written by the server. */
import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TextDocumentEdit, WorkspaceEdit } from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { ChangePreview, ColumnChoice, ExportResult } from '../../server/lsp/protocol';
import type { Client } from './support/client';
import { everything, startClient } from './support/client';
import type { Folder } from './support/folders';
import { folderOf } from './support/folders';

const source = readFileSync('test/fixtures/action-plan.txt').toString('base64');
const capabilities = {
  ...everything,
  workspace: {
    ...everything.workspace,
    workspaceEdit: { documentChanges: true, resourceOperations: ['create' as const] },
  },
};
const evidence = '---\ntitle: Replies\nelements: [5.2.5]\n---\n\nText.\n';

describe('The action plan, exchanged with an editor', () => {
  let folder: Folder;
  let client: Client;
  const start = async (files: Readonly<Record<string, string>> = {}): Promise<void> => {
    folder = folderOf({ 'portfolio.yaml': 'title: Ours\n', 'evidence/replies.md': evidence, ...files });
    client = await startClient({ folders: [folder.uri()], settings: { today: '2026-11-21' }, capabilities });
    await client.settled();
  };
  const bring = (name: string, base64: string, root = folder.uri()): Promise<ChangePreview> =>
    client.request<ChangePreview>('evidencePortfolio/planImport', { root, name, base64 });
  const bringWith = (text: string, columns: readonly ColumnChoice[] = []): Promise<ChangePreview> =>
    client.request<ChangePreview>('evidencePortfolio/planImport', {
      root: folder.uri(),
      name: 'plan.csv',
      base64: Buffer.from(text).toString('base64'),
      columns,
    });
  const take = (format: string): Promise<ExportResult> =>
    client.request<ExportResult>('evidencePortfolio/export', {
      root: folder.uri(),
      format,
      wanted: { what: 'plan' },
    });
  const asked = <Answer extends { readonly kind: string }, Kind extends Answer['kind']>(
    answer: Answer,
    kind: Kind,
  ): Extract<Answer, { kind: Kind }> => {
    equal(answer.kind, kind, JSON.stringify(answer));
    return answer as Extract<Answer, { kind: Kind }>;
  };

  it('is made by an edit that the editor applies', async () => {
    await start();
    const answer = asked(await bring('action-plan.txt', source), 'preview');
    const [file] = answer.files;
    deepEqual([file?.uri, file?.isNew, answer.problems], [folder.uri('action-plan.md'), true, 0]);
    match(answer.report, /^## How the file was read\n\n- Ref No\. \(ref\)/);
    match(answer.report, /\n## Added: 16 actions\n\n- \*\*1\.3\.3\*\* We include/);
    match(answer.report, /\n## Worded differently from the standard: 5 actions\n/);
    equal(applied(answer.edit, folder.uri('action-plan.md'), ''), file?.text);
    ok(!existsSync(join(folder.path, 'action-plan.md')));
  });

  it('says what each column was taken for, and takes it for what it is told', async () => {
    await start();
    const text = 'Ref,Action,Lead,Helper\n1.1.1,Ask the readers,Area Manager,Librarian\n';
    const found = asked(await bringWith(text), 'preview');
    deepEqual(found.columns, [
      { name: 'Ref', role: 'ref', because: 'by its header and what it holds' },
      { name: 'Action', role: 'action', because: 'by its header and what it holds' },
      { name: 'Lead', role: 'responsibility', because: 'by its header' },
      { name: 'Helper', role: null, because: '' },
    ]);
    const told = asked(
      await bringWith(text, [
        { name: 'Lead', role: null },
        { name: 'Helper', role: 'responsibility' },
      ]),
      'preview',
    );
    deepEqual(told.columns?.map(({ role, because }) => [role, because]).slice(2), [
      [null, ''],
      ['responsibility', 'as you said'],
    ]);
    match(told.report, /- Responsibility \(owner\): “Helper”, as you said\n/);
    match(textOf(told), /\| Librarian +\|/);
    const sync = await client.request<ChangePreview>('evidencePortfolio/planSync', { root: folder.uri() });
    equal(asked(sync, 'preview').columns, undefined);
  });

  it('lists the columns of a file in which it sees no plan, and reads it once it is told', async () => {
    await start();
    const text = 'Foo,Bar,Baz\nx,Ask the readers,Area Manager\n';
    const refusal = asked(await bringWith(text), 'refused');
    deepEqual(
      refusal.columns?.map(({ name }) => name),
      ['Foo', 'Bar', 'Baz'],
    );
    const half = asked(await bringWith(text, [{ name: 'Foo', role: 'ref' }]), 'refused');
    equal(half.columns?.[0]?.because, 'as you said');
    const told = await bringWith(text, [
      { name: 'Foo', role: 'ref' },
      { name: 'Bar', role: 'action' },
    ]);
    match(textOf(asked(told, 'preview')), /Ask the readers/);
    const other = asked(await bringWith(text, [{ name: 'Qux', role: 'ref' }]), 'refused');
    match(other.message, /There is no column “Qux”\. .*“Foo”, “Bar”, “Baz”/);
  });

  it('is merged with what stands in the editor, and a second time nothing changes', async () => {
    await start({ 'action-plan.md': '|Ref|Action|\n|-|-|\n' });
    const uri = folder.uri('action-plan.md');
    const typed = '|Ref|Action|\n|-|-|\n|1.3.3|Ask|\n';
    await client.open(uri, typed);
    const answer = asked(await bring('action-plan.txt', source), 'preview');
    match(answer.report, /## Added: 16 actions\n/);
    match(textOf(answer), /\|1\.3\.3\|Ask\|/);
    equal(applied(answer.edit, uri, typed), textOf(answer));
    folder.write('action-plan.md', textOf(answer));
    await client.change(uri, 2, [{ text: textOf(answer) }]);
    const again = asked(await bring('action-plan.txt', source), 'preview');
    deepEqual([again.edit, again.files], [null, []]);
  });

  it('is read from the disk as it is now', async () => {
    await start({ 'action-plan.md': '|Ref|Action|\n|-|-|\n' });
    folder.write('action-plan.md', '|Ref|Action|\n|-|-|\n|2.1.1|New on the disk|\n');
    const answer = asked(await bring('action-plan.txt', source), 'preview');
    match(textOf(answer), /New on the disk/);
  });

  it('goes out in every format and comes back the same', async () => {
    await start();
    folder.write('action-plan.md', textOf(asked(await bring('action-plan.txt', source), 'preview')));
    for (const format of ['md', 'csv', 'xlsx', 'docx', 'ods', 'odt', 'html']) {
      const file = asked(await take(format), 'file');
      equal(asked(await bring(`action-plan.${format}`, file.base64), 'preview').edit, null, format);
    }
  });

  it('gets the rows that the portfolio asks for', async () => {
    await start();
    const sync = (): Promise<ChangePreview> =>
      client.request<ChangePreview>('evidencePortfolio/planSync', { root: folder.uri() });
    const answer = asked(await sync(), 'preview');
    match(answer.report, /^## Added: 56 actions\n/);
    match(answer.report, /: no evidence\n/);
    folder.write('action-plan.md', textOf(answer));
    equal(asked(await sync(), 'preview').edit, null);
  });

  it('is refused in words', async () => {
    await start();
    const message = async (answer: Promise<ChangePreview | ExportResult>): Promise<string> =>
      asked(await answer, 'refused').message;
    equal(await message(bring('a.txt', source, 'file:///nowhere')), 'There is no portfolio in this folder.');
    equal(await message(bring('a.xlsx', '%%%')), 'The file did not arrive whole.');
    match(await message(bring('a.xlsx', 'UEsDBA==')), /^The file (?:is damaged|is no)/);
    match(await message(bring('a.csv', 'A'.repeat(8_000_000))), /larger than 5 MB/);
    equal(await message(take('csv')), 'There is no action plan yet.');
    equal(
      await message(take('pdf')),
      'It can be written as md, csv, xlsx, docx, ods, odt, html, not as pdf.',
    );
  });
});

/** Of the only file that would change. */
function textOf({ files }: Extract<ChangePreview, { kind: 'preview' }>): string {
  equal(files.length, 1);
  return files[0]?.text ?? '';
}

/** The text of a file after an edit that is about it alone. */
function applied(edit: WorkspaceEdit | null, uri: string, before: string): string {
  const changes = (edit?.documentChanges ?? []).filter(
    (change): change is TextDocumentEdit => 'textDocument' in change && change.textDocument.uri === uri,
  );
  const document = TextDocument.create(uri, 'markdown', 1, before);
  return TextDocument.applyEdits(
    document,
    changes.flatMap(({ edits }) => edits.flatMap((one) => ('newText' in one ? [one] : []))),
  );
}
