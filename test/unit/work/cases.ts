/** Many things of a kind in one place, and what is done with them: the table of `linearWork.test.ts`. */
import { reportersIn } from '../../../server/core/history/snapshots';
import { PortfolioIndex } from '../../../server/core/index/portfolioIndex';
import { rules } from '../../../server/core/rules/all';
import type { Uri } from '../../../server/core/text/span';
import { references } from '../../../server/features/navigation/references';
import { diagnostics } from '../../../server/features/text/diagnostics';
import type { FileAccess } from '../../../server/host/files/fileAccess';
import { matcher } from '../../../server/host/files/matcher';
import { Workspace } from '../../../server/host/workspace/workspace';
import type { Files } from '../support/portfolioFiles';
import { at, home, indexOf, today } from '../support/portfolioFiles';
import { small } from '../support/standards';

export interface WorkCase {
  readonly name: string;
  /** Few things and many. */
  readonly sizes: readonly [number, number];
  /** Nobody asks for them: many cost what few cost. */
  readonly isFree?: true;
  /** Makes so many things, and answers what is to be counted. */
  readonly prepare: (things: number) => () => unknown;
}

/** So many things, numbered from 0. */
export const each = <Thing>(things: number, make: (number: number) => Thing): readonly Thing[] =>
  Array.from({ length: things }, (_, number) => make(number));

export const evidence = (elements: string, more = ''): string =>
  `---\ntitle: Evidence\nelements: ${elements}\n${more}---\n\nText.\n`;

type Texts = ReadonlyMap<Uri, string>;

export const textsOf = (entries: readonly (readonly [string, string])[]): Texts =>
  new Map(entries.map(([path, text]) => [at(path), text]));

/** Reads all of a folder in turns, as the server and the command line do. */
export async function read(texts: Texts, onlyFindings = false): Promise<PortfolioIndex> {
  const access: FileAccess = {
    find: () => Promise.resolve({ files: [...texts.keys()], isIgnored: () => false, ignoring: [] }),
    readMany: (uris) =>
      Promise.resolve(
        uris.map((uri) => {
          const text = texts.get(uri);
          return text === undefined ? { kind: 'absent' } : { kind: 'text', text };
        }),
      ),
    exist: (uris) => Promise.resolve(uris.map((uri) => texts.has(uri))),
  };
  const index = new PortfolioIndex({
    standards: new Map([[small.id, small]]),
    rules,
    matcher,
    today,
    onlyFindings,
  });
  await new Workspace({ access, index, onNews: () => undefined }).addFolders([home]);
  return index;
}

/** Reads a portfolio of texts, and makes of its findings what an editor is sent. */
export async function shown(texts: Texts): Promise<unknown> {
  const index = await read(texts);
  const textOf = (uri: Uri): string | undefined => index.textOf(uri);
  return index
    .filesWithFindings()
    .map((uri) => diagnostics(textOf(uri) ?? '', index.findings(uri), { textOf, rulePage: () => undefined }));
}

/** Many of something in the text of one file. */
export const inOneFile = (
  name: string,
  write: (numbers: readonly number[]) => string,
  path = 'a.md',
): WorkCase => ({
  name,
  sizes: [100, 1600],
  prepare: (things) => {
    const texts = textsOf([
      ['portfolio.yaml', 'standard: small\n'],
      ['z.md', evidence('["1.1"]')],
      [path, write(each(things, (number) => number))],
    ]);
    return () => shown(texts);
  },
});

export const lines = (numbers: readonly number[], write: (number: number) => string): string =>
  numbers.map((number) => `${write(number)}\n`).join('');

const planHead =
  '| Ref No. | Criteria / Action | Responsibility | Target Completion Date | Progress | Comments |\n' +
  '| --- | --- | --- | --- | --- | --- |\n';

export const cases: readonly WorkCase[] = [
  inOneFile('one ID many times', (all) => evidence(`\n${lines(all, () => '  - "1.1"').trimEnd()}`)),
  inOneFile('IDs that the standard does not have', (all) =>
    evidence(`\n${lines(all, (number) => `  - "1.1${number}"`).trimEnd()}`),
  ),
  inOneFile('IDs in a row', (all) => evidence(`[${all.map(() => '"2.1"').join(', ')}]`)),
  inOneFile('IDs in one text', (all) => evidence(all.map(() => '2.1').join(' '))),
  inOneFile('keys that are not ours', (all) =>
    evidence(
      '["1.1"]',
      lines(all, (at) => `key${10_000 + at}: a`),
    ),
  ),
  inOneFile('keys that stand there again', (all) =>
    evidence(
      '["1.1"]',
      lines(all, () => 'owner: a'),
    ),
  ),
  inOneFile('attachments that are not there', (all) =>
    evidence('["1.1"]', `attachments:\n${lines(all, (at) => `  - gone${at}.pdf`)}`),
  ),
  inOneFile('headings', (all) => evidence('["1.1"]') + lines(all, () => '\n## 2.1 Answers')),
  inOneFile(
    'rows of a table',
    (all) => `${evidence('["1.1"]')}\n| a | b |\n|---|---|\n${lines(all, (at) => `| ${at} | b |`)}`,
  ),
  inOneFile(
    'actions',
    (all) => planHead + lines(all, (at) => `| 1.1 | Do ${at} | A | 1 May 2026 | begun | |`),
    'action-plan.md',
  ),
  inOneFile(
    'decisions about elements',
    (all) => `standard: small\nassessment:\n${lines(all, (at) => `  "1.1${at}": { self: good }`)}`,
    'portfolio.yaml',
  ),
  inOneFile(
    'keys of a manifest',
    (all) => `standard: small\n${lines(all, (at) => `key${10_000 + at}: a`)}`,
    'portfolio.yaml',
  ),
  inOneFile(
    'patterns',
    (all) => `standard: small\ninclude: ['**']\nexclude:\n${lines(all, (at) => `  - 'd${at}/**'`)}`,
    'portfolio.yaml',
  ),
  {
    name: 'files, by references on an ID',
    sizes: [100, 1600],
    prepare: (things) => {
      const index = indexOf(
        Object.fromEntries([
          ['portfolio.yaml', 'standard: small\n'],
          ...each(things, (number) => [
            `d${number % 20}/${number}.md`,
            evidence(`["${number % 5 ? '2.1' : '1.1'}"]`),
          ]),
        ]) as Files,
      );
      const cursor = {
        uri: at('d0/0.md'),
        text: evidence('["1.1"]'),
        offset: evidence('["1.1"]').indexOf('1.1'),
      };
      return () =>
        references(index.portfolioAt(cursor.uri)!, cursor, () => undefined, { includeDeclaration: true });
    },
  },
  {
    name: 'portfolios, one file each',
    sizes: [100, 800],
    prepare: (things) => {
      const texts = textsOf(
        each(things, (number): readonly [string, string][] => [
          [`p${number}/portfolio.yaml`, `standard: small\ninclude: ['*.md']\n`],
          [`p${number}/a.md`, evidence('["1.1"]')],
        ]).flat(),
      );
      return async () => {
        const index = await read(texts);
        const reporterOf = reportersIn(index, index.portfolios());
        return index.filesWithFindings().map(reporterOf);
      };
    },
  },
  {
    name: 'portfolios, each with a standard of its own',
    sizes: [100, 800],
    prepare: (things) => {
      const standard = 'title: Own\nchildren:\n  - { id: "1.1", text: Something }\n';
      const texts = textsOf(
        each(things, (number): readonly [string, string][] => [
          [`p${number}/portfolio.yaml`, 'standard: own.yaml\n'],
          [`p${number}/own.yaml`, standard],
          [`p${number}/a.md`, evidence('["1.1"]')],
        ]).flat(),
      );
      return () => read(texts);
    },
  },
];
