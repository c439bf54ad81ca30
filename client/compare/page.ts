/** The summary of a comparison as a page: read-only, shown rendered, and to be copied into a pull request. */
import { EventEmitter, Uri, workspace } from 'vscode';
import { contextKeys } from '../host/commands';
import { comparedPage, type Compared } from '../words/compareWords';
import type { Held } from '../host/host';
import { showRenderedMarkdown } from '../pages/markdownPreview';
import { closePages, sayWhetherInFront, type Pages } from '../host/pageTabs';

export interface ComparePage extends Held {
  /** Shows the page of a comparison. */
  open(compared: Compared): Promise<void>;
  /** There is another comparison: a page that is open follows. */
  update(compared: Compared | undefined): void;
}

const scheme = 'evidence-portfolio-compare';
/** Not named after the branch: the page stays open when another one is compared with, and its first line says which. */
const name = 'Evidence compared.md';
const uri = Uri.from({ scheme, path: `/${name}` });
const pages: Pages = { scheme, isLabel: (label) => label.endsWith(name) };

/** Serves the page from now on. */
export function servePage(): ComparePage {
  let text = 'Nothing is compared yet.\n';
  const changed = new EventEmitter<Uri>();
  const parts: readonly Held[] = [
    changed,
    workspace.registerTextDocumentContentProvider(scheme, {
      onDidChange: changed.event,
      provideTextDocumentContent: () => text,
    }),
    sayWhetherInFront(contextKeys.comparisonPage, pages),
  ];
  const update = (compared: Compared | undefined): void => {
    text = compared ? comparedPage(compared) : 'Nothing is compared any longer.\n';
    changed.fire(uri);
  };
  return {
    update,
    open: async (compared) => {
      update(compared);
      await closePages(pages);
      await showRenderedMarkdown(uri);
    },
    dispose: () => {
      for (const part of parts) part.dispose();
    },
  };
}
