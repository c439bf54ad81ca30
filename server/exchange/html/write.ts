/** Writes a table as a page of its own, for a browser or a printer. */
import type { SheetColumn, TableRow } from '../../core/tables/sheet';
import type { TableDocument } from '../parts/document';
import { cellsOf, columnsOf, isAlone } from '../parts/document';
import { guardedAsText } from '../parts/guards';
import { shownPieces } from '../parts/links';
import { standalonePage } from '../parts/page';
import { escapeXml } from '../parts/xml';

/** Marks our own tables, in which white space counts. */
export const exactTable = 'evidence-portfolio-plan';

export function writeHtml({ sheet, title, acknowledgement }: TableDocument): string {
  const columns = columnsOf(sheet);
  const header = columns
    // A header cell that says nothing is none.
    .map(({ name }) => (name === '' ? '<td></td>' : `<th scope="col">${escapeXml(guardedAsText(name))}</th>`))
    .join('');
  return standalonePage({
    title: escapeXml(title),
    styles,
    content: `<div class="scroll" role="region" aria-labelledby="caption" tabindex="0">
<table class="${exactTable}">
<caption id="caption">${escapeXml(sheet.caption)}</caption>
<colgroup>${columnWidths(columns)}</colgroup>
<thead>
<tr>${header}</tr>
</thead>
${groupsOf(sheet.rows)
  .map((rows) => `<tbody>\n${rows.map((row) => rowHtml(row, columns)).join('')}</tbody>\n`)
  .join('')}</table>
</div>
${acknowledgement === '' ? '' : `<p>${escapeXml(acknowledgement)}</p>\n`}`,
  });
}

function columnWidths(columns: readonly SheetColumn[]): string {
  const sum = columns.reduce((all, { width }) => all + width, 0);
  return columns.map(({ width }) => `<col style="width: ${Math.round((width / sum) * 100)}%">`).join('');
}

/** Each heading begins a group of rows, for which it speaks. */
function groupsOf(rows: readonly TableRow[]): readonly (readonly TableRow[])[] {
  const groups: TableRow[][] = [];
  for (const row of rows) {
    if (row.kind === 'heading' || groups.length === 0) groups.push([row]);
    else groups.at(-1)?.push(row);
  }
  return groups;
}

function rowHtml(row: TableRow, columns: readonly SheetColumn[]): string {
  if (isAlone(row)) {
    const look = row.depth === 1 ? 'criterion' : 'heading';
    return `<tr class="${look}"><th scope="rowgroup" colspan="${columns.length}">${cellHtml(row.cells[0] ?? '')}</th></tr>\n`;
  }
  const isHeading = row.kind === 'heading';
  const cells = cellsOf(row.cells, columns.length).map((cell, column) =>
    columns[column]?.isKey && cell !== '' && !isHeading
      ? `<th scope="row">${cellHtml(cell)}</th>`
      : `<td>${cellHtml(cell)}</td>`,
  );
  return `<tr${isHeading ? ' class="heading"' : ''}>${cells.join('')}</tr>\n`;
}

const cellHtml = (cell: string): string =>
  shownPieces(cell)
    .map(({ text, address }, at) => {
      const shown = escapeXml(at === 0 ? guardedAsText(text) : text);
      return address === undefined ? shown : `<a href="${escapeXml(address)}">${shown}</a>`;
    })
    .join('');

const styles = `
body { margin: 1.5rem; background: #fff; color: #1f2328; font: 1rem/1.45 system-ui, sans-serif; }
h1 { margin: 0 0 1rem; font-size: 1.6rem; }
.scroll { overflow-x: auto; }
.scroll:focus-visible { outline: 3px solid #0550ae; outline-offset: 3px; }
table { border-collapse: collapse; width: 100%; min-width: 60rem; }
caption { padding-bottom: .5rem; text-align: left; }
th, td { padding: .4rem .6rem; border: 1px solid #6e7781; text-align: left; vertical-align: top; white-space: pre-wrap; overflow-wrap: break-word; }
thead th, thead td { background: #d0d7de; }
tbody th[scope="row"] { font-weight: 400; }
.criterion th { background: #e3e8ed; font-weight: 700; font-size: 1.05rem; }
.heading th, .heading td { background: #f3f5f7; font-weight: 700; }
@page { size: A4 landscape; margin: 15mm; }
@media print { body { margin: 0; font-size: 9pt; } .scroll { overflow: visible; } table { min-width: 0; } thead { display: table-header-group; } tr { break-inside: avoid; } }
`;
