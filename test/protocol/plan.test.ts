/** Features in the tables of an action plan, over the server's own process: with LF and with CRLF. */
import { deepEqual, equal, match, ok } from 'node:assert/strict';
import type {
  CodeAction,
  DocumentSymbol,
  InlayHint,
  Location,
  MarkupContent,
  Position,
  Registration,
  TextEdit,
  WorkspaceEdit,
} from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Client } from './support/client';
import { everything, startClient } from './support/client';
import type { Folder } from './support/folders';
import { folderOf } from './support/folders';

const evidence = '---\ntitle: Replies\nelements: [5.2.5]\nowner: Web Officer\n---\n\nText.\n';
const plan = [
  '# Our plan',
  '',
  '| Ref No. | Action | Responsibility | Target | Progress |',
  '|-|-|-|-|-|',
  '| 5 Timeliness & Quality | | | | |',
  '| [5.2.5](evidence/replies.md) | Publish the results | Manager | 31/10/2026 | 50 % |',
  '| 5.2.9 | Ask at the desk | Manager | soon | |',
  '| | | | | |',
  '',
].join('\n');
const capabilities = {
  ...everything,
  textDocument: { ...everything.textDocument, formatting: { dynamicRegistration: true } },
};
const findings = ['action-overdue', 'action-element-unknown', 'action-date'];

for (const [name, lineEnd] of [
  ['LF', '\n'],
  ['CRLF', '\r\n'],
] as const)
  describe(`In an action plan with ${name}`, () => {
    const text = plan.replaceAll('\n', lineEnd);
    let folder: Folder;
    let client: Client;
    let uri: string;
    beforeEach(async () => {
      folder = folderOf({
        'portfolio.yaml': 'title: Ours\nassessment: { 5.2.1: { self: partial } }\n',
        'evidence/replies.md': evidence,
        'action-plan.md': text,
      });
      client = await startClient({
        folders: [folder.uri()],
        settings: { today: '2026-11-21' },
        capabilities,
      });
      uri = folder.uri('action-plan.md');
      await client.open(uri, text);
      await client.waitForCodes(uri, findings);
      await client.settled();
    });

    const document = (of = text) => TextDocument.create(uri, 'markdown', 1, of);
    const at = (words: string, of = text): Position =>
      document(of).positionAt(of.indexOf(words) + words.length);
    const applied = (edits: readonly TextEdit[] | undefined): string =>
      TextDocument.applyEdits(document(), [...(edits ?? [])]);
    const ask = <Answer>(method: string, more: object = {}): Promise<Answer> =>
      client.request<Answer>(`textDocument/${method}`, { textDocument: { uri }, ...more });

    it('findings come and go with the text', async () => {
      const manifest = folder.uri('portfolio.yaml');
      ok(client.codes(manifest).includes('partial-without-action'));
      const row = '| 5.2.1 | Ask | Manager | Q2 2027 | |';
      const [first] = client.diagnostics.get(uri)?.diagnostics ?? [];
      match(first?.message as string, /^The action for 5\.2\.5 was due by 31 October 2026, 21 days ago\./);
      await client.change(uri, 2, [{ text: text.replace('soon', 'March 2027').replace('| | | | | |', row) }]);
      await client.waitForCodes(uri, ['action-overdue', 'action-element-unknown']);
      await client.waitFor(
        'the rating has its action',
        () => !client.codes(manifest).includes('partial-without-action'),
      );
    });

    it('completion, hover, hints and outline', async () => {
      const typed = text.replace('| | | | | |', '| 5.2. | |  | | |');
      await client.change(uri, 2, [{ text: typed }]);
      const refs = await client.completion(uri, at('| 5.2.', typed.replace('| 5.2.9', '| x.x.x')));
      deepEqual(refs?.items.map(({ label }) => label).sort(), ['5.2.1', '5.2.2', '5.2.3', '5.2.4', '5.2.5']);
      const people = await client.completion(uri, at('| 5.2. | | ', typed));
      deepEqual(
        people?.items.map(({ label }) => label),
        ['Manager', 'Web Officer'],
      );
      const hover = await client.hover(uri, at('31/10'));
      match((hover?.contents as MarkupContent).value, /^\*\*21 days overdue\*\* \(by 31 October 2026\)/);
      const about = await client.hover(uri, at('[5.2'));
      match((about?.contents as MarkupContent).value, /\*\*5\.2\.5\*\*[^]*Replies/);
      const whole = { start: { line: 0, character: 0 }, end: { line: 20, character: 0 } };
      const hints = await ask<InlayHint[]>('inlayHint', { range: whole });
      deepEqual(
        hints.map(({ label }) => label),
        ['(21 days overdue)'],
      );
      const symbols = await ask<DocumentSymbol[]>('documentSymbol');
      ok(JSON.stringify(symbols).includes('5 Timeliness & Quality'));
    });

    it('quick fixes', async () => {
      const offered = await client.codeActions(uri, client.diagnostics.get(uri)!.diagnostics);
      const edited = (title: RegExp): string => {
        const action = offered?.find((one: CodeAction) => title.test(one.title));
        ok(action, `${String(title)} is not among ${offered?.map((one) => one.title).join('; ')}`);
        return applied(action.edit?.changes?.[uri]);
      };
      equal(edited(/^Mark the action for 5\.2\.5 complete$/), text.replace('50 %', 'complete'));
      equal(edited(/^Change to 5\.2\.2/), text.replace('5.2.9', '5.2.2'));
      equal(edited(/^Change to 5\.2\.3/), text.replace('5.2.9', '5.2.3'));
      const added = edited(/^Add \d+ rows for elements that need an action$/);
      ok(added.includes('| 5.2.1'), added);
      equal(added.includes('\r'), lineEnd === '\r\n');
      for (const row of text.split(lineEnd)) ok(added.split(lineEnd).includes(row), row);
    });

    it('formatting, which is offered for plans only', async () => {
      const registered = await client.waitFor('formatting is offered', () =>
        client.messages
          .filter(({ method }) => method === 'client/registerCapability')
          .flatMap(
            ({ params }) => (params as { readonly registrations: readonly Registration[] }).registrations,
          )
          .find(({ method }) => method === 'textDocument/formatting'),
      );
      deepEqual(registered.registerOptions, {
        documentSelector: [{ language: 'markdown', pattern: '**/action-plan.md' }],
      });
      const options = { options: { tabSize: 2, insertSpaces: true } };
      const after = applied(await ask<TextEdit[]>('formatting', options));
      const rows = after.split(lineEnd).filter((line) => line.startsWith('|'));
      equal(new Set(rows.map((row) => row.length)).size, 1);
      equal(after.replace(/ +/g, '').replace(/-+/g, '-'), text.replace(/ +/g, '').replace(/-+/g, '-'));
      const other = folder.uri('evidence/replies.md');
      await client.open(other, evidence);
      equal(
        await client.request('textDocument/formatting', { textDocument: { uri: other }, ...options }),
        null,
      );
    });

    it('references, and links that follow a file', async () => {
      const references = await ask<Location[]>('references', {
        position: at('[5.2'),
        context: { includeDeclaration: false },
      });
      deepEqual(
        references.map((found) => found.uri),
        [folder.uri('evidence/replies.md'), uri],
      );
      const moved = await client.request<WorkspaceEdit>('workspace/willRenameFiles', {
        files: [{ oldUri: folder.uri('evidence/replies.md'), newUri: folder.uri('evidence/5/replies.md') }],
      });
      equal(applied(moved.changes?.[uri]), text.replace('(evidence/', '(evidence/5/'));
    });
  });
