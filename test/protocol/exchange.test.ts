/** Matrices and assessors' sheets, in and out, as an editor asks for them: nothing is written by the server. */
import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { ChangePreview, ColumnChoice, ExportResult, ExportWanted } from '../../server/lsp/protocol';
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
const evidence = '---\ntitle: Replies\nref: ES 01\nelements: [5.2.5]\n---\n\nText.\n';
const matrix = `Anytown Libraries,,,
Ref,Element,Evidence,Owner
1.1.1,We know who our customers are,ES 02 Survey of readers; ES 03 Visitor counts,Data Officer
5.2.5,,ES 01 Replies,Editor
`;
const csv = (text: string): string => Buffer.from(text).toString('base64');

describe('Matrices and assessors’ sheets, exchanged with an editor', () => {
  let folder: Folder;
  let client: Client;
  const start = async (files: Readonly<Record<string, string>>): Promise<void> => {
    folder = folderOf(files);
    client = await startClient({ folders: [folder.uri()], settings: { today: '2026-11-21' }, capabilities });
    await client.settled();
  };
  const portfolio = { 'portfolio.yaml': 'title: Ours\n', 'evidence/replies.md': evidence };
  const bring = (
    kind: 'matrix' | 'assessment',
    text: string,
    more: { readonly columns?: readonly ColumnChoice[]; readonly manifest?: string } = {},
  ): Promise<ChangePreview> =>
    client.request<ChangePreview>(`evidencePortfolio/${kind}Import`, {
      root: folder.uri(),
      name: `${kind}.csv`,
      base64: csv(text),
      ...more,
    });
  const take = (format: string, wanted: ExportWanted, target?: string): Promise<ExportResult> =>
    client.request<ExportResult>('evidencePortfolio/export', {
      root: folder.uri(),
      format,
      wanted,
      ...(target === undefined ? {} : { target }),
    });
  const asked = <Answer extends { readonly kind: string }, Kind extends Answer['kind']>(
    answer: Answer,
    kind: Kind,
  ): Extract<Answer, { kind: Kind }> => {
    equal(answer.kind, kind, JSON.stringify(answer));
    return answer as Extract<Answer, { kind: Kind }>;
  };
  const textOf = async (answer: Promise<ExportResult>): Promise<string> =>
    Buffer.from(asked(await answer, 'file').base64, 'base64').toString();

  it('shows which files a matrix would make, and which it would add to', async () => {
    await start(portfolio);
    const answer = asked(await bring('matrix', matrix), 'preview');
    deepEqual(
      answer.files.map(({ uri, isNew }) => [uri.slice(folder.uri().length), isNew]),
      [
        ['/evidence/survey-of-readers.md', true],
        ['/evidence/visitor-counts.md', true],
        ['/evidence/replies.md', false],
      ],
    );
    match(answer.report, /^## How the file was read\n\n- Ref \(ref\): “Ref”, by its header/);
    match(
      answer.report,
      /\n## Would be added: 2 files\n\n- \*\*evidence\/survey\\?-of\\?-readers\.md\*\* Survey/,
    );
    match(answer.report, /\n## Would be changed: 1 file\n\n- \*\*evidence\/replies\.md\*\* owner/);
    match(answer.report, /\n## Still without evidence: 55 elements\n/);
    equal(answer.edit?.documentChanges?.length, 5);
    ok(!existsSync(join(folder.path, 'evidence/visitor-counts.md')));
  });

  describe('says before it is written what is in a file', () => {
    const files = {
      'portfolio.yaml': 'title: Ours\nassessment: { 1.1.1: { applicable: false, reason: None here } }\n',
      'evidence/replies.md': evidence,
      'evidence/draft.md': '---\ntitle: Draft\nelements: [3.1.1]\nstatus: draft\n---\n',
      'evidence/old.md': '---\ntitle: Old\nelements: [3.1.1]\nstatus: withdrawn\n---\n',
    };
    const withdrawn = 'Left out: 1 withdrawn piece of evidence.';
    for (const [what, format, wanted, told] of [
      [
        'a matrix',
        'csv',
        { what: 'matrix', layout: 'matrix' },
        [
          '57 rows: 57 elements, 54 without evidence and 1 that does not apply.',
          '2 pieces of evidence, 1 of them in draft or in review.',
          withdrawn,
        ],
      ],
      [
        'a statement of applicability',
        'xlsx',
        { what: 'matrix', layout: 'soa' },
        [
          '57 rows: 57 elements, 54 without evidence and 1 that does not apply.',
          '2 pieces of evidence, 1 of them in draft or in review.',
          withdrawn,
        ],
      ],
      [
        'an assessor’s sheet',
        'ods',
        { what: 'assessment' },
        [
          '56 rows, one for each element that is assessed, with the ratings to choose from.',
          'Left out: 1 element that does not apply.',
          withdrawn,
        ],
      ],
      [
        'a report',
        'md',
        { what: 'report' },
        [
          'Report of 21 November 2026.',
          '1 of 56 elements has current evidence.',
          'Left out: what has changed, as nothing is known of the past here.',
        ],
      ],
      [
        'a report that knows the past',
        'md',
        { what: 'report', past: { since: { name: '1 May 2026', files: [] } } },
        [
          'Report of 21 November 2026.',
          '1 of 56 elements has current evidence.',
          'With what has changed since 1 May 2026.',
        ],
      ],
      [
        'what is due',
        'txt',
        { what: 'due', by: 'person' },
        ['55 things to do until 19 February 2027: 55 have nobody yet.'],
      ],
      [
        'the standard',
        'html',
        { what: 'standard' },
        ['57 elements, with guidance, coverage and evidence.', 'A web page, which any browser prints.'],
      ],
    ] as const)
      // prettier-ignore
      it(what, async () => {
        await start(files);
        deepEqual(asked(await take(format, wanted), 'file').told, told);
      });
  });

  it('changes nothing a second time', async () => {
    await start(portfolio);
    const answer = asked(await bring('matrix', matrix), 'preview');
    for (const { uri, text } of answer.files) folder.write(uri.slice(folder.uri().length + 1), text);
    await client.watched(...answer.files.map(({ uri }) => ['created', uri] as const));
    const again = asked(await bring('matrix', matrix), 'preview');
    deepEqual([again.files, again.edit], [[], null]);
  });

  it('begins a portfolio in a folder that is none', async () => {
    await start({ 'notes.md': 'Nothing.\n' });
    const manifest = 'title: New\nstandard: customer-service-excellence\n';
    const answer = asked(await bring('matrix', matrix, { manifest }), 'preview');
    deepEqual(
      answer.files.map(({ uri, isNew, text }) => [
        uri.slice(folder.uri().length + 1),
        isNew,
        text.length > 9,
      ]),
      [
        ['portfolio.yaml', true, true],
        ['evidence/survey-of-readers.md', true, true],
        ['evidence/visitor-counts.md', true, true],
        ['evidence/replies.md', true, true],
      ],
    );
    equal(answer.files[0]?.text, manifest);
    deepEqual(await client.coverage(), []);
  });

  it('begins no second one', async () => {
    await start(portfolio);
    match(asked(await bring('matrix', matrix, { manifest: 'title: B\n' }), 'refused').message, /already/);
  });

  it('takes columns for what it is told, and leaves out those of which it is told so', async () => {
    await start(portfolio);
    const columns = [
      { name: 'Owner', role: null },
      { name: 'Element', role: 'notes' },
    ];
    const answer = asked(await bring('matrix', matrix, { columns }), 'preview');
    deepEqual(
      answer.columns?.map(({ name, role }) => `${name}=${role ?? '-'}`),
      ['Ref=ref', 'Element=notes', 'Evidence=evidence', 'Owner=-'],
    );
    ok(!answer.files.some(({ text }) => text.includes('Data Officer')));
    ok(answer.files.some(({ text }) => text.includes('We know who our customers are')));
  });

  it('lists the columns of a file in which it sees no matrix', async () => {
    await start(portfolio);
    const text = 'Foo,Bar,Baz\n1.1.1,Survey of readers,x\n1.1.2,Visitor counts,y\n';
    const refusal = asked(await bring('matrix', text), 'refused');
    deepEqual(
      refusal.columns?.map(({ name }) => name),
      ['Foo', 'Bar', 'Baz'],
    );
    const columns = [
      { name: 'Foo', role: 'ref' },
      { name: 'Bar', role: 'evidence' },
    ];
    equal(asked(await bring('matrix', text, { columns }), 'preview').files.length, 2);
  });

  it('takes what an assessor has filled in', async () => {
    await start({ ...portfolio, 'portfolio.yaml': '# Ours.\ntitle: Ours\n' });
    const sheet = 'Ref,Assessor,Assessor’s comments\n5.2.5,Compliant,Well done\n1.1.1,Splendid,\n';
    const answer = asked(await bring('assessment', sheet), 'preview');
    deepEqual([answer.files.length, answer.problems], [1, 1]);
    match(answer.files[0]?.text ?? '', /^# Ours\.\n[^]*5\.2\.5:[^]*assessor: compliant[^]*2026-11/);
    match(answer.report, /\n## Would be changed: 2 values\n/);
    match(answer.report, /^## What it makes of the award\n\n- now: /);
    match(answer.report, /\n## To be looked at: 1 row\n/);
  });

  it('imports no assessment into a portfolio.yaml with a fault', async () => {
    await start({ ...portfolio, 'portfolio.yaml': 'title: Ours\ntitle: [\n' });
    match(asked(await bring('assessment', 'Ref,Assessor\n5.2.5,Compliant\n'), 'refused').message, /fault/);
  });

  it('gives matrix, statement and sheet, with links from where the file will lie', async () => {
    const linked = evidence.replace('ref:', 'attachments: [survey.pdf]\nref:');
    await start({ ...portfolio, 'evidence/replies.md': linked, 'evidence/survey.pdf': '%PDF' });
    const { uri } = folder;
    match(await textOf(take('csv', { what: 'matrix', layout: 'matrix' })), /ES 01/);
    match(await textOf(take('csv', { what: 'matrix', layout: 'soa' })), /Applies/);
    match(await textOf(take('csv', { what: 'assessment' })), /Show me/);
    const html = (target: string): Promise<string> =>
      textOf(take('html', { what: 'matrix', layout: 'matrix' }, target));
    match(await html(uri('out/matrix.html')), /href="\.\.\/evidence\/survey\.pdf"/);
    match(await html(uri('matrix.html')), /href="evidence\/survey\.pdf"/);
    match(await html('vscode-vfs://github/a/b.html'), /href="evidence\/survey\.pdf"/);
    equal(
      asked(await take('pdf', { what: 'assessment' }), 'refused').message,
      'It can be written as md, csv, xlsx, docx, ods, odt, html, not as pdf.',
    );
    equal(asked(await take('csv', { what: 'plan' }), 'refused').message, 'There is no action plan yet.');
  });

  it('gives the report, what is due and the standard as pages', async () => {
    await start({ ...portfolio, 'portfolio.yaml': 'title: Ours\nassessment-date: 2027-05-12\n' });
    match(await textOf(take('html', { what: 'report' })), /<title>Ours<\/title>/);
    match(await textOf(take('md', { what: 'report' })), /^# Ours/);
    match(await textOf(take('ics', { what: 'due', by: 'person' })), /^BEGIN:VCALENDAR\r\n/);
    match(await textOf(take('md', { what: 'due', by: 'month' })), /^# Ours: what is due/);
    match(await textOf(take('txt', { what: 'due', by: 'person' })), /^Ours\n/);
    match(await textOf(take('html', { what: 'standard' })), /5\.2\.5: evidenced/);
    for (const [format, wanted, formats] of [
      ['csv', { what: 'report' }, 'html, docx, odt, md'],
      ['html', { what: 'due', by: 'person' }, 'txt, md, ics'],
      ['md', { what: 'standard' }, 'html'],
    ] as const)
      equal(
        asked(await take(format, wanted), 'refused').message,
        `It can be written as ${formats}, not as ${format}.`,
      );
  });
});
