/** What the server has to do with, in numbers: for the log, and for reports to strangers. No names, paths or words of files. */
import type { PortfolioIndex } from '../core/index/portfolioIndex';
import type { Workspace } from '../host/workspace/workspace';
import { count } from '../words/counts';
import type { Environment } from './environment';

export interface CountedParts {
  readonly environment: Environment;
  readonly index: PortfolioIndex;
  readonly workspace: Workspace;
}

/** @returns a line of plain text each */
export function counts({ environment, index, workspace }: CountedParts): readonly string[] {
  const found = index.filesWithFindings().flatMap((uri) => index.findings(uri));
  const rules = new Map<string, number>();
  for (const { rule } of found) rules.set(rule, (rules.get(rule) ?? 0) + 1);
  const memory = environment.memory();
  return [
    `Server: ${environment.version}`,
    ...(memory === undefined ? [] : [`Memory of the server: ${Math.round(memory / 1024 / 1024)} MB`]),
    `Files are read ${environment.disk ? 'from the disk' : 'through the editor'}`,
    workspace.isLoading ? 'The folders are still being read' : 'All folders have been read',
    `Folders: ${workspace.folders.length}`,
    ...index.portfolios().map((portfolio, at) => {
      const standards = portfolio.standards.map((of) => {
        // The name of a standard of somebody's own says whose it is.
        const name = environment.standards.has(of.standard.id) ? of.standard.id : 'a standard of their own';
        return `${name} (${count(of.summary().total, 'element')})`;
      });
      const files = [count(portfolio.evidence.size, 'evidence file'), count(portfolio.plans.size, 'plan')];
      return `Portfolio ${at + 1}: ${[...files, ...standards].join(', ')}`;
    }),
    `Findings: ${found.length}`,
    ...[...rules].sort(([a], [b]) => (a < b ? -1 : 1)).map(([rule, number]) => `${rule}: ${number}`),
  ];
}
