import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CompletionItem, MarkupContent, TextEdit } from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { CreateEvidenceResult } from '../../server/lsp/protocol';
import type { Client } from './support/client';
import { startClient } from './support/client';
import type { Folder } from './support/folders';
import { folderOf, sampleFolder } from './support/folders';

const mistyped = 'evidence/3-information-and-access/correcting-wrong-information.md';

describe('In the sample portfolio', () => {
  let folder: Folder;
  let client: Client;
  let uri: string;
  let text: string;
  beforeEach(async () => {
    folder = sampleFolder();
    client = await startClient({ folders: [folder.uri()], settings: { today: '2026-11-21' } });
    uri = folder.uri(mistyped);
    text = readFileSync(join(folder.path, mistyped), 'utf8');
    await client.open(uri, text);
    await client.waitForCodes(uri, ['element-unknown']);
    await client.settled();
  });
  const at = (words: string) =>
    TextDocument.create(uri, 'markdown', 1, text).positionAt(text.indexOf(words) + words.length);
  const applied = (edits: readonly TextEdit[]): string =>
    TextDocument.applyEdits(TextDocument.create(uri, 'markdown', 1, text), [...edits]);

  it('a mistyped ID is mended by a quick fix', async () => {
    const actions = await client.codeActions(uri, client.diagnostics.get(uri)!.diagnostics);
    const [first] = actions ?? [];
    match(first?.title ?? '', /^Replace with 3\.2\.4, “We can demonstrate/);
    const edits = first?.edit?.changes?.[uri] ?? [];
    equal(edits.length, 1);
    await client.change(uri, 2, [{ range: edits[0]!.range, text: edits[0]!.newText }]);
    await client.waitForCodes(uri, []);
    equal(applied(edits), text.replace('3.2.9', '3.2.4'));
  });

  it('a mistyped ID is mended by completion', async () => {
    const list = await client.completion(uri, at('- 3.2.'));
    equal(list?.isIncomplete, true);
    deepEqual(
      list.items.map(({ label }) => label),
      ['3.2.1', '3.2.2', '3.2.3', '3.2.4'],
    );
    const item = list.items.at(-1)!;
    equal(item.documentation, undefined);
    equal(applied([item.textEdit as TextEdit]), text.replace('3.2.9', '3.2.4'));
    const resolved = await client.request<CompletionItem>('completionItem/resolve', item);
    match((resolved.documentation as MarkupContent).value, /\*\*Guidance\*\*/);
    deepEqual({ ...resolved, documentation: undefined }, { ...item, documentation: undefined });
  });

  it('a hover says what the standard says, and what there is', async () => {
    await client.change(uri, 2, [{ text: text.replace('3.2.9', '3.2.4') }]);
    const hover = await client.hover(uri, at('- 3.2.'));
    const { kind, value } = hover?.contents as MarkupContent;
    equal(kind, 'markdown');
    match(value, /^Criterion 3 Information and Access › Sub-criterion 3\.2 Quality of Information\n/);
    match(value, /\*\*3\.2\.4\*\* We can demonstrate that information/);
    ok(value.includes(`](${uri}) (approved`), value);
    match(value, /© Crown copyright|Crown copyright/);
    deepEqual(hover?.range, {
      start: { line: 3, character: 4 },
      end: { line: 3, character: 9 },
    });
  });

  it('a hover on the manifest tells of a decision', async () => {
    const manifest = folder.uri('portfolio.yaml');
    const yaml = readFileSync(join(folder.path, 'portfolio.yaml'), 'utf8');
    await client.open(manifest, yaml);
    const position = TextDocument.create(manifest, 'yaml', 1, yaml).positionAt(yaml.indexOf('3.1.2') + 1);
    const hover = await client.hover(manifest, position);
    match((hover?.contents as MarkupContent).value, /not applicable; We make no charges\. Fines/);
  });

  it('coverage is counted', async () => {
    const [portfolio, ...others] = await client.coverage();
    deepEqual(others, []);
    equal(portfolio?.title, 'Anytown Libraries, Customer Service Excellence 2027');
    equal(portfolio.root, folder.uri());
    equal(portfolio.manifest, folder.uri('portfolio.yaml'));
    equal(portfolio.files, 51);
    deepEqual(portfolio.summary, {
      total: 57,
      evidenced: 44,
      overdue: 1,
      draft: 2,
      missing: 9,
      notApplicable: 1,
    });
    equal(portfolio.nodes.length, 5);
  });

  it('a change of coverage is told once, however many edits make it', async () => {
    const told = () =>
      client.messages.filter(({ method }) => method === 'evidencePortfolio/coverageChanged').length;
    await client.waitFor('the first one is told of', told);
    const before = told();
    const words = [
      text.replace('3.2.9', '3.2.4'),
      text,
      text.replace('3.2.9', '3.2.2'),
      text.replace('3.2.9', '3.2.4'),
    ];
    let version = 1;
    const round = async (): Promise<number> => {
      await client.change(uri, ++version, [{ text }]);
      await client.settled();
      const sofar = told();
      for (const edited of words) await client.change(uri, ++version, [{ text: edited }]);
      await client.settled();
      return told() - sofar;
    };
    // Once, where they come within a moment; on a busy machine, some of the time.
    const times = await client.until('it is told once', round, (count) => count === 1);
    equal(times, 1);
    ok(told() > before);
    equal((await client.coverage())[0]?.summary.evidenced, 45);
    // An edit of the body is no change of coverage.
    const after = told();
    await client.change(uri, ++version, [{ text: `${words.at(-1)}\nMore.\n` }]);
    await client.settled();
    equal(told(), after);
    const other = folder.uri('evidence/new.md');
    await client.open(other, '---\ntitle: A\nelements: [3.2.2]\n---\n\nText.\n');
    await client.waitFor('the second change is told of', () => told() > after);
  });

  it('a draft of evidence is proposed', async () => {
    const root = folder.uri();
    const draft = await client.request<CreateEvidenceResult>('evidencePortfolio/draftEvidence', {
      root,
      elements: ['4.2.3'],
    });
    match(draft.uri, /\/evidence\/4-delivery\/[^/]+\.md$/);
    ok(draft.uri.startsWith(root));
    match(draft.text, /^---\ntitle: Evidence for 4\.2\.3\nelements:\n {2}- 4\.2\.3\n/);
    match(draft.text, /\nstatus: draft\n/);
    // Nothing is written, and nobody is told anything.
    ok(!existsSync(new URL(draft.uri)));
    equal(
      await client.request('evidencePortfolio/draftEvidence', {
        root: folder.uri('gone'),
        elements: ['4.2.3'],
      }),
      null,
    );
  });
});

describe('While somebody types', () => {
  it('completion follows the text, character by character', async () => {
    const folder = folderOf({ 'portfolio.yaml': 'rules: { element-uncovered: off }\n' });
    const client = await startClient({ folders: [folder.uri()] });
    await client.settled();
    const uri = folder.uri('new.md');
    let text = '';
    let version = 1;
    await client.open(uri, text, version);
    for (const character of '---\ntitle: A\nelements:\n  - accurate compl') {
      const end = TextDocument.create(uri, 'markdown', 1, text).positionAt(text.length);
      await client.change(uri, ++version, [{ range: { start: end, end }, text: character }]);
      text += character;
    }
    const list = await client.completion(uri, { line: 3, character: 18 });
    deepEqual(
      list?.items.map(({ label }) => label),
      ['3.2.4'],
    );
    const edit = list.items[0]!.textEdit as TextEdit;
    await client.change(uri, ++version, [{ range: edit.range, text: edit.newText }]);
    await client.change(uri, ++version, [
      {
        range: { start: { line: 3, character: 9 }, end: { line: 3, character: 9 } },
        text: '\n---\n\nText.\n',
      },
    ]);
    await client.waitForCodes(uri, []);
    equal(client.diagnostics.get(uri)?.version, version);
  });
});
