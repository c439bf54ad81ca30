/** What a workbook says of its sheets, its texts, its title and its links, before any sheet is read (SpreadsheetML). */
import { ExchangeError } from '../parts/limits';
import { partBeside, relationshipsOf } from '../parts/relationships';
import { attribute, fromOfficeText, readXml } from '../parts/xml';
import { richRuns } from './runs';
import type { Parts } from '../parts/zip';

export interface NamedSheet {
  readonly name: string;
  readonly path: string;
  /** `programs`: nobody can have it shown by the menus of Excel. */
  readonly shownTo: 'all' | 'nobody' | 'programs';
}

export interface Workbook {
  readonly sheets: readonly NamedSheet[];
  /** Days are counted from 1904, as on old Macs. */
  readonly from1904: boolean;
}

/** @param main the name of the workbook's part @throws ExchangeError where it is no workbook */
export function workbookOf(parts: Parts, main: string): Workbook {
  const text = parts.get(main);
  if (text === undefined) throw new ExchangeError('The file is no Excel workbook.');
  const folder = main.slice(0, main.lastIndexOf('/') + 1);
  const paths = new Map(relationshipsOf(parts, main).map(({ id, part }) => [id, part]));
  const sheets: NamedSheet[] = [];
  let from1904 = false;
  readXml(text, {
    open: (name, attributes) => {
      if (name === 'workbookPr') from1904 = /^(?:1|true)$/.test(attributes['date1904'] ?? '');
      if (name !== 'sheet') return;
      sheets.push({
        name: attributes['name'] ?? '',
        path:
          paths.get(attribute(attributes, 'id') ?? '') ?? `${folder}worksheets/sheet${sheets.length + 1}.xml`,
        shownTo: shownTo(attributes['state'] ?? ''),
      });
    },
  });
  return { sheets, from1904 };
}

function shownTo(state: string): NamedSheet['shownTo'] {
  if (!/hidden/i.test(state)) return 'all';
  return /^very/i.test(state) ? 'programs' : 'nobody';
}

/** The texts that cells name by number. */
export function sharedStrings(parts: Parts, main: string): readonly string[] {
  const strings: string[] = [];
  let reads = false;
  let phonetic = false;
  const runs = richRuns();
  readXml(partBeside(parts, main, 'sharedStrings', 'sharedStrings.xml'), {
    open: (name, attributes) => {
      runs.open(name, attributes);
      if (name === 'si') strings.push('');
      if (name === 'rPh') phonetic = true;
      reads = name === 't' && !phonetic;
    },
    close: (name) => {
      runs.close(name);
      if (name === 'rPh') phonetic = false;
      if (name === 't') reads = false;
    },
    text: (data) => {
      if (reads) strings.push(`${strings.pop() ?? ''}${runs.shown(data)}`);
    },
  });
  return strings.map(fromOfficeText);
}

/** What the file calls itself. */
export function titleOf(parts: Parts): string | undefined {
  let title = '';
  let reads = false;
  readXml(partBeside(parts, '', 'core-properties', 'docProps/core.xml'), {
    open: (name) => void (reads = name === 'title'),
    close: () => void (reads = false),
    text: (data) => {
      if (reads) title += data;
    },
  });
  return fromOfficeText(title).trim() || undefined;
}
