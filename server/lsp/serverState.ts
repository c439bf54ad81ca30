/** What the server knows, as a report for people who look for a fault. */
import type { PortfolioIndex } from '../core/index/portfolioIndex';
import { markdown } from '../features/text/markup';
import type { Workspace } from '../host/workspace/workspace';
import { count } from '../words/counts';
import type { Environment } from './environment';
import type { Settings } from './settings';

export function serverState(
  environment: Environment,
  index: PortfolioIndex,
  workspace: Workspace,
  settings: Settings,
  { open, isAtRest }: { readonly open: number; readonly isAtRest: boolean },
): string {
  const { text, bullet } = markdown;
  const memory = environment.memory();
  const portfolios = index.portfolios().map((portfolio) => {
    const standards = portfolio.standards.map((of) => {
      const { evidenced, total } = of.summary();
      const name = of.name === undefined ? '' : `${of.name} `;
      return `${evidenced} of ${total} elements evidenced, standard ${name}${of.standard.id} (${of.source.kind})`;
    });
    const words = [
      `${portfolio.title}: ${portfolio.evidence.size} evidence files`,
      ...standards,
      portfolio.root,
    ];
    return bullet(text(words.join(', ')));
  });
  const findings = index.filesWithFindings().reduce((sum, uri) => sum + index.findings(uri).length, 0);
  return [
    '# Evidence Portfolio: server state',
    '',
    bullet(text(`Version: ${environment.version}`)),
    bullet(text(`Today: ${index.today}${settings.today === undefined ? '' : ' (from the settings)'}`)),
    bullet(text(`Files are read ${environment.disk ? 'from the disk' : 'through the editor'}`)),
    bullet(text(workspace.isLoading ? 'The folders are still being read' : 'All folders have been read')),
    bullet(text(isAtRest ? 'All that has happened is told of' : 'Something is being worked on')),
    bullet(text(`Open documents: ${open}`)),
    bullet(text(`Findings: ${findings}`)),
    ...(memory === undefined ? [] : [bullet(text(`Memory: ${Math.round(memory / 1024 / 1024)} MB`))]),
    '',
    '## Folders',
    '',
    ...(workspace.folders.length > 0 ? workspace.folders.map((folder) => bullet(text(folder))) : ['None.']),
    '',
    '## Portfolios',
    '',
    ...(portfolios.length > 0 ? portfolios : ['None.']),
    '',
  ].join('\n');
}

export interface CountedParts {
  readonly environment: Environment;
  readonly index: PortfolioIndex;
  readonly workspace: Workspace;
}

/**
 * The same in numbers, for the log and for reports to strangers: no names, paths or words of files.
 *
 * @returns a line of plain text each
 */
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
