import { MarkdownString, StatusBarAlignment, window, workspace } from 'vscode';
import type { CoverageResult, PortfolioCoverage } from '../../server/lsp/protocol';
import { revealCoverage } from '../host/commands';
import { groupDescription, onDay, statusText, tooltip } from '../words/coverageLabels';
import { withoutIcons } from '../../server/words/asItStands';
import { againstEach } from '../portfolios/standards';
import { extensionId, extensionName, type Held } from '../host/host';
import { eachByName, eachInNarrow } from '../words/perPortfolio';

export interface StatusBar extends Held {
  /** Shows another answer; hides itself when there is no portfolio. */
  show(coverage: CoverageResult | undefined): void;
}

/** Whether the user wants to see coverage in the status bar. */
export function statusBarWanted(): boolean {
  return workspace.getConfiguration(extensionId).get('statusBar', true);
}

/** Makes the status bar item, hidden at first. */
export function createStatusBar(): StatusBar {
  const item = window.createStatusBarItem('coverage', StatusBarAlignment.Left, 0);
  item.name = extensionName;
  item.command = revealCoverage;
  let coverage: CoverageResult | undefined;
  const update = (): void => {
    const portfolios = coverage?.portfolios ?? [];
    if (portfolios.length === 0 || !statusBarWanted()) {
      item.hide();
      return;
    }
    const say = (portfolio: PortfolioCoverage): string =>
      againstEach(portfolio)
        .map(({ name, summary }) =>
          name === undefined
            ? statusText(summary)
            : `${name}: ${summary.evidenced} evidenced, ${summary.missing} missing`,
        )
        .join(' · ');
    // The setting is one for all of them.
    const day = portfolios[0]?.asOf;
    const text = onDay(eachInNarrow(portfolios, say, 'portfolios'), day);
    const spoken = onDay(eachByName(portfolios, say).join('; '), day);
    const [only, ...others] = portfolios.map((portfolio) =>
      againstEach(portfolio).map(({ name, summary }) =>
        name === undefined ? groupDescription(summary) : `${name}: ${groupDescription(summary)}`,
      ),
    );
    const facts =
      others.length === 0 ? (only ?? []) : eachByName(portfolios, ({ summary }) => groupDescription(summary));
    const heading =
      portfolios.length === 1 ? (portfolios[0]?.title ?? '') : `${portfolios.length} portfolios`;
    item.text = `$(checklist) ${withoutIcons(text)}`;
    item.tooltip = new MarkdownString(tooltip(heading, [], [...facts, 'Click to see them in Coverage']));
    item.accessibilityInformation = { label: `Evidence coverage: ${spoken}`, role: 'button' };
    item.show();
  };
  const settings = workspace.onDidChangeConfiguration((event) => {
    if (event.affectsConfiguration(`${extensionId}.statusBar`)) update();
  });
  return {
    show: (next) => {
      coverage = next;
      update();
    },
    dispose: () => {
      settings.dispose();
      item.dispose();
    },
  };
}
