/** What stands in the way of a complete result, on standard error. */
import { fileName } from '../../core/text/uri';
import { standardFilesOf } from '../../core/portfolio/filesOf';
import { mayBeManifest } from '../../core/text/manifestName';
import type { Surroundings } from '../command/surroundings';
import { printable } from '../output/terminal';
import type { FileReport, FolderReport, PortfolioReport } from './portfolios';

type Complaining = Pick<Surroundings, 'complain'>;

interface Options {
  /** The result itself tells of files that a finding says to be unreadable. */
  readonly showsFindings?: boolean;
}

/** @returns whether the result is complete */
export function complainOf(
  report: FolderReport,
  place: string,
  surroundings: Complaining,
  options: Options = {},
): boolean {
  const { portfolios, brokenManifests, brokenStandards } = report;
  const { complain } = surroundings;
  complainOfUnread(report, surroundings, options);
  const broken = [...brokenManifests.map((path) => `${path} cannot be read`), ...brokenStandards];
  for (const words of broken)
    complain(`evidence-portfolio: ${printable(words)}, so the result is not complete.\n`);
  if (portfolios.length === 0 && brokenManifests.length === 0) complainOfNone(place, surroundings);
  return broken.length === 0;
}

export function complainOfNone(place: string, { complain }: Complaining): void {
  complain(
    `There is no evidence portfolio in ${printable(place)}: no portfolio.yaml, and no Markdown file whose front matter names elements.\n`,
  );
}

/** Of files and folders that do not count, as they cannot be read: the result may be whole without them, or not. */
export function complainOfUnread(
  { portfolios, nobodys, leftOut }: Pick<FolderReport, 'portfolios' | 'nobodys' | 'leftOut'>,
  { complain }: Complaining,
  { showsFindings = false }: Options = {},
): void {
  const unread = showsFindings ? [] : portfolios.flatMap(unreadableIn);
  for (const { path, message } of [...nobodys.flatMap(toldIn), ...unread])
    complain(`evidence-portfolio: ${printable(`${path}: ${message}`)}\n`);
  for (const { path, isFolder, reason } of leftOut)
    complain(
      `evidence-portfolio: a ${isFolder ? 'folder' : 'file'} was left out: ${printable(`${path}: ${reason}`)}\n`,
    );
}

interface Told {
  readonly path: string;
  readonly message: string;
}

const toldIn = ({ path, findings }: FileReport): readonly Told[] =>
  findings.map(({ message }) => ({ path, message }));

/** Of a manifest, and of what is named as a standard, more is said. */
function unreadableIn({ portfolio, files }: PortfolioReport): readonly Told[] {
  const standards = standardFilesOf(portfolio);
  return files
    .filter(({ uri }) => !mayBeManifest(fileName(uri)) && !standards.includes(uri))
    .flatMap(({ path, findings }) =>
      findings.filter(({ rule }) => rule === 'file-unreadable').map(({ message }) => ({ path, message })),
    );
}
