/** The attachments of a piece of evidence: files copied in, web addresses, pages, and what is to go. */
import { Uri, commands as vscodeCommands, window, workspace } from 'vscode';
import type { DetailChoices } from '../../server/lsp/protocol';
import { nameOf } from '../host/fileNames';
import { showError } from '../host/notices';
import { isWebAddress, pageIn, shownName, withPage, withoutPage } from './attachmentText';
import type { Choice } from './choiceRows';
import { chooseOrType } from './chooseOrType';
import { copyIn } from './copyIn';
import { showInput, showPick } from '../host/pickers';

type Values = readonly string[];

type Wanted =
  | { readonly kind: 'files' }
  | { readonly kind: 'address'; readonly address: string }
  | { readonly kind: 'ask' }
  | { readonly kind: 'one'; readonly value: string };

/** All attachments as they are to be; undefined where the user leaves it. */
export async function askAttachments(file: Uri, asked: DetailChoices): Promise<Values | undefined> {
  const { values } = asked;
  const wanted = await addWhat(values);
  switch (wanted?.kind) {
    case 'files':
      return withFiles(values, Uri.parse(asked.folder ?? Uri.joinPath(file, '..').toString()), asked.scope);
    case 'address':
      return [...values, wanted.address];
    case 'ask':
      return withAddress(values);
    case 'one':
      return changed(file, values, wanted.value);
    case undefined:
      return undefined;
  }
}

function addWhat(values: Values): Promise<Wanted | undefined> {
  return chooseOrType<Wanted>({
    title: 'Attachments',
    placeholder: 'Attach files or a web address, or choose an attachment to change it',
    choices: values.map((value): Choice<Wanted> => ({
      value: { kind: 'one', value },
      label: shownName(value),
      words: pageIn(value) === undefined ? value : `page ${pageIn(value) ?? ''} · ${value}`,
      icon: isWebAddress(value) ? 'link' : 'file',
    })),
    actions: [
      { value: { kind: 'files' }, label: 'Attach files from this computer…', icon: 'add' },
      { value: { kind: 'ask' }, label: 'Attach a web address…', icon: 'link' },
    ],
    typed: (text) =>
      isWebAddress(text)
        ? [{ value: { kind: 'address', address: text }, label: text, words: 'attach it', icon: 'link' }]
        : [],
  });
}

/** Files are chosen in VS Code's dialogue, and copied to where the portfolio keeps attachments. */
async function withFiles(
  values: Values,
  folder: Uri,
  scope: string | undefined,
): Promise<Values | undefined> {
  const chosen = await window.showOpenDialog({
    title: 'Attach Files',
    openLabel: 'Attach',
    canSelectMany: true,
  });
  if (chosen === undefined || chosen.length === 0) return undefined;
  const attached: string[] = [];
  for (const source of chosen) {
    const place = await copyIn(source, folder, scope);
    if (place !== undefined) attached.push(place.toString());
  }
  const [only] = attached;
  if (only === undefined) return undefined;
  const isPaged = attached.length === 1 && /\.(?:pdf|docx?|odt)$/i.test(only);
  const page = isPaged ? await askPage(nameOf(Uri.parse(only)), undefined) : undefined;
  return [...values, ...(attached.length === 1 ? [withPage(only, page)] : attached)];
}

async function withAddress(values: Values): Promise<Values | undefined> {
  const address = await showInput({
    title: 'Attach a Web Address',
    prompt: 'The address of the page, as it stands in the browser.',
    placeHolder: 'https://',
    ignoreFocusOut: true,
    validateInput: (typed) =>
      typed.trim() === '' || isWebAddress(typed.trim())
        ? undefined
        : 'An address starts with https:// and has no spaces.',
  });
  return address === undefined || address.trim() === '' ? undefined : [...values, address.trim()];
}

/** What is to become of one that is there. */
async function changed(file: Uri, values: Values, value: string): Promise<Values | undefined> {
  const what = await showPick(
    [
      { label: '$(go-to-file) Open it', what: 'open' },
      { label: '$(book) Say on which page to look…', what: 'page' },
      { label: '$(trash) Take it off this evidence', description: 'the file itself stays', what: 'remove' },
    ] as const,
    { title: shownName(value), placeHolder: value, ignoreFocusOut: true },
  );
  if (what === undefined) return undefined;
  if (what.what === 'remove') return values.filter((one) => one !== value);
  if (what.what === 'page') {
    const page = await askPage(shownName(value), pageIn(value));
    if (page === undefined) return undefined;
    return values.map((one) => (one === value ? withPage(one, page) : one));
  }
  await open(file, value);
  return undefined;
}

async function open(file: Uri, value: string): Promise<void> {
  const bare = withoutPage(value);
  const target = isWebAddress(bare) ? Uri.parse(bare) : Uri.joinPath(file, '..', bare);
  const isThere =
    isWebAddress(bare) ||
    (await workspace.fs.stat(target).then(
      () => true,
      () => false,
    ));
  if (isThere) await vscodeCommands.executeCommand('vscode.open', target);
  else void showError(`${bare} cannot be opened: nothing is there.`);
}

/** Digits; `''` for no page; undefined where the user leaves it. */
async function askPage(name: string, now: string | undefined): Promise<string | undefined> {
  const typed = await showInput({
    title: `Page of ${name}`,
    prompt: 'On which page is what matters? Leave it empty for the whole document.',
    value: now ?? '',
    ignoreFocusOut: true,
    validateInput: (text) => (/^\s*\d{0,5}\s*$/.test(text) ? undefined : 'A page is a number, such as 4.'),
  });
  return typed?.trim();
}
