/** What would count as evidence for an element, as a page to read: the guidance, what it has, what its neighbours have. */
import type { WhatCounts } from '../drafting/whatCounts';
import { whatCounts } from '../drafting/whatCounts';
import type { Point } from '../drafting/points';
import type { EvidenceFile } from '../evidence/evidence';
import { displayTitle, standingOf } from '../evidence/titleAndStanding';
import { assessmentOf, ratingWords } from '../portfolio/assessment';
import { outOfScope } from '../portfolio/scope';
import type { Portfolio } from '../portfolio/portfolio';
import type { StandardNode } from '../standard/standard';
import { nameInList } from '../standard/standard';
import { capitalised } from '../../words/capitals';
import { count, listOf } from '../../words/counts';
import { formatDate } from '../../words/dates';
import { oneLine } from '../../words/oneLine';
import { asksWords } from '../../words/relations';
import { stateWords } from '../../words/states';
import { valueOf } from '../yaml/fields';
import type { Block, ReportDocument } from './model';
import { heatKey } from './model';
import { markOf, pointWords } from './points';

/** More than these, and nobody looks at any. */
const mostRows = 12;
const mostNamed = 3;

/** @param element of one of the portfolio's standards, assessable */
export function whatCountsDocument(portfolio: Portfolio, element: StandardNode): ReportDocument {
  const found = whatCounts(portfolio, element);
  const of = portfolio.standardOf(element.id);
  return {
    title: `What would count for ${nameInList(element, 60)}?`,
    subtitle: `${portfolio.title}, ${formatDate(portfolio.today)}`,
    blocks: [
      ...(element.text === '' ? [] : [{ kind: 'verdict' as const, text: element.text }]),
      { kind: 'paragraph', text: standsWords(portfolio, found) },
      ...guidanceBlocks(found),
      ...ownBlocks(portfolio, found),
      ...neighbourBlocks(found),
      ...counterpartBlocks(found),
    ],
    acknowledgement: of.standard.acknowledgement,
  };
}

function standsWords(portfolio: Portfolio, { element }: WhatCounts): string {
  const { state, current } = portfolio.coverage(element.id);
  if (!element.inScope) return outOfScope(portfolio, element);
  const decision = portfolio.decision(element.id);
  const reason = oneLine((decision && valueOf(decision.reason)) ?? '');
  if (state === 'not-applicable')
    return `It is declared not applicable${reason === '' ? '' : `: ${reason}`}. Nothing is asked for.`;
  const { self } = assessmentOf(portfolio.standardOf(element.id).standard, decision);
  const words = state === 'evidenced' ? `evidenced by ${count(current, 'current item')}` : stateWords[state];
  return `${capitalised(words)}${self ? `, and rated ${ratingWords(self)}` : ''}.`;
}

function guidanceBlocks({ points }: WhatCounts): readonly Block[] {
  const heading: Block = { kind: 'heading', text: 'What the guidance asks for' };
  if (points.length === 0)
    return [heading, { kind: 'paragraph', text: 'The standard gives no points of guidance on it.' }];
  const open = points.filter(({ state }) => state !== 'addressed').length;
  const isListed = points.some(({ state }) => state !== 'open');
  return [
    heading,
    {
      kind: 'paragraph',
      text: !isListed
        ? 'No evidence lists these points yet. Insert the guidance into a piece of evidence, and tick what is addressed there.'
        : open === 0
          ? 'Every point is addressed by current evidence.'
          : `${count(open, 'point is', 'points are')} not addressed by current evidence.`,
    },
    {
      kind: 'heat',
      caption: 'Points of the guidance, and who takes them up',
      heads: ['Point', 'Mark', 'In words', 'Addressed by'],
      rows: points.map((point) => ({
        label: `${point.order + 1}. ${point.text}`,
        marks: [markOf(point.state)],
        words: pointWords[point.state],
        by: byWords(point),
      })),
    },
    { kind: 'paragraph', text: heatKey },
  ];
}

const byWords = ({ by }: Point): string => named(by.map((file) => titled(file)));

function ownBlocks({ today }: Portfolio, { own, element }: WhatCounts): readonly Block[] {
  const heading: Block = { kind: 'heading', text: `What ${element.ownId} has` };
  if (own.length === 0) return [heading, { kind: 'paragraph', text: 'Nothing yet.' }];
  return [
    heading,
    {
      kind: 'list',
      items: bounded(own.map((file) => `${titled(file)}: ${standingOf(file, today)}${reviewWords(file)}`)),
    },
  ];
}

const reviewWords = (file: EvidenceFile): string => {
  const day = valueOf(file.reviewBy);
  return day === undefined ? '' : `, review by ${formatDate(day)}`;
};

function neighbourBlocks({ neighbours, element }: WhatCounts): readonly Block[] {
  const above = element.ancestors.at(-1);
  const heading: Block = {
    kind: 'heading',
    text: above ? `What its neighbours in ${nameInList(above, 60)} have` : 'What its neighbours have',
  };
  if (neighbours.length === 0)
    return [heading, { kind: 'paragraph', text: 'No neighbour has current evidence.' }];
  const more = neighbours.length - mostRows;
  return [
    heading,
    {
      kind: 'table',
      caption: 'Current evidence of elements below the same heading',
      columns: [
        { name: 'Element', width: 46 },
        { name: 'Evidence', width: 54 },
      ],
      rows: neighbours
        .slice(0, mostRows)
        .map((one) => [nameInList(one.element, 60), named(one.evidence.map(withKind))]),
    },
    ...(more > 0
      ? [
          {
            kind: 'paragraph' as const,
            text: `${count(more, 'more neighbour has', 'more neighbours have')} current evidence.`,
          },
        ]
      : []),
  ];
}

function counterpartBlocks({ counterparts }: WhatCounts): readonly Block[] {
  if (counterparts.length === 0) return [];
  return [
    { kind: 'heading', text: 'What its counterparts in other standards have' },
    {
      kind: 'list',
      items: bounded(
        counterparts.map(({ node, relation, evidence }) => {
          const files = evidence.length === 0 ? 'the same evidence' : named(evidence.map(withKind));
          return `${nameInList(node, 60)}, which ${asksWords(relation)}: ${files}`;
        }),
      ),
    },
  ];
}

const titled = (file: EvidenceFile): string => oneLine(displayTitle(file));

/** `Annual survey (data)`. */
function withKind(file: EvidenceFile): string {
  const kind = valueOf(file.kind);
  return kind === undefined ? titled(file) : `${titled(file)} (${kind})`;
}

function named(names: readonly string[]): string {
  const more = names.length - mostNamed;
  return listOf([...names.slice(0, mostNamed), ...(more > 0 ? [`${more} more`] : [])]);
}

const bounded = (items: readonly string[]): readonly string[] =>
  items.length <= mostRows ? items : [...items.slice(0, mostRows), `and ${items.length - mostRows} more`];
