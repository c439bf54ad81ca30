/** Evidence for the counterparts of an element in other standards: to look at, and to name the element in it. */
import { ThemeIcon, Uri, window, type QuickInputButton, type QuickPickItem } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { EvidenceRow } from '../../server/lsp/protocol';
import { rowAsItStands } from '../../server/words/asItStands';
import { makeEdits } from '../edits/serverEdits';
import { commands } from '../host/commands';
import { isWithin, nameOf, pathWithin } from '../host/fileNames';
import { showInformation } from '../host/notices';
import type { ElementSource } from '../portfolios/elementSource';
import type { ElementIn } from '../portfolios/elements';
import type { EvidenceSource } from '../portfolios/evidenceSource';
import { nodeLabel } from '../words/coverageLabels';
import { elementFrom } from './commands';
import { createPick } from '../host/pickers';

export interface CounterpartParts {
  readonly client: BaseLanguageClient;
  readonly source: ElementSource;
  readonly evidence: EvidenceSource;
}

/** The handlers of these commands, by the commands' ids. Each takes the row that it was chosen on, if any. */
export const counterpartCommands = (
  parts: CounterpartParts,
): Readonly<Record<string, (...args: unknown[]) => unknown>> => ({
  [commands.addOfCounterpart]: (row) => addOfCounterpart(parts, row),
});

/** Lets the user choose what stands for a counterpart, and names the element in it. */
async function addOfCounterpart(parts: CounterpartParts, row: unknown): Promise<void> {
  const element = await elementFrom(parts.source, row, {
    title: 'Add Evidence of a Counterpart',
    placeholder: 'To which element? Type words or an ID',
    only: ({ node }) => (node.counterparts ?? []).length > 0,
    none: 'No element that lacks evidence has a counterpart with some. Mappings in portfolio.yaml say which elements of two standards ask for the same.',
  });
  if (element === undefined) return;
  const items = await itemsFor(parts.evidence, element);
  if (items.length === 0) {
    void showInformation(`No evidence for a counterpart of ${element.node.id} is current.`);
    return;
  }
  const file = await choose(items, element);
  if (file === undefined) return;
  await makeEdits(
    parts.client,
    [{ name: 'addElement', told: { uri: file.toString(), element: element.node.id } }],
    { files: [file], done: `${nameOf(file)} names ${element.node.id} now.` },
  );
}

interface CounterpartItem extends QuickPickItem {
  readonly file: Uri;
}

const openButton: QuickInputButton = {
  iconPath: new ThemeIcon('go-to-file'),
  tooltip: 'Open and look at it',
};

async function itemsFor(
  source: EvidenceSource,
  { portfolio: { root }, node }: ElementIn,
): Promise<readonly CounterpartItem[]> {
  const items = new Map<string, CounterpartItem>();
  for (const { id, asks, elements } of node.counterparts ?? [])
    for (const rows of await Promise.all(elements.map((one) => source.of(root, one))))
      for (const row of rows.filter(isCurrent))
        if (!items.has(row.uri)) items.set(row.uri, itemOf(row, `for ${id}, which ${asks}`, root));
  return [...items.values()];
}

const isCurrent = ({ status, overdue }: EvidenceRow): boolean => status === 'approved' && !overdue;

function itemOf({ title, uri }: EvidenceRow, description: string, root: string): CounterpartItem {
  const file = Uri.parse(uri);
  const path = isWithin(root, file) ? pathWithin(root, file) : file.path;
  return { ...rowAsItStands({ label: title, description, detail: path, file }), buttons: [openButton] };
}

function choose(items: readonly CounterpartItem[], { node }: ElementIn): Promise<Uri | undefined> {
  const input = createPick<CounterpartItem>(
    `Evidence for Counterparts of ${nodeLabel(node)}`,
    'Which one serves here too? Nothing counts until it names the element',
  );
  input.matchOnDescription = true;
  input.matchOnDetail = true;
  input.items = items;
  return new Promise((done) => {
    input.onDidTriggerItemButton(({ item }) => {
      done(undefined);
      input.hide();
      void window.showTextDocument(item.file, { preview: false });
    });
    input.onDidAccept(() => {
      done(input.activeItems[0]?.file);
      input.hide();
    });
    input.onDidHide(() => {
      done(undefined);
      input.dispose();
    });
    input.show();
  });
}
