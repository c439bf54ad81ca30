/** Writes evidence with the help of completion and hover, in the real server. */
import { deepEqual, equal, match, ok } from 'node:assert/strict';
import type {
  CodeLens,
  CompletionItem,
  CompletionList,
  MarkupContent,
  Position,
  TextEdit,
} from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Client } from './support/client';
import { everything, startClient } from './support/client';
import { folderOf } from './support/folders';

/** The day to judge by; what is written is the day on the calendar. */
const settings = { today: '2026-06-15' };

/** A document that is open in a client; each edit is told to the server. */
class Writer {
  document: TextDocument;
  readonly #client: Client;

  constructor(client: Client, uri: string) {
    this.#client = client;
    this.document = TextDocument.create(uri, 'markdown', 1, '');
  }

  get text(): string {
    return this.document.getText();
  }

  get end(): Position {
    return this.document.positionAt(this.text.length);
  }

  open(): Promise<void> {
    return this.#client.open(this.document.uri, '');
  }

  /** Changes what stands between two places, the end of the text where none is named. */
  async type(text: string, start = this.end, end = start): Promise<void> {
    const change = { range: { start, end }, text };
    this.document = TextDocument.update(this.document, [change], this.document.version + 1);
    await this.#client.change(this.document.uri, this.document.version, [change]);
  }

  behind(words: string): Position {
    return this.document.positionAt(this.text.indexOf(words) + words.length);
  }

  async offered(position = this.end): Promise<readonly CompletionItem[]> {
    const list = await this.#client.request<CompletionList | null>('textDocument/completion', {
      textDocument: { uri: this.document.uri },
      position,
      context: { triggerKind: 1 },
    });
    return list?.items ?? [];
  }

  async choose(label: string, position = this.end): Promise<CompletionItem> {
    const items = await this.offered(position);
    const item = items.find((candidate) => candidate.label === label);
    ok(item, `${label} is not offered, but ${items.map((other) => other.label).join(', ')}`);
    const { range, newText } = item.textEdit as TextEdit;
    await this.type(newText, range.start, range.end);
    return item;
  }
}

describe('Writing', () => {
  it('a portfolio and its first evidence by choosing alone, in a client without placeholders', async () => {
    const folder = folderOf({});
    const client = await startClient({ folders: [folder.uri()], settings });
    await client.settled();
    const manifest = new Writer(client, folder.uri('portfolio.yaml'));
    await manifest.open();
    await manifest.choose('Portfolio: begin the file');
    match(
      manifest.text,
      /^title: .+\nstandard: customer-service-excellence\nassessment-date: \d{4}-\d\d-\d\d\n$/,
    );
    const evidence = new Writer(client, folder.uri('evidence/annual-survey.md'));
    await evidence.open();
    await evidence.choose('Evidence: begin a file');
    await evidence.type('satisf', evidence.behind('  - '));
    await evidence.choose('1.3.1', evidence.behind('  - satisf'));
    const status = evidence.behind('status: ');
    await evidence.type('', status, evidence.behind('status: draft'));
    await evidence.choose('approved', status);
    await evidence.type('owner: Clerk\n', evidence.document.positionAt(evidence.text.indexOf('status')));
    const [portfolio] = await client.coverage();
    equal(portfolio?.summary.evidenced, 1);
    equal(portfolio.files, 1);
    deepEqual(client.codes(evidence.document.uri), []);
    match(
      evidence.text,
      /^---\ntitle: Annual survey\nelements:\n {2}- 1.3.1\nkind: document\nowner: Clerk\nstatus: approved\ndate: \d{4}-\d\d-\d\d\nreview-by: \d{4}-\d\d-\d\d\n---\n/,
    );
    equal(/2026-06-15|2027-06-15/.test(manifest.text + evidence.text), false);

    const second = new Writer(client, folder.uri('evidence/b.md'));
    await second.open();
    await second.type('---\nelements:\n  - 1.3.2\n');
    await second.choose('owner');
    await second.choose('Clerk');
    await second.type('\n');
    await second.choose('ref');
    await second.choose('E 1');
    equal(second.text, '---\nelements:\n  - 1.3.2\nowner: Clerk\nref: E 1');
    await client.stop();
  });

  it('with placeholders, and a command that asks again, where the client has them', async () => {
    const folder = folderOf({ 'portfolio.yaml': 'title: T\n' });
    const client = await startClient({
      folders: [folder.uri()],
      settings,
      capabilities: {
        ...everything,
        textDocument: {
          ...everything.textDocument,
          completion: { completionItem: { snippetSupport: true } },
        },
      },
      initializationOptions: { suggestCommand: 'ask.again', completesLinks: true },
    });
    await client.settled();
    const evidence = new Writer(client, folder.uri('a.md'));
    await evidence.open();
    const [item] = await evidence.offered();
    equal(item?.insertTextFormat, 2);
    equal(item.command?.command, 'ask.again');
    await evidence.type('---\nelements: [1.1.1]\n---\n\n[x](');
    deepEqual(await evidence.offered(), []);
  });

  for (const [name, end] of [
    ['LF', '\n'],
    ['CRLF', '\r\n'],
  ] as const)
    it(`a whole file, character by character, with questions at each: nothing goes wrong, with ${name}`, async () => {
      const folder = folderOf({ 'portfolio.yaml': 'title: T\n', 'attachments/a b.csv': 'a,b\n' });
      const client = await startClient({ folders: [folder.uri()], settings });
      await client.settled();
      const evidence = new Writer(client, folder.uri('evidence/a.md'));
      const { uri } = evidence.document;
      await evidence.open();
      const whole =
        '---\ntitle: A\nelements:\n  - 3.2.4\nref: ES 1\nowner: Clerk\nstatus: approved\ndate: 2026-06-15\nattachments:\n  - ../attachments/a b.csv\n---\n\n# A\n\nSee [it](../attachments/a%20b.csv), element 3.2.4.\n'.replaceAll(
          '\n',
          end,
        );
      const said: string[] = [];
      const lenses: string[] = [];
      const addIfNew = (list: string[], words: string): unknown => list.at(-1) === words || list.push(words);
      for (const character of whole) {
        await evidence.type(character);
        const [titles] = await Promise.all([
          lensTitles(client, uri),
          evidence.offered(),
          client.hover(uri, evidence.end),
        ]);
        await client.settled();
        addIfNew(said, client.codes(uri).join());
        addIfNew(lenses, titles.join());
      }
      equal(evidence.text, whole);
      const unclosed = 'front-matter-unclosed';
      deepEqual(said, [
        '',
        `${unclosed},elements-empty`,
        `${unclosed},element-not-assessable`, // 3
        `${unclosed},element-unknown,element-unquoted`, // 3.
        `${unclosed},element-not-assessable`, // 3.2
        `${unclosed},element-unknown`, // 3.2.
        unclosed,
        `${unclosed},front-matter-value`, // a part of a status
        unclosed,
        `${unclosed},front-matter-value`, // a part of a date
        unclosed,
        `${unclosed},attachment-missing`, // a part of a path that leads to no folder
        unclosed,
        `${unclosed},attachment-missing`,
        unclosed,
        '',
      ]);
      const words = (state: string): string => `3.2.4: ${state}, no other items`;
      // A part of a status is not taken for approved.
      deepEqual(lenses, ['', words('evidenced'), words('draft only'), words('evidenced')]);
      equal(client.errors, '');
      deepEqual(
        client.messages.filter(({ method, params }) => method === 'window/logMessage' && isFault(params)),
        [],
      );
    });
});

/** An error or a warning, by the number that LSP has for it; not what the log is told at each start. */
const isFault = (params: unknown): boolean => (params as { readonly type: number }).type < 3;

async function lensTitles(client: Client, uri: string): Promise<readonly (string | undefined)[]> {
  const found = await client.request<CodeLens[] | null>('textDocument/codeLens', { textDocument: { uri } });
  const resolved = (found ?? []).map((lens) => client.request<CodeLens>('codeLens/resolve', lens));
  return (await Promise.all(resolved)).map(({ command }) => command?.title);
}

describe('A hover on an attachment says its size and day', () => {
  const evidence = '---\nelements: [1.1.1]\nattachments: [a.csv]\n---\n\n# A\n\nText.\n';
  const value = async (client: Client, uri: string): Promise<string> =>
    ((await client.hover(uri, { line: 2, character: 16 }))?.contents as MarkupContent).value;

  it('from the disk', async () => {
    const folder = folderOf({ 'portfolio.yaml': 'title: T\n', 'e.md': evidence, 'a.csv': 'x'.repeat(1500) });
    const client = await startClient({ folders: [folder.uri()], settings });
    await client.settled();
    await client.open(folder.uri('e.md'), evidence);
    match(
      await value(client, folder.uri('e.md')),
      /^\[a\.csv\]\(file:.*\n\n1\\?\.5 KB, changed on \w+day \d+ \w+ \d{4}$/,
    );
    folder.remove('a.csv');
    await client.watched(['deleted', folder.uri('a.csv')]);
    await client.waitForCodes(folder.uri('e.md'), ['attachment-missing']);
    match(await value(client, folder.uri('e.md')), /There is no such file/);
  });

  it('through the client', async () => {
    const texts: Readonly<Record<string, string>> = {
      'memfs:/p/portfolio.yaml': 'title: T\n',
      'memfs:/p/e.md': evidence,
      'memfs:/p/a.csv': '',
    };
    const client = await startClient({
      folders: ['memfs:/p'],
      settings,
      initializationOptions: { readsFiles: true },
      answers: {
        'evidencePortfolio/find': () => ({ uris: Object.keys(texts) }),
        'evidencePortfolio/readMany': ({ uris }: { uris: string[] }) => ({
          outcomes: uris.map((uri) =>
            uri in texts ? { kind: 'text', text: texts[uri] } : { kind: 'absent' },
          ),
        }),
        'evidencePortfolio/stat': ({ uri }: { uri: string }) =>
          uri === 'memfs:/p/a.csv' ? { bytes: 42, modified: new Date(2026, 2, 3, 12).getTime() } : null,
      },
    });
    await client.settled();
    await client.open('memfs:/p/e.md', evidence);
    match(await value(client, 'memfs:/p/e.md'), /42 bytes, changed on Tuesday 3 March 2026/);
  });
});
