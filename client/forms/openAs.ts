/** Opening a file in an editor of ours, or as text; and evidence as a form by itself, where the user wishes so. */
import {
  TabInputText,
  Uri,
  commands as vscodeCommands,
  window,
  workspace,
  type Selection,
  type Tab,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { ThisFileRequest } from '../../server/lsp/protocol';
import type { Coverage } from '../coverage/coverage';
import type { ActiveFile } from '../host/activeFile';
import { commands, contextKeys, editors } from '../host/commands';
import { isMarkdown } from '../host/fileNames';
import { extensionId, type Held } from '../host/host';
import { showInformation } from '../host/notices';

export interface FileInFront extends Held {
  /** The user wants to see this file as text, whatever the setting says. */
  wantsText(file: Uri): void;
}

export interface InFrontParts {
  readonly client: BaseLanguageClient;
  readonly coverage: Coverage;
  readonly activeFile: ActiveFile;
  readonly isPlan: (file: Uri) => boolean;
}

/** Keeps a context key saying what the file in front is, and opens evidence as a form where the setting says so. */
export function watchFileInFront({ client, coverage, activeFile, isPlan }: InFrontParts): FileInFront {
  const asText = new Set<string>();
  const seen = new WeakSet<Tab>();
  const places = rememberPlaces();
  let said = '';
  const look = async (): Promise<void> => {
    const file = activeFile.current();
    const kind = file === undefined ? 'none' : await kindOf(client, file, isPlan);
    if (file?.toString() !== activeFile.current()?.toString()) return;
    if (kind !== said) void vscodeCommands.executeCommand('setContext', contextKeys.file, kind);
    said = kind;
    const tab = window.tabGroups.activeTabGroup.activeTab;
    if (kind !== 'evidence' || tab === undefined || file === undefined || seen.has(tab)) return;
    // VS Code tells of the tab before it has made the editor in it, which says where the cursor is.
    if (tab.input instanceof TabInputText && !isBeingEdited(file)) return;
    seen.add(tab);
    const isMeant = opensAsForm() && !asText.has(file.toString()) && isText(tab, file);
    if (isMeant && !places.leadsElsewhere(file)) await reopen(tab, file);
  };
  const parts: readonly Held[] = [
    places,
    activeFile.onDidChange(() => void look()),
    window.onDidChangeActiveTextEditor((editor) => {
      if (editor !== undefined) void look();
    }),
    window.tabGroups.onDidChangeTabs(({ opened, closed }) => {
      for (const { input } of closed) {
        if (!(input instanceof TabInputText)) continue;
        asText.delete(input.uri.toString());
        places.closed(input.uri);
      }
      if (opened.length > 0) void look();
    }),
    coverage.onDidChange(() => void look()),
  ];
  void look();
  return {
    wantsText: (file) => void asText.add(file.toString()),
    dispose: () => {
      for (const part of parts) part.dispose();
    },
  };
}

async function kindOf(
  client: BaseLanguageClient,
  file: Uri,
  isPlan: (file: Uri) => boolean,
): Promise<'evidence' | 'plan' | 'none'> {
  if (isPlan(file)) return 'plan';
  if (!isMarkdown(file) || !client.isRunning()) return 'none';
  const found = await client.sendRequest(ThisFileRequest, { uri: file.toString() });
  return found === null ? 'none' : 'evidence';
}

const opensAsForm = (): boolean =>
  workspace.getConfiguration(extensionId).get<string>('openEvidenceAs') === 'form';

const isText = ({ input }: Tab, file: Uri): boolean =>
  input instanceof TabInputText && input.uri.toString() === file.toString();

interface Places extends Held {
  closed(file: Uri): void;
  /** A finding, a search or a link leads to a place in the text: then that is what the user wants to see. */
  leadsElsewhere(file: Uri): boolean;
}

/** VS Code opens a text where its cursor was when it was closed; nobody has asked for that place. */
function rememberPlaces(): Places {
  const now = new Map<string, Selection>();
  const left = new Map<string, Selection>();
  const changes = window.onDidChangeTextEditorSelection(({ textEditor, selections: [selection] }) => {
    if (selection && isMarkdown(textEditor.document.uri))
      now.set(textEditor.document.uri.toString(), selection);
  });
  return {
    closed: (file) => {
      const place = now.get(file.toString());
      if (place) left.set(file.toString(), place);
    },
    leadsElsewhere: (file) => {
      const selection = window.activeTextEditor?.selection;
      if (!selection || !isBeingEdited(file)) return true;
      const isAtTop = selection.isEmpty && selection.active.line === 0;
      return !isAtTop && left.get(file.toString())?.isEqual(selection) !== true;
    },
    dispose: () => {
      changes.dispose();
    },
  };
}

const isBeingEdited = (file: Uri): boolean =>
  window.activeTextEditor?.document.uri.toString() === file.toString();

async function reopen(tab: Tab, file: Uri): Promise<void> {
  const { viewColumn } = tab.group;
  await vscodeCommands.executeCommand('vscode.openWith', file, editors.form, {
    viewColumn,
    preview: tab.isPreview,
  });
  const left = window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .filter(({ input, isDirty, group }) => {
      if (!(input instanceof TabInputText) || isDirty || group.viewColumn !== viewColumn) return false;
      return input.uri.toString() === file.toString();
    });
  if (left.length > 0) await window.tabGroups.close(left, true);
}

/** The handlers of these commands, by the commands' ids. Each takes the file that it was chosen on, if any. */
export function openAsCommands(
  activeFile: ActiveFile,
  inFront: FileInFront,
): Readonly<Record<string, (...args: unknown[]) => unknown>> {
  const fileFrom = (argument: unknown): Uri | undefined =>
    argument instanceof Uri ? argument : isTarget(argument) ? Uri.parse(argument.uri) : activeFile.current();
  const openIn = async (argument: unknown, editor: string, what: string): Promise<void> => {
    const file = fileFrom(argument);
    if (file === undefined || !isMarkdown(file))
      void showInformation(
        `Open the file first, or choose it in the Explorer: a Markdown file that is ${what}.`,
      );
    else await vscodeCommands.executeCommand('vscode.openWith', file, editor);
  };
  return {
    [commands.openAsForm]: (file) => openIn(file, editors.form, 'evidence'),
    [commands.openAsTable]: (file) => openIn(file, editors.planTable, 'an action plan'),
    [commands.openAsText]: async (argument) => {
      const file = fileFrom(argument);
      if (file !== undefined) inFront.wantsText(file);
      await openIn(argument, 'default', 'evidence or an action plan');
    },
  };
}

const isTarget = (value: unknown): value is { readonly uri: string } =>
  typeof value === 'object' && value !== null && 'uri' in value && typeof value.uri === 'string';
