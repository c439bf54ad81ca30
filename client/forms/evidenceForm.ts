/** *Open as Form*: an evidence file as an editor of its details, elements and findings. */
import { Uri, window, workspace, type TextDocument, type WebviewPanel } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { Coverage } from '../coverage/coverage';
import { editors } from '../host/commands';
import { nameOf } from '../host/fileNames';
import type { Held } from '../host/host';
import { panelOnShow } from '../host/panelOnShow';
import { createCoverageSource } from '../portfolios/coverageSource';
import { askThisFile, type ThisFileAnswer } from '../thisFile/answer';
import { choicesFor } from './detailValues';
import { act } from './formActions';
import { delayInMilliseconds, follow, notRunning } from './following';
import { formView } from './formView';
import type { Choice } from './choice';
import { showPage } from './panel';
import { renderedTextOf } from './textOfFile';

export interface FormParts {
  readonly client: BaseLanguageClient;
  readonly coverage: Coverage;
  readonly extensionUri: Uri;
}

/** Offers the form for Markdown files from now on. */
export const serveEvidenceForms = (parts: FormParts): Held =>
  window.registerCustomEditorProvider(
    editors.form,
    {
      resolveCustomTextEditor: (document, panel) => {
        open(parts, document, panel);
      },
    },
    { webviewOptions: { enableFindWidget: true }, supportsMultipleEditorsPerDocument: true },
  );

function open(
  { client, coverage, extensionUri }: FormParts,
  document: TextDocument,
  panel: WebviewPanel,
): void {
  const { uri } = document;
  const { isSeen } = panelOnShow(panel);
  const source = createCoverageSource<Shown>({
    ask: () => ask(client, uri),
    wanted: () => client.isRunning() && isSeen(),
    answered: ({ answer, choices }) => {
      if (answer?.file) post({ kind: 'form', view: formView(answer.file, answer.fixes, choices) });
      else post({ kind: 'nothing', why: coverage.hasRead() ? noEvidence(uri) : reading });
    },
    failed: () => {
      post({ kind: 'nothing', why: notRunning });
    },
    delay: delayInMilliseconds,
  });
  let textShown = -1;
  const showText = async (): Promise<void> => {
    if (textShown === document.version || !isSeen()) return;
    textShown = document.version;
    const base = `${panel.webview.asWebviewUri(Uri.joinPath(uri, '..')).toString()}/`;
    post({ kind: 'text', html: await renderedTextOf(document), base });
  };
  const refresh = async (): Promise<void> => {
    textShown = -1;
    await Promise.all([client.isRunning() ? source.refresh() : undefined, showText()]);
  };
  const post = showPage(panel, {
    kind: 'form',
    title: nameOf(uri),
    extensionUri,
    heard: (message, reply) => act({ client, document, post: reply, refresh }, message),
    failed: (error) => {
      client.outputChannel.appendLine(`The form of ${nameOf(uri)}: ${String(error)}`);
    },
  });
  follow(panel, { client, coverage, source, file: uri });
  let timer: ReturnType<typeof setTimeout> | undefined;
  const parts: readonly Held[] = [
    workspace.onDidChangeTextDocument(({ document: changed }) => {
      if (changed.uri.toString() !== uri.toString()) return;
      clearTimeout(timer);
      timer = setTimeout(() => void showText(), delayInMilliseconds);
    }),
    panel.onDidChangeViewState(() => void showText()),
  ];
  panel.onDidDispose(() => {
    clearTimeout(timer);
    for (const part of parts) part.dispose();
  });
}

interface Shown {
  readonly answer: ThisFileAnswer | undefined;
  /** By key, of the details that are one of a few words. */
  readonly choices: ReadonlyMap<string, readonly Choice[]>;
}

async function ask(client: BaseLanguageClient, uri: Uri): Promise<Shown> {
  const answer = await askThisFile(client, uri);
  const few = (answer?.file?.details ?? []).filter(({ holds }) => holds === 'choice');
  const choices = few.map(
    async ({ key }) => [key, await choicesFor(client, uri.toString(), key, '')] as const,
  );
  return { answer, choices: new Map(await Promise.all(choices)) };
}

const reading = 'Reading the files of the portfolio…';

const noEvidence = (uri: Uri): string =>
  `${nameOf(uri)} is no evidence yet: it names no element of the standard. Evidence: Make This File Evidence… asks which.`;
