/** Choosing what the Coverage view shows: one list with sections, several rows at once. */
import { QuickPickItemKind, ThemeIcon, commands as vscodeCommands, window, type QuickPickItem } from 'vscode';
import type { ElementState } from '../server/lsp/protocol';
import type { ActiveFile } from './activeFile';
import { revealCoverage } from './commands';
import { countShown, noFilter, ownersIn, type Filter } from './coverageFilter';
import { count, stateOrder, states } from './coverageLabels';
import type { CoverageSource } from './coverageSource';
import type { CoverageView } from './coverageView';
import { evidenceOf } from './elements';
import { nameOf } from './fileNames';
import { stateIcon } from './stateIcons';

interface Choice extends QuickPickItem {
  readonly state?: ElementState;
  readonly owner?: string;
  readonly inFile?: true;
  readonly words?: string;
}

/** Lets the user choose states, owners and the open file; nothing chosen in a section means no limit by it. */
export async function chooseFilter(
  view: CoverageView,
  source: CoverageSource,
  activeFile: ActiveFile,
): Promise<void> {
  const portfolios = (await source.current())?.portfolios ?? [];
  const nodes = portfolios.flatMap((portfolio) => portfolio.nodes);
  const filter = view.filter();
  const owners = ownersIn(evidenceOf(portfolios).values());
  const file = activeFile.current();
  const items: Choice[] = [
    { label: 'state', kind: QuickPickItemKind.Separator },
    ...stateOrder.map((state): Choice => ({
      state,
      label: states[state].words,
      description: String(countShown(nodes, { ...noFilter, states: new Set([state]) }).shown),
      detail: states[state].meaning,
      iconPath: stateIcon(state),
      picked: filter.states.has(state),
    })),
    ...(filter.words === ''
      ? []
      : [
          { label: 'words', kind: QuickPickItemKind.Separator },
          {
            words: filter.words,
            label: `about “${filter.words}”`,
            description: 'from Find Element',
            iconPath: new ThemeIcon('search'),
            picked: true,
          },
        ]),
    { label: 'this file', kind: QuickPickItemKind.Separator },
    {
      inFile: true,
      label: 'in this file',
      description: file === undefined ? '' : nameOf(file),
      detail: 'Only the elements that the file in the editor names; follows you from file to file',
      iconPath: ThemeIcon.File,
      picked: filter.inFile,
    },
    ...(owners.length === 0 ? [] : [{ label: 'owner', kind: QuickPickItemKind.Separator }]),
    ...owners.map(([owner, files]): Choice => ({
      owner,
      label: owner === '' ? 'no owner' : owner,
      description: count(files, 'file'),
      iconPath: new ThemeIcon(owner === '' ? 'question' : 'person'),
      picked: filter.owners.has(owner),
    })),
  ];
  const picked = await window.showQuickPick(items, {
    canPickMany: true,
    title: 'Filter Coverage',
    placeHolder: 'Tick what you want to see; nothing for all elements',
    matchOnDetail: true,
  });
  if (picked === undefined) return;
  view.setFilter(filterFrom(picked));
  await vscodeCommands.executeCommand(revealCoverage);
}

function filterFrom(picked: readonly Choice[]): Filter {
  const wanted = picked.flatMap(({ state }) => state ?? []);
  return {
    // All states are no limit, and would look like one.
    states: new Set(wanted.length === stateOrder.length ? [] : wanted),
    owners: new Set(picked.flatMap(({ owner }) => owner ?? [])),
    inFile: picked.some(({ inFile }) => inFile),
    words: picked.find(({ words }) => words !== undefined)?.words ?? '',
  };
}
