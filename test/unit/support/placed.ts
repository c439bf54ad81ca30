/** A cursor in a file of a portfolio, and places told as text: what features of navigation are tested with. */
import type { Location, Range } from 'vscode-languageserver-types';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Portfolio } from '../../../server/core/portfolio/portfolio';
import type { PortfolioIndex } from '../../../server/core/index/portfolioIndex';
import { relativePath } from '../../../server/core/text/uri';
import type { StandardLocations } from '../../../server/features/navigation/definition';
import type { Cursor } from '../../../server/features/text/identifierAt';
import { atCursor } from './cursor';
import type { Files, IndexSetting } from './portfolioFiles';
import { at, home, indexOf } from './portfolioFiles';

export interface PlaceSetting extends IndexSetting {
  readonly files?: Files;
  /** Of the file with the cursor. */
  readonly path?: string;
}

export interface Placed {
  readonly index: PortfolioIndex;
  readonly portfolio: Portfolio;
  readonly cursor: Cursor;
}

/** The portfolio of some files and of one with a cursor ($0) in it. */
export function placed(source: string, { files = {}, path = 'a.md', ...setting }: PlaceSetting = {}): Placed {
  const { text, offset } = atCursor(source);
  const index = indexOf({ ...files, [path]: text }, setting);
  const portfolio = index.portfolioAt(at(path));
  if (!portfolio) throw new Error(`${path} belongs to no portfolio.`);
  return { index, portfolio, cursor: { uri: at(path), text, offset } };
}

/** Every ID of a standard has a place, told as `standard: 3.2.4`. */
export const standardPlace: StandardLocations = (id) => ({
  uri: `standard:${id}`,
  range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
});

/** `evidence/a.md:3 3.2.4`: the path, the line from 1, and what stands there. */
export function told(index: PortfolioIndex, { uri, range }: Location): string {
  if (uri.startsWith('standard:')) return uri.replace(':', ': ');
  return `${relativePath(home, uri)}:${range.start.line + 1} ${textIn(index.textOf(uri) ?? '', range)}`;
}

export const textIn = (text: string, range: Range): string =>
  TextDocument.create('file:///a', 'markdown', 1, text).getText(range);

/** A text with LF, with CRLF, and with a byte order mark and an emoji in its title. */
export const variants = (source: string): readonly (readonly [string, string])[] => [
  ['LF', source],
  ['CRLF', source.replaceAll('\n', '\r\n')],
  ['a byte order mark', `\uFEFF${source}`],
  ['an emoji', source.replace(/^title: /m, 'title: 😀')],
];
