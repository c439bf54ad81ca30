/** Quick fixes and the server's commands in a client that applies what the real server asks it to. */
import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type {
  ApplyWorkspaceEditParams,
  ApplyWorkspaceEditResult,
  ClientCapabilities,
  CodeAction,
  TextEdit,
  WorkspaceEdit,
} from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { CommandResult, DetailChoices, FrontMatterKey, ServerCommands } from '../../server/lsp/protocol';
import { cisoLibrary } from '../unit/exchange/standards/files';
import { serverCommand } from '../../server/lsp/protocol';
import type { Client } from './support/client';
import { everything, startClient } from './support/client';
import type { Folder, Texts } from './support/folders';
import { folderOf } from './support/folders';

const able: ClientCapabilities = {
  ...everything,
  workspace: {
    ...everything.workspace,
    applyEdit: true,
    workspaceEdit: { documentChanges: true, resourceOperations: ['create'] },
  },
  window: { ...everything.window, showDocument: { support: true } },
  textDocument: {
    ...everything.textDocument,
    codeAction: { dataSupport: true, resolveSupport: { properties: ['edit'] } },
  },
};

interface Editor {
  readonly client: Client;
  readonly folder: Folder;
  /** The text of a file: as it is open, else on the disk. */
  readonly text: (path: string) => string | undefined;
  readonly open: (path: string) => Promise<void>;
  /** Types at the end of an open file, and does not save. */
  readonly type: (path: string, text: string) => Promise<void>;
  readonly run: <Name extends keyof ServerCommands>(
    name: Name,
    told: ServerCommands[Name],
  ) => Promise<CommandResult>;
  readonly actions: (path: string, line: number, only?: readonly string[]) => Promise<readonly CodeAction[]>;
  readonly apply: (edit: WorkspaceEdit) => Promise<void>;
}

/** An editor with these files, as far as a test needs one. */
async function editorOf(texts: Texts, capabilities: ClientCapabilities = able): Promise<Editor> {
  const folder = folderOf(texts);
  const documents = new Map<string, { version: number; text: string }>();
  const change = async (uri: string, edits: readonly TextEdit[], version: number | null): Promise<void> => {
    const document = documents.get(uri);
    const path = fileURLToPath(uri);
    const before = document?.text ?? readFileSync(path, 'utf8');
    const after = TextDocument.applyEdits(TextDocument.create(uri, 'markdown', 1, before), [...edits]);
    if (!document) {
      equal(version, null);
      writeFileSync(path, after);
      await client.watched(['changed', uri]);
      return;
    }
    if (version !== null) equal(version, document.version);
    document.text = after;
    await client.change(uri, ++document.version, [{ text: after }]);
  };
  const apply = async ({ documentChanges, changes = {} }: WorkspaceEdit): Promise<void> => {
    for (const [uri, edits] of Object.entries(changes)) await change(uri, edits, null);
    for (const step of documentChanges ?? []) {
      if ('textDocument' in step)
        await change(step.textDocument.uri, step.edits as TextEdit[], step.textDocument.version);
      else {
        ok(step.kind === 'create');
        folder.write(relative(folder.path, fileURLToPath(step.uri)), '');
        await client.watched(['created', step.uri]);
      }
    }
  };
  const client = await startClient({
    folders: [folder.uri()],
    capabilities,
    answers: {
      'workspace/applyEdit': async ({
        edit,
      }: ApplyWorkspaceEditParams): Promise<ApplyWorkspaceEditResult> => {
        await apply(edit);
        return { applied: true };
      },
      'window/showDocument': () => ({ success: true }),
    },
  });
  await client.settled();
  return {
    client,
    folder,
    apply,
    text: (path) => {
      const place = join(folder.path, path);
      return (
        documents.get(folder.uri(path))?.text ?? (existsSync(place) ? readFileSync(place, 'utf8') : undefined)
      );
    },
    open: async (path) => {
      const text = readFileSync(join(folder.path, path), 'utf8');
      documents.set(folder.uri(path), { version: 1, text });
      await client.open(folder.uri(path), text);
    },
    type: async (path, typed) => {
      const document = documents.get(folder.uri(path))!;
      document.text += typed;
      await client.change(folder.uri(path), ++document.version, [{ text: document.text }]);
    },
    run: (name, told) =>
      client.request('workspace/executeCommand', { command: serverCommand(name), arguments: [told] }),
    actions: async (path, line, only) =>
      (await client.request<CodeAction[] | null>('textDocument/codeAction', {
        textDocument: { uri: folder.uri(path) },
        range: { start: { line, character: 0 }, end: { line, character: 99 } },
        context: { diagnostics: [], ...(only ? { only } : {}) },
      })) ?? [],
  };
}

const done: CommandResult = { applied: true };
const survey = '---\r\ntitle: Survey # t\r\nelements: [1.1.1] # e\r\n---\r\n\r\nText.\r\n';
const files: Texts = {
  'portfolio.yaml': 'title: T # t\n',
  'survey.md': survey,
  'note.md': '# Note\n',
  'a.txt': '',
};

describe('Commands of the server', () => {
  it('are told to the client', async () => {
    const { client } = await editorOf(files);
    const { codeActionProvider, executeCommandProvider } = client.initializeResult.capabilities;
    ok(executeCommandProvider?.commands.includes('evidencePortfolio.server.addElement'));
    deepEqual(codeActionProvider, {
      codeActionKinds: ['quickfix', 'refactor.rewrite', 'source.fixAll.evidencePortfolio'],
      resolveProvider: true,
    });
  });
  it('change files on the disk', async () => {
    const { folder, run, text } = await editorOf(files);
    const uri = folder.uri('survey.md');
    deepEqual(await run('addElement', { uri, element: '3.2.4' }), done);
    equal(text('survey.md'), survey.replace('1.1.1', '1.1.1, 3.2.4'));
    deepEqual(await run('moveEvidence', { uri, from: '1.1.1', to: '5.1.1' }), done);
    equal(text('survey.md'), survey.replace('1.1.1', '5.1.1, 3.2.4'));
    deepEqual(await run('removeElement', { uri, element: '3.2.4' }), done);
    equal(text('survey.md'), survey.replace('1.1.1', '5.1.1'));
  });
  it('work on what is on the disk now, whatever the editor has told of it', async () => {
    const { folder, run, text } = await editorOf(files);
    folder.write('survey.md', survey.replace('1.1.1', '2.1.1, 1.1.1'));
    deepEqual(await run('removeElement', { uri: folder.uri('survey.md'), element: '2.1.1' }), done);
    equal(text('survey.md'), survey);
  });
  it('work on what is open and not saved, and say of which version', async () => {
    const { client, folder, run, text, open, type } = await editorOf(files);
    await open('survey.md');
    await type('survey.md', 'More.\r\n');
    deepEqual(await run('markReviewed', { uri: folder.uri('survey.md') }), done);
    match(
      text('survey.md') ?? '',
      /elements: \[1\.1\.1\] # e\r\ndate: \d{4}-\d\d-\d\d\r\nreview-by: \d{4}-\d\d-\d\d\r\n---\r\n\r\nText\.\r\nMore\.\r\n$/,
    );
    deepEqual(await run('insertGuidance', { uri: folder.uri('survey.md'), element: '1.1.3' }), done);
    ok(text('survey.md')!.includes('More.\r\n\r\n## 1.1.3 '));
    ok(text('survey.md')!.includes('\r\n- [ ] '));
    const asked = client.messages.filter(({ method }) => method === 'workspace/applyEdit');
    deepEqual(
      asked.map(({ params }) => (params as ApplyWorkspaceEditParams).label),
      ['Mark reviewed', 'Insert guidance'],
    );
  });
  it('insert guidance with a point of it ticked, in one edit', async () => {
    const { client, folder, run, text } = await editorOf(files);
    const told = { uri: folder.uri('survey.md'), element: '1.1.3' };
    deepEqual(await run('insertGuidance', { ...told, ticked: 0 }), done);
    match(text('survey.md') ?? '', /\r\n\r\n- \[x\] /);
    equal(client.messages.filter(({ method }) => method === 'workspace/applyEdit').length, 1);
  });
  it('set details of files, of all that are named or of none', async () => {
    const { client, folder, run, text, open } = await editorOf({
      ...files,
      'b.md': '---\nelements: 1.1.1\n---\n',
    });
    const [uri, other] = [folder.uri('survey.md'), folder.uri('b.md')];
    await open('survey.md');
    const values = {
      title: null,
      owner: 'Ours: all',
      attachments: [folder.uri('a.txt'), 'https://a.org/#page=2'],
    };
    deepEqual(await run('setDetails', { uris: [uri], values }), done);
    equal(
      text('survey.md'),
      survey.replace(
        'title: Survey # t\r\nelements: [1.1.1] # e\r\n',
        'elements: [1.1.1] # e\r\nowner: "Ours: all"\r\nattachments:\r\n  - a.txt\r\n  - https://a.org/#page=2\r\n',
      ),
    );
    deepEqual(await run('setDetails', { uris: [uri, other], values: { status: 'draft' } }), done);
    equal(text('b.md'), '---\nelements: 1.1.1\nstatus: draft\n---\n');
    equal(client.messages.filter(({ method }) => method === 'workspace/applyEdit').length, 2);
    deepEqual(await run('setDetails', { uris: [uri, other], values: { status: 'draft' } }), {
      applied: false,
      message: 'b.md says so already.',
    });
    deepEqual(await run('setDetails', { uris: [uri, folder.uri('note.md')], values: { owner: 'O' } }), {
      applied: false,
      message: 'note.md is not evidence: the block at its top names no elements.',
    });
    deepEqual(await run('setDetails', { uris: [uri], values: { 'review-by': '12 May' } }), {
      applied: false,
      message: 'Review by: “12 May” cannot be right. Write a date as year-month-day, such as 2027-03-01.',
    });
    ok(text('survey.md')!.includes('owner: "Ours: all"'));
  });
  it('are told what can be offered for a detail', async () => {
    const { client, folder } = await editorOf(files);
    const ask = (key: FrontMatterKey, typed?: string) =>
      client.request<DetailChoices | null>('evidencePortfolio/detailChoices', {
        uri: folder.uri('survey.md'),
        key,
        typed,
      });
    const status = await ask('status');
    deepEqual(
      [status?.label, status?.values, status?.choices.map(({ value, label }) => [value, label])],
      [
        'Status',
        [],
        [
          ['draft', 'Draft'],
          ['in-review', 'In review'],
          ['approved', 'Approved'],
          ['withdrawn', 'Withdrawn'],
        ],
      ],
    );
    deepEqual((await ask('date', '12/5/27'))?.choices, [
      { value: '2027-05-12', label: 'Wednesday 12 May 2027', words: 'the day first' },
      { value: '2027-12-05', label: 'Sunday 5 December 2027', words: 'the month first' },
    ]);
    equal((await ask('attachments'))?.folder, folder.uri('attachments'));
    equal(
      await client.request('evidencePortfolio/detailChoices', { uri: folder.uri('note.md'), key: 'owner' }),
      null,
    );
  });
  it('make evidence of a note', async () => {
    const { folder, run, text } = await editorOf(files);
    deepEqual(await run('addElement', { uri: folder.uri('note.md'), element: '3.2.4' }), done);
    equal(text('note.md'), '---\nelements:\n  - 3.2.4\n---\n\n# Note\n');
  });
  it('decide what does not apply, and take it back', async () => {
    const { folder, run, text } = await editorOf(files);
    const root = folder.uri();
    deepEqual(await run('setNotApplicable', { root, element: '3.3.3', reason: 'No: premises' }), done);
    equal(
      text('portfolio.yaml'),
      'title: T # t\nassessment:\n  3.3.3:\n    applicable: false\n    reason: "No: premises"\n',
    );
    deepEqual(await run('setApplicable', { root, element: '3.3.3' }), done);
    equal(text('portfolio.yaml'), 'title: T # t\nassessment:\n');
  });
  it('rate elements, for oneself and for the assessor, and take it back', async () => {
    const { client, folder, run, text } = await editorOf(files);
    const root = folder.uri();
    deepEqual(await run('setRating', { root, element: '3.3.3', rating: 'partial' }), done);
    equal(text('portfolio.yaml'), 'title: T # t\nassessment:\n  3.3.3:\n    self: partial\n');
    const theirs = {
      root,
      element: '3.3.3',
      rating: 'compliant',
      rater: 'assessor',
      comment: 'Fine',
    } as const;
    deepEqual(await run('setRating', theirs), done);
    match(
      text('portfolio.yaml') ?? '',
      /\n {4}self: partial\n {4}assessor: compliant\n {4}comment: Fine\n {4}assessed: \d{4}-\d\d-\d\d\n$/,
    );
    deepEqual(await run('clearRating', { root, element: '3.3.3', rater: 'assessor' }), done);
    deepEqual(await run('clearRating', { root, element: '3.3.3' }), done);
    equal(text('portfolio.yaml'), 'title: T # t\nassessment:\n  3.3.3:\n    comment: Fine\n');
    const asked = client.messages.filter(({ method }) => method === 'workspace/applyEdit');
    deepEqual(
      asked.map(({ params }) => (params as ApplyWorkspaceEditParams).label),
      ['Rate element', 'Rate element', 'Clear rating', 'Clear rating'],
    );
    deepEqual(await run('setRating', { root, element: '3.3.3', rating: 'splendid' }), {
      applied: false,
      message:
        'splendid is not a rating of Customer Service Excellence. Choose one of these: compliance-plus, compliant, partial, non-compliant.',
    });
    deepEqual(await run('clearRating', { root, element: '3.3.3' }), {
      applied: false,
      message: '3.3.3 has no rating.',
    });
  });
  it('write portfolio.yaml where there is none', async () => {
    const { folder, run, text } = await editorOf({ 'survey.md': survey });
    const told = { root: folder.uri(), element: '3.3.3', reason: 'No premises' };
    deepEqual(await run('setNotApplicable', told), done);
    equal(
      text('portfolio.yaml'),
      'standard: customer-service-excellence\n\nassessment:\n  3.3.3:\n    applicable: false\n    reason: No premises\n',
    );
  });
  it('say in plain words why they did nothing', async () => {
    const broken = '---\nelements: [1.1.1]\nelements: [1.1.2]\n---\n';
    const { folder, run, text } = await editorOf({ ...files, 'broken.md': broken });
    const refusal = async <Name extends keyof ServerCommands>(name: Name, told: ServerCommands[Name]) => {
      const { applied, message } = await run(name, told);
      equal(applied, false);
      return message;
    };
    const uri = folder.uri('survey.md');
    const root = folder.uri();
    equal(await refusal('addElement', { uri, element: '1.1.1' }), 'survey.md names 1.1.1 already.');
    equal(
      await refusal('addElement', { uri, element: '1.1' }),
      '1.1 is not an element of Customer Service Excellence.',
    );
    equal(
      await refusal('addElement', { uri: folder.uri('a.txt'), element: '1.1.1' }),
      'a.txt is not a Markdown file, so it cannot name elements.',
    );
    equal(
      await refusal('addElement', { uri: folder.uri('gone.md'), element: '1.1.1' }),
      'gone.md cannot be read.',
    );
    equal(
      await refusal('addElement', { uri: 'file:///elsewhere/a.md', element: '1.1.1' }),
      'This file is in no folder that is open.',
    );
    equal(await refusal('removeElement', { uri, element: '3.2.4' }), 'survey.md does not name 3.2.4.');
    equal(
      await refusal('moveEvidence', { uri, from: '3.2.4', to: '1.1.2' }),
      'survey.md does not name 3.2.4.',
    );
    equal(
      await refusal('markReviewed', { uri: folder.uri('note.md') }),
      'note.md is not evidence: the block at its top names no elements.',
    );
    match(
      (await refusal('addElement', { uri: folder.uri('broken.md'), element: '3.2.4' })) ?? '',
      /has to be mended first/,
    );
    equal(
      await refusal('setNotApplicable', { root, element: '3.3.3', reason: ' ' }),
      'Say why 3.3.3 does not apply. The assessor will ask.',
    );
    equal(
      await refusal('setApplicable', { root, element: '3.3.3' }),
      '3.3.3 is not declared not applicable.',
    );
    equal(
      await refusal('setApplicable', { root: folder.uri('gone'), element: '3.3.3' }),
      'There is no portfolio in this folder.',
    );
    equal(text('broken.md'), broken);
    equal(text('survey.md'), survey);
  });
  it('survive what makes no sense', async () => {
    const { client } = await editorOf(files);
    for (const args of [undefined, [], [null], ['a'], [{ uri: 3 }]]) {
      const answer = await client.request<CommandResult>('workspace/executeCommand', {
        command: serverCommand('addElement'),
        ...(args ? { arguments: args } : {}),
      });
      equal(answer.applied, false);
    }
    deepEqual(
      await client.request('workspace/executeCommand', { command: 'evidencePortfolio.server.none' }),
      {
        applied: false,
        message: 'There is no command evidencePortfolio.server.none.',
      },
    );
  });
  it('leave files alone in an editor that lets nobody change them', async () => {
    const { folder, run } = await editorOf(files, everything);
    deepEqual(await run('addElement', { uri: folder.uri('survey.md'), element: '3.2.4' }), {
      applied: false,
      message: 'This editor lets no language server change files.',
    });
  });
});

describe('Code actions', () => {
  const wrong: Texts = {
    'portfolio.yaml': 'title: T\n',
    'a.md': '---\ntitle: A\nelements:\n  - 1.1.1\n  - 1.1.1\n  - 1.1.2\n  - 1.1.2\nowners: Me\n---\nText.\n',
    'b.md': '---\ntitle: B\nelements: [1.1.1, 1.1.1]\n---\nText.\n',
  };
  it('come without what the client shows, and leave nothing to find', async () => {
    const { client, folder, open, actions, apply, text } = await editorOf(wrong);
    await open('a.md');
    const [fix] = await actions('a.md', 7, ['quickfix']);
    equal(fix?.title, 'Replace with owner');
    await apply(fix.edit!);
    const all = (await actions('a.md', 4, ['quickfix'])).find(({ title }) =>
      title.endsWith('in the portfolio'),
    )!;
    equal(all.title, 'Fix all 3 of this kind in the portfolio');
    equal(all.edit, undefined);
    const { edit } = await client.request<CodeAction>('codeAction/resolve', all);
    await apply(edit!);
    equal(text('a.md'), '---\ntitle: A\nelements:\n  - 1.1.1\n  - 1.1.2\nowner: Me\n---\nText.\n');
    equal(text('b.md'), '---\ntitle: B\nelements: [1.1.1]\n---\nText.\n');
    await client.waitForCodes(folder.uri('a.md'), []);
    await client.waitForCodes(folder.uri('b.md'), []);
  });
  it('are made by a command in a client that completes no actions', async () => {
    const { client, open, actions, text } = await editorOf(wrong, {
      ...able,
      textDocument: { ...everything.textDocument },
    });
    await open('a.md');
    const all = (await actions('a.md', 4)).find(({ title }) => title.endsWith('in the portfolio'))!;
    deepEqual(await client.request('workspace/executeCommand', all.command), done);
    equal(text('b.md'), '---\ntitle: B\nelements: [1.1.1]\n---\nText.\n');
  });
  it('create evidence for a gap, and show it', async () => {
    const { client, folder, open, actions, text } = await editorOf(wrong);
    await open('portfolio.yaml');
    const fix = (await actions('portfolio.yaml', 0)).find(({ title }) =>
      title.startsWith('Create evidence for 1.1.3'),
    )!;
    deepEqual(await client.request('workspace/executeCommand', fix.command), done);
    const [shown] = client.messages.filter(({ method }) => method === 'window/showDocument');
    const { uri } = shown?.params as { readonly uri: string };
    ok(text(uri.slice(folder.uri().length + 1))!.includes('  - 1.1.3\n'));
  });
  it('create nothing in a client that cannot', async () => {
    const { open, actions } = await editorOf(wrong, everything);
    await open('portfolio.yaml');
    const titles = (await actions('portfolio.yaml', 0)).map(({ title }) => title);
    ok(titles.includes('Declare 1.1.3 not applicable'));
    deepEqual(
      titles.filter((title) => title.startsWith('Create')),
      [],
    );
  });
});

describe('A file of another kind that is named as the standard', () => {
  const foreign: Texts = {
    'portfolio.yaml': 'title: T # t\nstandard: standards/quiet.yaml # ours\n',
    'standards/quiet.yaml': cisoLibrary,
    'a.md': '---\ntitle: A\nelements: ["1.10"]\n---\n\nText.\n',
  };
  const named = 'title: T # t\nstandard: standards/quiet.standard.yaml # ours\n';

  it('becomes a standard file by a quick fix, which is named instead', async () => {
    const { folder, run, text, open, actions } = await editorOf(foreign);
    await open('portfolio.yaml');
    const found = (await actions('portfolio.yaml', 1)).map(({ title, command }) => [title, command?.command]);
    deepEqual(found, [
      [
        'Make a standard file of standards/quiet.yaml, and name that here',
        'evidencePortfolio.server.importStandard',
      ],
    ]);
    deepEqual(await run('importStandard', { root: folder.uri() }), done);
    equal(text('portfolio.yaml'), named);
    match(text('standards/quiet.standard.yaml') ?? '', /^title: Quiet Library\n/);
    equal(text('standards/quiet.yaml'), cisoLibrary);
  });

  it('is not imported twice', async () => {
    const { folder, run } = await editorOf({ ...foreign, 'portfolio.yaml': 'title: T\n' });
    deepEqual(await run('importStandard', { root: folder.uri() }), {
      applied: false,
      message: 'This portfolio names no file that could be imported.',
    });
  });
});
