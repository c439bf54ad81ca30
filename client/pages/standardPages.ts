/** The standard of a portfolio as a page with its coverage: read-only, and shown rendered. */
import { EventEmitter, TabInputText, TabInputWebview, Uri, window, workspace, type TextEditor } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  StandardPageRequest,
  rootOfStandardPage,
  standardPageScheme,
  standardPageUri,
  type StandardPage,
} from '../../server/lsp/protocol';
import type { Coverage } from '../coverage/coverage';
import type { ElementSource } from '../portfolios/elementSource';
import { pickElement } from '../elements/pick';
import { isElementTarget } from '../portfolios/elements';
import { contextKeys } from '../host/commands';
import { nameOf } from '../host/fileNames';
import type { Held } from '../host/host';
import { sayWhetherInFront } from '../host/pageTabs';
import { showRenderedMarkdown } from './markdownPreview';
import { anchorAt, nodeAtLine } from './standardAnchor';
import { showWarning } from '../host/notices';

export interface StandardPages extends Held {
  /** Shows the page at an element: that of a row or argument with `root` and `element`, or the one that the user picks. */
  show(target: unknown): Promise<void>;
}

/** Changes within this time are shown together; a page that moves while it is read would be a nuisance. */
const delayInMilliseconds = 1000;

/** Serves the pages from now on. */
export function serveStandardPages(
  client: BaseLanguageClient,
  { source, onDidChange }: Coverage,
): StandardPages {
  const changed = new EventEmitter<Uri>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const refresh = (): void => {
    timer ??= setTimeout(() => {
      timer = undefined;
      for (const { uri } of workspace.textDocuments) if (uri.scheme === standardPageScheme) changed.fire(uri);
    }, delayInMilliseconds);
  };
  // A preview tells no more of what it shows than its label.
  const names = new Set<string>();
  const parts: readonly Held[] = [
    changed,
    sayWhetherInFront(contextKeys.standardPage, {
      scheme: standardPageScheme,
      isLabel: (label) => [...names].some((name) => label.endsWith(name)),
    }),
    workspace.registerTextDocumentContentProvider(standardPageScheme, {
      onDidChange: changed.event,
      provideTextDocumentContent: async (uri) => {
        names.add(nameOf(uri));
        return (
          (await ask(client, uri))?.text ??
          '# The standard cannot be shown\n\nThe portfolio is no longer open, or Evidence Portfolio is starting.\n'
        );
      },
    }),
    onDidChange(refresh),
    // Go to Definition opens the page as text, at the line of the element.
    window.onDidChangeActiveTextEditor((editor) => {
      if (editor?.document.uri.scheme === standardPageScheme) void render(client, editor);
    }),
  ];
  return {
    show: async (target) => {
      const element = isElementTarget(target) ? target : await choose(source);
      if (element === undefined) return;
      const portfolio = (await source.current())?.portfolios.find(({ root }) => root === element.root);
      if (portfolio === undefined) {
        void showWarning('The portfolio of this element is no longer open.');
        return;
      }
      const uri = Uri.parse(standardPageUri(portfolio.root, portfolio.standard));
      const page = await ask(client, uri);
      await showRendered(uri.with({ fragment: page === undefined ? '' : anchorAt(page, element.element) }));
    },
    dispose: () => {
      clearTimeout(timer);
      for (const part of parts) part.dispose();
    },
  };
}

/** The page as the server writes it now; undefined where there is none to ask or the portfolio is closed. */
async function ask(client: BaseLanguageClient, uri: Uri): Promise<StandardPage | undefined> {
  const root = rootOfStandardPage(uri.path);
  if (root === undefined || !client.isRunning()) return undefined;
  // The preview opens links from the first folder on, and no others.
  const base = workspace.workspaceFolders?.[0]?.uri.toString();
  const about = base === undefined ? { root } : { root, base };
  return (await client.sendRequest(StandardPageRequest, about)) ?? undefined;
}

/** Shows a page that was opened as text in the preview, at the element of the line where the cursor is. */
async function render(client: BaseLanguageClient, editor: TextEditor): Promise<void> {
  const { uri } = editor.document;
  const page = await ask(client, uri);
  // Read only now: the editor becomes active before the cursor goes to its place.
  const element = page && nodeAtLine(page, editor.selection.active.line);
  await closeText(uri);
  await showRendered(uri.with({ fragment: page && element ? anchorAt(page, element) : '' }));
}

async function choose(source: ElementSource): Promise<{ root: string; element: string } | undefined> {
  const picked = await pickElement(source, {
    title: 'Show Element',
    placeholder: 'Which element of the standard? Type words or an ID',
    inOrder: true,
  });
  return picked && { root: picked.portfolio.root, element: picked.node.id };
}

/** The Markdown preview, at the heading that the fragment names; as text where that extension is switched off. */
async function showRendered(uri: Uri): Promise<void> {
  await closePage(uri);
  await showRenderedMarkdown(uri);
}

/** Closes the page where it is shown already: for each place of it the preview would make another tab. */
async function closePage({ path }: Uri): Promise<void> {
  const name = path.split('/').at(-1) ?? path;
  const tabs = window.tabGroups.all.flatMap((group) => group.tabs);
  const pages = tabs.filter(
    ({ input, label }) =>
      input instanceof TabInputWebview && input.viewType.endsWith('markdown.preview') && label.endsWith(name),
  );
  await window.tabGroups.close(pages);
}

async function closeText(uri: Uri): Promise<void> {
  const tabs = window.tabGroups.all.flatMap((group) => group.tabs);
  const text = tabs.filter(
    ({ input }) => input instanceof TabInputText && input.uri.toString() === uri.toString(),
  );
  await window.tabGroups.close(text);
}
