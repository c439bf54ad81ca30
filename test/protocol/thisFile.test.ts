import { deepEqual, equal, ok } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FoundElements, ThisFile } from '../../server/lsp/protocol';
import type { Client } from './support/client';
import { startClient } from './support/client';
import type { Folder } from './support/folders';
import { sampleFolder } from './support/folders';

const mistyped = 'evidence/3-information-and-access/correcting-wrong-information.md';

describe('evidencePortfolio/thisFile', () => {
  let folder: Folder;
  let client: Client;
  beforeEach(async () => {
    folder = sampleFolder();
    client = await startClient({ folders: [folder.uri()], settings: { today: '2026-11-21' } });
    await client.settled();
  });

  const ask = (uri: string): Promise<ThisFile | null> =>
    client.request<ThisFile | null>('evidencePortfolio/thisFile', { uri });
  const told = (view: ThisFile | null): string =>
    JSON.stringify([
      view?.title,
      view?.elements.map(({ id, state }) => [id, state ?? 'unknown']),
      view?.findings.map(({ code }) => code),
      view?.others.map(({ title }) => title),
    ]);
  const asItIs = JSON.stringify([
    'Correcting wrong information',
    [
      ['3.2.9', 'unknown'],
      ['3.2.3', 'evidenced'],
    ],
    ['element-unknown'],
    ['Plain language guide and reader testing'],
  ]);

  it('tells of a file on the disk, and of what is typed before it is saved', async () => {
    const uri = folder.uri(mistyped);
    equal(told(await ask(uri)), asItIs);
    const text = readFileSync(join(folder.path, mistyped), 'utf8');
    await client.open(uri, text);
    equal(told(await ask(uri)), asItIs);
    await client.change(uri, 2, [{ text: text.replace('3.2.9', '5.3.2') }]);
    const view = await ask(uri);
    deepEqual(
      view?.elements.map(({ id }) => id),
      ['5.3.2', '3.2.3'],
    );
    deepEqual(view.findings, []);
  });

  it('gives findings with which quick fixes can be asked for', async () => {
    const uri = folder.uri(mistyped);
    await client.open(uri, readFileSync(join(folder.path, mistyped), 'utf8'));
    const actions = await client.codeActions(uri, [...((await ask(uri))?.findings ?? [])]);
    ok(actions?.some(({ title }) => title.startsWith('Replace with 3.2.4')));
  });

  it('knows nothing of files that are no evidence', async () => {
    for (const path of ['portfolio.yaml', 'evidence-writing-guide.md', 'not-there.md', ''])
      equal(await ask(folder.uri(path)), null, path);
  });
});

describe('evidencePortfolio/findElements', () => {
  it('answers for words and for a text, and null where there is no such portfolio', async () => {
    const folder = sampleFolder();
    const client = await startClient({ folders: [folder.uri()], settings: { today: '2026-11-21' } });
    await client.settled();
    const ask = (root: string, wanted: object): Promise<FoundElements | null> =>
      client.request<FoundElements | null>('evidencePortfolio/findElements', { root, wanted });
    equal((await ask(folder.uri(), { words: 'hearing loop' }))?.kind, 'found');
    equal((await ask(folder.uri(), { words: 'zzzqqq' }))?.elements.length, 57);
    const text = '# Appraisals\n\nEverybody has an appraisal.';
    equal((await ask(folder.uri(), { uri: folder.uri('a.md'), text }))?.elements[0]?.id, '2.2.3');
    equal(await ask(folder.uri('evidence'), { words: 'a' }), null);
  });
});
