/** Completion in the cells of a plan: refs, responsibilities, dates and progress. */
import type { CompletionItem } from 'vscode-languageserver-types';
import type { CivilDate } from '../../core/text/civilDate';
import { addDays } from '../../core/text/civilDate';
import { shortWords } from '../../core/standard/standard';
import { endOfMonth } from '../../core/plan/dates';
import { nameMarkdown } from '../../core/plan/escapeMarkdown';
import type { ActionPlan } from '../../core/plan/model';
import { actionsOf, progressWords } from '../../core/plan/model';
import { standardText } from '../../core/plan/newRows';
import { cellMarkdown } from '../../core/plan/print';
import { valueOf } from '../../core/yaml/fields';
import type { Portfolio } from '../../core/portfolio/portfolio';
import { nodeItems } from './nodeItems';
import type { Choice, Question, Slot } from './item';
import { items } from './item';
import { dayWords } from '../../words/dates';
import type { PlanPosition } from '../plan/position';
import { planPositionAt } from '../plan/position';
import { count } from '../../words/counts';

/** What may stand in the cell under the cursor. */
export function planCompletion(question: Question, plan: ActionPlan): CompletionItem[] {
  const { portfolio, cursor } = question;
  const at = plan.text === cursor.text ? planPositionAt(plan, cursor.offset) : undefined;
  if (!at) return [];
  if (at.column?.role === 'ref') return refs(question, plan, at);
  const choices = choicesFor(portfolio, plan, at);
  return items(
    question,
    { token: at.token },
    choices.map((choice) => ({
      ...choice,
      newText: asCell(cursor.text, at, choice.newText ?? choice.label),
    })),
  );
}

function choicesFor(
  portfolio: Portfolio,
  plan: ActionPlan,
  { column, row }: PlanPosition,
): readonly Choice[] {
  switch (column?.role) {
    case 'action': {
      const element = row.kind === 'action' ? portfolio.standard.nodes.get(row.id) : undefined;
      return element
        ? [
            {
              label: shortWords(element, 60),
              words: 'the standard’s wording',
              newText: standardText(element),
            },
          ]
        : [];
    }
    case 'responsibility':
    case 'target':
    case 'progress':
      return cellChoices(portfolio, plan, column.role, row.span.start);
    case 'ref':
    case 'comments':
    case undefined:
      return [];
  }
}

/** @param here where the row starts whose cell it is, so that its own is not among those in use */
export function cellChoices(
  portfolio: Portfolio,
  plan: ActionPlan,
  role: 'responsibility' | 'target' | 'progress',
  here = -1,
): readonly Choice[] {
  if (role === 'responsibility') return responsibilities(portfolio, here, plan);
  return role === 'target' ? targets(portfolio) : progressWords.map((label) => ({ label }));
}

/** Elements by the start of their IDs or by words; those that the plan has an action for come last. */
function refs(question: Question, plan: ActionPlan, at: PlanPosition): CompletionItem[] {
  const { portfolio, cursor } = question;
  const planned = new Set(
    actionsOf(plan).flatMap(({ id, span }) => (span.start === at.row.span.start ? [] : [id])),
  );
  const found = nodeItems(question, { token: at.token } satisfies Slot, portfolio.standard.elements, {
    typed: cursor.text.slice(at.token.start, cursor.offset),
    textOf: (id) => asCell(cursor.text, at, nameMarkdown(id)),
    noteOf: ({ id }) => (planned.has(id) ? 'in the plan' : undefined),
    isLast: ({ id }) => planned.has(id),
  });
  return found.map((item) => ({ ...item, ...withWording(question, at, item.label) }));
}

/** Where nothing is said of what is to be done yet, the standard's words come with the ID. */
function withWording(
  { portfolio, cursor, range }: Question,
  { table, row }: PlanPosition,
  id: string,
): Partial<CompletionItem> {
  const cell = row.cells[table.columns.findIndex(({ role }) => role === 'action')];
  const element = portfolio.standard.nodes.get(id);
  // Where the row is too short to have the cell, an edit would touch the one that the ID goes into.
  if (!element || cell?.text !== '' || cell.span.start >= row.span.end) return {};
  const at: PlanPosition = { table, row, column: undefined, token: cell.span };
  const newText = asCell(cursor.text, at, standardText(element));
  return { additionalTextEdits: [{ range: range(cell.span), newText }] };
}

/** Who is responsible for other actions or keeps evidence, the most used first. */
function responsibilities(portfolio: Portfolio, here: number, { uri }: ActionPlan): readonly Choice[] {
  const uses = new Map<string, { actions: number; items: number }>();
  const use = (name: string, what: 'actions' | 'items'): void => {
    const known = uses.get(name) ?? { actions: 0, items: 0 };
    known[what]++;
    if (name !== '') uses.set(name, known);
  };
  for (const plan of portfolio.plans.values())
    for (const { responsibility, span } of actionsOf(plan))
      // What is being typed here is not in use yet.
      if (responsibility && !(plan.uri === uri && span.start === here)) use(responsibility.text, 'actions');
  for (const { owner } of portfolio.evidence.values()) use(valueOf(owner) ?? '', 'items');
  const counted = (number: number, noun: string): readonly string[] =>
    number > 0 ? [count(number, noun)] : [];
  return [...uses]
    .sort(
      ([left, many], [right, more]) =>
        more.actions - many.actions || more.items - many.items || (left < right ? -1 : 1),
    )
    .map(([label, { actions, items: kept }]) => ({
      label: label.replaceAll('\n', ' '),
      newText: label,
      words: [...counted(actions, 'action'), ...counted(kept, 'evidence file')].join(', '),
    }));
}

/** The ends of the next months, the assessment, and what is no date. */
function targets({ days: { today }, manifest }: Portfolio): readonly Choice[] {
  const days = new Map<CivilDate, string>();
  for (const months of [0, 1, 2, 3, 6, 12]) {
    const end = endOfMonthAfter(today, months);
    if (end) days.set(end, months === 0 ? 'the end of this month' : `in ${count(months, 'month')}`);
  }
  const assessment = manifest?.assessmentDate;
  if (assessment !== undefined && assessment > today) days.set(assessment, 'the day of the assessment');
  return [
    ...Array.from(days, ([label, reason]) => ({ label, words: `${dayWords(label)}: ${reason}` })),
    { label: today, words: `${dayWords(today)}: today` },
    { label: 'ongoing', words: 'no date: it goes on' },
  ];
}

function endOfMonthAfter(today: CivilDate, months: number): CivilDate | undefined {
  const [year = 0, month = 1] = addDays(today, 0).split('-').map(Number);
  const number = month - 1 + months;
  return endOfMonth(String(year + Math.floor(number / 12)).padStart(4, '0'), (number % 12) + 1);
}

/** A text in its cell, with a space to the bars beside it. */
function asCell(text: string, { token }: PlanPosition, value: string): string {
  const before = text[token.start - 1] === '|' ? ' ' : '';
  return before + cellMarkdown(value) + (text[token.end] === '|' ? ' ' : '');
}
