/** What would become of files, shown before anything is written: a report, and the changes line by line. */
import { EventEmitter, Uri, commands as vscodeCommands, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { previewScheme, type ChangePreview } from '../../server/lsp/protocol';
import { lowerFirst } from '../../server/words/capitals';
import { count } from '../../server/words/counts';
import { escapeEveryMark } from '../../server/words/markdown';
import { contextKeys } from '../host/commands';
import type { Held } from '../host/host';
import { showInformation, showWarning } from '../host/notices';
import { closePages, sayWhetherInFront, type Pages } from '../host/pageTabs';
import { showRenderedMarkdown } from '../pages/markdownPreview';
import type { Change, Refused, Shown } from './change';
import { changeDocuments, type ChangeDocuments } from './changeDocuments';
import { chooseColumns } from './columnPick';
import { makeChange } from './makeChange';

export interface Previews extends Held {
  /** Shows what a change would do; it is written when the user says so. */
  show(change: Change): Promise<void>;
  /** Writes the change that is on show. */
  apply(): Promise<void>;
  /** Shows it line by line. */
  showChanges(): Promise<void>;
  /** Lets the user say what the columns of the file mean, and shows what would change then. */
  chooseColumns(): Promise<void>;
  /** Leaves everything as it is. */
  drop(): Promise<void>;
  /** Shows a page on which there is nothing to choose. @param name ends with `.md`; @param text Markdown */
  showPage(name: string, text: string): Promise<void>;
}

const reportName = 'What would change.md';
const reportUri = Uri.from({ scheme: previewScheme, path: `/${reportName}` });
const pages: Pages = { scheme: previewScheme, isLabel: (label) => label.endsWith(reportName) };

/** What a page says that is still open, or has come back with a window, when there is nothing to choose any longer. */
const over = 'There is nothing to choose here any longer. Choose the command again.\n';

interface Pending {
  readonly change: Change;
  readonly shown: Shown;
}

/** What is on show, and where it is shown. */
interface Desk {
  readonly client: BaseLanguageClient;
  readonly write: (uri: Uri, text: string) => void;
  readonly documents: ChangeDocuments;
  pending: Pending | undefined;
}

/** Serves previews from now on; one at a time. */
export function servePreviews(client: BaseLanguageClient): Previews {
  const texts = new Map<string, string>();
  const changed = new EventEmitter<Uri>();
  const write = (uri: Uri, text: string): void => {
    texts.set(uri.toString(), text);
    changed.fire(uri);
  };
  const desk: Desk = { client, write, documents: changeDocuments(write), pending: undefined };
  const provider = workspace.registerTextDocumentContentProvider(previewScheme, {
    onDidChange: changed.event,
    provideTextDocumentContent: (uri) =>
      texts.get(uri.toString()) ?? (uri.path === reportUri.path ? over : ''),
  });
  const front = sayWhetherInFront(contextKeys.previewPage, pages);
  return {
    show: (change) => offer(desk, change),
    apply: () => apply(desk),
    showChanges: () => showChanges(desk),
    chooseColumns: () => changeColumns(desk),
    drop: () => end(desk),
    showPage: async (name, text) => {
      const uri = Uri.from({ scheme: previewScheme, path: `/${name}` });
      write(uri, text);
      await showRenderedMarkdown(uri);
    },
    dispose: () => {
      front.dispose();
      provider.dispose();
      changed.dispose();
    },
  };
}

/** Whether there is something to be written, and it can be. */
const isOpen = ({ write }: Change, { edit }: Shown): boolean => edit !== null || write !== undefined;

async function offer(desk: Desk, change: Change): Promise<void> {
  const preview = await change.ask();
  await end(desk);
  if (preview.kind === 'refused') return sayWhyNot(desk, change, preview);
  if (!isOpen(change, preview)) {
    await sayNothing(change, preview, () => showReport(desk, change, preview));
    return;
  }
  setPending(desk, { change, shown: preview });
  await showReport(desk, change, preview);
  await askUser(desk, change, preview);
}

async function askUser(desk: Desk, change: Change, shown: Shown): Promise<void> {
  const said = `${change.title}: ${summaryOf(shown)}. Nothing is written yet.`;
  const lines = shown.files.length > 0 ? ['Show Changes'] : [];
  const picked = await showInformation(said, 'Apply', ...lines, 'Cancel');
  if (picked === undefined) return;
  // Another one may have come, or this one may have been chosen about where it is shown: VS Code takes no message back.
  if (desk.pending?.shown !== shown) {
    if (picked !== 'Cancel') void showInformation(nothingAnyLonger);
    return;
  }
  if (picked === 'Apply') return apply(desk);
  if (picked === 'Cancel') return end(desk);
  await showChanges(desk);
  return askUser(desk, change, shown);
}

/** Where nothing of ours is seen in a file, somebody who knows it may say which column is which. */
async function sayWhyNot(desk: Desk, change: Change, refusal: Refused): Promise<void> {
  const canChoose = change.columns !== undefined && (refusal.columns ?? []).length > 1;
  const picked = await showWarning(refusal.message, ...(canChoose ? ['Choose Columns…'] : []));
  if (picked !== undefined) await offerWithColumns(desk, change, refusal);
}

async function changeColumns(desk: Desk): Promise<void> {
  const { pending } = desk;
  if (pending?.change.columns === undefined) {
    void showInformation('There are no columns to choose. Import a file first.');
    return;
  }
  await offerWithColumns(desk, pending.change, pending.shown);
}

async function offerWithColumns(desk: Desk, change: Change, answer: ChangePreview): Promise<void> {
  const chosen = await chooseColumns(change, answer);
  if (chosen !== undefined) await offer(desk, chosen);
}

const nothingAnyLonger =
  'This is not to be chosen any longer: it has been written or left, or another change is on show.';

const nothingThere =
  'There is nothing to choose. Import a file first, or choose another command that shows what it would change.';

async function showChanges({ pending, documents }: Desk): Promise<void> {
  if (pending === undefined) void showInformation(nothingThere);
  else await documents.show(pending.change.title, pending.shown);
}

async function apply(desk: Desk): Promise<void> {
  if (desk.pending === undefined) {
    void showInformation(nothingThere);
    return;
  }
  const { change, shown } = desk.pending;
  const now = await asked(change);
  if (!now || !isSame(now, shown)) {
    if (now) void showWarning('The files have changed meanwhile. Look again at what would be written.');
    await (now ? offer(desk, change) : end(desk));
    return;
  }
  await end(desk);
  if (change.write) await change.write(now);
  else await makeChange(desk.client, change, now);
}

const isSame = (one: Shown, other: Shown): boolean =>
  one.report === other.report && JSON.stringify(one.files) === JSON.stringify(other.files);

async function end(desk: Desk): Promise<void> {
  setPending(desk, undefined);
  await closePages(pages);
  await desk.documents.close();
  desk.write(reportUri, over);
}

function setPending(desk: Desk, pending: Pending | undefined): void {
  desk.pending = pending;
  const say = (key: string, isSo: boolean): void =>
    void vscodeCommands.executeCommand('setContext', key, isSo);
  say(contextKeys.previewing, pending !== undefined);
  say(contextKeys.previewLines, (pending?.shown.files ?? []).length > 0);
  say(contextKeys.previewColumns, pending?.change.columns !== undefined);
}

/** The server's answer; undefined, and the user is told why, where it cannot be done. */
async function asked({ ask }: Change): Promise<Shown | undefined> {
  const preview = await ask();
  if (preview.kind === 'preview') return preview;
  void showWarning(preview.message);
  return undefined;
}

async function sayNothing(
  { title, nothing }: Change,
  { problems, files }: Shown,
  report: () => Promise<void>,
): Promise<void> {
  const show = 'Show Report';
  const said =
    files.length > 0
      ? 'This editor lets nobody write these files.'
      : problems > 0
        ? `${title}: nothing changes, but ${problems === 1 ? 'something needs' : 'some things need'} a look.`
        : nothing;
  const picked = await showInformation(said, ...(problems > 0 ? [show] : []));
  if (picked === show) await report();
}

/** The headings of the report in one line: `added: 16 actions; to be looked at: 2 rows`. */
function summaryOf({ report, files }: Shown): string {
  const headings = [...report.matchAll(/^## (.+: \d.*)$/gm)].map(([, heading = '']) => lowerFirst(heading));
  return headings.length > 0 ? headings.join('; ') : count(files.length, 'file');
}

async function showReport(desk: Desk, change: Change, shown: Shown): Promise<void> {
  const heading = escapeEveryMark(change.title);
  const lines = shown.files.length > 0 ? ' **Show Changes Line by Line**,' : '';
  const state = isOpen(change, shown)
    ? `Nothing is written yet. Choose at the top right of this page: **Write What Is Shown**,${lines} or **Leave Everything as It Is**.`
    : 'Nothing changes.';
  await closePages(pages);
  const columns =
    !isOpen(change, shown) || change.columns === undefined
      ? ''
      : '\n\nIs a column taken for what it is not? Choose **Change Columns…** there.';
  desk.write(reportUri, `# ${heading}\n\n${state}${columns}\n\n${shown.report}`);
  await showRenderedMarkdown(reportUri);
}
