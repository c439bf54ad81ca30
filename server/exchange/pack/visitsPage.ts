/** What is told, as a timetable. */
import type { PackedEvidence } from '../../core/pack/model';
import { dayWords } from '../../words/dates';
import type { Page } from './page';
import { link, list, table } from './page';
import { elementName, evidenceName } from './pieces';
import type { Site } from './site';
import { calendarPath, visitsPath } from './site';
import { html } from './text';

/** Undefined where nothing is told. */
export function visitsPage(site: Site): Page | undefined {
  const { visits, assessmentDate } = site.contents;
  if (visits.length === 0) return undefined;
  const days = [...new Set(visits.map(({ moment }) => moment?.day))];
  const main = [
    '<h1>Visits and conversations</h1>',
    '<p>What is told rather than shown: what people say, and what can be seen on site.</p>',
    ...(assessmentDate !== undefined || visits.some(({ moment }) => moment)
      ? [`<p><a href="${calendarPath}">The timetable for a calendar</a> (an .ics file)</p>`]
      : []),
    ...days.map((day) => dayHtml(day, visits, site)),
  ];
  return { path: visitsPath, title: 'Visits and conversations', main };
}

function dayHtml(day: string | undefined, visits: readonly PackedEvidence[], site: Site): string {
  const name = day === undefined ? 'No time is agreed' : dayWords(day);
  const rows = visits
    .filter(({ moment }) => moment?.day === day)
    .map((one) => [
      html(timeOf(one)),
      link(one.path, evidenceName(one)),
      html(one.owner ?? ''),
      html(one.where ?? ''),
      list(site.elementsOf(one).map((element) => link(element.path, elementName(element, 60)))),
    ]);
  return [
    `<h2>${html(name)}</h2>`,
    table(name, [day === undefined ? 'When' : 'Time', 'What', 'Who', 'Where', 'For'], [{ rows }]),
  ].join('\n');
}

/** The time of the day; what the file says, where that is no time. */
function timeOf({ moment, when }: PackedEvidence): string {
  if (!moment) return when ?? 'To be agreed';
  const { from, to } = moment;
  return from === undefined ? 'During the day' : `${from}${to === undefined ? '' : ` to ${to}`}`;
}
