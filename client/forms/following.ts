/** Keeping what a panel shows as the files are now. */
import { languages, workspace, type Uri, type WebviewPanel } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { Coverage } from '../coverage/coverage';
import type { Held } from '../host/host';
import type { CoverageSource } from '../portfolios/coverageSource';

export interface Followed {
  readonly client: BaseLanguageClient;
  readonly coverage: Coverage;
  readonly source: Pick<CoverageSource, 'changed' | 'reset' | 'lookedAt'>;
  /** The file that is shown; left out where it is all of them. */
  readonly file?: Uri;
}

/** Tells the source of a panel whenever it may have something else to say, until the panel is closed. */
export function follow(panel: WebviewPanel, { client, coverage, source, file }: Followed): void {
  const isThis = (uri: Uri): boolean => uri.toString() === file?.toString();
  const parts: readonly Held[] = [
    workspace.onDidChangeTextDocument(({ document }) => {
      if (isThis(document.uri)) source.changed();
    }),
    languages.onDidChangeDiagnostics(({ uris }) => {
      if (uris.some(isThis)) source.changed();
    }),
    coverage.onDidChange(() => {
      source.changed();
    }),
    client.onDidChangeState(() => {
      source.reset();
      source.lookedAt();
    }),
    panel.onDidChangeViewState(() => {
      source.lookedAt();
    }),
  ];
  panel.onDidDispose(() => {
    for (const part of parts) part.dispose();
  });
}

/** Edits within this time are shown together: less than the pause between two words. */
export const delayInMilliseconds = 100;

/** What a page says that cannot be filled, as the server does not run. */
export const notRunning = 'The part of Evidence Portfolio that reads your files is not running.';
