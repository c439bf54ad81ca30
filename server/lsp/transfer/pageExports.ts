/** What is read as a page or put into a calendar: a report, what is due, the standard with its evidence. */
import { dueIn } from '../../core/due/due';
import type { Portfolio } from '../../core/portfolio/portfolio';
import type { ReportOptions } from '../../core/report/report';
import { reportOf } from '../../core/report/report';
import { dueAsCalendar } from '../../exchange/due/calendar';
import { dueAsMarkdown } from '../../exchange/due/markdown';
import { dueAsText } from '../../exchange/due/text';
import { pageAsHtml } from '../../exchange/pack/standardHtml';
import type { Exchanged } from '../../exchange/parts/attempted';
import { writeReport } from '../../exchange/reports/writeReport';
import { standardPage } from '../../features/views/standardPage';
import type { ExportWanted } from '../protocol';

type PageWanted = Extract<ExportWanted, { what: 'due' | 'standard' }>;

export function pageBytes(portfolio: Portfolio, format: string, wanted: PageWanted): Exchanged<Uint8Array> {
  switch (wanted.what) {
    case 'due':
      return dueBytes(portfolio, format, wanted.by);
    case 'standard':
      return format === 'html'
        ? text(pageAsHtml(portfolio.title, standardPage(portfolio).text))
        : unknown('html', format);
  }
}

const text = (written: string): Exchanged<Uint8Array> => ({
  kind: 'done',
  result: new TextEncoder().encode(written),
});

const unknown = (formats: string, format: string): Exchanged<Uint8Array> => ({
  kind: 'failed',
  message: `It can be written as ${formats}, not as ${format}.`,
});

export function reportBytes(
  portfolio: Portfolio,
  format: string,
  past: ReportOptions,
): Exchanged<Uint8Array> {
  if (format !== 'html' && format !== 'docx' && format !== 'odt' && format !== 'md')
    return unknown('html, docx, odt, md', format);
  return { kind: 'done', result: writeReport(format, reportOf(portfolio, past)) };
}

const dueFormats = { txt: dueAsText, md: dueAsMarkdown, ics: dueAsCalendar } as const;

function dueBytes(portfolio: Portfolio, format: string, by: 'person' | 'month'): Exchanged<Uint8Array> {
  if (format !== 'txt' && format !== 'md' && format !== 'ics') return unknown('txt, md, ics', format);
  const shown = { portfolios: [{ portfolio, due: dueIn(portfolio) }], folder: portfolio.root, by };
  return text(dueFormats[format](shown));
}
