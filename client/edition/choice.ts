/** To which edition a portfolio is moved. */
import { RelativePattern, Uri, workspace, type QuickPickItem } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  EditionsRequest,
  type EditionChoice,
  type MigrationParams,
  type PortfolioCoverage,
} from '../../server/lsp/protocol';
import { count } from '../../server/words/counts';
import { showInformation } from '../host/notices';
import { rowAsItStands } from '../../server/words/asItStands';
import { showPick } from '../host/pickers';

export const title = 'Move to Another Edition of the Standard';

/** The name of the standard that is moved, where the portfolio has several. */
export type Moved = Pick<MigrationParams, 'of'>;

/** Which of several standards. Undefined where the user leaves. */
export async function chooseStandard(
  { standards = [] }: PortfolioCoverage,
  name: unknown,
): Promise<Moved | undefined> {
  if (standards.length < 2) return {};
  const meant = standards.find((one) => one.name === name);
  if (meant) return { of: meant.name };
  const items = standards.map((standard) =>
    rowAsItStands({ standard, label: standard.name, description: standard.title }),
  );
  const picked = await showPick(items, {
    title,
    placeHolder: 'Which of the standards is moved?',
  });
  return picked && { of: picked.standard.name };
}

interface EditionItem extends QuickPickItem {
  readonly choice: EditionChoice;
}

/** More files than these are not looked at: a standard is named in portfolio.yaml then. */
const maximumFiles = 100;

export async function chooseEdition(
  client: BaseLanguageClient,
  { root }: PortfolioCoverage,
  moved: Moved,
): Promise<EditionChoice | undefined> {
  const folder = workspace.getWorkspaceFolder(Uri.parse(root)) ?? Uri.parse(root);
  const files = await workspace.findFiles(
    new RelativePattern(folder, '**/*.{yaml,yml,json,csv}'),
    '**/{node_modules,.git}/**',
    maximumFiles,
  );
  const choices = await client.sendRequest(EditionsRequest, {
    root,
    ...moved,
    files: files.map(String).sort(),
  });
  const items = choices.filter(({ isEdition }) => isEdition).map(itemOf);
  if (items.every(({ choice }) => choice.isCurrent))
    void showInformation(
      'There is no other edition in this folder. Bring it as a standard file beside the one that you have, and say under “retired” what has become of the old IDs.',
    );
  return (await showPick(items, { title, placeHolder: 'To which one?', matchOnDetail: true }))?.choice;
}

interface MappingItem extends QuickPickItem {
  /** Undefined: none of them. */
  readonly uri: string | undefined;
}

/** What says what has become of IDs, where a file of the folder does. Undefined where the user leaves. */
export async function chooseMapping({
  mappings,
}: EditionChoice): Promise<Pick<MigrationParams, 'mapping'> | undefined> {
  if (mappings.length === 0) return {};
  const items: readonly MappingItem[] = [
    ...mappings.map(({ uri, title: name, pairs }) => {
      const path = workspace.asRelativePath(Uri.parse(uri));
      return rowAsItStands({ uri, label: name || path, description: count(pairs, 'pair'), detail: path });
    }),
    {
      uri: undefined,
      label: 'Without a mapping',
      detail: 'Only by what the standard itself says of retired IDs',
    },
  ];
  const placeHolder = 'A mapping says what has become of the IDs. Shall it lead the way?';
  const picked = await showPick(items, { title, placeHolder, matchOnDetail: true });
  return picked && (picked.uri === undefined ? {} : { mapping: picked.uri });
}

function itemOf(choice: EditionChoice): EditionItem {
  const { standard, title: name, edition, elements, isCurrent } = choice;
  const isFile = /^[a-z][\w+.-]*:/i.test(standard);
  return rowAsItStands({
    choice,
    label: edition === '' ? name : `${name}, edition ${edition}`,
    description: isCurrent ? 'the portfolio’s own: only what it says of retired IDs' : '',
    detail: `${isFile ? workspace.asRelativePath(Uri.parse(standard)) : 'built in'}, ${count(elements, 'element')}`,
  });
}
