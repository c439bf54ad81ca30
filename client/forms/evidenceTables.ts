/** *Evidence as Table*: all evidence of a portfolio, a row for each file, with what all chosen files are to have. */
import { Uri, ViewColumn, commands as vscodeCommands, window, type WebviewPanel } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { EvidenceTableRequest, type EvidenceTable } from '../../server/lsp/protocol';
import { count } from '../../server/words/counts';
import type { Coverage } from '../coverage/coverage';
import { editFiles, type MadeEdits, type ServerEdit } from '../edits/serverEdits';
import { commands, editors, evidenceTablePanel } from '../host/commands';
import { panelOnShow } from '../host/panelOnShow';
import { choosePortfolio } from '../portfolios/choose';
import { createCoverageSource } from '../portfolios/coverageSource';
import { choicesFor, settledValues } from './detailValues';
import { evidenceTableView } from './evidenceTableView';
import { delayInMilliseconds, follow, notRunning } from './following';
import type { FromPage, ToPage } from './messages';
import { showPage } from './panel';

export interface TableParts {
  readonly client: BaseLanguageClient;
  readonly coverage: Coverage;
  readonly extensionUri: Uri;
}

/** The handler of the command, by its id. */
export function evidenceTableCommands(
  parts: TableParts,
): Readonly<Record<string, (...args: unknown[]) => unknown>> {
  const panels = new Map<string, WebviewPanel>();
  return {
    [commands.openEvidenceTable]: async () => {
      const root = await chooseRoot(parts);
      if (root === undefined) return;
      const known = panels.get(root);
      if (known) {
        known.reveal();
        return;
      }
      const panel = window.createWebviewPanel(evidenceTablePanel, 'Evidence', ViewColumn.Active, {
        enableFindWidget: true,
      });
      panels.set(root, panel);
      panel.onDidDispose(() => panels.delete(root));
      open(parts, root, panel);
    },
  };
}

/** The only portfolio, or the one that the user chooses. */
async function chooseRoot({ coverage }: TableParts): Promise<string | undefined> {
  const portfolios = (await coverage.source.current())?.portfolios ?? [];
  return (await choosePortfolio(portfolios, undefined, 'Open Evidence as Table'))?.root;
}

function open({ client, coverage, extensionUri }: TableParts, root: string, panel: WebviewPanel): void {
  const { isSeen } = panelOnShow(panel);
  let table: EvidenceTable | undefined;
  const made: MadeEdits[] = [];
  const source = createCoverageSource<EvidenceTable | undefined>({
    ask: async () => (await client.sendRequest(EvidenceTableRequest, { root })) ?? undefined,
    wanted: () => client.isRunning() && isSeen(),
    answered: (answer) => {
      table = answer;
      if (answer) post({ kind: 'table', view: evidenceTableView(answer) });
      else post({ kind: 'nothing', why: 'This portfolio is no longer open.' });
    },
    failed: () => {
      post({ kind: 'nothing', why: notRunning });
    },
    delay: delayInMilliseconds,
  });
  const post = showPage(panel, {
    kind: 'table',
    title: 'Evidence',
    extensionUri,
    heard: (message, reply) =>
      act({ client, table, made, post: reply, refresh: () => source.refresh() }, message),
    failed: (error) => {
      client.outputChannel.appendLine(`The table of evidence: ${String(error)}`);
    },
  });
  follow(panel, { client, coverage, source });
}

interface Acts {
  readonly client: BaseLanguageClient;
  readonly table: EvidenceTable | undefined;
  /** What can be taken back, the newest last. */
  readonly made: MadeEdits[];
  readonly post: (message: ToPage) => void;
  readonly refresh: () => Promise<void>;
}

async function act(parts: Acts, message: FromPage): Promise<void> {
  const { client, table, post, refresh } = parts;
  if (message.kind === 'ready') await refresh();
  else if (message.kind === 'choices') {
    const { key, typed, row = '' } = message;
    post({ kind: 'choices', key, typed, choices: await choicesFor(client, row, key, typed) });
  } else if (message.kind === 'openRow' && isIn(table, message.row))
    await vscodeCommands.executeCommand('vscode.openWith', Uri.parse(message.row), editors.form);
  else if (message.kind === 'cells') await setCells(parts, message);
  else if (message.kind === 'act' && message.name === 'undo') await takeBack(parts);
  else if (message.kind === 'act' && message.name === 'reviewed') {
    const rows = message.rows.filter((row) => isIn(table, row));
    const edits = rows.map((uri): ServerEdit => ({ name: 'markReviewed', told: { uri } }));
    await edit(parts, { edits, rows, done: `${count(rows.length, 'file')} marked as reviewed today` });
  }
}

/** A page names files of its table only. */
const isIn = (table: EvidenceTable | undefined, row: string): boolean =>
  table?.rows.some(({ uri }) => uri === row) === true;

async function setCells(
  parts: Acts,
  { rows: named, key, values, isTyped = false }: Extract<FromPage, { readonly kind: 'cells' }>,
): Promise<void> {
  const { client, table, post } = parts;
  const column = table?.columns.find((one) => one.key === key);
  const rows = named.filter((row) => isIn(table, row));
  const [first] = rows;
  if (!column || first === undefined) return;
  const settled = await settledValues(client, { uri: first, detail: column, values, isTyped });
  if (settled.kind === 'refused') {
    post({ kind: 'refused', key, why: settled.why });
    return;
  }
  const what = settled.values.length === 0 ? 'nothing' : settled.values.join(', ');
  const told = { uris: rows, values: { [column.key]: settled.values } };
  await edit(parts, {
    edits: [{ name: 'setDetails', told }],
    rows,
    done: `${column.label} of ${count(rows.length, 'file')} is ${what} now`,
  });
}

interface Change {
  readonly edits: readonly ServerEdit[];
  readonly rows: readonly string[];
  /** As a sentence without a full stop. */
  readonly done: string;
}

/** Files that are not on show are saved; all is taken back in one step. */
async function edit({ client, made, post, refresh }: Acts, { edits, rows, done }: Change): Promise<void> {
  const result = await editFiles(
    client,
    edits,
    rows.map((row) => Uri.parse(row)),
  );
  const [why] = result.failures;
  if (result.applied) {
    made.push(result);
    post({ kind: 'said', words: `${done}.` });
  }
  await refresh();
  if (why !== undefined) post({ kind: 'refused', key: '', why });
}

async function takeBack({ made, post, refresh }: Acts): Promise<void> {
  const last = made.pop();
  await last?.undo();
  await refresh();
  post({ kind: 'said', words: last ? 'Taken back.' : 'There is nothing to take back.' });
}
