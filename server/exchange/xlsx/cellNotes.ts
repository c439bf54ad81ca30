/** Notes and comments at the cells of a sheet (ECMA-376, part 1, 18.7; and MS-XLSX 2.6.205 for those with answers). */
import type { RemarkAt } from '../grids/cellRemarks';
import { partBeside } from '../parts/relationships';
import { attribute, fromOfficeText, readXml } from '../parts/xml';
import type { Parts } from '../parts/zip';
import { cellAddress } from '../parts/cellAddress';

/** @param path of the sheet */
export function cellNotes(parts: Parts, path: string): readonly RemarkAt[] {
  const authors: string[] = [];
  const notes: { readonly at: string; readonly author: number; text: string }[] = [];
  let reads: 'author' | 'text' | undefined;
  readXml(partBeside(parts, path, 'comments', ''), {
    open: (name, attributes) => {
      if (name === 'author') authors.push('');
      if (name === 'comment')
        notes.push({
          at: attribute(attributes, 'ref') ?? '',
          author: Number(attribute(attributes, 'authorId') ?? -1),
          text: '',
        });
      reads = name === 'author' ? 'author' : name === 't' ? 'text' : undefined;
    },
    close: () => void (reads = undefined),
    text: (data) => {
      const note = notes.at(-1);
      if (reads === 'author') authors.push((authors.pop() ?? '') + data);
      if (reads === 'text' && note) note.text += data;
    },
  });
  return notes.flatMap(({ at, author, text }): readonly RemarkAt[] => {
    const place = cellAddress(at);
    const said = withoutFrame(fromOfficeText(text), authors[author] ?? '');
    return place && said !== ''
      ? [{ at: `cell ${at}`, column: place.column, place: place.row, text: said }]
      : [];
  });
}

/** What programs that do not know answers are told of them, and the name with which Excel begins a note. */
function withoutFrame(text: string, author: string): string {
  const thread = /^\[Threaded comment\][^]*?\n\s*Comment:\s*\n/.exec(text);
  const own = thread ? text.slice(thread[0].length) : text;
  const begin = `${author.trim()}:`;
  return (
    begin.length > 1 && own.trimStart().startsWith(begin) ? own.trimStart().slice(begin.length) : own
  ).trim();
}
