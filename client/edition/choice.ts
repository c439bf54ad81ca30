/** Which portfolio is moved, and to which standard. */
import { RelativePattern, Uri, window, workspace, type QuickPickItem } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { EditionsRequest, type EditionChoice, type PortfolioCoverage } from '../../server/lsp/protocol';
import { count } from '../../server/words/counts';
import { offerFirstSteps } from '../host/firstSteps';
import type { CoverageSource } from '../portfolios/coverageSource';
import { namesOf } from '../words/perPortfolio';
import { showInformation } from '../host/notices';
import { rowAsItStands } from '../../server/words/asItStands';

const title = 'Move to Another Edition of the Standard';

export async function choosePortfolio(
  source: CoverageSource,
  root: unknown,
): Promise<PortfolioCoverage | undefined> {
  const portfolios = (await source.current())?.portfolios ?? [];
  const [only] = portfolios;
  if (only === undefined) {
    await offerFirstSteps();
    return undefined;
  }
  const meant = portfolios.find((portfolio) => portfolio.root === root);
  if (meant ?? portfolios.length === 1) return meant ?? only;
  const names = namesOf(portfolios);
  const items = portfolios.map((portfolio) =>
    rowAsItStands({ portfolio, label: names.get(portfolio.root) ?? portfolio.title }),
  );
  return (await window.showQuickPick(items, { title, placeHolder: 'Which portfolio?' }))?.portfolio;
}

interface EditionItem extends QuickPickItem {
  readonly choice: EditionChoice;
}

/** More files than these are not looked at: a standard is named in portfolio.yaml then. */
const maximumFiles = 100;

export async function chooseEdition(
  client: BaseLanguageClient,
  { root }: PortfolioCoverage,
): Promise<EditionChoice | undefined> {
  const folder = workspace.getWorkspaceFolder(Uri.parse(root)) ?? Uri.parse(root);
  const files = await workspace.findFiles(
    new RelativePattern(folder, '**/*.{yaml,yml,json}'),
    '**/{node_modules,.git}/**',
    maximumFiles,
  );
  const choices = await client.sendRequest(EditionsRequest, {
    root,
    files: files.map(String).sort(),
  });
  const items = choices.filter(({ isEdition }) => isEdition).map(itemOf);
  if (items.every(({ choice }) => choice.isCurrent))
    void showInformation(
      'There is no other edition in this folder. Bring it as a standard file beside the one that you have, and say under “retired” what has become of the old IDs.',
    );
  return (await window.showQuickPick(items, { title, placeHolder: 'To which one?', matchOnDetail: true }))
    ?.choice;
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
