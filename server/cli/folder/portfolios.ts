/** Portfolios of a folder on the disk, read whole. */
import { existsSync, readdirSync, statSync } from 'node:fs';
import type { CivilDate } from '../../core/text/civilDate';
import { manifestName, mayBeManifest } from '../../core/text/manifestName';
import type { Uri } from '../../core/text/span';
import type { KnownRule } from '../../core/rules/all';
import type { Finding } from '../../core/rules/finding';
import type { Portfolio } from '../../core/portfolio/portfolio';
import type { PortfolioIndex } from '../../core/index/portfolioIndex';
import { reportersIn } from '../../core/history/snapshots';
import { fileName, joinPath, parentUri, relativePath } from '../../core/text/uri';
import { standardFault } from '../../core/manifest/wholeStandard';
import type { FileAccess } from '../../host/files/fileAccess';
import { localDate } from '../../host/files/localDate';
import { nodeFileAccess, realPathOf, uriOfPath } from '../../host/disk/nodeFileAccess';
import { Workspace } from '../../host/workspace/workspace';
import { RunError } from '../command/errors';
import type { IndexUse, Surroundings } from '../command/surroundings';
import { inThousands } from '../../words/counts';

export interface FolderReport {
  /** URI of the folder that was given. */
  readonly folder: Uri;
  /** By which it was checked. */
  readonly rules: readonly KnownRule[];
  readonly portfolios: readonly PortfolioReport[];
  /** Paths of manifests with faults in their YAML, or that could not be read at all. */
  readonly brokenManifests: readonly string[];
  /** Files with findings where there is no portfolio that would report them. */
  readonly nobodys: readonly FileReport[];
  /** What is wrong with standards' files, as `the standard in own.yaml has faults`. */
  readonly brokenStandards: readonly string[];
  /** Files and folders that cannot be read, and of which no finding tells. */
  readonly leftOut: readonly LeftOut[];
  /** What a base of the past had already; undefined where nothing was compared. */
  readonly since?: Since;
}

export interface LeftOut {
  /** Relative to the folder that was given. */
  readonly path: string;
  readonly isFolder: boolean;
  /** A sentence without its first capital. */
  readonly reason: string;
}

export interface Since {
  /** The revision, as it was typed. */
  readonly base: string;
  /** Findings of the report that the base had too. */
  readonly known: ReadonlySet<Finding>;
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

/** A folder with its files in an index. */
export interface OpenFolder {
  readonly folder: Uri;
  readonly index: PortfolioIndex;
  readonly workspace: Workspace;
}

interface Opening {
  /** Where the files are; on the disk where absent. */
  readonly access?: FileAccess;
  readonly use?: IndexUse;
}

/** @throws RunError where the folder cannot be read */
export async function openFolder(
  place: string,
  today: CivilDate | undefined,
  surroundings: Surroundings,
  { access = nodeFileAccess, use }: Opening = {},
): Promise<OpenFolder> {
  ensureFolder(place);
  // What a manifest names beside the folder is beside where the folder is, not beside a link to it.
  const folder = uriOfPath(realPathOf(place));
  const days = { today: localDate(surroundings.clock()), asOf: today };
  const index = await surroundings.newIndex(days, use);
  const workspace = new Workspace({ access, index, onNews: () => undefined });
  const { waiting } = surroundings;
  waiting?.tell('Looking for files');
  await workspace.addFolders([folder], {
    onProgress: (read, total) => waiting?.tell(`${inThousands(read)} of ${inThousands(total)} files read`),
  });
  waiting?.tell(undefined);
  return { folder, index, workspace };
}

/** For who reports, and writes nothing. @throws RunError where the folder cannot be read */
export const readFolder = async (
  place: string,
  today: CivilDate | undefined,
  surroundings: Surroundings,
): Promise<FolderReport> => reportOf(await openFolder(place, today, surroundings, { use: 'findings' }));

/** What an index says of a folder now. */
export async function reportOf({ folder, index, workspace }: OpenFolder): Promise<FolderReport> {
  const portfolios = index.portfolios();
  const files = await Promise.all(
    index.filesWithFindings().map(async (uri) => ({
      uri,
      path: relativePath(folder, uri),
      text: index.textOf(uri) ?? (await textOnDisk(uri)),
      findings: index.findings(uri),
    })),
  );
  const reporterOf = reportersIn(index, portfolios);
  const reported = new Map<Portfolio | undefined, FileReport[]>();
  for (const file of files) {
    const reporter = reporterOf(file.uri);
    const others = reported.get(reporter);
    if (others) others.push(file);
    else reported.set(reporter, [file]);
  }
  const faulty = portfolios.flatMap(({ manifest }) => (manifest?.faults.length ? [manifest.uri] : []));
  // A second one beside the one that is read is a fault, but hides nothing.
  const unreadable = files.filter(
    ({ uri, findings }) =>
      mayBeManifest(fileName(uri)) &&
      findings.some(({ rule }) => rule === 'file-unreadable') &&
      !hasManifest(index, parentUri(uri)),
  );
  return {
    folder,
    rules: index.rules,
    portfolios: portfolios.map((portfolio) => ({
      portfolio,
      files: reported.get(portfolio) ?? [],
    })),
    nobodys: reported.get(undefined) ?? [],
    brokenManifests: [
      ...faulty.map((uri) => relativePath(folder, uri)),
      ...unreadable.map(({ path }) => path),
    ],
    leftOut: workspace
      .leftOut()
      .map(({ uri, isFolder = false, reason }) => ({ path: relativePath(folder, uri), isFolder, reason })),
    brokenStandards: [
      ...new Set(
        portfolios.flatMap(({ source }) => {
          const fault = standardFault(source);
          return fault ? [`the standard in ${relativePath(folder, fault.uri)} ${fault.words}`] : [];
        }),
      ),
    ],
  };
}

function hasManifest(index: PortfolioIndex, folder: Uri): boolean {
  const manifest = index.portfolioAt(joinPath(folder, manifestName))?.manifest;
  return manifest !== undefined && parentUri(manifest.uri) === folder;
}

/** @throws RunError */
export function ensureFolder(place: string): void {
  if (place === '') throw new RunError('the name of the folder is empty. Leave it out, or give one.');
  if (!existsSync(place)) throw new RunError(`there is no folder ${place}.`);
  if (!statSync(place).isDirectory())
    throw new RunError(`${place} is a file. Give the folder of the portfolio.`);
  try {
    readdirSync(place);
  } catch {
    throw new RunError(`the folder ${place} cannot be read. You may not have the right to.`);
  }
}

/** A standard file is no evidence, so the index does not keep its text; an unreadable file has none. */
async function textOnDisk(uri: Uri): Promise<string> {
  const [outcome] = await nodeFileAccess.readMany([uri]);
  return outcome?.kind === 'text' ? outcome.text : '';
}
