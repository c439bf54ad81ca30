/** Portfolios of a folder on the disk, read whole. */
import { existsSync, statSync } from 'node:fs';
import type { CivilDate } from '../core/civilDate';
import type { Finding, Uri } from '../core/model';
import type { Portfolio } from '../core/portfolio';
import { PortfolioIndex } from '../core/portfolioIndex';
import { relativePath } from '../core/uri';
import { localDate } from '../host/localDate';
import { matcher } from '../host/matcher';
import { nodeFileAccess, uriOfPath } from '../host/nodeFileAccess';
import { Workspace } from '../host/workspace';
import type { Surroundings } from './main';

/** The command cannot be carried out; the message says why. */
export class RunError extends Error {}

export interface FolderReport {
  /** URI of the folder that was given. */
  readonly folder: Uri;
  readonly portfolios: readonly PortfolioReport[];
}

export interface PortfolioReport {
  readonly portfolio: Portfolio;
  /** Files with findings, in natural order. */
  readonly files: readonly FileReport[];
}

export interface FileReport {
  readonly uri: Uri;
  /** Relative to the folder that was given. */
  readonly path: string;
  /** Empty where the file could not be read. */
  readonly text: string;
  readonly findings: readonly Finding[];
}

/** @throws RunError where the folder cannot be read */
export async function readFolder(
  place: string,
  today: CivilDate | undefined,
  surroundings: Surroundings,
): Promise<FolderReport> {
  if (!existsSync(place)) throw new RunError(`there is no folder ${place}.`);
  if (!statSync(place).isDirectory())
    throw new RunError(`${place} is a file. Give the folder of the portfolio.`);
  const folder = uriOfPath(place);
  const index = new PortfolioIndex({
    standards: surroundings.standards,
    matcher,
    today: today ?? localDate(surroundings.clock()),
  });
  const workspace = new Workspace({ access: nodeFileAccess, index, onNews: () => undefined });
  await workspace.addFolders([folder]);

  const portfolios = index.portfolios();
  const files = index.filesWithFindings().map((uri) => {
    const path = relativePath(folder, uri);
    return { uri, path, text: index.textOf(uri) ?? '', findings: index.findings(uri) };
  });
  return {
    folder,
    portfolios: portfolios.map((portfolio) => ({
      portfolio,
      // A standard file may stand outside every portfolio; it is reported with the first.
      files: files.filter(({ uri }) => (index.portfolioAt(uri) ?? portfolios[0]) === portfolio),
    })),
  };
}
