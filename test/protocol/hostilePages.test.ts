/**
 * Every page that the extension draws, of a portfolio whose texts try to act: it has the elements, attributes, addresses
 * and marks that it has with plain words. A new page fails here until it is tried.
 */
import { deepEqual, ok } from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { comparedPage, type Compared } from '../../client/words/compareWords';
import { panels } from '../../client/host/commands';
import { pageHtml } from '../../client/forms/pageHtml';
import { cardHtml } from '../../client/preview/card';
import { withMentions } from '../../client/preview/mentions';
import { reportHtml } from '../../client/report/html';
import type { Comparison, FilePreview, ReportPage, StandardPage } from '../../server/lsp/protocol';
import type { Payload } from '../unit/hostile/payloads';
import { payloads, plainWords, shareOf } from '../unit/hostile/payloads';
import { elementOf, faultyFiles, fileNameOf, hostilePortfolio } from '../unit/hostile/portfolio';
import type { Skeleton } from '../unit/hostile/skeleton';
import { differences, ofHtml, ofLog, ofMarkdown } from '../unit/hostile/skeleton';
import type { Client } from './support/client';
import { everything, startClient } from './support/client';
import type { Folder } from './support/folders';
import { folderOf } from './support/folders';

interface Place {
  readonly client: Client;
  readonly folder: Folder;
  readonly texts: readonly Payload[];
}

/** Where there is room for one text only. */
const single =
  'A title <b>x</b> ![x](http://evil.example/x.png) $(bug) \u001B[31m\u202E [x](command:x) "> =1+1 `x` | y';

async function placeOf(texts: readonly Payload[], title: string): Promise<Place> {
  const folder = folderOf({ ...hostilePortfolio(texts, title), ...faultyFiles(texts) });
  const client = await startClient({
    folders: [folder.uri()],
    capabilities: everything,
    initializationOptions: {
      standardPages: true,
      showElement: 'show',
      newEvidence: 'new',
      rateElement: 'rate',
    },
  });
  await client.settled();
  return { client, folder, texts };
}

const asked = <Answer>({ client }: Place, name: string, params: object): Promise<Answer | null> =>
  client.request<Answer | null>(`evidencePortfolio/${name}`, params);

const filesOf = ({ folder, texts }: Place): readonly string[] =>
  texts.map((one, at) => folder.uri(fileNameOf(one, at)));

const htmlOf = (report: ReportPage | null): Skeleton => {
  ok(report !== null);
  const links = [
    { command: 'evidencePortfolio.whatIf', words: report.title, told: { element: report.title } },
  ];
  return ofHtml(reportHtml({ nonce: 'n', report, notes: [report.title], links }));
};

/** What VS Code's preview draws of a page, and what nobody would see in it. */
const markdownOf = (text: string): Skeleton =>
  new Set([...ofMarkdown(text), ...ofLog(text.replace(/[\n\r\t]|::|##/g, ' '))]);

const withReport = (answer: { readonly report?: string } | null): Skeleton => {
  ok(typeof answer?.report === 'string', JSON.stringify(answer));
  return markdownOf(answer.report);
};

const importing = (name: string) => (place: Place) =>
  asked<{ readonly report?: string }>(place, name, {
    root: place.folder.uri(),
    name: `${name}.csv`,
    base64: Buffer.from(readFileSync(join(place.folder.path, imported[name] ?? ''))).toString('base64'),
  }).then(withReport);
const imported: Readonly<Record<string, string>> = {
  planImport: 'plan.csv',
  matrixImport: 'matrix.csv',
  assessmentImport: 'sheet.csv',
};

const all = async (parts: Promise<readonly Skeleton[]>): Promise<Skeleton> =>
  new Set((await parts).flatMap((one) => [...one]));

type Draw = (place: Place) => Promise<Skeleton>;

/** Pages in panels of their own, by their names in the client. */
const inPanels: Readonly<Record<keyof typeof panels, Draw>> = {
  report: async (place) => htmlOf(await asked(place, 'reportPage', { root: place.folder.uri() })),
  whatCounts: (place) =>
    all(
      Promise.all(
        place.texts.flatMap(({ text }, at) =>
          [elementOf(at), `G-${at + 1}${text}`].map(async (element) =>
            htmlOf(await asked(place, 'whatCounts', { root: place.folder.uri(), element })),
          ),
        ),
      ),
    ),
  whatIf: (place) =>
    all(
      Promise.all(
        [
          { withdrawn: filesOf(place) },
          // Every fifth is declared not applicable.
          ...place.texts.flatMap((_, at) =>
            at % 5 === 4 ? [] : [{ rated: [{ element: elementOf(at), rating: 'good' }] }],
          ),
        ].map(async (supposed) => {
          const answer = await asked<ReportPage>(place, 'whatIf', { root: place.folder.uri(), ...supposed });
          ok(answer && !('problem' in answer), JSON.stringify(answer));
          return htmlOf(answer);
        }),
      ),
    ),
};

/** What each file of the client that shows pages draws. */
const drawnBy: Readonly<Record<string, readonly Draw[]>> = {
  'report/followed.ts': Object.values(inPanels),
  'exchange/preview.ts': [
    ...Object.keys(imported).map(importing),
    (place) =>
      asked<{ readonly report?: string }>(place, 'planSync', { root: place.folder.uri() }).then(withReport),
    (place) =>
      asked<{ readonly report?: string }>(place, 'packPreview', {
        root: place.folder.uri(),
        target: place.folder.uri('out'),
        kind: 'folder',
        hasDrafts: true,
        isPublic: false,
        asksGit: false,
      }).then(withReport),
  ],
  'edition/pages.ts': [
    (place) =>
      asked<{ readonly report?: string }>(place, 'migration', {
        root: place.folder.uri(),
        standard: place.folder.uri('next.yaml'),
        answers: {},
      }).then(withReport),
  ],
  'compare/page.ts': [
    async (place) => {
      const compared = await asked<Comparison>(place, 'compare', {
        folder: place.folder.uri(),
        files: filesOf(place).map((uri) => ({ uri, kind: 'absent' })),
      });
      ok(compared !== null);
      const base = place.texts.map(({ text }) => text).join(' ');
      const shown: Compared = { ...compared, base, by: base, isBranch: true, relation: 'diverged', direction: 'since', isOnDefault: false, changedOnBoth: 1, isOnly: true }; // prettier-ignore
      return markdownOf(comparedPage(shown));
    },
  ],
  'pages/standardPages.ts': [
    async (place) =>
      markdownOf(
        (
          await asked<StandardPage>(place, 'standardPage', {
            root: place.folder.uri(),
            base: place.folder.uri(),
          })
        )?.text ?? '',
      ),
  ],
  'serverState.ts': [async (place) => markdownOf((await asked<string>(place, 'serverState', {})) ?? '')],
  // The pages of the rules, which are ours.
  'pages/rulePages.ts': [],
  'preview/previews.ts': [
    (place) =>
      all(
        Promise.all(
          filesOf(place).map(async (uri) => {
            const preview = await asked<FilePreview>(place, 'filePreview', { uri });
            ok(preview !== null);
            const said = place.texts.map(({ text }) => `${text} E.1`).join('\n');
            const address = (root: string, element: string): string =>
              `vscode://x/?${encodeURIComponent(JSON.stringify({ root, element }))}`;
            return ofHtml(
              cardHtml(preview, address, '') +
                cardHtml(preview, () => undefined, '') +
                withMentions(said, preview),
            );
          }),
        ),
      ),
  ],
  // What stands in these comes as data, and is placed as text: below.
  'forms/evidenceForm.ts': [],
  'forms/evidenceTables.ts': [],
  'forms/planTables.ts': [],
};

const sources = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.ts'));

describe('pages of texts that try to act', function () {
  this.timeout(240_000);
  it('are all tried', () => {
    const shows =
      /registerTextDocumentContentProvider|createWebviewPanel|registerCustomEditorProvider|createWebviewView|registerWebview|extendWith\(/;
    deepEqual(
      sources('client')
        .filter((path) => path !== 'preview/markdownPlugin.ts')
        .filter((path) => shows.test(readFileSync(join('client', path), 'utf8')))
        .sort(),
      Object.keys(drawnBy).sort(),
    );
    deepEqual(Object.keys(panels).sort(), Object.keys(inPanels).sort());
  });

  // One test, as what a test has started ends with it.
  it('have the elements and addresses that they have with plain words', async () => {
    const share = shareOf(payloads, 1).filter(
      (_, at) => process.env['FC_RUNS'] !== undefined || at % 2 === 0,
    );
    const [plain, hostile] = await Promise.all([
      placeOf(plainWords(share.length), 'A title'),
      placeOf(share, single),
    ]);
    const acting: string[] = [];
    for (const [file, draws] of Object.entries(drawnBy))
      for (const [at, draw] of draws.entries()) {
        const expected = await draw(plain);
        ok(expected.size > 0, file);
        acting.push(
          ...differences(expected, await draw(hostile))
            // A text of several lines may be several paragraphs.
            .filter((part) => !/^<p>[xyz]$/.test(part))
            .map((part) => `${file}, ${at + 1}: ${part}`),
        );
      }
    deepEqual(acting, []);
  });

  it('of forms and tables have a frame with the file’s name in it as text', () => {
    const frame = (title: string): Skeleton =>
      ofHtml(
        pageHtml({ kind: 'form', title, script: 'https://own/page.js', source: 'https://own', nonce: 'n' }),
      );
    for (const { text } of payloads) deepEqual(differences(frame('Word'), frame(text)), [], text);
  });

  it('of forms and tables place no text as markup, but for the one file that makes it anew', () => {
    const asMarkup =
      /innerHTML|outerHTML|unsafe(?:HTML|SVG|Static)|insertAdjacentHTML|document\.write|srcdoc|DOMParser|createContextualFragment|setHTML|\beval\b|new Function|\.href\s*=/;
    deepEqual(
      sources('client/forms/page').filter((path) =>
        asMarkup.test(readFileSync(join('client/forms/page', path), 'utf8')),
      ),
      ['renderedText.ts'],
    );
  });
});
