/** Choosing elements of the standard by typing: an ID, words of the element, words of its guidance. */
import { QuickPickItemKind, type QuickPick, type QuickPickItem } from 'vscode';
import { elementDescription, nodeLabel } from '../words/coverageLabels';
import { elementStates, stateWords } from '../../server/words/states';
import { findAmong, foundWords, type ElementSource, type FoundAmong } from '../portfolios/elementSource';
import { elementsOf, type ElementIn } from '../portfolios/elements';
import { fitOf, type Fit } from '../words/elementWords';
import { standardNamed } from '../portfolios/standards';
import { offerFirstSteps } from '../host/firstSteps';
import { acceptedRow } from '../host/pickAccepted';
import { stateIcon } from '../words/stateIcons';
import { showInformation } from '../host/notices';
import { rowAsItStands } from '../../server/words/asItStands';
import { createPick } from '../host/pickers';

export interface ElementPickOptions {
  readonly title: string;
  readonly placeholder: string;
  /** Which elements may be chosen; all of them where it is left out. */
  readonly only?: (element: ElementIn) => boolean;
  /** Elements that fit this text come first; `uri` is its file's address, where there is a file. */
  readonly likely?: { readonly uri?: string; readonly text: string };
  /** In the order of the standard rather than by state, those without evidence first. */
  readonly inOrder?: boolean;
  /** What is said where there is nothing to choose from. */
  readonly none?: string;
}

/** Lets the user choose one element; undefined where they do not. */
export async function pickElement(
  source: ElementSource,
  options: ElementPickOptions,
): Promise<ElementIn | undefined> {
  const picked = await pick(source, options, false);
  return picked?.[0];
}

/** Lets the user choose one or more elements of one portfolio; undefined where they choose none. */
export async function pickElements(
  source: ElementSource,
  options: ElementPickOptions,
): Promise<readonly ElementIn[] | undefined> {
  return pick(source, options, true);
}

interface ElementItem extends QuickPickItem {
  readonly chosen?: ElementIn;
}

async function pick(
  source: ElementSource,
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
    void showInformation(options.none ?? 'There is no element to choose from.');
    return undefined;
  }
  const input = createPick<ElementItem>(options.title, options.placeholder);
  input.canSelectMany = many;
  input.ignoreFocusOut = many;
  return choose(input, source, elements, options);
}

/**
 * The rows are chosen here and not by VS Code, which finds `staff complaints` only where the two words stand side by
 * side, and whose rows could not hold the guidance.
 */
function choose(
  input: QuickPick<ElementItem>,
  source: ElementSource,
  elements: readonly ElementIn[],
  options: ElementPickOptions,
): Promise<readonly ElementIn[] | undefined> {
  const several = new Set(elements.map(({ portfolio }) => portfolio.root)).size > 1;
  const ticked = new Set<ElementIn>();
  let filling = false;
  let likely: FoundAmong | undefined;
  const show = (items: readonly ElementItem[]): void => {
    filling = true;
    input.items = items;
    if (input.canSelectMany)
      input.selectedItems = items.filter(({ chosen }) => chosen !== undefined && ticked.has(chosen));
    filling = false;
  };
  const fill = (): void => {
    const typed = input.value;
    const fitting = shownFor(elements, typed, ticked);
    show(itemsFor(fitting, options, likely, typed, several));
    if (typed.trim() === '' || fitting.some(({ fit }) => fit !== undefined)) return;
    // No element has all of the words: the server knows which are near.
    void findAmong(source, elements, { words: typed }).then((found) => {
      if (input.value === typed) show(itemsFound(found, ticked, several));
    });
  };
  fill();
  if (options.likely !== undefined)
    void findAmong(source, elements, { uri: '', ...options.likely }).then((found) => {
      likely = found;
      if (input.value === '') fill();
    });
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

/** With what is ticked already: what a narrower search hides stays ticked. */
function itemsFound(
  { kind, elements }: FoundAmong,
  ticked: ReadonlySet<ElementIn>,
  several: boolean,
): readonly ElementItem[] {
  const others = [...ticked].filter((element) => !elements.some((found) => found.element === element));
  return [
    { label: foundWords[kind], kind: QuickPickItemKind.Separator },
    ...elements.map(({ element, because }) => itemOf(element, because.join(', '), several)),
    ...others.map((element) => itemOf(element, '', several)),
  ];
}

/** As many as one looks through before one types. */
const likelyShown = 5;

/** An element that is on show; without a `fit`, as it is ticked. */
interface ShownElement {
  readonly element: ElementIn;
  readonly fit: Fit | undefined;
  /** Of its guidance, where only that fits. */
  readonly point: string;
}

const shownFor = (
  elements: readonly ElementIn[],
  typed: string,
  ticked: ReadonlySet<ElementIn>,
): readonly ShownElement[] =>
  elements.flatMap((element) => {
    const fit = fitIn(element, typed);
    if (!fit && !ticked.has(element)) return [];
    return [{ element, fit, point: fit?.kind === 'guidance' ? fit.point : '' }];
  });

function itemsFor(
  found: readonly ShownElement[],
  options: ElementPickOptions,
  likely: FoundAmong | undefined,
  typed: string,
  several: boolean,
): readonly ElementItem[] {
  const item = ({ element, point }: ShownElement): ElementItem => itemOf(element, point, several);
  const section = (label: string, items: readonly ElementItem[]): readonly ElementItem[] =>
    items.length === 0 ? [] : [{ label, kind: QuickPickItemKind.Separator }, ...items];
  if (typed.trim() !== '')
    return [
      ...section('by ID or words of the element', found.filter(({ point }) => point === '').map(item)),
      ...section('by words of its guidance', found.filter(({ point }) => point !== '').map(item)),
    ];
  const fitting = likely?.kind === 'found' ? likely.elements.slice(0, likelyShown) : [];
  const first = new Set(fitting.map(({ element }) => element));
  const rest = found.filter(({ element }) => !first.has(element));
  const suggested = section(
    'likely, by its words',
    fitting.map(({ element, because }) => itemOf(element, because.join(', '), several)),
  );
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
  'out-of-scope',
] satisfies (typeof elementStates)[number][];

const fitIn = ({ node, above }: ElementIn, typed: string): Fit | undefined =>
  fitOf(
    node,
    typed,
    above.map(({ title }) => title),
  );

function itemOf(element: ElementIn, point: string, several: boolean): ElementItem {
  const { node, portfolio } = element;
  const words = node.text === '' ? node.title : node.text;
  return rowAsItStands({
    label: nodeLabel(node),
    description: [elementDescription(node), standardNamed(portfolio, node), several ? portfolio.title : '']
      .filter((part) => part !== '')
      .join(' · '),
    detail: point === '' ? words : `“${point}” in: ${words}`,
    ...(node.state === undefined ? {} : { iconPath: stateIcon(node.state) }),
    alwaysShow: true,
    chosen: element,
  });
}
