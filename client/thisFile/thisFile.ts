/** The view This File: the evidence file that the user works on, in plain words. */
import { commands as vscodeCommands, languages, workspace, type Event, type Uri } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { ActiveFile } from '../host/activeFile';
import { actOnThisFile, contextKeys, views } from '../host/commands';
import type { Coverage } from '../coverage/coverage';
import { onDay } from '../words/coverageLabels';
import { createCoverageSource } from '../portfolios/coverageSource';
import { isMarkdown } from '../host/fileNames';
import type { Held } from '../host/host';
import { registerThisFileActions } from './actions';
import { askThisFile, type ThisFileAnswer } from './answer';
import { thisFileRows, type ThisFileRow } from './rows';
import { createRowsView } from '../views/rowsView';

/** Edits within this time are shown together: about the pause between two key strokes. */
const delayInMilliseconds = 200;

export interface ThisFileParts {
  readonly client: BaseLanguageClient;
  readonly coverage: Coverage;
  readonly activeFile: ActiveFile;
  /** Whether a file is an action plan, as far as is known. */
  readonly isPlan: (file: Uri) => boolean;
}

/** Shows the active file from now on. */
export function showThisFile({ client, coverage, activeFile, isPlan }: ThisFileParts): Held {
  const tree = createTree();
  const { view } = tree;
  const show = (answer: ThisFileAnswer | undefined): void => {
    const file = activeFile.current();
    const state = file && isPlan(file) ? 'plan' : stateOf(file, answer, coverage.hasRead());
    void vscodeCommands.executeCommand('setContext', contextKeys.thisFile, state);
    tree.draw(answer);
  };
  const source = createCoverageSource<ThisFileAnswer | undefined>({
    ask: () => askThisFile(client, activeFile.current()),
    wanted: () => client.isRunning() && view.visible,
    answered: (answer) => {
      if (answer?.uri === activeFile.current()?.toString()) show(answer);
    },
    failed: () => show(undefined),
    delay: delayInMilliseconds,
  });
  const isActive = (uri: Uri): boolean => uri.toString() === activeFile.current()?.toString();
  show(undefined);
  const parts: readonly Held[] = [
    tree,
    activeFile.onDidChange((file) => {
      source.changed();
      // What is no Markdown needs no answer, and no view of the file before.
      if (file === undefined || !isMarkdown(file)) show(undefined);
    }),
    workspace.onDidChangeTextDocument(({ document }) => {
      if (isActive(document.uri)) source.changed();
    }),
    languages.onDidChangeDiagnostics(({ uris }) => {
      if (uris.some(isActive)) source.changed();
    }),
    coverage.onDidChange(() => source.changed()),
    client.onDidChangeState(() => {
      source.reset();
      show(undefined);
      source.lookedAt();
    }),
    view.onDidChangeVisibility(() => source.lookedAt()),
    registerThisFileActions(client, activeFile),
  ];
  source.lookedAt();
  return {
    dispose: () => {
      for (const part of parts) part.dispose();
    },
  };
}

interface Tree extends Held {
  readonly view: { readonly visible: boolean; readonly onDidChangeVisibility: Event<unknown> };
  draw(answer: ThisFileAnswer | undefined): void;
}

/** The view, empty so far. */
function createTree(): Tree {
  const { view, draw, dispose } = createRowsView<ThisFileRow>(views.thisFile, {
    commandOf: ({ action }) => action && { command: actOnThisFile, title: 'Open', arguments: [action] },
  });
  return {
    view,
    draw: (answer) => {
      view.description = answer?.file ? onDay(answer.file.title, answer.file.asOf) : '';
      draw(answer?.file ? thisFileRows(answer.file, answer.fixes) : []);
    },
    dispose,
  };
}

function stateOf(file: Uri | undefined, answer: ThisFileAnswer | undefined, hasRead: boolean): string {
  if (answer?.file) return 'evidence';
  if (file === undefined || !isMarkdown(file)) return 'none';
  return hasRead && answer !== undefined ? 'markdown' : 'starting';
}
