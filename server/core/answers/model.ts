/**
 * Questions of assistants and the answers to them: data that is bounded, says where each claim stands, and in which
 * every text of the portfolio is a quotation.
 */
import type { UnreadPlace } from '../index/facts';
import type { PortfolioIndex } from '../index/portfolioIndex';
import type { Portfolio } from '../portfolio/portfolio';
import type { Uri } from '../text/span';
import { fileName, isWithin, relativePath } from '../text/uri';

/** What is asked: the portfolios of an index. */
export interface Asked {
  readonly index: Pick<PortfolioIndex, 'portfolios' | 'rules' | 'findings' | 'filesWithFindings' | 'textOf'>;
  /** The folders that are open; of several, the paths in answers begin with the name of one. */
  readonly folders: readonly Uri[];
  /** Files and folders that cannot be read, and of which no finding tells. */
  readonly leftOut?: readonly UnreadPlace[];
  /** What a change does; undefined where nobody can ask git. */
  readonly compare?: ((question: Comparing) => Promise<Answer>) | undefined;
}

export interface Comparing {
  /** Revisions, as they were typed; without a head, the files as they are now. */
  readonly base: string;
  readonly head: string | undefined;
  /** How many entries of each list to leave out at its beginning. */
  readonly from: number;
}

export type Answer =
  | { readonly kind: 'answer'; readonly data: object }
  /** `message`: what is wrong with the question, and what to ask instead. */
  | { readonly kind: 'refused'; readonly message: string };

export const answer = (data: object): Answer => ({ kind: 'answer', data });
export const refused = (message: string): Answer => ({ kind: 'refused', message });

/** Where a claim can be read; `line` from 1, absent where the claim is about the file as a whole. */
export interface Place {
  readonly file: string;
  readonly line?: number;
}

/** A stretch of a list, and how to ask for the rest. */
export interface Stretch {
  readonly total: number;
  readonly from: number;
  readonly shown: readonly object[];
  readonly more?: string;
}

/**
 * @param from how many are left out at the beginning
 * @param toAnswer made of those alone that are shown
 */
export function stretchOf<One>(
  all: readonly One[],
  { from = 0, most, ask }: { readonly from?: number; readonly most: number; readonly ask?: string },
  toAnswer: (one: One) => object,
): Stretch {
  const shown = all.slice(from, from + most).map(toAnswer);
  const left = all.length - from - shown.length;
  const how = ask ?? `ask again with from: ${from + most}`;
  return { total: all.length, from, shown, ...(left > 0 ? { more: `${left} more: ${how}.` } : {}) };
}

/** Where all portfolios are asked, each with lists of its own. */
export const fewPortfolios = { most: 8, ask: 'ask for one portfolio by its title' };

/** The portfolios that a question is about: one by its title or its folder, or all. */
export function portfoliosMeant(asked: Asked, named: string | undefined): readonly Portfolio[] | Answer {
  const all = asked.index.portfolios();
  if (all.length === 0)
    return refused(
      'There is no evidence portfolio in this folder: no portfolio.yaml, and no Markdown file whose front matter names elements.',
    );
  if (named === undefined) return all;
  const wanted = named.trim().toLowerCase().replace(/\/+$/, '');
  const meant = all.filter(
    ({ title, root }) =>
      title.trim().toLowerCase() === wanted || pathIn(asked.folders, root).toLowerCase() === wanted,
  );
  if (meant.length > 0) return meant;
  const names = all.slice(0, 10).map(({ title, root }) => `“${title}” in ${pathIn(asked.folders, root)}`);
  return refused(
    `No portfolio here is called “${named}”. There ${all.length === 1 ? 'is' : 'are'} ${names.join('; ')}.`,
  );
}

export const isAnswer = (value: object): value is Answer => 'kind' in value;

/** A path as answers give it: from the open folder; of several folders, with the name of the folder. */
export function pathIn(folders: readonly Uri[], uri: Uri): string {
  const folder = folders.find((one) => isWithin(one, uri)) ?? folders[0];
  if (folder === undefined) return uri;
  const path = relativePath(folder, uri);
  if (folders.length === 1) return path;
  return path === '.' ? fileName(folder) : `${fileName(folder)}/${path}`;
}
