/** *Open as Table*: an action plan as an editor of its rows. */
import {
  ViewColumn,
  commands as vscodeCommands,
  window,
  type TextDocument,
  type Uri,
  type WebviewPanel,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { PlanChoicesRequest, PlanTableRequest, type PlanTable } from '../../server/lsp/protocol';
import type { Coverage } from '../coverage/coverage';
import { askForEdit, type ServerEdit } from '../edits/serverEdits';
import { elementFrom, targetOf } from '../elements/commands';
import { commands, editors } from '../host/commands';
import { nameOf } from '../host/fileNames';
import type { Held } from '../host/host';
import { panelOnShow } from '../host/panelOnShow';
import { createCoverageSource } from '../portfolios/coverageSource';
import { isAsked } from '../portfolios/standards';
import { delayInMilliseconds, follow, notRunning } from './following';
import type { FromPage, ToPage } from './messages';
import { showPage } from './panel';
import { placesOf, planTableView } from './planTableView';

export interface PlanTableParts {
  readonly client: BaseLanguageClient;
  readonly coverage: Coverage;
  readonly extensionUri: Uri;
}

/** Offers the table for Markdown files from now on. */
export const servePlanTables = (parts: PlanTableParts): Held =>
  window.registerCustomEditorProvider(
    editors.planTable,
    {
      resolveCustomTextEditor: (document, panel) => {
        open(parts, document, panel);
      },
    },
    { webviewOptions: { enableFindWidget: true }, supportsMultipleEditorsPerDocument: true },
  );

function open(
  { client, coverage, extensionUri }: PlanTableParts,
  document: TextDocument,
  panel: WebviewPanel,
): void {
  const uri = document.uri.toString();
  const { isSeen } = panelOnShow(panel);
  let table: PlanTable | undefined;
  const source = createCoverageSource<PlanTable | null>({
    ask: () => client.sendRequest(PlanTableRequest, { uri }),
    wanted: () => client.isRunning() && isSeen(),
    answered: (answer) => {
      table = answer ?? undefined;
      if (answer) post({ kind: 'table', view: planTableView(answer) });
      else post({ kind: 'nothing', why: coverage.hasRead() ? noPlan(document.uri) : reading });
    },
    failed: () => {
      post({ kind: 'nothing', why: notRunning });
    },
    delay: delayInMilliseconds,
  });
  const post = showPage(panel, {
    kind: 'table',
    title: nameOf(document.uri),
    extensionUri,
    heard: (message, reply) =>
      act({ client, coverage, document, table, post: reply, refresh: () => source.refresh() }, message),
    failed: (error) => {
      client.outputChannel.appendLine(`The table of ${nameOf(document.uri)}: ${String(error)}`);
    },
  });
  follow(panel, { client, coverage, source, file: document.uri });
}

interface Acts {
  readonly client: BaseLanguageClient;
  readonly coverage: Coverage;
  readonly document: TextDocument;
  /** As it was shown last. */
  readonly table: PlanTable | undefined;
  readonly post: (message: ToPage) => void;
  readonly refresh: () => Promise<void>;
}

async function act(parts: Acts, message: FromPage): Promise<void> {
  const { client, document, table, post, refresh } = parts;
  const uri = document.uri.toString();
  switch (message.kind) {
    case 'ready':
      await refresh();
      return;
    case 'choices': {
      const { key, typed } = message;
      const choices = await client.sendRequest(PlanChoicesRequest, { uri, key, typed });
      post({ kind: 'choices', key, typed, choices });
      return;
    }
    case 'cells': {
      const { rows, key, values, save = false } = message;
      await edit(parts, {
        name: 'setPlanCells',
        told: { uri, places: table ? placesOf(table, rows) : [], key, text: values[0] ?? '' },
      });
      if (save) await document.save();
      return;
    }
    case 'openRow': {
      const row = table?.rows.find((one) => `${one.table}:${one.row}` === message.row);
      if (row?.element)
        await vscodeCommands.executeCommand(commands.showElement, {
          root: table?.root,
          element: row.element,
        });
      return;
    }
    case 'act':
      await press(parts, message.name, message.rows);
      return;
    case 'save':
      await document.save();
      return;
    // A form says these.
    case 'detail':
    case 'attach':
    case 'addElement':
    case 'removeElement':
    case 'showElement':
    case 'point':
    case 'fix':
    case 'place':
    case 'link':
    case 'editText':
      return;
  }
}

/** What the buttons above the table do. */
async function press(parts: Acts, name: string, rows: readonly string[]): Promise<void> {
  const { document, table } = parts;
  const uri = document.uri.toString();
  const places = table ? placesOf(table, rows) : [];
  switch (name) {
    case 'add':
      await add(parts);
      return;
    case 'complete':
      await edit(parts, { name: 'setPlanCells', told: { uri, places, key: 'progress', text: 'complete' } });
      return;
    case 'remove':
      await edit(parts, { name: 'removePlanRows', told: { uri, places } });
      return;
    case 'sort':
      await edit(parts, { name: 'sortPlan', told: { uri } });
      return;
    case 'text':
      await vscodeCommands.executeCommand('vscode.openWith', document.uri, 'default', ViewColumn.Beside);
  }
}

/** An action for an element that the user picks, in the standard's words and at its place. */
async function add(parts: Acts): Promise<void> {
  const { coverage, table } = parts;
  const element = await elementFrom(coverage.source, undefined, {
    title: 'Add an Action',
    placeholder: 'For which element? Type words or an ID',
    only: ({ node, portfolio }) => isAsked(node.state) && portfolio.root === table?.root,
    none: 'There is no element that applies to you.',
  });
  if (element !== undefined) await edit(parts, { name: 'addAction', told: targetOf(element) });
}

/** Asks for an edit, and says in the table where it was not made. The file stays unsaved: the user sees the change. */
async function edit({ client, post, refresh }: Acts, wanted: ServerEdit): Promise<void> {
  const { applied, message } = await askForEdit(client, wanted);
  await refresh();
  if (!applied) post({ kind: 'refused', key: '', why: message ?? 'Nothing had to be changed.' });
}

const reading = 'Reading the files of the portfolio…';

const noPlan = (uri: Uri): string =>
  `${nameOf(uri)} is no action plan: a plan is called action-plan.md, or says “type: action-plan” in its front matter.`;
