/** The one portfolio of a folder, or the one that it would be. */
import type { CivilDate } from '../../core/text/civilDate';
import { manifestName } from '../../core/text/manifestName';
import { joinPath } from '../../core/text/uri';
import type { Portfolio } from '../../core/portfolio/portfolio';
import { RunError } from '../command/errors';
import type { IndexUse, Surroundings } from '../command/surroundings';
import { complainOfUnread } from './complain';
import { folderAbove } from './manifestAbove';
import type { OpenFolder } from './portfolios';
import { openFolder, reportOf } from './portfolios';

export interface FoundPortfolio {
  readonly portfolio: Portfolio;
  /** There is no manifest, and no evidence. */
  readonly isNew: boolean;
  /** The folder that it was found in. */
  readonly open: OpenFolder;
}

/**
 * @param use what is asked of it: `everything` where what rules find in evidence is
 * @throws RunError where it is not clear which one is meant, or by which standard it is judged
 */
export async function onePortfolio(
  { folder: place, today }: { readonly folder: string; readonly today: CivilDate | undefined },
  surroundings: Surroundings,
  use: IndexUse = 'contents',
): Promise<FoundPortfolio> {
  return onePortfolioIn(await openFolder(place, today, surroundings, { use }), place, surroundings);
}

/**
 * The same of a folder that has been read. What cannot be read in it is told.
 * @param place as it was typed
 * @throws RunError
 */
export async function onePortfolioIn(
  open: OpenFolder,
  place: string,
  surroundings: Pick<Surroundings, 'complain'>,
): Promise<FoundPortfolio> {
  const report = await reportOf(open);
  const { portfolios, brokenManifests, brokenStandards } = report;
  complainOfUnread(report, surroundings);
  if (brokenManifests.length > 0)
    throw new RunError(
      `${brokenManifests.join(', ')} cannot be read, so nobody knows which standard it names.`,
    );
  if (brokenStandards.length > 0)
    throw new RunError(`${brokenStandards.join(', ')}. Mend that first: evidence is about its elements.`);
  if (portfolios.length > 1)
    throw new RunError(
      `there are ${portfolios.length} portfolios in ${place}. Give the folder of one of them.`,
    );
  const portfolio = portfolios[0]?.portfolio;
  if (!portfolio?.manifest) {
    const above = folderAbove(place);
    if (above !== undefined)
      throw new RunError(`${place} is a part of the portfolio in ${above}. Give that folder.`);
  }
  const own = portfolio ?? open.index.portfolioAt(joinPath(open.folder, manifestName));
  if (!own) throw new RunError(`${place} cannot be a portfolio.`);
  return { portfolio: own, isNew: portfolio === undefined, open };
}
