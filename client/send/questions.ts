/** What is asked before a version is saved or sent, with VS Code's own dialogues. */
import {
  commands as vscodeCommands,
  DiagnosticSeverity,
  languages,
  ThemeIcon,
  window,
  workspace,
  type QuickPickItem,
  type TextDocument,
  type Uri,
} from 'vscode';
import { rowAsItStands } from '../../server/words/asItStands';
import { count } from '../../server/words/counts';
import { oneLine } from '../../server/words/oneLine';
import { nameOf, pathWithin } from '../host/fileNames';
import { extensionName } from '../host/host';
import { askWhether, askWhich, showWarning } from '../host/notices';
import { hasMarks, type ChangedFile } from './changedFiles';
import type { Questions, Wish } from './send';
import { namesInWords } from './words';
import { showInput, showPick } from '../host/pickers';

export interface Asked {
  readonly isOurs: (uri: Uri) => boolean;
  /** URI of the folder in which paths are said. */
  readonly folder: string;
  /** Proposes a message about these files. */
  readonly sentence: (files: readonly ChangedFile[]) => Promise<string>;
  /** What is remembered of a message that was not used. */
  readonly draft: { get(): string | undefined; set(message: string): Promise<void> };
}

export const titles: Readonly<Record<Wish, string>> = {
  save: 'Save a Version',
  review: 'Send for Review',
};

export function questionsOf({ isOurs, folder, sentence, draft }: Asked): Questions {
  return {
    saveOpen: () => saveOpen(isOurs),
    goOnWithErrors: () => goOnWithErrors(isOurs),
    choose: (files, wish) => choose(files, wish, folder),
    sendTogether: (files) => {
      const names = namesInWords(files.map(({ uri }) => pathWithin(folder, uri)));
      return askWhether(
        `Somebody has marked ${count(files.length, 'more file')} to go into the next version, and VS Code saves them all together: ${names}.`,
        ['To keep them back, click the minus beside them in the view Source Control first.'],
        'Let Them Go Too',
      );
    },
    message: async (files, { wish, isMerging }) => {
      const proposed = draft.get() ?? (isMerging ? 'Bring in the others’ work' : await sentence(files));
      const message = await showInput({
        title: isMerging ? titles[wish] : `${titles[wish]} (2 of 2): What Has Changed`,
        prompt: 'In a sentence, for those who read it later. Enter goes on.',
        value: proposed,
        ignoreFocusOut: true,
        validateInput: (value) => (value.trim() === '' ? 'Say in a few words what has changed.' : undefined),
      });
      if (message !== undefined) await draft.set(message);
      return message;
    },
    person,
    unsettled: async (files) => {
      const open = await Promise.all(files.map(async (uri) => ((await isMarked(uri)) ? [uri] : [])));
      return open.flat();
    },
  };
}

async function saveOpen(isOurs: (uri: Uri) => boolean): Promise<boolean> {
  const unsaved = workspace.textDocuments.filter(
    ({ isDirty, isUntitled, uri }) => isDirty && !isUntitled && isOurs(uri),
  );
  if (unsaved.length === 0) return true;
  const save = unsaved.length === 1 ? 'Save It and Go On' : 'Save Them and Go On';
  const names = namesInWords(unsaved.map(({ uri }) => nameOf(uri)));
  const question = `You have changed ${names} and not saved ${unsaved.length === 1 ? 'it' : 'them'} yet.`;
  if (!(await askWhether(question, [], save))) return false;
  const saved = await Promise.all(unsaved.map((document: TextDocument) => document.save()));
  if (!saved.includes(false)) return true;
  void showWarning(
    'Not every file could be saved, so nothing has been done. Save them yourself, and try again.',
  );
  return false;
}

/** Errors as the Problems panel shows them: a portfolio that is sent with them is sent knowingly. */
async function goOnWithErrors(isOurs: (uri: Uri) => boolean): Promise<boolean> {
  const found = languages.getDiagnostics().flatMap(([uri, all]) => {
    const errors = all.filter(
      ({ source, severity }) => source === extensionName && severity === DiagnosticSeverity.Error,
    );
    return errors.length > 0 && isOurs(uri) ? [{ uri, errors }] : [];
  });
  const [first] = found;
  const [error] = first?.errors ?? [];
  if (first === undefined || error === undefined) return true;
  const goOn = 'Go On All the Same';
  const show = 'Show Them';
  const number = found.reduce((sum, { errors }) => sum + errors.length, 0);
  const names = namesInWords(found.map(({ uri }) => nameOf(uri)));
  const picked = await askWhich(
    `The portfolio has ${count(number, 'error')}, in ${names}.`,
    [`“${oneLine(error.message)}”${number > 1 ? ' and others' : ''}`],
    show,
    goOn,
  );
  if (picked === show) {
    await window.showTextDocument(first.uri, { selection: error.range });
    await vscodeCommands.executeCommand('workbench.actions.view.problems');
  }
  return picked === goOn;
}

interface FileRow extends QuickPickItem {
  readonly file: ChangedFile;
}

const icons: Readonly<Record<ChangedFile['change'], string>> = {
  new: 'diff-added',
  changed: 'diff-modified',
  removed: 'diff-removed',
  moved: 'diff-renamed',
};

async function choose(
  files: readonly ChangedFile[],
  wish: Wish,
  folder: string,
): Promise<readonly ChangedFile[] | undefined> {
  const items = files.map((file): FileRow => ({
    ...rowAsItStands({
      label: nameOf(file.uri),
      description: `${file.change} · ${pathWithin(folder, file.uri)}`,
    }),
    iconPath: new ThemeIcon(icons[file.change]),
    picked: true,
    file,
  }));
  const picked = await showPick(items, {
    title: `${titles[wish]} (1 of 2): Which Files`,
    placeHolder: 'All that has changed in the portfolio goes into the version. Take out what is not ready.',
    canPickMany: true,
    matchOnDescription: true,
    ignoreFocusOut: true,
  });
  return picked?.map(({ file }) => file);
}

async function person(): Promise<{ readonly name: string; readonly email: string } | undefined> {
  const ask = (title: string, prompt: string, isGood: (value: string) => boolean) =>
    showInput({
      title,
      prompt,
      ignoreFocusOut: true,
      validateInput: (value) => (isGood(value.trim()) ? undefined : prompt),
    });
  const name = await ask(
    'Who Are You? (1 of 2)',
    'Your name. It stands beside each version that you save in this folder, for all who see it.',
    (value) => /^[^<>\n]+$/.test(value),
  );
  if (name === undefined) return undefined;
  const email = await ask(
    'Who Are You? (2 of 2)',
    'Your e-mail address, as at the shared place. It stands beside your name.',
    (value) => /^[^\s<>@]+@[^\s<>@]+$/.test(value),
  );
  return email === undefined ? undefined : { name: name.trim(), email: email.trim() };
}

/** A file that is not there any longer, or is no text, has no marks: what is on the disk is what was decided. */
async function isMarked(uri: Uri): Promise<boolean> {
  try {
    return hasMarks(new TextDecoder().decode(await workspace.fs.readFile(uri)));
  } catch {
    return false;
  }
}
