/** What has changed since the base, in the status bar. */
import { MarkdownString, StatusBarAlignment, window, workspace } from 'vscode';
import { commands } from '../host/commands';
import { withoutIcons } from '../../server/words/asItStands';
import { comparedStatus, type Compared } from '../words/compareWords';
import { tooltip } from '../words/coverageLabels';
import { extensionId, extensionName, type Held } from '../host/host';
import { statusBarWanted } from '../views/statusBar';

export interface CompareStatus extends Held {
  /** Shows another comparison; undefined: hides itself. */
  show(compared: Compared | undefined): void;
}

/** Makes the status bar item, hidden at first. */
export function createCompareStatus(): CompareStatus {
  const item = window.createStatusBarItem('comparison', StatusBarAlignment.Left, -1);
  item.name = `${extensionName}: Comparison`;
  item.command = commands.showComparison;
  let compared: Compared | undefined;
  const update = (): void => {
    if (compared === undefined || !statusBarWanted()) {
      item.hide();
      return;
    }
    const { text, spoken, facts } = comparedStatus(compared);
    item.text = `$(git-compare) ${withoutIcons(text)}`;
    item.tooltip = tooltipOf(compared, spoken, facts);
    item.accessibilityInformation = { label: `Evidence compared: ${spoken}`, role: 'button' };
    item.show();
  };
  const settings = workspace.onDidChangeConfiguration((event) => {
    if (event.affectsConfiguration(`${extensionId}.statusBar`)) update();
  });
  return {
    show: (next) => {
      compared = next;
      update();
    },
    dispose: () => {
      settings.dispose();
      item.dispose();
    },
  };
}

function tooltipOf({ base, direction }: Compared, spoken: string, facts: readonly string[]): MarkdownString {
  const heading = direction === 'would' ? `What would change with ${base}` : `Compared with ${base}`;
  const text = new MarkdownString(tooltip(heading, [`${spoken}.`], [...facts, 'Click to see the summary']));
  text.isTrusted = { enabledCommands: [commands.copyComparison, commands.stopComparing] };
  // All that comes from files is escaped above; these are words of our own.
  text.appendMarkdown(
    `\n\n[Copy for the Pull Request](command:${commands.copyComparison}) · [Stop Comparing](command:${commands.stopComparing})`,
  );
  return text;
}
