/** Many things of a kind in one place, and what is done with them: the table of `linearWork.test.ts`. */
import { reportersIn } from '../../../server/core/history/snapshots';
import { PortfolioIndex } from '../../../server/core/index/portfolioIndex';
import { rules } from '../../../server/core/rules/all';
import type { Uri } from '../../../server/core/text/span';
import type { FileAccess } from '../../../server/host/files/fileAccess';
import { matcher } from '../../../server/host/files/matcher';
import { Workspace } from '../../../server/host/workspace/workspace';
import { at, home, today } from '../support/portfolioFiles';
import { small } from '../support/standards';

export interface WorkCase {
  readonly name: string;
  /** Few things and many. */
  readonly sizes: readonly [number, number];
  /** Makes so many things, and answers what is to be counted. */
  readonly prepare: (things: number) => () => unknown;
}

/** So many things, numbered from 0. */
const each = <Thing>(things: number, make: (number: number) => Thing): readonly Thing[] =>
  Array.from({ length: things }, (_, number) => make(number));

const evidence = (elements: string, more = ''): string =>
  `---\ntitle: Evidence\nelements: ${elements}\n${more}---\n\nText.\n`;

type Texts = ReadonlyMap<Uri, string>;

const textsOf = (entries: readonly (readonly [string, string])[]): Texts =>
  new Map(entries.map(([path, text]) => [at(path), text]));

/** Reads all of a folder in turns, as the server and the command line do. */
async function read(texts: Texts): Promise<PortfolioIndex> {
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
  const index = new PortfolioIndex({ standards: new Map([[small.id, small]]), rules, matcher, today });
  await new Workspace({ access, index, onNews: () => undefined }).addFolders([home]);
  return index;
}

export const cases: readonly WorkCase[] = [
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
