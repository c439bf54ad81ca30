/** `check`: what is wrong, file by file. */
import { severities } from '../core/model';
import type { CheckArguments, FailOn } from './arguments';
import { checkAsJson } from './checkJson';
import { checkAsText } from './checkText';
import type { ExitStatus, Surroundings } from './main';
import type { FolderReport } from './portfolios';
import { readFolder } from './portfolios';
import { printable } from './terminal';

export async function check(
  { folder, today, format, failOn }: CheckArguments,
  surroundings: Surroundings,
): Promise<ExitStatus> {
  const report = await readFolder(folder, today, surroundings);
  surroundings.write(format === 'json' ? checkAsJson(report) : checkAsText(report, surroundings.isTerminal));
  if (report.portfolios.length === 0) {
    surroundings.complain(
      `There is no evidence portfolio in ${printable(folder)}: no portfolio.yaml, and no Markdown file whose front matter names elements.\n`,
    );
  }
  const broken = brokenManifests(report);
  for (const path of broken)
    surroundings.complain(
      `evidence-portfolio: ${printable(path)} cannot be read, so the result is not complete.\n`,
    );
  return broken.length > 0 ? 2 : statusOf(report, failOn);
}

/** A manifest with a fault in its YAML, or that could not be read at all. */
function brokenManifests({ portfolios }: FolderReport): readonly string[] {
  return portfolios.flatMap(({ portfolio, files }) =>
    files
      .filter(({ uri, findings }) =>
        findings.some(
          ({ rule }) =>
            rule === 'manifest-syntax' || (rule === 'file-unreadable' && uri === portfolio.manifest?.uri),
        ),
      )
      .map(({ path }) => path),
  );
}

function statusOf({ portfolios }: FolderReport, failOn: FailOn): ExitStatus {
  if (failOn === 'never') return 0;
  const limit = severities.indexOf(failOn);
  const fails = portfolios.some(({ files }) =>
    files.some(({ findings }) => findings.some(({ severity }) => severities.indexOf(severity) <= limit)),
  );
  return fails ? 1 : 0;
}
