/** The output of `diff` as one page that needs nothing else: no script, no style sheet, nothing from the network. */
import { xmlText as escaped } from '../../output/xmlText';
import type { DiffResult, Output } from './output';
import type { Cell, Section } from '../../../core/history/story/section';
import type { Story } from '../../../core/history/story/story';
import { storyOf } from '../../../core/history/story/story';

const moods: Readonly<Record<Story['mood'], string>> = {
  fails: 'To be mended',
  worse: 'To be looked at',
  fine: 'All well',
};

export const html: Output = {
  about: 'A page of its own, which needs nothing else.',
  write: diffAsHtml,
};

function diffAsHtml(result: DiffResult): string {
  const { baseName, headName } = result.revisions;
  const title = escaped(`Evidence from ${baseName} to ${headName}`);
  const stories = result.portfolios.map((changes) => storyAsHtml(storyOf(changes, result.context)));
  return [
    '<!DOCTYPE html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    // A page that somebody opens from a pull request does nothing, whatever stands in it.
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    `<title>${title}</title>`,
    `<style>${style}</style>`,
    '</head>',
    '<body>',
    '<main>',
    `<h1>${title}</h1>`,
    ...(stories.length > 0 ? stories : ['<p>There is no evidence portfolio here.</p>']),
    '</main>',
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

const style = [
  ':root{color-scheme:light dark;font-family:system-ui,sans-serif;line-height:1.5}',
  'body{margin:0}',
  'main{max-width:75rem;margin:0 auto;padding:1rem}',
  'table{border-collapse:collapse;width:100%;margin:.5rem 0 1.5rem}',
  'caption{text-align:left;font-weight:600;padding:.25rem 0}',
  'th,td{border:1px solid #8888;padding:.25rem .5rem;text-align:left;vertical-align:top;overflow-wrap:anywhere}',
  'th{white-space:nowrap}',
  'th,td{min-width:4.5rem}',
  'td.number{text-align:right;font-variant-numeric:tabular-nums}',
  '.verdict{border-left:.4rem solid;padding:.25rem .75rem;font-size:1.1rem}',
  '.fails{border-color:#c33}',
  '.worse{border-color:#b80}',
  '.fine{border-color:#393}',
].join('');

const storyAsHtml = (story: Story): string =>
  [
    '<section>',
    `<h2>${escaped(story.title)}</h2>`,
    `<p class="verdict ${story.mood}"><strong>${moods[story.mood]}.</strong> ${escaped(story.verdict)}.</p>`,
    ...story.remarks.map((remark) => `<p>${escaped(remark)}</p>`),
    figuresAsHtml(story),
    ...story.sections.map(sectionAsHtml),
    '</section>',
  ].join('\n');

const signed = (number: number): string => (number > 0 ? `+${number}` : number < 0 ? `−${-number}` : '');

function figuresAsHtml({ figures }: Story): string {
  const rows = figures.map(({ name, before, after }) => {
    const numbers = [String(before), String(after), signed(after - before)];
    return `<tr><th scope="row">${escaped(name)}</th>${numbers.map((number) => `<td class="number">${number}</td>`).join('')}</tr>`;
  });
  return tableOf('Coverage', ['', 'Before', 'After', 'Change'], rows);
}

const sectionAsHtml = ({ title, head, rows }: Section): string =>
  tableOf(
    `${title} (${rows.length})`,
    head,
    rows.map((cells) => `<tr>${cells.map(cellAsHtml).join('')}</tr>`),
  );

const tableOf = (caption: string, head: readonly string[], rows: readonly string[]): string =>
  [
    '<table>',
    `<caption>${escaped(caption)}</caption>`,
    `<thead><tr>${head.map((name) => (name === '' ? '<td></td>' : `<th scope="col">${escaped(name)}</th>`)).join('')}</tr></thead>`,
    '<tbody>',
    ...rows,
    '</tbody>',
    '</table>',
  ].join('\n');

const cellAsHtml = ({ text, address }: Cell): string =>
  address === undefined
    ? `<td>${escaped(text)}</td>`
    : `<td><a href="${escaped(address)}">${escaped(text)}</a></td>`;
