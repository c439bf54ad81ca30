/** Choosing elements of the standard by typing: an ID, words of the element, words of its guidance. */
import { QuickPickItemKind, window, type QuickPick, type QuickPickItem } from 'vscode';
import { elementDescription, nodeLabel } from '../words/coverageLabels';
import { elementStates, stateWords } from '../../server/words/states';
import type { CoverageSource } from '../portfolios/coverageSource';
import { elementsOf, type ElementIn } from '../portfolios/elements';
import { fitOf, likelyFor } from '../words/elementWords';
import { offerFirstSteps } from '../host/firstSteps';
import { acceptedRow } from '../host/pickAccepted';
import { stateIcon } from '../words/stateIcons';

export interface ElementPickOptions {
  readonly title: string;
  readonly placeholder: string;
  /** Which elements may be chosen; all of them where it is left out. */
  readonly only?: (element: ElementIn) => boolean;
  /** Elements that fit this text well come first. */
  readonly likely?: string;
  /** In the order of the standard rather than by state, those without evidence first. */
  readonly inOrder?: boolean;
  /** What is said where there is nothing to choose from. */
  readonly none?: string;
}

/** Lets the user choose one element; undefined where they do not. */
export async function pickElement(
  source: CoverageSource,
  options: ElementPickOptions,
): Promise<ElementIn | undefined> {
  const picked = await pick(source, options, false);
  return picked?.[0];
}

/** Lets the user choose one or more elements of one portfolio; undefined where they choose none. */
export async function pickElements(
  source: CoverageSource,
  options: ElementPickOptions,
): Promise<readonly ElementIn[] | undefined> {
  return pick(source, options, true);
}

interface ElementItem extends QuickPickItem {
  readonly chosen?: ElementIn;
}

async function pick(
  source: CoverageSource,
  options: ElementPickOptions,
  many: boolean,
): Promise<readonly ElementIn[] | undefined> {
  const portfolios = (await source.current())?.portfolios ?? [];
  if (portfolios.length === 0) {
    await offerFirstSteps();
    return undefined;
  }
  const elements = elementsOf(portfolios).filter((element) => options.only?.(element) ?? true);
  if (elements.length === 0) {
    void window.showInformationMessage(options.none ?? 'There is no element to choose from.');
    return undefined;
  }
  const input = window.createQuickPick<ElementItem>();
  input.title = options.title;
  input.placeholder = options.placeholder;
  input.canSelectMany = many;
  input.ignoreFocusOut = many;
  return choose(input, elements, options);
}

/**
 * The rows are chosen here and not by VS Code, which finds `staff complaints` only where the two words stand side by
 * side, and whose rows could not hold the guidance.
 */
function choose(
  input: QuickPick<ElementItem>,
  elements: readonly ElementIn[],
  options: ElementPickOptions,
): Promise<readonly ElementIn[] | undefined> {
  const several = new Set(elements.map(({ portfolio }) => portfolio.root)).size > 1;
  const ticked = new Set<ElementIn>();
  let filling = false;
  const fill = (): void => {
    filling = true;
    const items = itemsFor(elements, options, input.value, ticked, several);
    input.items = items;
    if (input.canSelectMany)
      input.selectedItems = items.filter(({ chosen }) => chosen !== undefined && ticked.has(chosen));
    filling = false;
  };
  fill();
  return new Promise((done) => {
    const chosenIn = (items: readonly ElementItem[]): readonly ElementIn[] =>
      items.flatMap(({ chosen }) => chosen ?? []);
    input.onDidChangeValue(fill);
    input.onDidChangeSelection((items) => {
      if (filling || !input.canSelectMany) return;
      const now = new Set(chosenIn(items));
      const shown = new Set(chosenIn(input.items));
      // What a narrower search hides stays ticked.
      for (const element of ticked) if (shown.has(element) && !now.has(element)) ticked.delete(element);
      for (const element of now) ticked.add(element);
    });
    input.onDidAccept(() => {
      // With nothing ticked, Enter means the row that it stands on, or else the best one for what is typed.
      const isBest = ({ chosen }: ElementItem): boolean => input.value.trim() !== '' && chosen !== undefined;
      const accepted = acceptedRow(input.activeItems, input.items, isBest);
      const chosen =
        input.canSelectMany && ticked.size > 0 ? [...ticked] : chosenIn(accepted ? [accepted] : []);
      const [first] = chosen;
      done(first && chosen.filter(({ portfolio }) => portfolio.root === first.portfolio.root));
      input.hide();
    });
    input.onDidHide(() => {
      done(undefined);
      input.dispose();
    });
    input.show();
  });
}

function itemsFor(
  elements: readonly ElementIn[],
  options: ElementPickOptions,
  typed: string,
  ticked: ReadonlySet<ElementIn>,
  several: boolean,
): readonly ElementItem[] {
  const found = elements.flatMap((element) => {
    const fit = fitOf(
      element.node,
      typed,
      element.above.map(({ title }) => title),
    );
    if (fit) return [{ element, point: fit.kind === 'guidance' ? fit.point : '' }];
    return ticked.has(element) ? [{ element, point: '' }] : [];
  });
  const item = ({ element, point }: (typeof found)[number]): ElementItem => itemOf(element, point, several);
  const section = (label: string, items: readonly ElementItem[]): readonly ElementItem[] =>
    items.length === 0 ? [] : [{ label, kind: QuickPickItemKind.Separator }, ...items];
  if (typed.trim() !== '')
    return [
      ...section('by ID or words of the element', found.filter(({ point }) => point === '').map(item)),
      ...section('by words of its guidance', found.filter(({ point }) => point !== '').map(item)),
    ];
  const nodes = found.map(({ element }) => element.node);
  const likely = new Set(options.likely === undefined ? [] : likelyFor(nodes, options.likely));
  const first = [...likely].flatMap((node) => found.filter(({ element }) => element.node === node));
  const rest = found.filter(({ element }) => !likely.has(element.node));
  const suggested = section('likely, by the title', first.map(item));
  if (options.inOrder === true) return [...suggested, ...rest.map(item)];
  return [
    ...suggested,
    ...pickOrder.flatMap((state) =>
      section(stateWords[state], rest.filter(({ element }) => element.node.state === state).map(item)),
    ),
  ];
}

const pickOrder = [
  'missing',
  'overdue',
  'draft',
  'evidenced',
  'not-applicable',
] satisfies (typeof elementStates)[number][];

function itemOf(element: ElementIn, point: string, several: boolean): ElementItem {
  const { node, portfolio } = element;
  const words = node.text === '' ? node.title : node.text;
  return {
    label: nodeLabel(node),
    description: [elementDescription(node), several ? portfolio.title : '']
      .filter((part) => part !== '')
      .join(' · '),
    detail: point === '' ? words : `“${point}” in: ${words}`,
    ...(node.state === undefined ? {} : { iconPath: stateIcon(node.state) }),
    alwaysShow: true,
    chosen: element,
  };
}
