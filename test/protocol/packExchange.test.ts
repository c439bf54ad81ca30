/** The pack as an editor asks for it: the server makes it, and the client gets it in pieces. */
import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { unzipSync } from 'fflate';
import type {
  ChangePreview,
  PackMade,
  PackParams,
  PackPiece,
  PackPiecesParams,
} from '../../server/lsp/protocol';
import type { Client } from './support/client';
import { startClient } from './support/client';
import { folderOf } from './support/folders';

const files: Readonly<Record<string, string>> = {
  'portfolio.yaml': 'title: Ours\n',
  'evidence/replies.md':
    '---\ntitle: Replies\nelements: [5.2.5]\nattachments: [survey.pdf, gone.pdf, ../../outside.pdf]\n---\n\nText.\n',
  'evidence/draft.md': '---\ntitle: Not yet\nelements: [1.1.1]\nstatus: draft\n---\n\nText.\n',
  'evidence/survey.pdf': `%PDF ${'x'.repeat(4_000_000)}`,
};

/** Where the server reads the disk, and where only the client has the files. */
for (const [where, scheme] of [
  ['on the disk', 'file'],
  ['that only the client has', 'archive'],
] as const)
  describe(`A pack of files ${where}`, () => {
    let client: Client;
    let root: string;
    let got: PackPiece[];
    let wanted: number;
    const start = async (): Promise<void> => {
      got = [];
      wanted = Infinity;
      const folder = folderOf(scheme === 'file' ? files : { 'empty.txt': '' });
      root = scheme === 'file' ? folder.uri() : 'archive:/portfolio';
      const textAt = (uri: string): string | undefined =>
        uri.startsWith(`${root}/`) ? files[uri.slice(root.length + 1)] : undefined;
      client = await startClient({
        folders: [root],
        settings: { today: '2026-11-21' },
        answers: {
          'evidencePortfolio/packPieces': ({ pieces }: PackPiecesParams) => {
            got.push(...pieces);
            return got.length < wanted;
          },
          'evidencePortfolio/find': () => ({ uris: Object.keys(files).map((path) => `${root}/${path}`) }),
          'evidencePortfolio/readMany': ({
            uris,
            maximumBytes,
          }: {
            uris: string[];
            maximumBytes: number;
          }) => ({
            outcomes: uris.map((uri) => {
              const text = textAt(uri);
              if (text === undefined) return { kind: 'absent' };
              return text.length > maximumBytes
                ? { kind: 'tooLarge', bytes: text.length }
                : { kind: 'text', text };
            }),
          }),
          'evidencePortfolio/stat': ({ uri }: { uri: string }) => {
            const text = textAt(uri);
            return text === undefined ? null : { bytes: text.length, modified: 0 };
          },
        },
      });
      await client.settled();
    };
    const params = (more: Partial<PackParams> = {}): PackParams => ({
      root,
      target: `${root}/out/pack`,
      kind: 'folder',
      hasDrafts: false,
      isPublic: false,
      asksGit: true,
      ...more,
    });
    const make = (more: Partial<PackParams> = {}): Promise<PackMade> =>
      client.request<PackMade>('evidencePortfolio/packMake', { ...params(more), id: '1' });
    const arrived = (): ReadonlyMap<string, Buffer> => {
      const all = new Map<string, Buffer>();
      for (const { path, base64 } of got)
        all.set(path, Buffer.concat([all.get(path) ?? Buffer.alloc(0), Buffer.from(base64, 'base64')]));
      return all;
    };

    it('is told before it is made', async () => {
      await start();
      const preview = await client.request<ChangePreview>('evidencePortfolio/packPreview', params());
      ok(preview.kind === 'preview');
      deepEqual([preview.files, preview.edit, preview.problems], [[], null, 2]);
      match(preview.report, /\n## In it: 1 piece of evidence\n\n- Replies\n/);
      match(preview.report, /\n## Copied: 1 attachment or picture, 4\\?\.0 MB\n/);
      match(preview.report, /\n## Left out: 1 draft\n\n- Not yet\n/);
      match(preview.report, /gone\\?\.pdf.*: there is no such file\n/);
      match(preview.report, /outside\\?\.pdf.*: it is outside of the repository\n/);
      deepEqual(got, []);
    });

    it('comes as files, each of which manifest.json knows', async () => {
      await start();
      const made = await make();
      const all = arrived();
      deepEqual(made, { kind: 'made', files: all.size });
      const manifest = JSON.parse(String(all.get('manifest.json'))) as {
        readonly files: readonly { readonly path: string; readonly sha256: string }[];
      };
      deepEqual([...manifest.files.map(({ path }) => path), 'manifest.json'].sort(), [...all.keys()].sort());
      for (const { path, sha256 } of manifest.files)
        equal(
          createHash('sha256')
            .update(all.get(path) ?? '')
            .digest('hex'),
          sha256,
          path,
        );
      equal(String(all.get('attachments/survey.pdf')), files['evidence/survey.pdf']);
      ok(![...all.keys()].some((path) => path.includes('outside')));
      match(String(all.get('index.html')), /<title>Ours/);
    });

    it('comes as one ZIP file', async () => {
      await start();
      equal((await make({ kind: 'zip', hasDrafts: true })).kind, 'made');
      deepEqual([...new Set(got.map(({ path }) => path))], ['']);
      deepEqual(
        got.map(({ isLast }) => isLast),
        got.map((_, at) => at === got.length - 1),
      );
      const entries = unzipSync(arrived().get('') ?? Buffer.alloc(0));
      equal(Buffer.from(entries['attachments/survey.pdf'] ?? []).toString(), files['evidence/survey.pdf']);
      ok(Object.keys(entries).some((path) => /not-yet/i.test(path)));
    });

    it('is not made any further when the client wants no more', async () => {
      await start();
      wanted = 1;
      deepEqual(await make(), { kind: 'stopped' });
      ok(!arrived().has('manifest.json'));
    });

    it('has nothing of what only the assessor gets where it is for everybody', async () => {
      await start();
      equal((await make({ isPublic: true })).kind, 'made');
      ok(![...arrived().keys()].some((path) => path.startsWith('attachments/')));
    });
  });
