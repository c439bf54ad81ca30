/** A pack as an editor has it checked: on the disk, and where only the client has the files. */
import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import type { PackChecked, PackCheckParams } from '../../server/lsp/protocol';
import { startClient } from './support/client';
import { folderOf } from './support/folders';

const contents = {
  'index.html': '<title>Ours</title>',
  'attachments/a b.pdf': '\uFEFF%PDF \u00e9'.repeat(999),
};

const manifest = JSON.stringify({
  version: 1,
  title: 'Ours',
  standards: ['customer-service-excellence'],
  asOf: '2026-11-21',
  public: false,
  drafts: false,
  commit: '0123456789abcdef0123',
  files: Object.entries(contents).map(([path, text]) => ({
    path,
    size: Buffer.byteLength(text),
    sha256: createHash('sha256').update(text).digest('hex'),
    source: `evidence/${path}.md`,
  })),
});

type Files = Readonly<Record<string, string>>;
const whole: Files = { ...contents, 'manifest.json': manifest };
const worked: Files = {
  'index.html': '<title>Theirs</title>',
  'manifest.json': manifest,
  'own_notes*.txt': 'Added.',
};

for (const [where, scheme] of [
  ['on the disk', 'file'],
  ['that only the client has', 'archive'],
] as const) {
  const check = async (kind: PackCheckParams['kind'], files: Files): Promise<PackChecked> => {
    const folder = folderOf(scheme === 'file' ? files : { 'empty.txt': '' });
    const root = scheme === 'file' ? folder.uri() : 'archive:/pack';
    const zip = zipSync(
      Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])),
    );
    const zipUri = scheme === 'file' ? folder.uri('out.zip') : 'archive:/out.zip';
    if (scheme === 'file' && kind === 'zip') writeFileSync(join(folder.path, 'out.zip'), zip);
    const bytesAt = (uri: string): Buffer | undefined => {
      if (uri === zipUri) return Buffer.from(zip);
      const text = files[decodeURIComponent(uri.slice(root.length + 1))];
      return text === undefined ? undefined : Buffer.from(text);
    };
    const client = await startClient({
      folders: [root],
      settings: { today: '2026-11-21' },
      answers: {
        'evidencePortfolio/find': () => ({
          uris: Object.keys(files).map(
            (path) => `${root}/${path.split('/').map(encodeURIComponent).join('/')}`,
          ),
        }),
        'evidencePortfolio/readMany': ({ uris }: { uris: string[] }) => ({
          outcomes: uris.map((uri) => {
            const bytes = bytesAt(uri);
            return bytes ? { kind: 'bytes', base64: bytes.toString('base64') } : { kind: 'absent' };
          }),
        }),
        'evidencePortfolio/stat': ({ uri }: { uri: string }) => {
          const bytes = bytesAt(uri);
          return bytes ? { bytes: bytes.length, modified: 0 } : null;
        },
      },
    });
    return client.request<PackChecked>('evidencePortfolio/packCheck', {
      place: kind === 'zip' ? zipUri : root,
      kind,
    });
  };

  describe(`Whether a pack is as it was, of files ${where}`, () => {
    for (const kind of ['folder', 'zip'] as const) {
      it(`is told of a ${kind} in which nothing has changed`, async () =>
        deepEqual(await check(kind, whole), {
          kind: 'checked',
          isWhole: true,
          about: 'Ours, as of 21 November 2026, commit 0123456789ab',
          verdict: 'All 2 files are as they were written.',
          report: '',
        }));

      it(`is told of a ${kind} that somebody has worked in, with the places`, async () => {
        const checked = await check(kind, worked);
        ok(checked.kind === 'checked');
        equal(checked.isWhole, false);
        equal(checked.verdict, '1 changed, 1 missing, 1 added, of 2 files.');
        match(checked.report, /## Changed since it was written: 1 file\n\n- index.*\(of evidence\/index/);
        match(checked.report, /## Missing: 1 file\n\n- attachments\/a b/);
        match(checked.report, /## Added by somebody, .*: 1 file\n\n- own\\_notes\\\*/);
      });

      it(`is refused of a ${kind} that is no pack`, async () => {
        const checked = await check(kind, { 'index.html': 'x', 'manifest.json': '{"name":"x"}' });
        ok(checked.kind === 'refused');
        match(checked.message, /^It is no pack: .*manifest\.json that lists its files\./);
      });
    }
  });
}

describe('A manifest that names what is outside of the pack', () => {
  it('has nothing read there', async () => {
    const asked: string[] = [];
    const entry = { path: '../secret.txt', size: 1, sha256: '0'.repeat(64) };
    const text = JSON.stringify({ version: 1, title: 'T', asOf: '2026-11-21', files: [entry] });
    const client = await startClient({
      folders: ['archive:/pack'],
      answers: {
        'evidencePortfolio/find': () => ({ uris: [] }),
        'evidencePortfolio/readMany': ({ uris }: { uris: string[] }) => {
          asked.push(...uris);
          return { outcomes: uris.map(() => ({ kind: 'text', text })) };
        },
      },
    });
    await client.settled();
    asked.length = 0;
    const checked = await client.request<PackChecked>('evidencePortfolio/packCheck', {
      place: 'archive:/pack',
      kind: 'folder',
    });
    ok(checked.kind === 'checked' && !checked.isWhole);
    deepEqual(asked, ['archive:/pack/manifest.json']);
  });
});
