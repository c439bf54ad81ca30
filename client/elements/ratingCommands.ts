/** Rating elements, and what stands between the ratings and the award. */
import { QuickPickItemKind, ThemeIcon, commands as vscodeCommands, type QuickPickItem } from 'vscode';
import type { AwardRow, PortfolioCoverage, RatingRow } from '../../server/lsp/protocol';
import { commands } from '../host/commands';
import { nodeLabel, nodeName } from '../words/coverageLabels';
import { capitalised, lowerFirst } from '../../server/words/capitals';
import { elementFrom, manifestOf, targetOf, type ElementCommands } from './commands';
import { elementsOf, type ElementIn } from '../portfolios/elements';
import { offerFirstSteps } from '../host/firstSteps';
import { makeEdits } from '../edits/serverEdits';
import { againstEach, isAsked, ratingsFor, type AgainstStandard } from '../portfolios/standards';
import { stateIcon } from '../words/stateIcons';
import { showInformation, showWarning } from '../host/notices';
import { rowAsItStands } from '../../server/words/asItStands';
import { showInput, showPick } from '../host/pickers';

type Rater = 'self' | 'assessor';

/** The handlers of these commands, by the commands' ids. Each takes the row that it was chosen on, if any. */
export function ratingCommands(
  parts: ElementCommands,
): Readonly<Record<string, (...args: unknown[]) => unknown>> {
  return {
    [commands.rateElement]: (row) => rateElement(parts, row),
    [commands.showAssessment]: (row) => showAssessment(parts, row),
  };
}

async function rateElement(parts: ElementCommands, row: unknown): Promise<void> {
  const element = await elementFrom(parts.source, row, {
    title: 'Rate an Element',
    placeholder: 'Which element do you want to rate? Type words or an ID',
    only: isRateable,
    none: 'No element can be rated: the standard has no ratings.',
    inOrder: true,
  });
  if (element === undefined) return;
  if (!isRateable(element)) {
    void showWarning(
      `${element.node.id} cannot be rated: it does not apply to you, or the standard has no ratings.`,
    );
    return;
  }
  const choice = await chooseRating(element, 'self');
  if (choice === undefined) return;
  if (choice.kind === 'assessor') await rateForAssessor(parts, element);
  else await write(parts, element, 'self', choice);
}

/** It applies, and its standard has ratings. */
export const isRateable = ({ node, portfolio }: ElementIn): boolean =>
  isAsked(node.state) && ratingsFor(portfolio, node).length > 0;

type Choice =
  { readonly kind: 'rating'; readonly rating: RatingRow } | { readonly kind: 'clear' | 'assessor' };
type RatingItem = QuickPickItem & { readonly choice?: Choice };

/** Lets the user choose a rating by what it means; undefined where they do not. */
async function chooseRating({ node, portfolio }: ElementIn, rater: Rater): Promise<Choice | undefined> {
  const given = node.rating?.[rater];
  const ratings = ratingsFor(portfolio, node).map((rating): RatingItem => ({
    choice: { kind: 'rating', rating },
    label: rating.title,
    description: rating.id === given ? 'as it is rated now' : '',
    detail: rating.description,
    iconPath: new ThemeIcon(rating.id === given ? 'star-full' : 'star-empty'),
  }));
  const more: readonly RatingItem[] = [
    ...(given === undefined
      ? []
      : [
          {
            choice: { kind: 'clear' } as const,
            label: 'No rating',
            detail: 'Take the rating back',
            iconPath: new ThemeIcon('close'),
          },
        ]),
    ...(rater === 'assessor'
      ? []
      : [
          {
            choice: { kind: 'assessor' } as const,
            label: 'The assessor’s rating…',
            detail: 'Write down how the assessor rates it, and what they say',
            iconPath: new ThemeIcon('account'),
          },
        ]),
  ];
  const words = node.text === '' ? node.title : node.text;
  const picked = await showPick<RatingItem>(
    [
      ...ratings.map(rowAsItStands),
      ...(more.length > 0 ? [{ label: 'or', kind: QuickPickItemKind.Separator }] : []),
      ...more,
    ],
    {
      title: rater === 'self' ? `Rate ${nodeLabel(node)}` : `The Assessor’s Rating of ${nodeLabel(node)}`,
      placeHolder: words,
      matchOnDetail: true,
    },
  );
  return picked?.choice;
}

async function rateForAssessor(parts: ElementCommands, element: ElementIn): Promise<void> {
  const choice = await chooseRating(element, 'assessor');
  if (choice?.kind !== 'rating') {
    if (choice) await write(parts, element, 'assessor', choice);
    return;
  }
  const before = element.node.rating?.comment ?? '';
  const comment = await showInput({
    title: `What the Assessor Says of ${element.node.id}`,
    prompt: `It is written into portfolio.yaml with today’s date. ${before === '' ? 'It may be left empty.' : 'Left empty, the comment of now stays.'}`,
    value: before,
    ignoreFocusOut: true,
  });
  if (comment === undefined) return;
  await write(parts, element, 'assessor', choice, comment.trim());
}

async function write(
  { client }: ElementCommands,
  element: ElementIn,
  rater: Rater,
  choice: Choice,
  comment = '',
): Promise<void> {
  const name = nodeName(element.node);
  const files = manifestOf(element);
  if (choice.kind !== 'rating') {
    const done =
      rater === 'self'
        ? `${name} has no rating any longer.`
        : `${name} has no rating of the assessor’s any longer.`;
    await makeEdits(client, [{ name: 'clearRating', told: { ...targetOf(element), rater } }], {
      files,
      done,
    });
    return;
  }
  const { id, title } = choice.rating;
  const told = { ...targetOf(element), rating: id, rater, ...(comment === '' ? {} : { comment }) };
  const by = rater === 'self' ? '' : ' by the assessor';
  await makeEdits(client, [{ name: 'setRating', told }], {
    files,
    done: `${name} is rated ${lowerFirst(title)}${by}.`,
  });
}

/** Lists what stands between a portfolio's ratings and the award; the element that is chosen can be rated. */
async function showAssessment(parts: ElementCommands, row: unknown): Promise<void> {
  const portfolios = (await parts.source.current())?.portfolios ?? [];
  if (portfolios.length === 0) {
    await offerFirstSteps();
    return;
  }
  const told: { readonly root?: unknown; readonly standard?: unknown } =
    typeof row === 'object' && row !== null ? row : {};
  const all = portfolios.flatMap(againstEach);
  const meant = all.filter(({ root }) => root === told.root);
  const named = meant.length === 1 ? meant : meant.filter(({ name }) => name === told.standard);
  const choices = meant.length > 0 ? meant : all;
  const portfolio = named[0] ?? (choices.length === 1 ? choices[0] : await choosePortfolio(choices));
  if (portfolio === undefined) return;
  if (portfolio.award === undefined) {
    await offerRating(portfolio);
    return;
  }
  const { self, assessor } = portfolio.award;
  const theirs = assessor
    ? [{ label: `The assessor: ${assessor.words}`, kind: QuickPickItemKind.Separator }]
    : [];
  // What the assessor has not rated yet would be nearly everything.
  const seen = (assessor?.between ?? []).filter(({ rating }) => rating !== undefined);
  const picked = await showPick<GapItem>(
    [...gapItems(portfolio, self.between), ...theirs, ...gapItems(portfolio, seen)].map(rowAsItStands),
    {
      title: `${capitalised(self.words)}; ${self.neededWords}`,
      placeHolder:
        self.between.length === 0
          ? 'Nothing stands between you and the award'
          : 'These stand between you and the award. Choose one to rate it',
      matchOnDescription: true,
      matchOnDetail: true,
    },
  );
  if (picked?.element) await rateElement(parts, targetOf(picked.element));
}

type GapItem = QuickPickItem & { readonly element?: ElementIn };

function gapItems(portfolio: PortfolioCoverage, between: AwardRow['between']): readonly GapItem[] {
  const elements = new Map(elementsOf([portfolio]).map((element) => [element.node.id, element]));
  const titles = new Map((portfolio.ratings ?? []).map(({ id, title }) => [id, lowerFirst(title)]));
  return between.flatMap(({ id, rating }) => {
    const element = elements.get(id);
    if (!element) return [];
    const { node } = element;
    return [
      {
        element,
        label: nodeLabel(node),
        description: rating === undefined ? 'not rated' : `rated ${titles.get(rating) ?? rating}`,
        detail: node.text === '' ? node.title : node.text,
        ...(node.state === undefined ? {} : { iconPath: stateIcon(node.state) }),
      },
    ];
  });
}

async function choosePortfolio(portfolios: readonly AgainstStandard[]): Promise<AgainstStandard | undefined> {
  const items = portfolios.map((portfolio) => ({
    portfolio,
    label: portfolio.name === undefined ? portfolio.title : `${portfolio.title}: ${portfolio.standardTitle}`,
    description: portfolio.award?.self.share ?? '',
  }));
  const picked = await showPick(items.map(rowAsItStands), {
    title: 'Self-Assessment of Which Portfolio?',
  });
  return picked?.portfolio;
}

/** Where nobody has rated anything, rating is what comes next. */
async function offerRating({ title, ratings, standardTitle }: PortfolioCoverage): Promise<void> {
  if ((ratings ?? []).length === 0) {
    void showInformation(`${standardTitle} has no ratings, so there is nothing to assess yourselves by.`);
    return;
  }
  const rate = 'Rate an Element…';
  const said = `No element of ${title} is rated against an award yet.`;
  if ((await showInformation(said, rate)) === rate) await vscodeCommands.executeCommand(commands.rateElement);
}
