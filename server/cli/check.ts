/** `check`: what is wrong, file by file. */
import { severities } from '../core/model';
import type { CheckArguments, FailOn } from './arguments';
import { checkAsJson } from './checkJson';
import { checkAsText } from './checkText';
import type { ExitStatus, Surroundings } from './main';
import type { FolderReport } from './portfolios';
import { complainOf, readFolder } from './portfolios';

export async function check(
  { folder, today, format, failOn }: CheckArguments,
  surroundings: Surroundings,
): Promise<ExitStatus> {
  const report = await readFolder(folder, today, surroundings);
  surroundings.write(format === 'json' ? checkAsJson(report) : checkAsText(report, surroundings.isTerminal));
  const complete = complainOf(report, folder, surroundings);
  return complete ? statusOf(report, failOn) : 2;
}

function statusOf({ portfolios }: FolderReport, failOn: FailOn): ExitStatus {
  if (failOn === 'never') return 0;
  const limit = severities.indexOf(failOn);
  const fails = portfolios.some(({ files }) =>
    files.some(({ findings }) => findings.some(({ severity }) => severities.indexOf(severity) <= limit)),
  );
  return fails ? 1 : 0;
}
