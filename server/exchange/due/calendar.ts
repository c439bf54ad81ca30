/** `due` as a file for calendars: an event for each day that something is due by. What has no day is in no calendar. */
import { sha256 } from '../../core/pack/sha256';
import type { DueItem } from '../../core/due/model';
import { relativePath } from '../../core/text/uri';
import type { CalendarEvent } from '../parts/calendar';
import { calendarOf } from '../parts/calendar';
import type { PortfolioDue, ShownDue } from './shown';

export function dueAsCalendar({ portfolios }: ShownDue): string {
  const [first] = portfolios;
  const name = portfolios.length === 1 && first ? `${first.portfolio.title}: what is due` : 'What is due';
  return calendarOf(unread(name), portfolios.flatMap(eventsOf), first?.due.today ?? '1970-01-01');
}

function eventsOf({ portfolio, due }: PortfolioDue): readonly CalendarEvent[] {
  const seen = new Map<string, number>();
  return due.items.flatMap((item): readonly CalendarEvent[] => {
    const { kind, elements, uri, by, what, people, urgency } = item;
    const path = relativePath(portfolio.root, uri);
    // What is due by another day stays the same event. A plan may have several actions for one element.
    const own = kind === 'action' || kind === 'element' ? (elements[0] ?? '') : '';
    const key = JSON.stringify([portfolio.title, kind, path, own]);
    const order = seen.get(key) ?? 0;
    seen.set(key, order + 1);
    if (by === undefined) return [];
    return [
      {
        id: idOf(key, order),
        day: by,
        summary: unread(
          `${urgency === 'late' ? 'Late: ' : ''}${what}${people.length > 0 ? ` (${people.join(', ')})` : ''}`,
        ),
        description: unread(descriptionOf(item, path)),
        isFree: true,
      },
    ];
  });
}

const idOf = (key: string, order: number): string =>
  `${sha256(new TextEncoder().encode(`${order} ${key}`)).slice(0, 32)}@evidence-portfolio`;

const descriptionOf = ({ kind, elements, expires, urgency }: DueItem, path: string): string =>
  [
    ...(elements.length > 0 ? [`For ${elements.join(', ')}`] : []),
    ...(expires && urgency !== 'late' ? ['Otherwise it expires before the assessment.'] : []),
    ...(kind === 'element' ? [] : [path]),
  ].join('\n');

/** A CI system that shows what is printed reads commands in it: `::error::`, `##[…]`, `##vso[…]`. In a calendar nothing can be escaped. */
const unread = (text: string): string => text.replace(/:(?=:)/g, ': ').replace(/##(?=(?:vso)?\[)/gi, '# #');
