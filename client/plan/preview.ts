/** What would become of an action plan, shown before anything is written: a report, and the changes line by line. */
import { EventEmitter, Uri, commands as vscodeCommands, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { PlanPreview } from '../../server/lsp/protocol';
import { contextKeys } from '../host/commands';
import type { Held } from '../host/host';
import { showRenderedMarkdown } from '../pages/markdownPreview';
import type { PlanChange } from './change';
import { chooseColumns } from './columnPick';
import { closePages, sayWhetherInFront, type Pages } from '../host/pageTabs';
import { escapeEveryMark } from '../../server/words/markdown';
import { lowerFirst } from '../../server/words/capitals';
import { showInformation, showWarning } from '../host/notices';

type Shown = Extract<PlanPreview, { kind: 'preview' }>;
type Refused = Extract<PlanPreview, { kind: 'refused' }>;

export interface PlanPreviews extends Held {
  /** Shows what a change would do; it is written when the user says so. */
  show(change: PlanChange): Promise<void>;
  /** Writes the change that is on show. */
  apply(): Promise<void>;
  /** Shows it line by line. */
  showChanges(): Promise<void>;
  /** Lets the user say what the columns of the file mean, and shows what would change then. */
  chooseColumns(): Promise<void>;
  /** Leaves the plan as it is. */
  drop(): Promise<void>;
}

const scheme = 'evidence-portfolio-plan';
const reportName = 'What changes in the plan.md';
const reportUri = Uri.from({ scheme, path: `/${reportName}` });
const beforeUri = Uri.from({ scheme, path: '/before/action-plan.md' });
const afterUri = Uri.from({ scheme, path: '/after/action-plan.md' });

const pages: Pages = { scheme, isLabel: (label) => label.endsWith(reportName) };

/** What a page says that is still open, or has come back with a window, when there is nothing to choose any longer. */
const over =
  'There is nothing to choose here any longer. Import the plan again, or add missing actions again.\n';

interface Pending {
  readonly change: PlanChange;
  readonly shown: Shown;
}

/** What is on show, and where it is shown. */
interface Desk {
  readonly client: BaseLanguageClient;
  readonly write: (uri: Uri, text: string) => void;
  pending: Pending | undefined;
}

/** Serves previews from now on; one at a time. */
export function servePlanPreviews(client: BaseLanguageClient): PlanPreviews {
  const texts = new Map<string, string>();
  const changed = new EventEmitter<Uri>();
  const write = (uri: Uri, text: string): void => {
    texts.set(uri.toString(), text);
    changed.fire(uri);
  };
  const desk: Desk = { client, write, pending: undefined };
  const provider = workspace.registerTextDocumentContentProvider(scheme, {
    onDidChange: changed.event,
    provideTextDocumentContent: (uri) =>
      texts.get(uri.toString()) ?? (uri.path === reportUri.path ? over : ''),
  });
  const front = sayWhetherInFront(contextKeys.planPage, pages);
  return {
    show: (change) => offer(desk, change),
    apply: () => apply(desk),
    showChanges: () => showChanges(desk),
    chooseColumns: () => changeColumns(desk),
    drop: () => end(desk),
    dispose: () => {
      front.dispose();
      provider.dispose();
      changed.dispose();
    },
  };
}

async function offer(desk: Desk, change: PlanChange): Promise<void> {
  const preview = await change.ask();
  await end(desk);
  if (preview.kind === 'refused') return sayWhyNot(desk, change, preview);
  const shown = preview;
  if (shown.edit === null) {
    await sayNothing(change, shown, () => showReport(desk, change, shown));
    return;
  }
  setPending(desk, { change, shown });
  desk.write(beforeUri, '');
  desk.write(afterUri, shown.text);
  await showReport(desk, change, shown);
  await askUser(desk, change, shown);
}

async function askUser(desk: Desk, change: PlanChange, shown: Shown): Promise<void> {
  const said = `${change.title}: ${summaryOf(shown)}. Nothing is written yet.`;
  const picked = await showInformation(said, 'Apply', 'Show Changes', 'Cancel');
  // Another one may have come, or this one may have been chosen about where it is shown.
  if (desk.pending?.shown !== shown || picked === undefined) return;
  if (picked === 'Apply') return apply(desk);
  if (picked === 'Cancel') return end(desk);
  await showChanges(desk);
  return askUser(desk, change, shown);
}

/** Where no plan is seen in a file, somebody who knows it may say which column is which. */
async function sayWhyNot(desk: Desk, change: PlanChange, refusal: Refused): Promise<void> {
  const canChoose = change.columns !== undefined && (refusal.columns ?? []).length > 1;
  const picked = await showWarning(refusal.message, ...(canChoose ? ['Choose Columns…'] : []));
  if (picked !== undefined) await offerWithColumns(desk, change, refusal);
}

async function changeColumns(desk: Desk): Promise<void> {
  const { pending } = desk;
  if (pending?.change.columns === undefined) {
    void showInformation('There are no columns to choose. Import a plan first.');
    return;
  }
  await offerWithColumns(desk, pending.change, pending.shown);
}

async function offerWithColumns(desk: Desk, change: PlanChange, answer: PlanPreview): Promise<void> {
  const chosen = await chooseColumns(change, answer);
  if (chosen !== undefined) await offer(desk, chosen);
}

const nothingThere = 'There is nothing to choose. Import a plan first, or add missing actions.';

async function showChanges({ pending }: Desk): Promise<void> {
  if (pending === undefined) {
    void showInformation(nothingThere);
    return;
  }
  const { change, shown } = pending;
  const before = shown.isNew ? beforeUri : Uri.parse(shown.uri);
  const title = `${change.title} (the plan now ↔ afterwards)`;
  await vscodeCommands.executeCommand('vscode.diff', before, afterUri, title, { preview: false });
}

async function apply(desk: Desk): Promise<void> {
  if (desk.pending === undefined) {
    void showInformation(nothingThere);
    return;
  }
  const { change, shown } = desk.pending;
  const now = await asked(change);
  if (now?.text !== shown.text) {
    if (now) void showWarning('The plan is another one by now. Look again at what would change.');
    await (now ? offer(desk, change) : end(desk));
    return;
  }
  await end(desk);
  const edit = await desk.client.protocol2CodeConverter.asWorkspaceEdit(now.edit);
  if (edit === undefined || !(await workspace.applyEdit(edit))) {
    void showWarning('The plan could not be changed.');
    return;
  }
  await window.showTextDocument(Uri.parse(now.uri), { preview: false });
  window.setStatusBarMessage(`${change.title}: done. Undo takes it back.`, 8000);
}

async function end(desk: Desk): Promise<void> {
  setPending(desk, undefined);
  await closePages(pages);
  desk.write(reportUri, over);
}

function setPending(desk: Desk, pending: Pending | undefined): void {
  desk.pending = pending;
  void vscodeCommands.executeCommand('setContext', contextKeys.planPreview, pending !== undefined);
  const hasColumns = pending?.change.columns !== undefined;
  void vscodeCommands.executeCommand('setContext', contextKeys.planColumns, hasColumns);
}

/** The server's answer; undefined, and the user is told why, where it cannot be done. */
async function asked({ ask }: PlanChange): Promise<Shown | undefined> {
  const preview = await ask();
  if (preview.kind === 'preview') return preview;
  void showWarning(preview.message);
  return undefined;
}

async function sayNothing(
  { title, nothing }: PlanChange,
  { problems, text, isNew }: Shown,
  report: () => Promise<void>,
): Promise<void> {
  const show = 'Show Report';
  const said =
    isNew && text !== ''
      ? 'This editor lets nobody create files here.'
      : problems > 0
        ? `${title}: nothing changes, but some rows need a look.`
        : nothing;
  const picked = await showInformation(said, ...(problems > 0 ? [show] : []));
  if (picked === show) await report();
}

/** The headings of the report in one line: `added: 16 actions; to be looked at: 2 rows`. */
const summaryOf = ({ report }: Shown): string =>
  [...report.matchAll(/^## (.+: \d.*)$/gm)].map(([, heading = '']) => lowerFirst(heading)).join('; ');

async function showReport({ write }: Desk, change: PlanChange, { report, edit }: Shown): Promise<void> {
  const heading = escapeEveryMark(change.title);
  const state =
    edit === null
      ? 'Nothing changes.'
      : 'Nothing is written yet. Choose at the top right of this page: **Apply Changes to the Action Plan**, **Show Changes Line by Line**, or **Leave the Action Plan as It Is**.';
  await closePages(pages);
  const columns =
    edit === null || change.columns === undefined
      ? ''
      : '\n\nIs a column taken for what it is not? Choose **Change Columns…** there.';
  write(reportUri, `# ${heading}\n\n${state}${columns}\n\n${report}`);
  await showRenderedMarkdown(reportUri);
}
