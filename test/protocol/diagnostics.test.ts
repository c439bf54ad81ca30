import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import type { Diagnostic } from 'vscode-languageserver-protocol';
import { startClient } from './support/client';
import { folderOf, sampleFolder } from './support/folders';

/** Nothing is said of the portfolio as a whole. */
const quiet = 'rules: { element-uncovered: off }\n';
const evidence = (elements: string, body = 'Text.'): string =>
  `---\ntitle: A\nelements: ${elements}\n---\n\n${body}\n`;
const today = { today: '2026-11-21' };

interface Found {
  readonly rule: string;
  readonly severity: string;
  readonly message: string;
  readonly file: string;
  readonly start: { readonly line: number; readonly column: number };
  readonly end: { readonly line: number; readonly column: number };
}

/** What the command line says of a folder. */
function checked(path: string): readonly Found[] {
  let output: string;
  try {
    output = execFileSync(
      process.execPath,
      ['dist/cli.js', 'check', path, '--format', 'json', '--today', '2026-11-21'],
      {
        encoding: 'utf8',
      },
    );
  } catch (error) {
    // Findings are exit code 1.
    output = (error as { readonly stdout: string }).stdout;
  }
  const { portfolios } = JSON.parse(output) as {
    readonly portfolios: readonly { readonly findings: readonly Found[] }[];
  };
  return portfolios.flatMap(({ findings }) => findings);
}

/** A diagnostic in the words of the command line. */
const asFound = (file: string, { range, severity, code, message }: Diagnostic): Found => ({
  rule: String(code),
  severity: ['', 'error', 'warning', 'information', 'hint'][severity!]!,
  message: message as string,
  file,
  start: { line: range.start.line + 1, column: range.start.character + 1 },
  end: { line: range.end.line + 1, column: range.end.character + 1 },
});

const inOrder = (found: readonly Found[]): readonly string[] =>
  found
    .map(({ rule, severity, message, file, start, end }) =>
      JSON.stringify({ file, start, end, rule, severity, message }),
    )
    .sort();

describe('Diagnostics are pushed', () => {
  it('for every file of the workspace, as the command line prints them', async () => {
    const folder = sampleFolder();
    const client = await startClient({ folders: [folder.uri()], settings: today });
    await client.waitForCodes(
      folder.uri('evidence/3-information-and-access/correcting-wrong-information.md'),
      ['element-unknown'],
    );
    await client.settled();
    const told = [...client.diagnostics.values()].flatMap(({ uri, diagnostics }) =>
      diagnostics.map((diagnostic) =>
        asFound(decodeURIComponent(uri.slice(folder.uri().length + 1)), diagnostic),
      ),
    );
    const expected = checked(folder.path);
    ok(expected.length > 10);
    deepEqual(inOrder(told), inOrder(expected));
    for (const { version } of client.diagnostics.values()) equal(version, undefined);
    // Nothing is said twice, nothing is said of files without findings.
    const published = client.messages.filter(({ method }) => method === 'textDocument/publishDiagnostics');
    equal(published.length, new Set(expected.map(({ file }) => file)).size);
  });

  it('with the page of the rule: a file for most editors, an address of its own for ours', async () => {
    const folder = folderOf({ 'portfolio.yaml': quiet, 'a.md': evidence('[3.2.9]') });
    const other = await startClient({ folders: [folder.uri()] });
    const [diagnostic] = await other.waitForCodes(folder.uri('a.md'), ['element-unknown']);
    const page = new URL(diagnostic!.codeDescription!.href);
    ok(readFileSync(page, 'utf8').includes('element-unknown'));
    await other.stop();
    const ours = await startClient({ folders: [folder.uri()], initializationOptions: { rulePages: 'x' } });
    const [same] = await ours.waitForCodes(folder.uri('a.md'), ['element-unknown']);
    equal(same?.codeDescription?.href, 'evidence-portfolio-docs:/rules/element-unknown.md');
  });
});

describe('An open document', () => {
  const texts = { 'portfolio.yaml': quiet, 'a.md': evidence('[3.2.9]'), 'b.md': evidence('[1.1.1]') };

  it('is diagnosed with its version, after each edit', async () => {
    const { uri } = folderOf(texts);
    const client = await startClient({ folders: [uri()] });
    await client.waitForCodes(uri('a.md'), ['element-unknown']);
    await client.open(uri('a.md'), texts['a.md'], 7);
    await client.waitFor(
      'the diagnostics carry version 7',
      () => client.diagnostics.get(uri('a.md'))?.version === 7,
    );
    // 3.2.9 becomes 3.2.4.
    await client.change(uri('a.md'), 8, [
      { range: { start: { line: 2, character: 15 }, end: { line: 2, character: 16 } }, text: '4' },
    ]);
    await client.waitForCodes(uri('a.md'), []);
    equal(client.diagnostics.get(uri('a.md'))?.version, 8);
    await client.change(uri('a.md'), 9, [
      {
        range: { start: { line: 2, character: 16 }, end: { line: 2, character: 16 } },
        text: ', 3.2.4, 9.9.9',
      },
    ]);
    const found = await client.waitForCodes(uri('a.md'), ['element-duplicate', 'element-unknown']);
    deepEqual(
      found.map(({ range }) => [range.start.character, range.end.character]),
      [
        [18, 23],
        [25, 30],
      ],
    );
    equal(client.diagnostics.get(uri('a.md'))?.version, 9);
  });

  it('with CRLF and characters of two units is edited at the right places', async () => {
    const { uri } = folderOf({ ...texts, 'a.md': '' });
    const client = await startClient({ folders: [uri()] });
    const text = '---\r\ntitle: 😀 A\r\nelements: [1.1.1]\r\n---\r\n\r\n😀 [b](b.md) 😀\r\n';
    await client.open(uri('a.md'), text);
    await client.change(uri('a.md'), 2, [
      // Several changes of one message build on each other.
      {
        range: { start: { line: 1, character: 9 }, end: { line: 1, character: 11 } },
        text: ' 😀😀\r\ndate:',
      },
      { range: { start: { line: 3, character: 11 }, end: { line: 3, character: 16 } }, text: '"😀", 3.2.9' },
      { range: { start: { line: 6, character: 7 }, end: { line: 6, character: 8 } }, text: 'x/' },
    ]);
    const found = await client.waitForCodes(uri('a.md'), [
      'element-unknown',
      'element-unknown',
      'link-broken',
    ]);
    deepEqual(
      found.map(({ code, range }) => [code, range.start.line, range.start.character, range.end.character]),
      [
        ['element-unknown', 3, 11, 15],
        ['element-unknown', 3, 17, 22],
        ['link-broken', 6, 7, 12],
      ],
    );
  });

  it('that is replaced as a whole is read anew', async () => {
    const { uri } = folderOf(texts);
    const client = await startClient({ folders: [uri()] });
    await client.open(uri('b.md'), texts['b.md']);
    await client.change(uri('b.md'), 2, [{ text: evidence('[9.9.9]') }]);
    await client.waitForCodes(uri('b.md'), ['element-unknown']);
    await client.change(uri('b.md'), 3, [{ text: '# No evidence any longer\n' }]);
    await client.waitForCodes(uri('b.md'), []);
  });

  it('goes before the disk until it is closed', async () => {
    const folder = folderOf(texts);
    const uri = folder.uri('b.md');
    const client = await startClient({ folders: [folder.uri()] });
    await client.open(uri, evidence('[8.8.8, 9.9.9]'));
    await client.waitForCodes(uri, ['element-unknown', 'element-unknown']);
    folder.write('b.md', evidence('[7.7.7]'));
    await client.watched(['changed', uri]);
    await client.settled();
    deepEqual(client.codes(uri), ['element-unknown', 'element-unknown']);
    folder.remove('b.md');
    await client.watched(['deleted', uri]);
    await client.settled();
    deepEqual(client.codes(uri), ['element-unknown', 'element-unknown']);
    folder.write('b.md', evidence('[7.7.7]'));
    await client.watched(['created', uri]);
    await client.close(uri);
    await client.waitForCodes(uri, ['element-unknown']);
    equal(client.diagnostics.get(uri)?.version, undefined);
  });

  it('that was never saved leaves nothing behind', async () => {
    const { uri } = folderOf(texts);
    const client = await startClient({ folders: [uri()] });
    await client.open(uri('new.md'), evidence('[9.9.9]'));
    await client.waitForCodes(uri('new.md'), ['element-unknown']);
    equal((await client.coverage())[0]?.files, 3);
    await client.close(uri('new.md'));
    await client.waitForCodes(uri('new.md'), []);
    equal((await client.coverage())[0]?.files, 2);
  });

  it('is named as the client spells it, also when it has been closed', async () => {
    const folder = folderOf({ ...texts, 'a (1).md': evidence('[3.2.9]') });
    const client = await startClient({ folders: [folder.uri()] });
    const spelled = folder.uri('a (1).md');
    ok(spelled.includes('('), spelled);
    await client.open(spelled, evidence('[9.9.9, 8.8.8]'));
    await client.waitForCodes(spelled, ['element-unknown', 'element-unknown']);
    await client.close(spelled);
    await client.waitForCodes(spelled, ['element-unknown']);
  });

  it('outside of all folders has no findings', async () => {
    const { uri } = folderOf(texts);
    const elsewhere = folderOf({ 'c.md': evidence('[9.9.9]') });
    const client = await startClient({ folders: [uri()] });
    await client.open(elsewhere.uri('c.md'), evidence('[9.9.9]'));
    await client.waitForCodes(uri('a.md'), ['element-unknown']);
    await client.settled();
    deepEqual(client.codes(elsewhere.uri('c.md')), []);
  });

  it('changes what is said of others', async () => {
    const ref = (elements: string, number: string): string =>
      evidence(elements).replace('elements', `ref: ${number}\nelements`);
    const { uri } = folderOf({
      'portfolio.yaml': 'rules: { element-uncovered: off, element-single-source: warning }\n',
      'a.md': ref('[1.1.1]', 'ES 1'),
      'b.md': ref('[1.1.2]', 'ES 2'),
    });
    const client = await startClient({ folders: [uri()] });
    await client.waitForCodes(uri('portfolio.yaml'), ['element-single-source', 'element-single-source']);
    await client.open(uri('b.md'), ref('[1.1.2]', 'ES 2'));
    await client.change(uri('b.md'), 2, [{ text: ref('[1.1.1]', 'ES 1') }]);
    const [duplicate] = await client.waitForCodes(uri('a.md'), ['ref-duplicate']);
    equal(duplicate?.relatedInformation?.[0]?.location.uri, uri('b.md'));
    await client.waitForCodes(uri('portfolio.yaml'), []);
    await client.close(uri('b.md'));
    await client.waitForCodes(uri('a.md'), []);
    await client.waitForCodes(uri('portfolio.yaml'), ['element-single-source', 'element-single-source']);
  });
});

describe('Settings', () => {
  const texts = {
    'portfolio.yaml': quiet,
    'a.md': '---\ntitle: A\nelements: [3.2.9]\nreview-by: 2026-06-30\n---\n\nText.\n',
  };
  it('are followed when they change', async () => {
    const { uri } = folderOf(texts);
    const client = await startClient({ folders: [uri()], settings: { today: '2026-07-02' } });
    const [, late] = await client.waitForCodes(uri('a.md'), ['element-unknown', 'review-overdue']);
    match(late!.message as string, /\b2 days\b/);
    client.settings = { today: '2026-06-29', rules: { 'element-unknown': 'off' } };
    await client.notify('workspace/didChangeConfiguration', { settings: null });
    await client.waitForCodes(uri('a.md'), ['review-due-soon']);
    client.settings = { today: '2026-01-01', rules: { 'element-unknown': 'hint' } };
    await client.notify('workspace/didChangeConfiguration', { settings: null });
    const [hint] = await client.waitForCodes(uri('a.md'), ['element-unknown']);
    equal(hint?.severity, 4);
  });

  it('go behind what the manifest says', async () => {
    const { uri } = folderOf({
      ...texts,
      'portfolio.yaml': 'rules: { element-uncovered: off, element-unknown: warning }\n',
    });
    const client = await startClient({
      folders: [uri()],
      settings: { today: '2026-01-01', rules: { 'element-unknown': 'off' } },
    });
    const [found] = await client.waitForCodes(uri('a.md'), ['element-unknown']);
    equal(found?.severity, 2);
  });

  it('are known before the first finding is told', async () => {
    const folder = folderOf(texts);
    const client = await startClient({
      folders: [folder.uri()],
      settings: { today: '2026-01-01', rules: { 'element-unknown': 'off' } },
      answers: {
        'workspace/configuration': async () => {
          for (let turn = 0; turn < 5; turn++) await client.coverage();
          return [client.settings];
        },
      },
    });
    await client.open(folder.uri('a.md'), texts['a.md']);
    await client.waitFor('coverage is told of', () =>
      client.messages.some(({ method }) => method === 'evidencePortfolio/coverageChanged'),
    );
    await client.settled();
    equal((await client.coverage()).length, 1);
    deepEqual(
      [...client.diagnostics.values()].flatMap(({ diagnostics }) => diagnostics),
      [],
    );
    ok(!client.messages.some(({ params }) => JSON.stringify(params ?? '').includes('element-unknown"')));
  });

  it('that never come are not waited for', async () => {
    const { uri } = folderOf(texts);
    const client = await startClient({
      folders: [uri()],
      answers: { 'workspace/configuration': () => new Promise(() => undefined) },
    });
    await client.waitFor('a.md is diagnosed', () => client.codes(uri('a.md')).includes('element-unknown'));
  });
});
