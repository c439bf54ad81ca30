/** A page of what the server answers, in a panel in which nothing runs: it follows the files while somebody looks. */
import { ViewColumn, window, type WebviewPanel } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { ReportPage } from '../../server/lsp/protocol';
import { lineAsItStands } from '../../server/words/asItStands';
import type { Held } from '../host/host';
import { nonce } from '../host/nonce';
import { panelOnShow } from '../host/panelOnShow';
import { createCoverageSource, type CoverageSource } from '../portfolios/coverageSource';
import { reportHtml, type PageLink } from './html';

export interface Told {
  /** Undefined where there is nothing to show now, such as while the folders are being read: what is on show stays. */
  readonly report: ReportPage | undefined;
  /** What stands below the title: why something is not told. */
  readonly notes: readonly string[];
}

export interface Followed {
  /** One of `panels`. */
  readonly panel: string;
  /** Of the tab. */
  readonly title: string;
  readonly links: readonly PageLink[];
  readonly ask: () => Promise<Told>;
  /** Changes within so many milliseconds are told together. */
  readonly delay: number;
  readonly closed: () => void;
}

export interface Shown extends Held {
  readonly panel: WebviewPanel;
  readonly source: CoverageSource<Told>;
}

export function openFollowed(client: BaseLanguageClient, page: Followed): Shown {
  const { links } = page;
  const panel = window.createWebviewPanel(page.panel, lineAsItStands(page.title), ViewColumn.Active, {
    enableScripts: false,
    enableFindWidget: true,
    enableCommandUris: links.map(({ command }) => command),
    localResourceRoots: [],
  });
  const { isOpen, isSeen } = panelOnShow(panel);
  // One for as long as the page is open: the same answer again is the same page, which is not loaded again.
  const once = nonce();
  const draw = ({ report, notes }: Told): void => {
    panel.webview.html = reportHtml({ nonce: once, report, notes, links });
  };
  const source = createCoverageSource<Told>({
    ask: page.ask,
    wanted: () => isSeen() && client.isRunning(),
    answered: (answer) => {
      if (!isOpen()) return;
      if (answer.report !== undefined || source.latest() === undefined) draw(answer);
    },
    failed: (error) => {
      if (client.isRunning())
        client.outputChannel.error(`“${page.title}” could not be made: ${String(error)}`);
    },
    delay: page.delay,
  });
  draw({ report: undefined, notes: [] });
  void source.refresh();
  const parts: readonly Held[] = [
    panel.onDidChangeViewState(() => source.lookedAt()),
    panel.onDidDispose(() => {
      for (const part of parts) part.dispose();
      page.closed();
    }),
  ];
  return { panel, source, dispose: () => void panel.dispose() };
}
