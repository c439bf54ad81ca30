/** The files of a pack, one after the other: who writes them need not hold them all. */
import type { Copy } from '../../core/pack/copies';
import type { PackContents, PackedEvidence } from '../../core/pack/model';
import type { Uri } from '../../core/text/span';
import type { CalendarEvent } from '../parts/calendar';
import { calendarOf } from '../parts/calendar';
import { elementPages } from './elementPages';
import { evidencePages, lackingPage } from './evidencePages';
import { indexPage } from './indexPage';
import type { Frame, Html, Page } from './page';
import { pageHtml, styleSheet } from './page';
import { elementName } from './pieces';
import { printPage } from './printPage';
import type { Site } from './site';
import { calendarPath, indexPath, lackingPath, printPath, visitsPath } from './site';
import { style } from './style';
import { visitsPage } from './visitsPage';

export type PackFile =
  /** `source`: the file that it was made of. */
  | { readonly kind: 'text'; readonly path: string; readonly text: Iterable<Html>; readonly source?: Uri }
  | { readonly kind: 'copy'; readonly path: string; readonly copy: Copy };

export function* packFiles(site: Site): Generator<PackFile> {
  const { contents } = site;
  const [visits, lacking] = [visitsPage(site), lackingPage(site)];
  const frame = frameOf(contents, visits !== undefined, lacking !== undefined);
  const text = (page: Page, source?: Uri): PackFile => ({
    kind: 'text',
    path: page.path,
    text: pageHtml(page, frame),
    ...(source === undefined ? {} : { source }),
  });
  yield text(indexPage(site));
  yield { kind: 'text', path: styleSheet, text: [style] };
  for (const page of elementPages(site)) yield text(page);
  const sources = new Map(contents.evidence.map(({ path, file }) => [path, file.uri]));
  for (const page of evidencePages(site)) yield text(page, sources.get(page.path));
  if (visits) yield text(visits);
  const events = visitEvents(contents, site);
  if (events.length > 0)
    yield { kind: 'text', path: calendarPath, text: [calendarOf(contents.title, events, contents.day)] };
  if (lacking) yield text(lacking);
  yield text(printPage(site));
  for (const copy of contents.copies.all()) yield { kind: 'copy', path: copy.path, copy };
}

function frameOf(contents: PackContents, hasVisits: boolean, isLacking: boolean): Frame {
  const acknowledgements = contents.standards.map(({ standard }) => standard.acknowledgement);
  return {
    title: contents.title,
    links: [
      { path: indexPath, words: 'Elements and evidence' },
      ...(hasVisits ? [{ path: visitsPath, words: 'Visits and conversations' }] : []),
      ...(isLacking ? [{ path: lackingPath, words: 'Not in this pack' }] : []),
      { path: printPath, words: 'Everything on one page' },
    ],
    footer: [...new Set(acknowledgements)].filter((sentence) => sentence !== ''),
  };
}

/** What has a day of its own, or that of the assessment. */
const visitEvents = ({ visits, assessmentDate }: PackContents, site: Site): readonly CalendarEvent[] =>
  visits.flatMap((one): readonly CalendarEvent[] => {
    const day = one.moment?.day ?? assessmentDate;
    return day === undefined ? [] : [eventOf(one, day, site)];
  });

function eventOf(one: PackedEvidence, day: string, site: Site): CalendarEvent {
  const { moment, owner, when } = one;
  const lines = [
    ...(owner === undefined ? [] : [`Who: ${owner}`]),
    ...(moment ? [] : [when === undefined ? 'No time is agreed yet.' : `When: ${when}`]),
    ...site.elementsOf(one).map((element) => elementName(element)),
  ];
  return {
    id: `${one.source.split('/').map(encodeURIComponent).join('/')}@evidence-portfolio`,
    day,
    from: moment?.from,
    to: moment?.to,
    summary: one.title,
    location: one.where,
    description: lines.join('\n'),
  };
}
