/** *Evidence: Find Element…*: by words, to one element or to a view of all that fit. */
import { QuickPickItemKind, ThemeIcon, commands as vscodeCommands, type QuickPickItem } from 'vscode';
import { revealCoverage } from '../host/commands';
import { noFilter } from './filter';
import { elementDescription, nodeLabel } from '../words/coverageLabels';
import { count } from '../../server/words/counts';
import { foundWords, type ElementSource } from '../portfolios/elementSource';
import type { CoverageView } from './view';
import { elementsAbout } from './wordFilter';
import { elementsOf, isElementTarget, type ElementIn, type ElementTarget } from '../portfolios/elements';
import { standardNamed } from '../portfolios/standards';
import { fitOf } from '../words/elementWords';
import { offerFirstSteps } from '../host/firstSteps';
import { waitsFrom } from '../host/lateFocus';
import { acceptedRow } from '../host/pickAccepted';
import { stateIcon } from '../words/stateIcons';
import { rowAsItStands } from '../../server/words/asItStands';
import { createPick } from '../host/pickers';

interface Found extends QuickPickItem {
  readonly element?: ElementIn;
  /** Show all that fit these words. */
  readonly words?: string;
}

/** Asks for words; the one element that is chosen is selected in the view, or the view is limited to all that fit. */
export async function findAndReveal(view: CoverageView, source: ElementSource): Promise<void> {
  const portfolios = (await source.current())?.portfolios ?? [];
  if (portfolios.length === 0) {
    await offerFirstSteps();
    return;
  }
  const elements = elementsOf(portfolios);
  const input = createPick<Found>('Find Element', 'Type words of the element or its guidance, or an ID');
  input.value = view.filter().words;
  const fill = (): void => {
    const typed = input.value;
    const items = itemsFor(elements, typed);
    input.items = items;
    if (items.length > 0 || typed.trim() === '') return;
    // No element has all of the words: the server knows which are near.
    void elementsAbout(source, elements, typed).then(({ kind, elements: found }) => {
      if (input.value !== typed || kind === 'own') return;
      const rows = found.map(({ element, because }) => itemOf(element, because.join(', ')));
      const all = kind === 'all' ? [] : showAll(typed.trim(), rows.length);
      input.items = [{ label: foundWords[kind], kind: QuickPickItemKind.Separator }, ...rows, ...all];
    });
  };
  fill();
  const chosen = await new Promise<Found | undefined>((done) => {
    input.onDidChangeValue(fill);
    input.onDidAccept(() => {
      done(acceptedRow(input.activeItems, input.items, ({ kind }) => kind !== QuickPickItemKind.Separator));
      input.hide();
    });
    input.onDidHide(() => {
      done(undefined);
      input.dispose();
    });
    input.show();
  });
  if (chosen?.words !== undefined) {
    await vscodeCommands.executeCommand(revealCoverage);
    view.setFilter({ ...view.filter(), words: chosen.words });
  } else if (chosen?.element !== undefined) {
    const { portfolio, node } = chosen.element;
    await reveal(view, { root: portfolio.root, element: node.id });
  }
}

/** Selects an element in the view: that of a row or argument with `root` and `element`, or the one that the user picks. */
export async function revealElement(view: CoverageView, source: ElementSource, row: unknown): Promise<void> {
  const named = typeof row === 'object' && row !== null && 'target' in row ? row.target : row;
  if (!isElementTarget(named)) return findAndReveal(view, source);
  await source.current();
  await reveal(view, named);
}

async function reveal(view: CoverageView, { root, element }: ElementTarget): Promise<void> {
  await vscodeCommands.executeCommand(revealCoverage);
  const stillWaits = waitsFrom();
  if (await view.reveal(root, element, stillWaits)) return;
  // What the filter hides cannot be selected.
  view.setFilter(noFilter);
  await view.reveal(root, element, stillWaits);
}

function itemsFor(elements: readonly ElementIn[], typed: string): readonly Found[] {
  const words = typed.trim();
  const found = elements.flatMap((element) => {
    const fit = fitOf(
      element.node,
      words,
      element.above.map(({ title }) => title),
    );
    return fit ? [{ element, point: fit.kind === 'guidance' ? fit.point : '' }] : [];
  });
  const rows = [
    ...found.filter(({ point }) => point === ''),
    ...found.filter(({ point }) => point !== ''),
  ].map(({ element, point }) => itemOf(element, point));
  if (words === '' || rows.length === 0) return rows;
  return [...rows, ...showAll(words, rows.length)];
}

const showAll = (words: string, rows: number): readonly Found[] => [
  { label: 'all of them', kind: QuickPickItemKind.Separator },
  {
    words,
    label: `Show ${rows === 1 ? 'only this element' : `only these ${count(rows, 'element')}`} in Coverage`,
    description: `until you clear the filter`,
    iconPath: new ThemeIcon('filter'),
    alwaysShow: true,
  },
];

/** `because`: the words that led there, where they are not its own. */
function itemOf(element: ElementIn, because: string): Found {
  const { node } = element;
  const text = node.text === '' ? node.title : node.text;
  return rowAsItStands({
    element,
    label: nodeLabel(node),
    description: [elementDescription(node), standardNamed(element.portfolio, node)]
      .filter((part) => part !== '')
      .join(' · '),
    detail: because === '' ? text : `“${because}” in: ${text}`,
    ...(node.state === undefined ? {} : { iconPath: stateIcon(node.state) }),
    alwaysShow: true,
  });
}
