/** What has become of portfolios since a base, as an editor asks that knows what was in the files. */
import { deepEqual, equal, match, ok } from 'node:assert/strict';
import type { BaseFile, CompareResult, Comparison } from '../../server/lsp/protocol';
import type { Client } from './support/client';
import { startClient } from './support/client';
import type { Folder } from './support/folders';
import { folderOf } from './support/folders';

const evidence = (title: string, elements: string): string =>
  `---\ntitle: ${title}\nelements: [${elements}]\n---\n\nText about ${title}, in words of its own.\n`;
const replies = evidence('Replies', '5.2.5');
const survey = evidence('Survey', '1.1.1');
const manifest = 'title: Ours\n';

describe('A comparison with a base', () => {
  let folder: Folder;
  let client: Client;
  beforeEach(async () => {
    folder = folderOf({
      'portfolio.yaml': manifest,
      'evidence/replies.md': replies,
      'evidence/survey.md': survey,
    });
    client = await startClient({ folders: [folder.uri()], settings: { today: '2026-11-21' } });
    await client.settled();
  });

  const text = (path: string, of: string): BaseFile => ({ uri: folder.uri(path), kind: 'text', text: of });
  const absent = (path: string): BaseFile => ({ uri: folder.uri(path), kind: 'absent' });
  const compare = async (
    files: readonly BaseFile[],
    more: { readonly commit?: string; readonly origin?: string } = {},
  ): Promise<Comparison> => {
    const asked = { folder: folder.uri(), files, ...more };
    const answer = await client.request<CompareResult>('evidencePortfolio/compare', asked);
    ok(answer);
    return answer;
  };
  const elements = ({ portfolios }: Comparison): readonly string[] =>
    portfolios.flatMap((portfolio) => portfolio.elements.map(({ kind, id }) => `${kind} ${id}`));

  it('with nothing different says so', async () => {
    const { portfolios, markdown } = await compare([]);
    deepEqual(portfolios, [
      {
        root: folder.uri(),
        title: 'Ours',
        presence: 'both',
        elements: [],
        evidence: { added: 0, removed: 0, renamed: 0, changed: 0 },
        findings: { fresh: 0, fixed: 0, unchanged: 55 },
      },
    ]);
    match(markdown, /^\*\*✅ Coverage stays as it is\. No new findings; already there: 55\.\*\*\n/);
  });

  it('tells what has come, gone, weakened and been renamed', async () => {
    deepEqual(elements(await compare([absent('evidence/replies.md')])), ['gained 5.2.5']);
    deepEqual(elements(await compare([text('evidence/old.md', evidence('Old', '2.1.1, 1.1.1'))])), [
      'weakened 1.1.1',
      'lost 2.1.1',
    ]);
    deepEqual(elements(await compare([text('evidence/survey.md', evidence('Survey', '1.1.2'))])), [
      'gained 1.1.1',
      'lost 1.1.2',
    ]);
    const renamed = await compare([text('evidence/polls.md', survey), absent('evidence/survey.md')]);
    deepEqual(elements(renamed), []);
    equal(renamed.portfolios[0]?.evidence.renamed, 1);
    // What was said of the base before does not stay.
    deepEqual(elements(await compare([])), []);
  });

  it('takes decisions and standards of the base', async () => {
    const own =
      'title: Own\nlevels: [Element]\nelements:\n  - { id: A, text: Be kind }\n  - { id: B, text: Be quick }\n';
    const manifestBefore = 'title: Ours\nassessment: { 5.2.5: { applicable: false, reason: None } }\n';
    const decided = await compare([text('portfolio.yaml', manifestBefore)]);
    deepEqual(elements(decided), ['gained 5.2.5']);
    const { markdown } = await compare([
      text('portfolio.yaml', 'title: Ours\nstandard: own.yaml\n'),
      text('own.yaml', own),
    ]);
    match(markdown, /The standard is “Customer Service Excellence” now; it was “Own”\./);
  });

  it('holds against it what stands in the editor, and leaves what the editor is told as it is', async () => {
    const uri = folder.uri('evidence/survey.md');
    await client.open(uri, survey.replace('1.1.1', '1.1.1, 1.1.2'));
    await client.settled();
    deepEqual(elements(await compare([text('evidence/survey.md', survey)])), ['gained 1.1.2']);
    const [portfolio] = await client.coverage();
    equal(portfolio?.summary.evidenced, 3);
  });

  it('links to the commit that is checked out', async () => {
    const { markdown } = await compare([absent('evidence/replies.md')], {
      commit: '0123456789abcdef0123456789abcdef01234567',
      origin: 'git@github.com:anytown/evidence.git',
    });
    match(
      markdown,
      /\[evidence\/replies\.md\]\(https:\/\/github\.com\/anytown\/evidence\/blob\/0123456789abcdef0123456789abcdef01234567\/evidence\/replies\.md\)/,
    );
  });

  it('leaves out portfolios of other repositories', async () => {
    const answer = await client.request<CompareResult>('evidencePortfolio/compare', {
      folder: folder.uri('elsewhere'),
      files: [],
    });
    // The portfolio lies around that folder.
    equal(answer?.portfolios.length, 1);
    const other = await client.request<CompareResult>('evidencePortfolio/compare', {
      folder: `${folder.uri()}-2`,
      files: [],
    });
    deepEqual(other?.portfolios, []);
  });
});
