/** The action plans of a portfolio as data for a view: what `evidencePortfolio/actionPlan` answers for each. */
import type { Range } from 'vscode-languageserver-types';
import type { CivilDate } from '../../core/text/civilDate';
import { formatDate } from '../../words/dates';
import type { ElementState } from '../../words/states';
import { compareNaturally } from '../../core/text/naturalOrder';
import { rowsToAdd } from '../../core/portfolio/rowsToAdd';
import type { ActionPlan, PlanAction, ProgressWord } from '../../core/plan/model';
import { actionsOf, isOpen } from '../../core/plan/model';
import type { Portfolio } from '../../core/portfolio/portfolio';
import type { StandardNode } from '../../core/standard/standard';
import { shortWords, titleOf } from '../../core/standard/standard';
import { wordingsOf } from '../../core/standard/wordings';
import { rangesIn } from '../text/range';
import { stateWords } from '../../words/states';
import { asOfPart } from './coverageTree';
import { cellWords } from '../plan/cellWords';
import { dueWords, isOverdueAction } from '../text/dueWords';
import { oneLine } from '../../words/oneLine';

export interface PlanTree {
  /** URI of the portfolio's root folder. */
  readonly root: string;
  readonly title: string;
  /** The day that due dates are judged by, where somebody has set one: YYYY-MM-DD. */
  readonly asOf?: string;
  /** The files, in the natural order of their paths: one as a rule. */
  readonly plans: readonly { readonly uri: string; readonly title: string }[];
  /** In the order of the files and of their rows. */
  readonly actions: readonly PlanTreeAction[];
  /** Number of elements that ask for an action and have none that is open. */
  readonly wanting: number;
}

export interface PlanTreeAction {
  readonly uri: string;
  /** The element's ID as the row says it. */
  readonly element: string;
  /** Number of the row among those of its file that are about the element, from 0: with the two above, its name. */
  readonly order: number;
  /** The first words of the element; empty where the standard does not have it. */
  readonly words: string;
  /** What the row says is to be done, as plain text; empty where it says only what the standard says. */
  readonly action: string;
  /** Who is to do it; empty: nobody. */
  readonly responsibility: string;
  /** The target as the row says it. */
  readonly target: string;
  /** YYYY-MM-DD: the last day of what the target says, or null. */
  readonly due: CivilDate | null;
  /** `3 days overdue`, `due in 12 days`, `due by 31 March 2027`, `ongoing`, `no date`; empty for what is complete. */
  readonly dueWords: string;
  /** Open, and past its day. */
  readonly overdue: boolean;
  readonly progress: ProgressWord | null;
  /** `in progress, 50 %`; what the row says, where that is something else; `not started` where it says nothing. */
  readonly progressWords: string;
  readonly comments: string;
  /** The state of the element's evidence; absent where the standard does not have it. */
  readonly state?: ElementState;
  readonly stateWords: string;
  /** The topmost group that the element belongs to; null where the standard does not have it. */
  readonly criterion: PlanTreeGroup | null;
  /** The row's ID in the file. */
  readonly range: Range;
  /** Where somebody goes on writing: the first of responsibility, target and progress that is empty; else null. */
  readonly unfilled: Range | null;
}

export interface PlanTreeGroup {
  readonly id: string;
  readonly title: string;
  /** Its place in the standard, from 0. */
  readonly place: number;
}

export function planTree(portfolio: Portfolio): PlanTree {
  const plans = [...portfolio.plans.values()].sort((left, right) => compareNaturally(left.uri, right.uri));
  return {
    root: portfolio.root,
    title: portfolio.title,
    ...asOfPart(portfolio),
    plans: plans.map((plan) => ({ uri: plan.uri, title: plan.title ?? portfolio.path(plan.uri) })),
    actions: plans.flatMap((plan) => actionRows(portfolio, plan)),
    wanting: rowsToAdd(portfolio).length,
  };
}

function actionRows(portfolio: Portfolio, plan: ActionPlan): readonly PlanTreeAction[] {
  const range = rangesIn(plan.text);
  const seen = new Map<string, number>();
  return actionsOf(plan).map((action) => {
    const order = seen.get(action.id) ?? 0;
    seen.set(action.id, order + 1);
    const unfilled = [action.responsibility, action.target, action.progress].find(
      (cell) => cell?.text === '',
    );
    return {
      uri: plan.uri,
      order,
      ...elementParts(portfolio, action),
      ...dateParts(action, portfolio.today),
      ...progressParts(action),
      responsibility: named(cellWords(action.responsibility)),
      comments: cellWords(action.comments),
      range: range(action.idSpan),
      unfilled: unfilled ? range(unfilled.span) : null,
    };
  });
}

type ElementParts = Pick<
  PlanTreeAction,
  'element' | 'words' | 'action' | 'state' | 'stateWords' | 'criterion'
>;

function elementParts(portfolio: Portfolio, { id, action }: PlanAction): ElementParts {
  const { standard } = portfolio;
  const node = standard.nodes.get(id);
  const text = cellWords(action);
  if (!node)
    return { element: id, words: '', action: text, stateWords: 'not in the standard', criterion: null };
  const top = node.ancestors[0] ?? node;
  const state = node.assessable ? portfolio.coverage(id).state : undefined;
  return {
    element: id,
    words: shortWords(node),
    action: isWordingOf(text, node) ? '' : text,
    ...(state ? { state } : {}),
    stateWords: state ? stateWords[state] : '',
    criterion: {
      id: top.hasId ? top.id : titleOf(top),
      title: top.hasId ? shortWords(top) : '',
      place: standard.roots.indexOf(top),
    },
  };
}

const isWordingOf = (text: string, node: StandardNode): boolean =>
  wordingsOf(node).some(({ text: own, title }) => oneLine(text) === oneLine(own || title));

type DateParts = Pick<PlanTreeAction, 'target' | 'due' | 'dueWords' | 'overdue'>;

/** Beyond so many days, nobody counts days. */
const countedDays = 60;

function dateParts(action: PlanAction, today: CivilDate): DateParts {
  const { due } = action;
  const target = cellWords(action.target);
  const last = due.kind === 'date' ? due.last : null;
  return {
    target,
    due: last,
    overdue: isOverdueAction(action, today),
    dueWords: isOpen(action) ? openWords(action, target, today) : '',
  };
}

function openWords(action: PlanAction, target: string, today: CivilDate): string {
  const { due } = action;
  if (due.kind === 'none') return 'no date';
  if (due.kind === 'invalid') return `date not understood: ${target}`;
  const words = dueWords(action, today) ?? '';
  const days = Number(/^due in (\d+)/.exec(words)?.[1] ?? 0);
  if (due.kind !== 'date' || days <= countedDays) return words;
  // The rest of what people write says itself when it is due: `March 2027`, `Q2 2027`.
  return due.precision === 'day' ? `due by ${formatDate(due.last)}` : `due ${target}`;
}

function progressParts({ state, progress }: PlanAction): Pick<PlanTreeAction, 'progress' | 'progressWords'> {
  if (state.kind === 'none') return { progress: null, progressWords: 'not started' };
  if (state.kind === 'other') return { progress: null, progressWords: cellWords(progress) };
  const { word, percent } = state;
  const share = percent === undefined || percent === 0 || percent === 100 ? '' : `, ${percent} %`;
  return { progress: word, progressWords: `${word}${share}` };
}

/** A dash stands for nobody. */
const named = (text: string): string => (/^[-–—?]*$/.test(text) ? '' : text);
