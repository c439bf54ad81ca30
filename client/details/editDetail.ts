/** A detail of evidence, asked for with VS Code's own fields and lists: nobody has to go into the block at the top. */
import type { Uri } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  DetailChoicesRequest,
  ThisFileRequest,
  type DetailChoices,
  type FrontMatterKey,
  type GivenValues,
} from '../../server/lsp/protocol';
import { rowAsItStands } from '../../server/words/asItStands';
import { makeEdits } from '../edits/serverEdits';
import { showDone, showInformation } from '../host/notices';
import { nameOf } from '../host/fileNames';
import { askAttachments } from './attachments';
import { chooseDay } from './chooseDay';
import type { Choice } from './choiceRows';
import { chooseOrType } from './chooseOrType';
import { showInput, showPick } from '../host/pickers';

/** What is to stand under a key: none takes it away. */
type Values = readonly string[];

/** Asks what a detail of a file is to say, and has the server write it. Nothing is written where the user leaves it. */
export async function editDetail(client: BaseLanguageClient, file: Uri, key: FrontMatterKey): Promise<void> {
  const asked = await client.sendRequest(DetailChoicesRequest, { uri: file.toString(), key });
  if (asked === null) {
    void showInformation(`${nameOf(file)} is not evidence, so it has no details.`);
    return;
  }
  const values = await valuesFor(client, file, asked);
  if (values !== undefined) await setDetail(client, file, asked, values);
}

/** Takes a detail away. */
export async function removeDetail(
  client: BaseLanguageClient,
  file: Uri,
  key: FrontMatterKey,
): Promise<void> {
  const asked = await client.sendRequest(DetailChoicesRequest, { uri: file.toString(), key });
  if (asked !== null) await setDetail(client, file, asked, []);
}

async function setDetail(
  client: BaseLanguageClient,
  file: Uri,
  { key, label, values: before }: DetailChoices,
  values: Values,
): Promise<void> {
  if (values.length > 0 && values.join('\n') === before.join('\n')) return;
  const told: GivenValues = { [key]: values };
  const edit = { name: 'setDetails', told: { uris: [file.toString()], values: told } } as const;
  if (!(await makeEdits(client, [edit], { files: [file], done: '' }))) return;
  const now = values.length === 0 ? `${label} has been taken away` : `${label} is set`;
  showDone(`${now} in ${nameOf(file)}. Undo takes it back.`);
}

function valuesFor(client: BaseLanguageClient, file: Uri, asked: DetailChoices): Promise<Values | undefined> {
  switch (asked.holds) {
    case 'text':
      return askText(asked);
    case 'person':
    case 'ownNumber':
      return askChoiceOrText(asked);
    case 'choice':
      return askChoice(asked);
    case 'day':
    case 'lastDay':
      return askDay(client, file, asked);
    case 'paths':
      return askAttachments(file, asked);
    case 'identifiers':
    case 'ownIdentifiers':
      return askOwnElements(client, file, asked);
  }
}

async function askText({ label, description, values }: DetailChoices): Promise<Values | undefined> {
  const typed = await showInput({
    title: label,
    prompt: `${description}${values.length > 0 ? ' Leave it empty to take it away.' : ''}`,
    value: values.join(', '),
    ignoreFocusOut: true,
  });
  if (typed === undefined || (typed.trim() === '' && values.length === 0)) return undefined;
  return asValues(typed);
}

const asValues = (text: string): Values => (text.trim() === '' ? [] : [text.trim()]);

/** What takes a value away, where there is one. */
const removing = ({ values }: DetailChoices): readonly Choice<string>[] =>
  values.length === 0 ? [] : [{ value: '', label: takeAway, icon: 'trash' }];

const takeAway = 'Take it away: the file says nothing of it then';

async function askChoiceOrText(asked: DetailChoices): Promise<Values | undefined> {
  const { label, values, choices, description } = asked;
  const chosen = await chooseOrType<string>({
    title: asked.label,
    placeholder: `${values.length > 0 ? `Now: ${values.join(', ')}. ` : ''}Choose, or type another. ${description}`,
    choices: choices.map(({ value, label: said, words }) => ({
      value,
      label: said,
      words: values.includes(value) ? `${words} (now)` : words,
    })),
    actions: removing(asked),
    typed: (text) => [{ value: text, label: text, words: `as the ${label.toLowerCase()}`, icon: 'edit' }],
  });
  return chosen === undefined ? undefined : asValues(chosen);
}

async function askChoice(asked: DetailChoices): Promise<Values | undefined> {
  const { values, choices, description } = asked;
  const chosen = await chooseOrType<string>({
    title: asked.label,
    placeholder: description,
    choices: choices.map(({ value, label, words }) => ({
      value,
      label,
      words: values.includes(value) ? 'now' : '',
      detail: words,
    })),
    actions: removing(asked),
    typed: () => [],
  });
  return chosen === undefined ? undefined : asValues(chosen);
}

async function askDay(
  client: BaseLanguageClient,
  file: Uri,
  asked: DetailChoices,
): Promise<Values | undefined> {
  const { key, values, choices, today = '', holds } = asked;
  const chosen = await chooseDay({
    title: asked.label,
    today,
    current: values[0],
    likely: choices,
    read: async (typed) => {
      const said = await client.sendRequest(DetailChoicesRequest, { uri: file.toString(), key, typed });
      return said?.choices ?? [];
    },
    isPast: holds === 'day',
    none: values.length > 0 ? takeAway : undefined,
  });
  return chosen === undefined ? undefined : asValues(chosen);
}

/** Some of the elements that the file names. */
async function askOwnElements(
  client: BaseLanguageClient,
  file: Uri,
  asked: DetailChoices,
): Promise<Values | undefined> {
  const view = await client.sendRequest(ThisFileRequest, { uri: file.toString() });
  const elements = view?.elements.filter(({ state }) => state !== undefined) ?? [];
  if (elements.length === 0) {
    void showInformation('This file names no element of the standard yet. Add an element first.');
    return undefined;
  }
  const rows = elements.map(({ id, title, text }) =>
    Object.assign(rowAsItStands({ label: `${id} ${title}`, detail: text }), {
      id,
      picked: asked.values.includes(id),
    }),
  );
  const ticked = await showPick(rows, {
    title: asked.label,
    placeHolder: 'Tick the elements for which there is nothing better than this; none takes it away',
    canPickMany: true,
    ignoreFocusOut: true,
    matchOnDetail: true,
  });
  // Nothing was shown and nothing is chosen: what cannot be read there stays.
  return ticked?.length === 0 && asked.values.length === 0 ? undefined : ticked?.map(({ id }) => id);
}
