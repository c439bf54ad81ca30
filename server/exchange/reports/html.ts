/** A report as a page of its own: nothing is loaded from outside, and nothing runs. */
import type {
  Bar,
  BarPart,
  BarsBlock,
  Block,
  HeatBlock,
  LineBlock,
  ReportDocument,
  TableBlock,
} from '../../core/report/model';
import { barParts, heatMarks, heatTable } from '../../core/report/model';
import { printable } from '../../core/text/printable';
import { standalonePage } from '../parts/page';
import { escapeXml } from '../parts/xml';

/** A stranger’s text: no markup, and no marks that turn the rest of the line around. */
const plain = (text: string): string => escapeXml(printable(text));

export const reportAsHtml = (document: ReportDocument): string =>
  standalonePage({ title: plain(document.title), styles, content: reportContent(document, true) });

/**
 * What stands below the title, for any page.
 * @param hasWidths the page allows styles of single elements, by which columns have the widths that they are to have
 */
export const reportContent = (
  { subtitle, blocks, acknowledgement }: ReportDocument,
  hasWidths: boolean,
): string => `<p class="faint">${plain(subtitle)}</p>
${blocks.map((block, at) => blockHtml(block, at, regionOf(blocks, at), hasWidths)).join('\n')}
${acknowledgement === '' ? '' : `<p class="faint small">${plain(acknowledgement)}</p>\n`}`;

/** Tables of several standards have the same captions, below headings of their own: regions are told apart by both. */
function regionOf(blocks: readonly Block[], at: number): string {
  const heading = blocks.slice(0, at).findLastIndex(({ kind }) => kind === 'heading');
  const names = `${heading < 0 ? '' : `heading${heading} `}caption${at}`;
  return `<div class="scroll" role="region" aria-labelledby="${names}" tabindex="0">`;
}

/** @param region begins what can be moved sideways */
function blockHtml(block: Block, at: number, region: string, hasWidths: boolean): string {
  switch (block.kind) {
    case 'heading':
      return `<h2 id="heading${at}">${plain(block.text)}</h2>`;
    case 'verdict':
      return `<p class="verdict">${plain(block.text)}</p>`;
    case 'paragraph':
      return `<p>${plain(block.text)}</p>`;
    case 'list':
      return `<ul>${block.items.map((item) => `<li>${plain(item)}</li>`).join('')}</ul>`;
    case 'bars':
      return barsHtml(block, at, region);
    case 'line':
      return lineHtml(block);
    case 'heat':
      return heatHtml(block, at, region);
    case 'table':
      return tableHtml(block, at, region, hasWidths);
  }
}

function barsHtml({ caption, bars }: BarsBlock, at: number, region: string): string {
  const rows = bars.map(
    (bar) =>
      `<tr><th scope="row">${plain(bar.label)}</th><td class="bar">${barSvg(bar)}</td><td>${plain(bar.words)}</td></tr>`,
  );
  return `${region}<table class="bars"><caption id="caption${at}">${plain(caption)}</caption><thead><tr><th scope="col">Part of the standard</th><th scope="col">As a bar</th><th scope="col">In words</th></tr></thead><tbody>${rows.join('')}</tbody></table></div>`;
}

const width = 200;

/** The words stand beside it. */
function barSvg({ parts }: Bar): string {
  const all = Math.max(
    1,
    barParts.reduce((sum, part) => sum + parts[part], 0),
  );
  let from = 0;
  const shapes = barParts.flatMap((part: BarPart) => {
    const length = (parts[part] / all) * width;
    const shape = `<rect class="${part}" x="${from.toFixed(1)}" y="1" width="${length.toFixed(1)}" height="14"/>`;
    from += length;
    return length > 0 ? [shape] : [];
  });
  return `<svg viewBox="0 0 ${width} 16" width="${width}" height="16" aria-hidden="true" focusable="false">${shapes.join('')}</svg>`;
}

const chart = { width: 640, height: 120, left: 40, right: 20, top: 22, bottom: 22 };

function lineHtml({ caption, points }: LineBlock): string {
  const step = (chart.width - chart.left - chart.right) / Math.max(1, points.length - 1);
  const placed = points.map(({ label, share, words }, at) => ({
    label,
    words,
    x: chart.left + at * step,
    y: chart.top + (1 - share) * (chart.height - chart.top - chart.bottom),
  }));
  const path = placed.map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' ');
  const said = `${caption}: ${points.map(({ label, words }) => `${label} ${words}`).join(', ')}`;
  const marks = placed.map(
    ({ x, y, label, words }) =>
      `<circle cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="3"/><text x="${x.toFixed(1)}" y="${(y - 7).toFixed(1)}">${plain(words)}</text><text x="${x.toFixed(1)}" y="${chart.height - 5}">${plain(label.replace(/ \d{2}(?=\d{2}$)/, ' ’'))}</text>`,
  );
  return `<figure><figcaption>${plain(caption)}</figcaption><svg class="line" viewBox="0 0 ${chart.width} ${chart.height}" role="img" aria-label="${plain(said)}"><polyline points="${path}"/>${marks.join('')}</svg></figure>`;
}

/** The marks are for the eye, in a colour and a shape; the words beside them say the same. */
function heatHtml(block: HeatBlock, at: number, region: string): string {
  const { caption, columns } = heatTable(block);
  const rows = block.rows.map(({ label, marks, words, by }) => {
    const drawn = marks.map((mark) => `<span class="point ${mark}">${heatMarks[mark]}</span>`).join('');
    return `<tr><th scope="row">${plain(label)}</th><td class="points"><span aria-hidden="true">${drawn}</span></td><td>${plain(words)}</td><td>${plain(by)}</td></tr>`;
  });
  const heads = columns.map(({ name }) => `<th scope="col">${plain(name)}</th>`);
  return `${region}<table class="heat"><caption id="caption${at}">${plain(caption)}</caption><thead><tr>${heads.join('')}</tr></thead><tbody>${rows.join('')}</tbody></table></div>`;
}

function tableHtml(
  { caption, columns, rows }: TableBlock,
  at: number,
  region: string,
  hasWidths: boolean,
): string {
  const sum = columns.reduce((all, column) => all + column.width, 0);
  const widths = columns.map((column) => `<col style="width: ${Math.round((column.width / sum) * 100)}%">`);
  const cells = (row: readonly string[]): string =>
    row
      .map((text, column) =>
        column === 0 ? `<th scope="row">${plain(text)}</th>` : `<td>${plain(text)}</td>`,
      )
      .join('');
  return `${region}<table><caption id="caption${at}">${plain(caption)}</caption>${hasWidths ? `<colgroup>${widths.join('')}</colgroup>` : ''}<thead><tr>${columns.map(({ name }) => `<th scope="col">${plain(name)}</th>`).join('')}</tr></thead><tbody>${rows.map((row) => `<tr>${cells(row)}</tr>`).join('')}</tbody></table></div>`;
}

/** Colours have a contrast of 4.5 to 1 for text and 3 to 1 for what is drawn (WCAG 2.2, 1.4.3 and 1.4.11). */
const styles = `
:root { color-scheme: light dark; --paper: #fff; --ink: #1f2328; --faint: #57606a; --line: #6e7781; --link: #0550ae; --tint: #e3e8ed; --full: #1a7f37; --half: #b35900; --none: #fff; }
@media screen and (prefers-color-scheme: dark) { :root { --paper: #14171a; --ink: #e6edf3; --faint: #a7b1bb; --line: #7d8590; --link: #6cb6ff; --tint: #2a3138; --full: #3fb950; --half: #f0b429; --none: #14171a; } }
* { box-sizing: border-box; }
html { background: var(--paper); color: var(--ink); font: 100%/1.45 system-ui, sans-serif; }
body { margin: 0 auto; padding: 1rem; max-width: 60rem; overflow-wrap: anywhere; }
h1 { margin: 0; font-size: 1.6rem; line-height: 1.25; }
h2 { margin: 1.25rem 0 .4rem; font-size: 1.2rem; line-height: 1.25; break-after: avoid; }
p { margin: .4rem 0; } ul { margin: .4rem 0; padding-left: 1.25rem; }
.faint { color: var(--faint); } .small { font-size: .85rem; }
.verdict { font-size: 1.15rem; font-weight: 600; border-left: .3rem solid var(--full); padding-left: .75rem; }
.scroll { overflow-x: auto; } .scroll:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
table { border-collapse: collapse; width: 100%; min-width: 30rem; }
caption { text-align: left; color: var(--faint); padding-bottom: .2rem; }
th, td { border: 1px solid var(--line); padding: .25rem .5rem; text-align: left; vertical-align: top; overflow-wrap: break-word; }
thead th { background: var(--tint); } tbody th { font-weight: 400; }
.bars .bar { width: 13rem; } svg { display: block; max-width: 100%; }
rect { stroke: var(--line); stroke-width: 1; } rect.full { fill: var(--full); } rect.half { fill: var(--half); } rect.none { fill: var(--none); }
.points { min-width: 6rem; } .point { display: inline-block; width: 1.6em; margin: 0 1px 1px 0; text-align: center; border: 1px solid var(--line); line-height: 1.5; }
.point.full { background: var(--full); color: var(--paper); } .point.half { background: var(--half); color: var(--paper); } .point.listed { background: var(--tint); }
figure { margin: .4rem 0; break-inside: avoid; } figcaption { color: var(--faint); }
.line { width: 100%; max-width: 44rem; height: auto; } .line polyline { fill: none; stroke: var(--full); stroke-width: 2; } .line circle { fill: var(--full); }
.line text { fill: var(--ink); font-size: 11px; text-anchor: middle; }
@page { size: A4; margin: 13mm; }
@media print { body { padding: 0; max-width: none; font-size: 8.5pt; line-height: 1.3; } h1 { font-size: 15pt; } h2 { font-size: 11pt; margin: 7pt 0 2pt; } .verdict { font-size: 10.5pt; } p, ul { margin: 2pt 0; } th, td { padding: 1.5pt 4pt; } .scroll { overflow: visible; } table { min-width: 0; } tr { break-inside: avoid; } rect, .point { print-color-adjust: exact; } .small { font-size: 7pt; } }
`;
