/** What is missing and who has it, and what expires before the assessment. */
import { assigneesOf } from '../portfolio/assignees';
import { displayTitle } from '../evidence/titleAndStanding';
import { cellText } from '../plan/cellContent';
import { isOpen } from '../plan/model';
import type { Portfolio } from '../portfolio/portfolio';
import type { PortfolioStandard } from '../portfolio/portfolioStandard';
import type { StandardNode } from '../standard/standard';
import { shortWords } from '../standard/standard';
import { capitalised } from '../../words/capitals';
import { count } from '../../words/counts';
import { formatDate } from '../../words/dates';
import { oneLine } from '../../words/oneLine';
import { stateWords } from '../../words/states';
import { valueOf } from '../yaml/fields';
import type { Block } from './model';

/** More rows than these make a third page. */
const mostRows = 16;
const mostIds = 24;

export function gapBlocks(portfolio: Portfolio, of: PortfolioStandard): readonly Block[] {
  return [...expiring(portfolio, of), ...missing(portfolio, of)];
}

const withName = (of: PortfolioStandard, text: string): string =>
  of.name === undefined ? text : `${of.name}: ${text}`;

function expiring({ manifest, today }: Portfolio, of: PortfolioStandard): readonly Block[] {
  const date = manifest?.assessmentDate;
  const nodes = of.standard.elements.filter(({ id }) => of.coverage(id).expiresBeforeAssessment);
  if (date === undefined || date < today || nodes.length === 0) return [];
  const ids = nodes.slice(0, mostIds).map(({ ownId }) => ownId);
  const more = nodes.length - ids.length;
  return [
    { kind: 'heading', text: withName(of, 'What expires before the assessment') },
    {
      kind: 'paragraph',
      text: `${count(nodes.length, 'element has', 'elements have')} evidence today, all of which expires before ${formatDate(date)} unless it is reviewed: ${ids.join(', ')}${more > 0 ? ` and ${more} more` : ''}.`,
    },
  ];
}

function missing(portfolio: Portfolio, of: PortfolioStandard): readonly Block[] {
  const gaps = of.standard.elements.filter(({ id }) =>
    ['missing', 'draft', 'overdue'].includes(of.coverage(id).state),
  );
  const heading: Block = { kind: 'heading', text: withName(of, 'What is missing, and who has it') };
  if (gaps.length === 0) return [heading, { kind: 'paragraph', text: 'Every element has current evidence.' }];
  const order = ['missing', 'overdue', 'draft'];
  const sorted = gaps.toSorted(
    (left, right) => order.indexOf(of.coverage(left.id).state) - order.indexOf(of.coverage(right.id).state),
  );
  const more = gaps.length - mostRows;
  return [
    heading,
    {
      kind: 'table',
      caption: 'Elements without current evidence',
      columns: [
        { name: 'Element', width: 42 },
        { name: 'State', width: 12 },
        { name: 'Who', width: 22 },
        { name: 'What is planned', width: 24 },
      ],
      rows: sorted.slice(0, mostRows).map((node) => rowOf(portfolio, of, node)),
    },
    ...(more > 0
      ? [
          {
            kind: 'paragraph' as const,
            text: `${count(more, 'more element has', 'more elements have')} no current evidence.`,
          },
        ]
      : []),
  ];
}

function rowOf(portfolio: Portfolio, of: PortfolioStandard, node: StandardNode): readonly string[] {
  const { state } = of.coverage(node.id);
  const actions = portfolio
    .actionsFor(node.id)
    .map(({ action }) => action)
    .filter(isOpen);
  const [first] = actions;
  const planned = first
    ? [
        first.due.kind === 'date' ? `action by ${formatDate(first.due.last)}` : 'action without a date',
        ...(actions.length > 1 ? [`${actions.length - 1} more`] : []),
      ].join(', ')
    : '';
  const assigned = assigneesOf(portfolio, node);
  const owners = of
    .evidenceFor(node.id)
    .filter(({ status }) => valueOf(status) !== 'withdrawn')
    .flatMap((evidence) => oneLine(valueOf(evidence.owner) ?? '') || []);
  const responsible = actions.flatMap(
    ({ responsibility }) => oneLine(cellText(responsibility?.text ?? '')) || [],
  );
  const who = [...new Set([...assigned, ...responsible, ...owners])];
  const drafts = of.evidenceFor(node.id).filter(({ status }) => valueOf(status) !== 'withdrawn');
  return [
    `${node.ownId} ${shortWords(node, 60)}`,
    capitalised(stateWords[state]),
    who.slice(0, 2).join(', ') || 'nobody yet',
    planned || (state === 'missing' ? 'nothing yet' : oneLine(drafts[0] ? displayTitle(drafts[0]) : '')),
  ];
}
