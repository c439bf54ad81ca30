/** From an ID to the standard and to all that names it; renaming; what stands in the text. */
import { deepEqual, equal, match, ok, rejects } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type {
  CallHierarchyIncomingCall,
  CallHierarchyItem,
  ClientCapabilities,
  CodeLens,
  DocumentHighlight,
  DocumentLink,
  DocumentSymbol,
  InlayHint,
  Location,
  LocationLink,
  Position,
  SymbolInformation,
  WorkspaceEdit,
} from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { StandardPage } from '../../server/lsp/protocol';
import { rootOfStandardPage } from '../../server/lsp/protocol';
import type { Client } from './support/client';
import { everything, startClient } from './support/client';
import type { Folder, Texts } from './support/folders';
import { folderOf } from './support/folders';

const evidence = `---
title: Survey
elements:
  - 3.2.4
  - 1.1.1
ref: ES 1
review-by: 2027-01-01
attachments: [../attachments/a.pdf]
---

# Survey

See [two](two.md).
`;
const texts: Texts = {
  'portfolio.yaml': 'title: T\nassessment:\n  3.2.4: { self: partial }\n',
  'evidence/one.md': evidence,
  'evidence/two.md': '---\nelements: [3.2.4]\n---\n\n# Two\n\nAs ES 1 says.\n',
  'attachments/a.pdf': 'a',
};
const modern: ClientCapabilities = {
  ...everything,
  workspace: {
    ...everything.workspace,
    codeLens: { refreshSupport: true },
    inlayHint: { refreshSupport: true },
  },
  textDocument: {
    ...everything.textDocument,
    definition: { linkSupport: true },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
  },
};

describe('Navigation', () => {
  let folder: Folder;
  let client: Client;
  let uri: string;
  const start = async (options: Parameters<typeof startClient>[0] = {}): Promise<void> => {
    folder = folderOf(texts);
    client = await startClient({ folders: [folder.uri()], settings: { today: '2026-11-21' }, ...options });
    uri = folder.uri('evidence/one.md');
    await client.open(uri, evidence);
    await client.settled();
  };
  const at = (words: string): Position =>
    TextDocument.create(uri, 'markdown', 1, evidence).positionAt(evidence.indexOf(words) + 1);
  const ask = <Answer>(method: string, more: object = {}): Promise<Answer> =>
    client.request<Answer>(method, { textDocument: { uri }, ...more });

  it('leads to the standard’s file in the package', async () => {
    await start();
    const [found] = await ask<Location[]>('textDocument/definition', { position: at('3.2.4') });
    ok(found);
    match(found.uri, /^file:.*\/schemas\/standards\/customer-service-excellence\.yaml$/);
    const line = readFileSync(new URL(found.uri), 'utf8').split('\n')[found.range.start.line] ?? '';
    match(line, /id: "?3\.2\.4/);
  });

  it('leads to the place in a standard of one’s own', async () => {
    await start();
    folder.write('s.yaml', 'title: S\nchildren:\n  - id: AB-1\n    text: x\n  - id: AB-2\n    text: y\n');
    folder.write('portfolio.yaml', 'standard: s.yaml\n');
    await client.watched(['created', folder.uri('s.yaml')], ['changed', folder.uri('portfolio.yaml')]);
    const text = '---\ntitle: A\nelements: [AB-2]\n---\n\nText.\n';
    await client.change(uri, 2, [{ text }]);
    await client.waitForCodes(uri, []);
    const [found] = await ask<Location[]>('textDocument/definition', {
      position: { line: 2, character: 12 },
    });
    deepEqual(found, {
      uri: folder.uri('s.yaml'),
      range: { start: { line: 4, character: 8 }, end: { line: 4, character: 12 } },
    });
  });

  it('leads our own client to a page that the server writes', async () => {
    await start({ capabilities: modern, initializationOptions: { standardPages: true } });
    const [link] = await ask<LocationLink[]>('textDocument/definition', { position: at('3.2.4') });
    ok(link);
    deepEqual(link.originSelectionRange, {
      start: { line: 3, character: 4 },
      end: { line: 3, character: 9 },
    });
    const address = new URL(link.targetUri);
    equal(address.protocol, 'evidence-portfolio-standard:');
    const root = rootOfStandardPage(decodeURIComponent(address.pathname));
    equal(root, folder.uri());
    const page = await client.request<StandardPage>('evidencePortfolio/standardPage', { root, base: root });
    const rows = page.text.split('\n');
    equal(page.lines['3.2.4'], link.targetRange.start.line);
    equal(rows[link.targetRange.start.line]?.replaceAll('\\', ''), '#### 3.2.4: evidenced, 2 items');
    ok(page.text.includes('[Survey](/evidence/one.md)'));
    equal(await client.request('evidencePortfolio/standardPage', { root: 'file:///nowhere' }), null);
  });

  it('finds references, highlights, links and calls', async () => {
    await start();
    const position = at('3.2.4');
    const context = { includeDeclaration: false };
    const references = await ask<Location[]>('textDocument/references', { position, context });
    deepEqual(
      references.map((found) => [found.uri, found.range.start.line]),
      [
        [uri, 3],
        [folder.uri('evidence/two.md'), 1],
        [folder.uri('portfolio.yaml'), 2],
      ],
    );
    const highlights = await ask<DocumentHighlight[]>('textDocument/documentHighlight', { position });
    deepEqual(
      highlights.map(({ range }) => range.start.line),
      [3],
    );
    const links = await ask<DocumentLink[]>('textDocument/documentLink');
    equal(links[0]?.target, folder.uri('attachments/a.pdf'));
    match(links[1]?.target ?? '', /customer-service-excellence\.yaml#L\d+,\d+$/);
    const [element] = await ask<CallHierarchyItem[]>('textDocument/prepareCallHierarchy', { position });
    const calls = await client.request<CallHierarchyIncomingCall[]>('callHierarchy/incomingCalls', {
      item: element,
    });
    deepEqual(
      calls.map(({ from }) => from.name),
      ['Survey', 'Two'],
    );
  });

  it('outlines files, and finds symbols', async () => {
    await start({ capabilities: modern });
    const outline = await ask<DocumentSymbol[]>('textDocument/documentSymbol');
    deepEqual(
      outline.map(({ name }) => name),
      ['Details', 'Survey'],
    );
    const symbols = await client.request<SymbolInformation[]>('workspace/symbol', { query: 'survey' });
    equal(symbols[0]?.location.uri, uri);
  });
  it('outlines files as a list for older clients', async () => {
    await start();
    const outline = await ask<SymbolInformation[]>('textDocument/documentSymbol');
    deepEqual(
      outline.slice(0, 3).map(({ name, containerName }) => [name, containerName]),
      [
        ['Details', ''],
        ['title', 'Details'],
        ['elements', 'Details'],
      ],
    );
  });

  it('renames a ref, or says why not', async () => {
    await start();
    const prepared = await ask<{ placeholder: string }>('textDocument/prepareRename', {
      position: at('ES 1'),
    });
    equal(prepared.placeholder, 'ES 1');
    const { changes } = await ask<WorkspaceEdit>('textDocument/rename', {
      position: at('ES 1'),
      newName: 'P 7',
    });
    deepEqual(Object.keys(changes ?? {}), [uri, folder.uri('evidence/two.md')]);
    await rejects(ask('textDocument/rename', { position: at('ES 1'), newName: ' ' }), /Type the new ref/);
    await rejects(ask('textDocument/prepareRename', { position: at('title') }), /Only a ref can be renamed/);
  });

  it('keeps paths right when files move', async () => {
    await start();
    const { workspace } = client.initializeResult.capabilities;
    deepEqual(workspace?.fileOperations?.willRename?.filters, [{ pattern: { glob: '**/*' } }]);
    const files = [{ oldUri: folder.uri('attachments'), newUri: folder.uri('files') }];
    const { changes } = await client.request<WorkspaceEdit>('workspace/willRenameFiles', { files });
    deepEqual(
      changes?.[uri]?.map(({ newText }) => newText),
      ['../files/a.pdf'],
    );
    const unknown = [{ oldUri: folder.uri('x'), newUri: folder.uri('y') }];
    equal(await client.request('workspace/willRenameFiles', { files: unknown }), null);
  });

  it('shows lenses and hints until the settings say no', async () => {
    await start({
      capabilities: modern,
      initializationOptions: { showElement: 'evidencePortfolio.showElement' },
    });
    const everywhere = { range: { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } } };
    const lenses = await ask<CodeLens[]>('textDocument/codeLens');
    const [element, , review] = await Promise.all(
      lenses.map((lens) => client.request<CodeLens>('codeLens/resolve', lens)),
    );
    deepEqual(element?.command, {
      title: '3.2.4: evidenced, 1 other item',
      command: 'evidencePortfolio.showElement',
      arguments: [{ root: folder.uri(), element: '3.2.4' }],
    });
    deepEqual(review?.command?.arguments, [{ uri }]);
    const hints = await ask<InlayHint[]>('textDocument/inlayHint', everywhere);
    equal(hints.length, 2);
    const resolved = await client.request<InlayHint>('inlayHint/resolve', hints[0]);
    ok(resolved.tooltip);

    client.messages.length = 0;
    client.settings = { today: '2026-11-21', codeLens: false, inlayHints: false };
    await client.notify('workspace/didChangeConfiguration', { settings: null });
    for (const what of ['codeLens', 'inlayHint']) {
      await client.waitFor(`${what} is refreshed`, () =>
        client.messages.find(({ method }) => method === `workspace/${what}/refresh`),
      );
      const none = () => ask(`textDocument/${what}`, everywhere);
      await client.until(`there is no ${what}`, none, (found) => found === null);
    }
  });

  it('asks for lenses to be shown anew when another file changes coverage', async () => {
    await start({ capabilities: modern });
    client.messages.length = 0;
    folder.remove('evidence/two.md');
    await client.watched(['deleted', folder.uri('evidence/two.md')]);
    await client.waitFor('lenses are refreshed', () =>
      client.messages.find(({ method }) => method === 'workspace/codeLens/refresh'),
    );
    const command = async () => {
      const [first] = await ask<CodeLens[]>('textDocument/codeLens');
      return (await client.request<CodeLens>('codeLens/resolve', first)).command;
    };
    const told = await client.until('the other item has gone', command, (found) =>
      Boolean(found?.title.endsWith('no other items')),
    );
    deepEqual(told, { title: '3.2.4: evidenced, no other items', command: '' });
  });

  it('asks nothing of a client that does not know how', async () => {
    await start();
    client.settings = { today: '2026-11-21', codeLens: false };
    await client.notify('workspace/didChangeConfiguration', { settings: null });
    await client.settled();
    ok(!client.messages.some(({ method }) => method.endsWith('/refresh')));
    equal(readFileSync(join(folder.path, 'evidence/one.md'), 'utf8'), evidence);
  });
});
