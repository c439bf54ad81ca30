/** What the server knows, as a report for people who look for a fault. */
import type { PortfolioIndex } from '../core/index/portfolioIndex';
import { markdown } from '../features/text/markup';
import type { Workspace } from '../host/workspace/workspace';
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
